import { beforeEach, describe, expect, test } from 'vitest'
import { actOnComplaint } from '../../functions/complaints/act-on-complaint.ts'
import type { ComplaintActBody } from '../../functions/complaints/api.ts'
import { DIFFICULTY, issueChallenge, zeroBits } from '../../functions/complaints/challenge.ts'
import { complaintLate, complaintStands, openComplaint } from '../../functions/complaints/complaint-steps.ts'
import { publishedFigures } from '../../functions/complaints/figures.ts'
import { enterComplaint, fileComplaint } from '../../functions/complaints/file-complaint.ts'
import { followComplaint, replyToComplaint } from '../../functions/complaints/follow-complaint.ts'
import { readComplainant } from '../../functions/complaints/read-complainant.ts'
import { listComplainantReadings } from '../../functions/complaints/readings.ts'
import { setComplaintSettings } from '../../functions/complaints/settings.ts'
import { sweepComplaints } from '../../functions/complaints/sweep-complaints.ts'
import { listComplaints, viewComplaint } from '../../functions/complaints/view-complaint.ts'
import { type Actor, newAccount, readAccount } from '../../functions/organisations/account.ts'
import { newDelegation } from '../../functions/organisations/delegation.ts'
import { addDays } from '../../functions/platform/clock.ts'
import { keys } from '../../functions/platform/keys.ts'
import { always, type Table, write } from '../../functions/platform/table.ts'
import { complaintTerms } from '../../rules/complaints.ts'
import { nothingAsked } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { complain, complaintHost, type Host, openComplaints, said, solved } from './complaints-ground.ts'
import { everyItem } from './every-item.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
const now = { at: '' }
let table: Table
let asked = nothingAsked()
let host: Host
const second: Actor = {
  ...{ id: 'hr.second', name: '名hr.second', email: 'second@demo.example' },
  roles: [{ role: 'authority', organisationId: 'a', head: false }],
}
const secret = { name: '某某某', contact: '13900000000' }

beforeEach(async () => {
  now.at = '2026-06-15T09:00:00+08:00'
  table = await database.newTable()
  asked = nothingAsked()
  host = complaintHost(table, now, asked)
  await seedRegisters(table)
  await write(table, newAccount(second))
  await openComplaints(table)
})

const listed = async (actor: Actor, box: 'at' | 'above' = 'at') =>
  (await listComplaints(host)({ box, limit: 100 }, actor)).items
const onlyId = async (actor: Actor = people.city): Promise<string> => {
  const [row] = await listed(actor)
  if (row === undefined) throw new Error('Nothing is listed.')
  return row.id
}
const act = async (id: string, body: ComplaintActBody, actor: Actor = people.city): Promise<string> => {
  const acted = await actOnComplaint(host)(id, body, actor)
  return acted.ok ? acted.value.status : acted.code
}
const seen = async (id: string, actor: Actor = people.city) => {
  const view = await viewComplaint(host)(id, actor)
  if (!view.ok) throw new Error(view.code)
  return view.value
}

describe('Art. 36: anyone complains, with a name or without one', () => {
  test('by a solved puzzle; code and key open it, and nothing else does', async () => {
    const { code, key, desk } = await complain(host)
    expect(desk).toBe('市人社局')
    expect(asked.started).toEqual([
      { machine: 'complaint', name: expect.any(String), input: { complaintId: await onlyId() } },
    ])
    const followed = await followComplaint(host)(code.toUpperCase().replace(/^(...)/, '$1-'), key)
    expect(followed).toMatchObject({ ok: true, value: { status: 'received', dueOn: '2026-06-23' } })
    expect(await followComplaint(host)(code, `${key}0`)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await followComplaint(host)('0000000000', key)).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a puzzle serves one complaint: again the same answers the same, other words are refused', async () => {
    const puzzle = await solved(host)
    const first = await fileComplaint(host)({ ...said, bodyId: 'i', ...puzzle })
    expect(first.ok).toBe(true)
    expect(await fileComplaint(host)({ ...said, bodyId: 'i', ...puzzle })).toEqual(first)
    const other = await fileComplaint(host)({ ...said, text: '别的', bodyId: 'i', ...puzzle })
    expect(other).toMatchObject({ ok: false, code: 'CHALLENGE_USED' })
    // Another solution of the same puzzle is no second complaint.
    let further = puzzle.solution + 1
    while (zeroBits(puzzle.challenge, further) < DIFFICULTY) further += 1
    const again = await fileComplaint(host)({
      ...said,
      text: '别的',
      ...puzzle,
      bodyId: 'i',
      solution: further,
    })
    expect(again).toMatchObject({ ok: false, code: 'CHALLENGE_USED' })
    expect(await listed(people.city)).toHaveLength(1)
  })

  test('unsolved, forged or old puzzles are refused', async () => {
    const puzzle = await solved(host)
    const send = async (more: object) => {
      const filed = await fileComplaint(host)({ ...said, bodyId: 'i', ...puzzle, ...more })
      return filed.ok ? 'ok' : filed.code
    }
    const { challenge } = await issueChallenge(host)
    let unsolved = 0
    while (zeroBits(challenge, unsolved) >= DIFFICULTY) unsolved += 1
    expect(await send({ challenge, solution: unsolved })).toBe('CHALLENGE_INVALID')
    const [body] = puzzle.challenge.split('.')
    expect(await send({ challenge: `${body}.${challenge.split('.')[1]}` })).toBe('CHALLENGE_INVALID')
    expect(await send({ challenge: 'x' })).toBe('CHALLENGE_INVALID')
    now.at = '2026-06-15T09:30:00+08:00'
    expect(await send({})).toBe('CHALLENGE_INVALID')
    now.at = '2026-06-15T09:29:59+08:00'
    expect(await send({})).toBe('ok')
  })

  test('a desk enters what came by letter, once a key; it goes to the desk that it belongs to', async () => {
    const letter = { ...said, bodyId: 'l', channel: 'letter' as const }
    const entered = await enterComplaint(host)(letter, 'k1', people.city)
    expect(entered).toMatchObject({ ok: true, value: { desk: '区人社局' } })
    expect(await enterComplaint(host)(letter, 'k1', people.city)).toEqual(entered)
    const other = await enterComplaint(host)({ ...letter, text: '别的' }, 'k1', people.city)
    expect(other).toMatchObject({ code: 'KEY_REUSED' })
    expect(await listed(people.city)).toEqual([])
    expect(await listed(people.county)).toMatchObject([{ channel: 'letter' }])
  })

  test('complainant and desk write to each other; notes stay with the desk', async () => {
    const { code, key } = await complain(host)
    const id = await onlyId()
    await act(id, { act: 'accept' })
    await act(id, { act: 'note', text: '内部记录' })
    await act(id, { act: 'message', text: '请补充日期' })
    await replyToComplaint(host)(code, { key, text: '五月六日' })
    const followed = await followComplaint(host)(code, key)
    const texts = followed.ok ? followed.value.entries.map(({ by, text }) => [by, text]) : []
    expect(texts).toContainEqual(['desk', '请补充日期'])
    expect(texts).toContainEqual(['complainant', '五月六日'])
    expect(JSON.stringify(followed)).not.toMatch(/内部记录|hr\.city/)
    expect((await seen(id)).entries.map(({ text }) => text)).toContain('五月六日')
  })
})

describe('the desk is above whom it is about', () => {
  test('of an institution its authority, of an authority the next, of a department the next or the region', async () => {
    const deskOf = async (bodyId: string) => (await complain(host, { bodyId })).desk
    expect(await deskOf('i')).toBe('市人社局')
    expect(await deskOf('l')).toBe('区人社局')
    expect(await deskOf('k')).toBe('市人社局')
    expect(await deskOf('a')).toBe('自治区人社厅')
    expect(await deskOf('d')).toBe('自治区人社厅')
  })

  test('about the region: the body that it named, and an honest answer where it named none', async () => {
    const about = async () => fileComplaint(host)({ ...said, bodyId: 'r', ...(await solved(host)) })
    expect(await about()).toMatchObject({ ok: false, code: 'NO_BODY_ABOVE', article: '36' })
    const named = await nameDepartment()
    expect(named).toMatchObject({ ok: true, value: { aboveRegion: { id: 'dr' } } })
    expect(await about()).toMatchObject({ ok: true, value: { desk: '教育厅' } })
    expect(await listed(people.region)).toEqual([])
  })

  /** The department of education takes complaints about the region, and somebody sits there. */
  const nameDepartment = async () => {
    await write(
      table,
      newAccount({
        ...{ id: 'dr.one', name: '名dr.one', email: 'dr@demo.example' },
        roles: [{ role: 'department', organisationId: 'dr', head: true }],
      }),
    )
    return setComplaintSettings(host)({ aboveRegionId: 'dr', reason: '商定' }, people.region)
  }

  test('about the body that the region named, or mentioning it: the region; about both, nobody, in words', async () => {
    await nameDepartment()
    const deskOf = async (about: object) => {
      const filed = await fileComplaint(host)({ ...said, bodyId: 'i', ...about, ...(await solved(host)) })
      return filed.ok ? filed.value.desk : filed.code
    }
    expect(await deskOf({ bodyId: 'dr' })).toBe('自治区人社厅')
    expect(await deskOf({ described: '教育厅也有责任' })).toBe('自治区人社厅')
    expect(await deskOf({ bodyId: 'dr', described: '和自治区人社厅' })).toBe('NO_BODY_ABOVE')
    expect(await deskOf({ bodyId: 'r' })).toBe('教育厅')
    expect(await deskOf({ bodyId: undefined, described: '教育厅和人社厅' })).toBe('NO_BODY_ABOVE')
    // A complaint about the region concerns the department as well: it stays where it is until another body is named.
    const atDepartment = {
      ...{ id: 'dr.one', name: '名dr.one', email: 'dr@demo.example' },
      roles: [{ role: 'department' as const, organisationId: 'dr', head: true }],
    }
    const id = await onlyId(atDepartment)
    await act(id, { act: 'accept' }, atDepartment)
    expect(await act(id, { act: 'concern', bodyId: 'dr', reason: '本厅' }, atDepartment)).toBe(
      'NO_BODY_ABOVE',
    )
  })

  test('the region names no body below itself, nor one where nobody can act', async () => {
    const set = async (aboveRegionId: string) => {
      const outcome = await setComplaintSettings(host)({ aboveRegionId, reason: '商定' }, people.region)
      return outcome.ok ? 'ok' : outcome.code
    }
    expect(await set('a')).toBe('INPUT_INVALID')
    expect(await set('dr')).toBe('INPUT_INVALID')
    await nameDepartment()
    expect(await set('dr')).toBe('ok')
  })

  test('an office named in words beside a school, or one over the desk, has nothing of it', async () => {
    const deskOf = async (about: object) => (await complain(host, { bodyId: 'i', ...about })).desk
    expect(await deskOf({ described: '市人社局包庇该校' })).toBe('自治区人社厅')
    // Written where persons are named, it is complained of all the same.
    for (const office of ['市人社局', '市人社局全体'])
      expect(await deskOf({ persons: [office] })).toBe('自治区人社厅')
    expect(await deskOf({ persons: ['市人社局 某某'] })).toBe('市人社局')
    await nameDepartment()
    expect(await deskOf({ described: '自治区人社厅也有责任' })).toBe('教育厅')
    // Found to concern the office over its desk while it is inquired, it goes above that one.
    await complain(host)
    const id = await onlyId()
    await act(id, { act: 'accept' })
    await act(id, { act: 'concern', bodyId: 'r', reason: '上级也有责任' })
    expect((await listed(people.city)).map((one) => one.id)).not.toContain(id)
    expect(await act(id, { act: 'note', text: 'x' })).toBe('NOT_FOUND')
  })

  test('nothing is taken before the region has opened it', async () => {
    const empty = await database.newTable()
    await seedRegisters(empty)
    const other = complaintHost(empty, now)
    const filed = await fileComplaint(other)({ ...said, bodyId: 'i', ...(await solved(other)) })
    expect(filed).toMatchObject({ ok: false, code: 'COMPLAINTS_NOT_OPEN' })
  })

  test('about the region in words alone: to the body that it named, never to itself; named none, nobody has it', async () => {
    const inWords = { bodyId: undefined, described: '内蒙古自治区人力资源和社会保障厅职改办' }
    const file = async (more: object) => {
      const filed = await fileComplaint(host)({ ...said, ...inWords, ...more, ...(await solved(host)) })
      return filed.ok ? filed.value.desk : filed.code
    }
    expect(await file({})).toBe('NO_BODY_ABOVE')
    expect(await file({ described: '人社厅' })).toBe('NO_BODY_ABOVE')
    // Another body in words is the region's to pass on.
    expect(await file({ described: '某培训学校' })).toBe('自治区人社厅')
    expect(await listed(people.region)).toHaveLength(1)
    await openComplaints(table, 'dr', 2)
    await write(
      table,
      newAccount({
        ...{ id: 'dr.one', name: '名dr.one', email: 'dr@demo.example' },
        roles: [{ role: 'department', organisationId: 'dr', head: true }],
      }),
    )
    expect(await file({})).toBe('教育厅')
    expect(await listed(people.region)).toHaveLength(1)
  })

  test('a person who sits at that desk does not see it; the only one there, and it goes up', async () => {
    await complain(host, { persons: ['名hr.city'] })
    expect(await listed(people.city)).toEqual([])
    expect(await listed(second)).toHaveLength(1)
    await complain(host, { bodyId: 'l', persons: ['名 HR.county'] })
    expect(await listed(people.county)).toEqual([])
    expect(await listed(second)).toHaveLength(2)
  })

  test('nor one who is named with a title, without a dot, beside others or in the words about the body', async () => {
    await write(
      table,
      newAccount({ ...second, id: 'hr.bat', name: '阿拉坦·巴特尔', email: 'bat@demo.example' }),
    )
    const bat = { ...second, id: 'hr.bat', name: '阿拉坦·巴特尔' }
    for (const written of ['阿拉坦·巴特尔局长', '市人社局 阿拉坦巴特尔', '某某、阿拉坦• 巴特尔'])
      await complain(host, { persons: [written] })
    await complain(host, { described: '该校与市人社局阿拉坦·巴特尔' })
    expect(await listed(bat)).toEqual([])
    // The office that the last one names in what is written of the body does not have it: the next above does.
    expect(await listed(second)).toHaveLength(3)
    expect(await listed(people.region)).toHaveLength(1)
    for (const called of ['阿拉坦', '巴特尔局长', '阿拉坦-巴特尔'])
      await complain(host, { persons: [called] })
    expect(await listed(bat)).toEqual([])
    await complain(host, { persons: ['巴图'] })
    expect(await listed(bat)).toHaveLength(1)
  })

  test('passed on with a reason, to the desk of another body or out of the platform', async () => {
    const { code, key } = await complain(host)
    const id = await onlyId()
    expect(await act(id, { act: 'pass_on', bodyId: 'a', reason: '涉及本局' })).toBe('received')
    expect(await act(id, { act: 'note', text: 'x' })).toBe('NOT_FOUND')
    expect(await onlyId(people.region)).toBe(id)
    const out = { act: 'pass_on', outside: '市纪委监委', reason: '涉嫌违纪' } as const
    expect(await act(id, out, people.region)).toBe('passed_on')
    const followed = await followComplaint(host)(code, key)
    expect(JSON.stringify(followed)).toContain('市纪委监委')
  })

  test('passed on, its first deadline goes on, and no desk has it twice: it falls due in the end', async () => {
    await complain(host)
    const id = await onlyId()
    const { dueOn } = await seen(id)
    now.at = '2026-06-17T09:00:00+08:00'
    expect(await act(id, { act: 'pass_on', bodyId: 'l', reason: '属县里' })).toBe('received')
    expect((await listed(people.county))[0]).toMatchObject({ id, dueOn })
    expect(await act(id, { act: 'pass_on', bodyId: 'k', reason: '属市里' }, people.county)).toBe(
      'INPUT_INVALID',
    )
    // A further body of the same desk's is no new time either.
    expect(await act(id, { act: 'accept' }, people.county)).toBe('inquiry')
  })

  test('who of the desk may be meant by the text is hinted at, and is kept from it once they are named', async () => {
    const { code, key } = await complain(host, {
      text: '经办人名hr.second 与校长串通，名dept 可以作证。',
    })
    const id = await onlyId()
    expect((await seen(id)).maybeMeant).toEqual([{ id: 'hr.second', name: '名hr.second' }])
    expect((await seen(id, second)).maybeMeant).toHaveLength(1)
    // What is written later may name somebody, too.
    await replyToComplaint(host)(code, { key, text: '名hr.city 也在场。' })
    expect((await seen(id)).maybeMeant).toHaveLength(2)
    expect(await act(id, { act: 'concern', person: '名hr.second', reason: '正文反映的是经办人' })).toBe(
      'received',
    )
    expect((await seen(id)).maybeMeant).toEqual([{ id: 'hr.city', name: '名hr.city' }])
    expect(await listed(second)).toEqual([])
    expect(await act(id, { act: 'note', text: 'x' }, second)).toBe('NOT_FOUND')
    expect(await act(id, { act: 'accept' })).toBe('inquiry')
  })

  test('found to concern the desk itself, it moves up and is kept from it', async () => {
    await complain(host)
    const id = await onlyId()
    await act(id, { act: 'accept' })
    const unknown = { act: 'concern', bodyId: 'nosuch', person: '某人', reason: '有人参与' } as const
    expect(await act(id, unknown)).toBe('INPUT_INVALID')
    expect(await act(id, { act: 'concern', bodyId: 'a', reason: '本局人员参与' })).toBe('received')
    expect(await act(id, { act: 'note', text: 'x' })).toBe('NOT_FOUND')
    expect(await onlyId(people.region)).toBe(id)
  })
})

describe('the inquiry, in its time', () => {
  test('accepted, extended once, found, measures, reported back; in no other order', async () => {
    const { code, key } = await complain(host)
    const id = await onlyId()
    expect(await act(id, { act: 'find', finding: 'found', text: 'x' })).toBe('WRONG_STATE')
    expect(await act(id, { act: 'accept', colleagueId: 'hr.second' })).toBe('inquiry')
    expect((await seen(id)).dueOn).toBe(addDays('2026-06-15', complaintTerms.inquiryDays))
    expect(await act(id, { act: 'extend', reason: '等待材料' })).toBe('inquiry')
    expect(await act(id, { act: 'extend', reason: '再等' })).toBe('WRONG_STATE')
    expect(await act(id, { act: 'measure', kind: 'other', text: 'x' })).toBe('WRONG_STATE')
    expect(await act(id, { act: 'find', finding: 'partly', text: '部分属实' }, second)).toBe('found')
    const before = await followComplaint(host)(code, key)
    expect(before).toMatchObject({ value: { status: 'found', finding: null } })
    const revoked = { act: 'measure', kind: 'revoke_certificate', reference: 'C1', text: '撤销' } as const
    expect(await act(id, revoked)).toBe('found')
    expect(await act(id, { act: 'report', text: '部分属实，已撤销证书。' })).toBe('closed')
    expect(await act(id, { act: 'note', text: 'x' })).toBe('WRONG_STATE')
    expect(await followComplaint(host)(code, key)).toMatchObject({
      value: { status: 'closed', finding: 'partly', dueOn: null, mayReply: false },
    })
  })

  test('overdue, the desk above sees it and takes it over; before that it knows of none', async () => {
    const { code, key } = await complain(host)
    const id = await onlyId()
    await openComplaint(host)({ complaintId: id, stage: 'received', token: 't1', execution: id })
    expect(asked.sent.map(({ to }) => to)).toEqual([['hr.city@demo.example', 'second@demo.example']])
    expect(await viewComplaint(host)(id, people.region)).toMatchObject({ code: 'NOT_FOUND' })
    now.at = '2026-06-23T12:00:00+08:00'
    await complaintLate(host)({ complaintId: id, stage: 'received' })
    expect(await listed(people.region, 'above')).toEqual([])
    now.at = '2026-06-24T00:00:00+08:00'
    await complaintLate(host)({ complaintId: id, stage: 'received' })
    expect(await listed(people.region, 'above')).toMatchObject([{ id, overdue: true }])
    expect(asked.sent.at(-1)?.to).toEqual(['hr.region@demo.example'])
    expect(await act(id, { act: 'accept' }, people.region)).toBe('WRONG_STATE')
    expect(await act(id, { act: 'take_over', reason: '逾期' }, people.region)).toBe('received')
    expect(asked.told.at(-1)).toMatchObject({ kind: 'success', token: 't1' })
    expect(await viewComplaint(host)(id, people.city)).toMatchObject({ code: 'NOT_FOUND' })
    // Its complainant learns that another desk has it, not what the desks say of each other.
    const followed = await followComplaint(host)(code, key)
    expect(followed).toMatchObject({
      value: { entries: [{ act: 'file' }, { act: 'overdue' }, { act: 'take_over', by: 'desk', text: '' }] },
    })
    expect(await act(id, { act: 'accept' }, people.region)).toBe('inquiry')
  })

  test('overdue, it is looked at each day and reminded of every five working days', async () => {
    await complain(host)
    const id = await onlyId()
    await openComplaint(host)({ complaintId: id, stage: 'received', token: 't1', execution: id })
    const days: string[] = []
    // Due on Tuesday the 23rd of June; each midnight from then to the 12th of July.
    for (let day = '2026-06-24'; day <= '2026-07-12'; day = addDays(day, 1)) {
      now.at = `${day}T00:00:00+08:00`
      asked.sent.length = 0
      await complaintLate(host)({ complaintId: id, stage: 'received' })
      await complaintLate(host)({ complaintId: id, stage: 'received' })
      if (asked.sent.length > 0) days.push(day)
      expect((await complaintStands(host)({ complaintId: id })).patienceSeconds).toBe(86_400)
    }
    expect(days).toEqual(['2026-06-24', '2026-07-02', '2026-07-10'])
    // Taken over, it has its new desk's days.
    expect(await act(id, { act: 'take_over', reason: '逾期' }, people.region)).toBe('received')
    expect(await act(id, { act: 'accept' }, people.region)).toBe('inquiry')
    now.at = `${addDays((await seen(id, people.region)).dueOn ?? '', 1)}T00:00:00+08:00`
    asked.sent.length = 0
    await complaintLate(host)({ complaintId: id, stage: 'inquiry' })
    expect(asked.sent.map(({ to }) => to)).toEqual([['hr.region@demo.example']])
  })

  test('the machine is told the stage and the days that are left; when it is over, so', async () => {
    await complain(host)
    const id = await onlyId()
    const stands = () => complaintStands(host)({ complaintId: id })
    expect(await stands()).toEqual({ stage: 'received', patienceSeconds: 15 * 3600 })
    await act(id, { act: 'accept' })
    expect(await stands()).toEqual({ stage: 'inquiry', patienceSeconds: 15 * 3600 })
    now.at = `${addDays('2026-06-15', 60)}T09:00:00+08:00`
    expect(await stands()).toEqual({ stage: 'inquiry', patienceSeconds: 15 * 3600 })
    now.at = '2026-06-15T09:00:00+08:00'
    // A token that comes for a stage that is over is answered at once.
    await openComplaint(host)({ complaintId: id, stage: 'received', token: 'late', execution: id })
    expect(asked.told).toEqual([{ kind: 'success', token: 'late', detail: {} }])
    await act(id, { act: 'find', finding: 'not_found', text: '不实' })
    await act(id, { act: 'report', text: '查无此事' })
    expect(await stands()).toMatchObject({ stage: 'over' })
  })

  test('what could not begin, or lost its execution, is begun again by the sweep', async () => {
    asked.engineFails = true
    await complain(host)
    asked.engineFails = false
    const id = await onlyId()
    expect((await sweepComplaints(host, 60_000)).resumed).toBe(0)
    now.at = '2026-06-15T09:02:00+08:00'
    expect((await sweepComplaints(host, 60_000)).resumed).toBe(1)
    const [name] = asked.started.map((one) => one.name)
    expect(asked.started.map(({ input }) => input)).toEqual([{ complaintId: id }])
    await openComplaint(host)({ complaintId: id, stage: 'received', token: 't1', execution: id })
    expect((await sweepComplaints(host, 0)).resumed).toBe(0)
    asked.gone.add('t1')
    await act(id, { act: 'accept' })
    expect((await sweepComplaints(host, 0)).resumed).toBe(1)
    expect(asked.started.map((one) => one.name)).toEqual([name, `${name}-a2`])
  })
})

test('the acts that may follow are offered to whom they are allowed', async () => {
  await complain(host)
  expect((await seen(await onlyId())).measures).toEqual(['suspend_hours'])
  // Of a lower institution the city stands above the authority that answers for it.
  await complain(host, { bodyId: 'l', persons: ['名hr.county'] })
  const [row] = (await listed(people.city)).filter(({ bodies }) => bodies[0]?.id === 'l')
  expect((await seen(row?.id ?? '')).measures).toEqual(['suspend_hours', 'revoke_certificate'])
  await complain(host, { bodyId: 'd' })
  expect((await seen(await onlyId(people.region), people.region)).measures).toEqual([
    'remove_provider',
    'remove_lecturer',
  ])
})

test('whoever operates the platform sees neither complaint nor desk in names of executions and letters', async () => {
  await complain(host, { persons: ['被投诉人'] })
  const id = await onlyId()
  await openComplaint(host)({ complaintId: id, stage: 'received', token: 't', execution: id })
  now.at = '2026-06-24T09:00:00+08:00'
  await complaintLate(host)({ complaintId: id, stage: 'received' })
  const shown = [
    ...asked.started.map(({ name }) => name),
    ...asked.sent.map((mail) => `${mail.id} ${mail.subject}`),
  ]
  expect(new Set(shown).size).toBe(4)
  for (const words of shown) expect(words).not.toMatch(new RegExp(`${id}|-a\\b|-r\\b|被投诉人|人社`))
})

describe('auditors see who opened what is sealed, and nothing of the complaint', () => {
  const readings = async (limit = 50, cursor?: string) =>
    listComplainantReadings(host)({ limit, cursor }, people.auditor)

  test('who, when, at which desk, under a name that its desk knows; page by page, the latest first', async () => {
    await complain(host, { complainant: secret })
    const id = await onlyId()
    await act(id, { act: 'accept' })
    for (const minute of [1, 2, 3]) {
      now.at = `2026-06-16T09:0${minute}:00+08:00`
      await readComplainant(host)(id, `核实${secret.name}的地址`, people.city)
    }
    const first = await readings(2)
    expect(first.items).toEqual(
      ['03', '02'].map((minute) => ({
        ...{ at: `2026-06-16T09:${minute}:00.000+08:00`, file: null },
        by: { id: 'hr.city', name: '名hr.city' },
        desk: { id: 'a', name: '市人社局' },
        complaint: (first.items[0] ?? { complaint: '' }).complaint,
      })),
    )
    expect((await seen(id)).auditName).toBe(first.items[0]?.complaint)
    const rest = await readings(2, first.cursor ?? undefined)
    expect([rest.items.length, rest.cursor]).toEqual([1, null])
    const said = JSON.stringify([first, rest])
    for (const words of [secret.name, secret.contact, id, '中学', '核实']) expect(said).not.toContain(words)
  })

  test('of a complaint that names the auditor, or their body, there is nothing', async () => {
    await complain(host, { complainant: secret, persons: [people.auditor.name] })
    const id = await onlyId()
    await act(id, { act: 'accept' })
    await readComplainant(host)(id, '核实', people.city)
    expect(await readings()).toEqual({ items: [], cursor: null })
  })
})

describe('whoever is complained of freezes no inquiry', () => {
  const named: Actor = {
    ...{ id: 'hr.named', name: '被投诉人', email: 'named@demo.example' },
    roles: [{ role: 'authority', organisationId: 'a', head: false }],
  }
  let loans = 0
  const lend = async (to: Actor, from: Actor, more: object = {}) => {
    loans += 1
    const loan = {
      ...{ id: `loan${loans}`, from: { id: from.id, name: from.name }, to: { id: to.id, name: to.name } },
      ...{ startsOn: '2026-06-01', endsOn: '2026-07-30', createdAt: '2026-06-01T09:00:00.000+08:00' },
    }
    await write(table, [newDelegation({ ...loan, ...more })])
  }
  const afterwards = { startsOn: '2026-06-16', createdAt: '2026-06-16T09:00:00.000+08:00' }
  beforeEach(async () => {
    await write(table, newAccount(named))
  })

  test('whoever holds tasks of somebody with a name in the text is hinted at by their own name alone', async () => {
    await lend(second, named, { startsOn: '2026-06-01', createdAt: '2026-06-01T09:00:00.000+08:00' })
    await complain(host, { text: `${named.name}代签。` })
    const { maybeMeant } = await seen(await onlyId())
    expect(maybeMeant.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
      [named, second].map(({ id, name }) => ({ id, name })),
    )
  })

  test('by lending their tasks to those who inquire: the loan came after the complaint', async () => {
    await complain(host, { persons: [named.name] })
    const id = await onlyId()
    await act(id, { act: 'accept' })
    now.at = '2026-06-16T10:00:00+08:00'
    for (const one of [people.city, second]) await lend(one, named, afterwards)
    expect(await act(id, { act: 'note', text: '继续调查' })).toBe('inquiry')
    expect(await onlyId(second)).toBe(id)
    expect(await listed(named)).toEqual([])
  })

  test('whoever held their tasks as it came stays without it, also under a new loan', async () => {
    await lend(second, named, { endsOn: '2026-06-16' })
    await complain(host, { persons: [named.name] })
    expect(await listed(second)).toEqual([])
    now.at = '2026-06-20T10:00:00+08:00'
    expect(await listed(second)).toEqual([])
    await lend(second, named, { ...afterwards, startsOn: '2026-06-17' })
    expect(await listed(second)).toEqual([])
    expect(await listed(people.city)).toHaveLength(1)
  })

  test('of whom the inquiry names later, the loans of that moment count', async () => {
    await complain(host)
    const id = await onlyId()
    await act(id, { act: 'accept' })
    now.at = '2026-06-17T10:00:00+08:00'
    await lend(second, named, afterwards)
    expect(await listed(second)).toHaveLength(1)
    await act(id, { act: 'concern', person: named.name, reason: '也参与' })
    expect(await listed(second)).toEqual([])
    now.at = '2026-06-18T10:00:00+08:00'
    await lend(people.city, named, { ...afterwards, createdAt: '2026-06-18T09:59:00.000+08:00' })
    expect(await act(id, { act: 'note', text: '继续调查' })).toBe('inquiry')
  })

  /** Both at the desk get a seat at the body complained of. */
  const seatedAtBody = async (...ids: readonly string[]) => {
    for (const id of ids) {
      const account = await readAccount(table, id)
      const roles = [...(account?.roles ?? []), { role: 'institution', organisationId: 'i', head: false }]
      await write(table, [{ put: { ...keys.account(id), ...account, roles }, when: always }])
    }
  }

  test('nobody at the desk may see it any more: within a day it is at the one above, on record and told', async () => {
    const { code, key } = await complain(host)
    const id = await onlyId()
    await openComplaint(host)({ complaintId: id, stage: 'received', token: 't1', execution: id })
    await openComplaint(host)({ complaintId: id, stage: 'received', token: 't2', execution: id })
    expect(asked.sent).toHaveLength(1)
    await act(id, { act: 'accept' })
    now.at = '2026-06-17T00:00:00+08:00'
    await complaintLate(host)({ complaintId: id, stage: 'inquiry' })
    expect((await seen(id)).status).toBe('inquiry')
    await seatedAtBody('hr.city', 'hr.second', 'hr.named')
    await complaintLate(host)({ complaintId: id, stage: 'inquiry' })
    expect(await listed(people.city)).toEqual([])
    expect(await onlyId(people.region)).toBe(id)
    expect((await seen(id, people.region)).entries.at(-1)).toMatchObject({ act: 'move', by: 'system' })
    await openComplaint(host)({ complaintId: id, stage: 'received', token: 't3', execution: id })
    expect(asked.sent.at(-1)?.to).toEqual(['hr.region@demo.example'])
    const followed = await followComplaint(host)(code, key)
    expect(followed).toMatchObject({ value: { status: 'received', dueOn: '2026-06-25' } })
  })

  test('nobody who inquires may, and the head is left: they name another one, or themselves', async () => {
    const head: Actor = {
      ...{ id: 'hr.head', name: '名hr.head', email: 'head@demo.example' },
      roles: [{ role: 'authority', organisationId: 'a', head: true }],
    }
    await write(table, newAccount(head))
    await complain(host, { complainant: secret })
    const id = await onlyId()
    await act(id, { act: 'accept' })
    expect((await seen(id)).colleagues.map((one) => one.id)).not.toContain('hr.city')
    expect((await seen(id, head)).may).toMatchObject({ act: false, assign: true, readIdentity: false })
    expect((await seen(id, second)).may).toMatchObject({ act: false, assign: false })
    await seatedAtBody('hr.city', 'hr.second', 'hr.named')
    await complaintLate(host)({ complaintId: id, stage: 'inquiry' })
    expect(await listed(people.city)).toEqual([])
    expect((await seen(id, head)).colleagues).toEqual([{ id: 'hr.head', name: '名hr.head' }])
    expect(await act(id, { act: 'assign', colleagueId: 'hr.head' }, head)).toBe('inquiry')
    expect(await seen(id, head)).toMatchObject({
      inquirers: [{ id: 'hr.head' }],
      may: { act: true, readIdentity: true },
    })
    // Whoever inquires names another one, not themselves twice.
    expect(await act(id, { act: 'assign', colleagueId: 'hr.head' }, head)).toBe('INPUT_INVALID')
  })

  test('nobody who inquires may, and no head is there: whoever is left accepts it anew', async () => {
    await complain(host)
    const id = await onlyId()
    await act(id, { act: 'accept' })
    await seatedAtBody('hr.city')
    expect(await act(id, { act: 'accept' }, second)).toBe('WRONG_STATE')
    await complaintLate(host)({ complaintId: id, stage: 'inquiry' })
    expect(await act(id, { act: 'accept' }, second)).toBe('inquiry')
  })
})

describe('who complained is sealed', () => {
  test('in no item of the table, in no mail; read by those who inquire alone, each time on record', async () => {
    await complain(host, { complainant: secret })
    const id = await onlyId()
    await openComplaint(host)({ complaintId: id, stage: 'received', token: 't1', execution: id })
    const read = (actor: Actor) => readComplainant(host)(id, '核实日期', actor)
    expect(await read(people.city)).toMatchObject({ code: 'NOT_FOUND' })
    await act(id, { act: 'accept' })
    expect(await read(second)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await seen(id)).toMatchObject({ identity: 'kept', readings: [] })
    expect(await read(people.city)).toEqual({ ok: true, value: secret })
    expect((await seen(id, second)).readings).toMatchObject([{ byName: '名hr.city', reason: '核实日期' }])
    // In the same millisecond by the same person: each stands.
    expect(await readComplainant(host)(id, '再次核实', people.city)).toMatchObject({ ok: true })
    expect((await seen(id, second)).readings.map(({ reason }) => reason).toSorted()).toEqual([
      '再次核实',
      '核实日期',
    ])
    const everything = JSON.stringify([await everyItem(table), asked, await seen(id)])
    expect(everything).not.toContain(secret.name)
    expect(everything).not.toContain(secret.contact)
  })

  test('deleted in its time, too, where the matter was passed on out of the platform', async () => {
    await complain(host, { complainant: secret })
    const id = await onlyId()
    await act(id, { act: 'pass_on', outside: '市纪委监委', reason: '涉嫌违纪' })
    now.at = `${addDays('2026-06-15', complaintTerms.identityDays)}T00:30:00+08:00`
    expect((await sweepComplaints(host, 0)).deleted).toBe(1)
  })

  test('deleted when its time after the end is over: a day before it is there, on the day it is gone', async () => {
    const { code, key } = await complain(host, { complainant: secret })
    const id = await onlyId()
    await act(id, { act: 'accept' })
    await act(id, { act: 'find', finding: 'found', text: '属实' })
    await act(id, { act: 'report', text: '属实' })
    const term = addDays('2026-06-15', complaintTerms.identityDays)
    now.at = `${addDays(term, -1)}T23:00:00+08:00`
    expect((await sweepComplaints(host, 0)).deleted).toBe(0)
    expect((await seen(id)).identity).toBe('kept')
    now.at = `${term}T00:30:00+08:00`
    expect((await sweepComplaints(host, 0)).deleted).toBe(1)
    expect((await seen(id)).identity).toBe('deleted')
    expect(await readComplainant(host)(id, '核实', people.city)).toMatchObject({ code: 'NOT_FOUND' })
    expect((await followComplaint(host)(code, key)).ok).toBe(true)
  })
})

test('figures are published by city and quarter, from five on', async () => {
  for (let nth = 1; nth <= 5; nth += 1) {
    await complain(host, { text: `第 ${nth} 件` })
    const id = await onlyId()
    await act(id, { act: 'accept' })
    await act(id, { act: 'find', finding: 'found', text: '属实' })
    await act(id, { act: 'report', text: '属实' })
    const { items, faults } = await publishedFigures(table)
    expect(items).toEqual(nth < 5 ? [] : [{ quarter: '2026-Q2', city: '市人社局', closed: 5 }])
    expect(faults).toEqual([{ quarter: '2026-Q2', body: '中学i', cases: nth }])
  }
})

test('a body is named once it was found at fault, and not while it is inquired or where nothing was found', async () => {
  await complain(host, { text: '第一件' })
  const id = await onlyId()
  await act(id, { act: 'accept' })
  const faults = async () => (await publishedFigures(table)).faults
  await act(id, { act: 'find', finding: 'not_found', text: '不属实' })
  expect(await faults()).toEqual([])
  await act(id, { act: 'report', text: '不属实' })
  expect(await faults()).toEqual([])
})

describe('a body at fault is written to', () => {
  const letter = { act: 'tell_body', bodyId: 'i', text: '名册中十人没有到场。', asked: '更正名册。' } as const
  const tell = { ...letter, until: '2026-07-31' }
  const refused = async (id: string, body: ComplaintActBody) => {
    const acted = await actOnComplaint(host)(id, body, people.city)
    return acted.ok ? acted.value.status : (acted.errors?.[0]?.pointer ?? acted.code)
  }

  test('its finding, what is asked and by when, to its head; nobody in the subject, nobody who complained', async () => {
    await complain(host, { complainant: secret, persons: ['名unit.admin'] })
    const id = await onlyId()
    await act(id, { act: 'accept' })
    expect(await refused(id, tell)).toBe('WRONG_STATE')
    await act(id, { act: 'find', finding: 'partly', text: '属实' })
    expect(await refused(id, { ...tell, text: `${secret.name}反映的情况属实。` })).toBe('/text')
    expect(await refused(id, { ...tell, asked: `请联系${secret.contact}。` })).toBe('/asked')
    expect(await refused(id, { ...tell, bodyId: 'j' })).toBe('/bodyId')
    expect(await refused(id, { ...tell, until: '2026-06-15' })).toBe('/until')
    expect(await refused(id, tell)).toBe('found')
    const [sent] = asked.sent.filter(({ subject }) => subject.includes('查证结果'))
    expect(sent?.to).toEqual([people.head.email])
    expect(sent?.subject).toBe('投诉举报查证结果及整改要求，请在期限内答复：2026-07-31')
    for (const words of ['部分属实', tell.text, tell.asked, tell.until, '市人社局'])
      expect(sent?.text).toContain(words)
    expect((await seen(id)).entries.at(-1)).toMatchObject({ act: 'tell_body', shown: false })
  })

  test('whom it is about gets no letter; where nobody else is there, the desk delivers it on paper', async () => {
    await complain(host, { persons: ['名unit.head'] })
    const id = await onlyId()
    await act(id, { act: 'accept' })
    await act(id, { act: 'find', finding: 'found', text: '属实' })
    await act(id, tell)
    const to = asked.sent.filter(({ subject }) => subject.includes('查证结果')).flatMap((mail) => mail.to)
    expect(to).toEqual([people.registrar.email])
    await act(id, { act: 'concern', person: '名unit.admin', reason: '也在其中' })
    expect(await refused(id, tell)).toBe('/bodyId')
  })

  test('nothing found, nobody is written to', async () => {
    await complain(host)
    const id = await onlyId()
    await act(id, { act: 'accept' })
    await act(id, { act: 'find', finding: 'not_found', text: '不属实' })
    expect(await refused(id, tell)).toBe('WRONG_STATE')
  })
})
