import { createHash } from 'node:crypto'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import { searchAudit } from '../../functions/audit/search-audit.ts'
import { answerMatter } from '../../functions/inspections/answer-matter.ts'
import { type CheckBody, type DrawBody, DrawDocument } from '../../functions/inspections/api.ts'
import { findViolation, orderSupervision } from '../../functions/inspections/begin-matter.ts'
import { checkMatter } from '../../functions/inspections/check-matter.ts'
import { drawDocument } from '../../functions/inspections/draw-document.ts'
import { inspectionWay } from '../../functions/inspections/inspection-way.ts'
import { checksToDo } from '../../functions/inspections/inspections-to-do.ts'
import { orderDraw } from '../../functions/inspections/order-draw.ts'
import {
  listDraws,
  listMatters,
  listViolations,
  viewDraw,
  viewFrame,
  viewMatter,
} from '../../functions/inspections/view-inspections.ts'
import { correctEntry } from '../../functions/ledger/correct-entry.ts'
import { readEligibility } from '../../functions/ledger/read-eligibility.ts'
import { readLedger } from '../../functions/ledger/read-ledger.ts'
import { type Actor, newAccount } from '../../functions/organisations/account.ts'
import { addDays } from '../../functions/platform/clock.ts'
import { keys } from '../../functions/platform/keys.ts'
import { sweepMatters } from '../../functions/platform/matter-way.ts'
import type { Table } from '../../functions/platform/table.ts'
import { read, write } from '../../functions/platform/table.ts'
import { putEvidence } from '../../functions/requests/evidence.ts'
import { assessStaff } from '../../functions/staff/due-obligations.ts'
import { nextEntry } from '../../functions/staff/ledger.ts'
import { readStaff, recordEntry } from '../../functions/staff/staff.ts'
import { always2024 } from '../../rules/edition.ts'
import { nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import {
  COUNTY,
  fromFeed,
  type Host,
  more,
  opened,
  passed,
  recognise,
  runDraw,
  seedCounty,
} from './inspections-ground.ts'
import { redraw } from './redraw.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
const now = { at: '' }
let table: Table
let asked = nothingAsked()
let host: Host

const draw: DrawBody = {
  ...{ deskId: 'k', from: '2026-01-01', to: '2026-06-14', bySign: 0, byLot: 2, reason: '年度抽查' },
}

beforeEach(async () => {
  now.at = '2026-06-15T09:00:00+08:00'
  table = await database.newTable()
  asked = nothingAsked()
  host = recordingHost(table, { now: () => Date.parse(now.at) }, asked)
  await seedRegisters(table)
})

/** The day moves on, working hours. */
const later = (days: number) => {
  now.at = `${addDays(now.at.slice(0, 10), days)}T09:00:00+08:00`
}
const order = async (body: Partial<DrawBody> = {}, actor: Actor = people.city, key = 'one') => {
  const ordered = await orderDraw(host)({ ...draw, ...body }, key, actor)
  return ordered.ok ? ordered.value.id : ordered.code
}
const drawn = async (body: Partial<DrawBody> = {}, actor: Actor = people.city) => {
  const id = await order(body, actor)
  await runDraw(host, id)
  const view = await viewDraw(host)(id, actor)
  if (!view.ok) throw new Error(view.code)
  return view.value
}
/** The one matter of a draw of one. */
const oneMatter = async (body: Partial<DrawBody> = {}): Promise<string> => {
  const [first] = (await drawn({ byLot: 1, ...body })).drawn
  if (!first?.matterId) throw new Error('Nothing was drawn.')
  await opened(host, first.matterId)
  return first.matterId
}
const check = async (id: string, body: CheckBody, actor: Actor = people.city): Promise<string> => {
  const checked = await checkMatter(host)(id, body, actor)
  return checked.ok ? checked.value.status : checked.code
}
const answer = async (id: string, actor: Actor = people.lower, body = {}): Promise<string> => {
  const answered = await answerMatter(host)(id, { text: '附签到表', evidence: [], ...body }, actor)
  return answered.ok ? answered.value.status : answered.code
}
const matter = async (id: string, actor: Actor = people.city) => {
  const view = await viewMatter(host)(id, actor)
  if (!view.ok) throw new Error(view.code)
  return view.value
}
const hoursOf = async (staffId: string): Promise<number> => {
  const staff = await readStaff(table, staffId)
  if (staff === undefined) throw new Error(`Nobody is ${staffId}.`)
  return assessStaff(staff, 2026, now.at.slice(0, 10), always2024).annual.professionalTenths
}

describe('Art. 35: an authority draws from what a lower desk has recognised', () => {
  test('the seed is committed to before, told after; whoever has frame and seed draws the same', async () => {
    await seedCounty(table, 12)
    const id = await order()
    const before = await viewDraw(host)(id, people.city)
    expect(before).toMatchObject({ ok: true, value: { status: 'gathering', seed: null, drawn: [] } })
    expect(await viewFrame(host)(id, { limit: 100 }, people.city)).toMatchObject({ code: 'NOT_FOUND' })
    await runDraw(host, id)
    const view = await viewDraw(host)(id, people.city)
    if (!before.ok || !view.ok) throw new Error('It was to be seen.')
    const { seed, commitment, drawn: sample, frameSize, frameHash } = view.value
    const sha = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(sha(seed ?? '')).toBe(before.value.commitment)
    expect(commitment).toBe(before.value.commitment)
    const frame = await viewFrame(host)(id, { limit: 100 }, people.city)
    const names = frame.ok ? frame.value.items.map(({ name }) => name) : []
    expect([names.length, frameSize]).toEqual([12, 12])
    expect(sha(names.join('\n'))).toBe(frameHash)
    // Anyone, by hand.
    const byHand = names
      .toSorted((a, b) => (sha(`${seed}\n${a}`) < sha(`${seed}\n${b}`) ? -1 : 1))
      .slice(0, 2)
    expect(sample.map(({ name }) => name)).toEqual(byHand)
  })

  test('the desk that is looked at learns of it when it is drawn; nobody at it draws from it', async () => {
    await seedCounty(table, 3)
    const id = await order()
    const fromCounty = async () => (await listDraws(host)({ box: 'from', limit: 10 }, people.county)).items
    expect(await fromCounty()).toEqual([])
    expect(await viewDraw(host)(id, people.county)).toMatchObject({ code: 'NOT_FOUND' })
    await runDraw(host, id)
    expect((await fromCounty()).map((one) => one.id)).toEqual([id])
    const seen = await viewDraw(host)(id, people.county)
    expect(seen).toMatchObject({ ok: true, value: { status: 'drawn', drawn: [{ matterId: null }, {}] } })
    expect(await order({}, people.county, 'two')).toBe('NOT_ALLOWED')
    expect(await order({ deskId: 'b' }, people.city, 'three')).toBe('NOT_ALLOWED')
    const both = { ...people.city, roles: [...people.city.roles, ...people.county.roles] }
    expect(await order({}, both, 'four')).toBe('NOT_ALLOWED')
    const lent = { ...people.city, standsInFor: [people.county] }
    expect(await order({}, lent, 'five')).toBe('NOT_ALLOWED')
  })

  test('only what that desk recognised in that time; again the same is the same draw', async () => {
    await seedCounty(table, 2)
    await recognise(table, { staffId: 'staff.l1', institutionId: 'l', at: { ...COUNTY, desk: 'a' } })
    await recognise(table, {
      ...{ staffId: 'staff.l2', institutionId: 'l', at: COUNTY },
      recordedAt: '2026-06-15T08:00:00.000+08:00',
    })
    const { frameSize, id } = await drawn()
    expect(frameSize).toBe(2)
    expect(await order()).toBe(id)
    expect(await order({ byLot: 3 })).toBe('KEY_REUSED')
  })

  test('by signs: unlikely hours, twins, what stands out; each told to the authority alone', async () => {
    await seedCounty(table, 9)
    await recognise(table, { staffId: 'staff.l1', institutionId: 'l', at: COUNTY, credit: { hours: 60 } })
    const view = await drawn({ bySign: 5, byLot: 0 })
    expect(view.drawn.map(({ signs }) => signs.toSorted().join())).toContain('outlier,twin,unlikely')
    const [twins] = view.drawn.filter(({ signs }) => signs.join() === 'twin')
    expect(twins?.name).toBe('staff.l1.1')
    const id = view.drawn[0]?.matterId ?? ''
    expect((await matter(id)).sample?.signs).not.toBeNull()
    expect((await matter(id, people.lower)).sample?.signs).toBeNull()
  })
})

describe('Art. 35: whoever was looked at redraws the sample from what is published alone', () => {
  const document = async (id: string, actor: Actor = people.county) => {
    const found = await drawDocument(host)(id, actor)
    if (!found.ok) throw new Error(found.code)
    // As it is downloaded.
    return DrawDocument.parse(JSON.parse(JSON.stringify(found.value)))
  }

  test('hours with signs and hours by lot, the signs of the frame, and its hash', async () => {
    await seedCounty(table, 12)
    for (const [staffId, hours] of [
      ['staff.l1', 60],
      ['staff.l2', 44],
    ] as const)
      await recognise(table, { staffId, institutionId: 'l', at: COUNTY, credit: { hours } })
    await fromFeed(table, { staffId: 'staff.l3', by: 'row' })
    const id = await order({ bySign: 3, byLot: 4 })
    expect(await drawDocument(host)(id, people.city)).toMatchObject({ code: 'NOT_FOUND' })
    await runDraw(host, id)
    // While it runs, the desk that decided learns from nothing of it who is asked, and can't redraw it.
    const running = await viewDraw(host)(id, people.county)
    expect(running).toMatchObject({ value: { open: false, seed: null } })
    expect(JSON.stringify(running)).not.toContain('staff.')
    expect(running.ok && running.value.drawn.every((row, nth) => row.name === String(nth + 1))).toBe(true)
    expect(running.ok && running.value.drawn.flatMap((row) => row.signs)).toEqual([])
    expect(await viewFrame(host)(id, { limit: 100 }, people.county)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await drawDocument(host)(id, people.county)).toMatchObject({ code: 'NOT_FOUND' })
    expect(redraw(await document(id, people.city)).faults).toEqual([])
    const atAuthority = await viewDraw(host)(id, people.city)
    for (const { matterId } of atAuthority.ok ? atAuthority.value.drawn : []) {
      expect(await drawDocument(host)(id, people.county)).toMatchObject({ code: 'NOT_FOUND' })
      await answer(matterId ?? '')
      await check(matterId ?? '', { act: 'fits', text: '属实' })
    }
    const published = await document(id)
    // For the authority by name as well; for the desk by the frame's names alone.
    const [own, theirs] = [await viewDraw(host)(id, people.city), await viewDraw(host)(id, people.county)]
    expect(own.ok && own.value.drawn.every(({ person }) => person?.name !== undefined)).toBe(true)
    expect(theirs.ok && theirs.value.drawn.every(({ person }) => person === null)).toBe(true)
    const { names, faults } = redraw(published)
    expect(faults).toEqual([])
    expect(names).toEqual(published.drawn.map(({ name }) => name))
    expect(published.drawn.map(({ by }) => by)).toEqual(['sign', 'sign', 'sign', 'lot', 'lot', 'lot', 'lot'])
    const signs = new Set(published.frame.flatMap((row) => row.signs))
    expect([...signs].toSorted()).toEqual(['at_once', 'outlier', 'twin', 'unlikely'])
    // Another seed, another sign or another row is seen.
    expect(redraw({ ...published, seed: '0' }).faults).toEqual(['commitment'])
    expect(redraw({ ...published, frame: published.frame.slice(1) }).faults).toContain('frameHash')
    const frame = published.frame.map((row) => ({
      ...row,
      signs: row.signs.filter((one) => one !== 'outlier'),
    }))
    expect(redraw({ ...published, frame }).faults).not.toEqual([])
    // The pages of the frame say the same signs.
    const page = await viewFrame(host)(id, { limit: 100 }, people.county)
    expect(page.ok && page.value.items.map((row) => row.signs)).toEqual(
      published.frame.map((row) => row.signs),
    )
    expect(await drawDocument(host)(id, people.lower)).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('fewer than asked for: how many have a sign, and how many were left for the lot, is said', async () => {
    await seedCounty(table, 3)
    await recognise(table, { staffId: 'staff.l1', institutionId: 'l', at: COUNTY, credit: { hours: 60 } })
    const view = await drawn({ bySign: 5, byLot: 5 })
    expect(view).toMatchObject({ frameSize: 4, counts: { withSigns: 2, bySign: 2, byLot: 2 } })
    expect(redraw(await document(view.id, people.city)).names).toHaveLength(4)
  })

  test.each(['day', 'row'] as const)('recognised at once from a feed is a sign: by its %s', async (by) => {
    await seedCounty(table, 2)
    await fromFeed(table, { staffId: 'staff.l2', by })
    const signed = (await drawn({ bySign: 2, byLot: 0 })).drawn.map(({ name, signs }) => [name, signs])
    expect(signed).toEqual([['staff.l2.2', ['at_once']]])
  })

  test('a feed that a desk looked at is none', async () => {
    await seedCounty(table, 2)
    await fromFeed(table, { staffId: 'staff.l2', by: 'day', atOnce: false })
    expect((await drawn({ bySign: 2, byLot: 0 })).drawn).toEqual([])
  })
})

describe('Art. 35: proof is asked for, and looked at by somebody who did not act', () => {
  test('the person and the institution are written to; an answer with its file fits, and it is over', async () => {
    await seedCounty(table, 1)
    const id = await oneMatter()
    expect(asked.sent.flatMap(({ to }) => to).toSorted()).toEqual([
      'pl1@demo.example',
      'unit.lower@demo.example',
    ])
    for (const { subject, text } of asked.sent) expect(`${subject}${text}`).not.toMatch(/名staff|师德/)
    const file = { id: 'e1', sha256: 'x', size: 1, type: 'application/pdf', objectKey: 'o' }
    await write(table, [putEvidence({ ...file, uploadedBy: 'p.l1', uploadedAt: now.at, state: 'kept' })])
    expect(await answer(id, people.lower, { evidence: ['e1'] })).toBe('INPUT_INVALID')
    expect(await answer(id, people.county)).toBe('NOT_FOUND')
    expect(await answer(id, more.person, { evidence: ['e1'] })).toBe('answered')
    expect(asked.told).toEqual([{ kind: 'success', token: `t-${id}`, detail: {} }])
    expect(await check(id, { act: 'verify', text: 'x' })).toBe('WRONG_STATE')
    expect(await check(id, { act: 'fits', text: '签到齐全' })).toBe('closed')
    expect(await matter(id)).toMatchObject({ outcome: 'fits', evidence: ['e1'], may: { check: false } })
    expect(await hoursOf('staff.l1')).toBe(200)
  })

  test('a rectification by a day, answered, to be done again, verified', async () => {
    await seedCounty(table, 1)
    const id = await oneMatter()
    await answer(id)
    expect(await check(id, { act: 'rectify', until: '2026-06-15', text: 'x' })).toBe('INPUT_INVALID')
    expect(await check(id, { act: 'rectify', until: '2026-09-14', text: 'x' })).toBe('INPUT_INVALID')
    expect(await check(id, { act: 'rectify', until: '2026-09-13', text: '补齐学习记录' })).toBe('rectifying')
    expect(await answer(id)).toBe('rectified')
    expect(await check(id, { act: 'again', until: '2026-07-01', text: '仍缺' })).toBe('rectifying')
    expect(await answer(id, more.person)).toBe('rectified')
    expect(await check(id, { act: 'verify', text: '已补齐' })).toBe('closed')
    const { entries } = await matter(id)
    expect(entries.map(({ act }) => act)).toEqual([
      ...['ask', 'answer', 'rectify', 'answer', 'again', 'answer', 'verify'],
    ])
  })

  test('corrected by an entry that was made since, and by no other', async () => {
    await seedCounty(table, 1)
    const id = await oneMatter()
    const correct = (entry: number) => check(id, { act: 'corrected', entry, text: '已核减' })
    expect(await correct(1)).toBe('INPUT_INVALID')
    expect(await correct(2)).toBe('INPUT_INVALID')
    later(1)
    const body = { entry: 1, reason: '只上了一半', grantedHours: 10 }
    expect(await correctEntry(host)('staff.l1', body, 'k1', people.city)).toMatchObject({ ok: true })
    // The page offers it by name: nobody types a number.
    const corrections = (await matter(id)).sample?.corrections
    expect(corrections).toMatchObject([{ entry: 2, reason: '只上了一半' }])
    expect((await matter(id, people.lower)).sample?.corrections).toEqual([])
    expect(await correct(2)).toBe('closed')
    expect(await hoursOf('staff.l1')).toBe(100)
  })

  test('who decided, entered or answered it checks nothing of it, nor who holds their tasks', async () => {
    await seedCounty(table, 1)
    const at = { desk: 'k', stage: 'authority', by: more.citySecond.id } as const
    await recognise(table, { staffId: 'staff.l1', institutionId: 'l', at })
    const view = await drawn({ byLot: 2 })
    const own = view.drawn.find(({ name }) => name === 'staff.l1.2')?.matterId ?? ''
    await answer(own)
    expect((await matter(own, more.citySecond)).may.check).toBe(false)
    expect(await check(own, { act: 'fits', text: 'x' }, more.citySecond)).toBe('OWN_INSPECTION')
    const borrowed: Actor = { ...people.county, standsInFor: [people.city] }
    expect(await check(own, { act: 'fits', text: 'x' }, borrowed)).toBe('NOT_FOUND')
    expect(await check(own, { act: 'fits', text: 'x' })).toBe('closed')
  })
})

describe('Art. 35: hours that nobody proves are suspended after notice, and count again once they are', () => {
  test('notice first, then suspended; no correction meanwhile; proved, they count as before', async () => {
    await seedCounty(table, 1)
    const id = await oneMatter()
    const before = await readStaff(table, 'staff.l1')
    await passed(host, id)
    expect(await matter(id)).toMatchObject({ noticeUntil: null })
    later(16)
    await passed(host, id)
    const { noticeUntil, dueOn } = await matter(id)
    expect([noticeUntil, dueOn]).toEqual(['2026-07-08', '2026-07-08'])
    expect(await hoursOf('staff.l1')).toBe(200)
    now.at = '2026-07-08T23:00:00+08:00'
    await passed(host, id)
    expect(await hoursOf('staff.l1')).toBe(200)
    now.at = '2026-07-09T00:01:00+08:00'
    await passed(host, id)
    await passed(host, id)
    expect(await hoursOf('staff.l1')).toBe(0)
    expect(await matter(id)).toMatchObject({ suspended: true, status: 'asked' })
    const suspended = await readStaff(table, 'staff.l1')
    expect(suspended?.entries).toHaveLength(2)
    const body = { entry: 1, reason: 'x', grantedHours: 10 }
    const corrected = await correctEntry(host)('staff.l1', body, 'k1', people.city)
    expect(corrected).toMatchObject({ code: 'ENTRY_SUSPENDED' })
    expect(await answer(id)).toBe('answered')
    expect(await hoursOf('staff.l1')).toBe(0)
    expect(await check(id, { act: 'fits', text: '属实' })).toBe('closed')
    expect(await matter(id)).toMatchObject({ suspended: false, outcome: 'fits' })
    const after = await readStaff(table, 'staff.l1')
    if (before === undefined || after === undefined) throw new Error('Nobody is there.')
    expect(assessStaff(after, 2026, '2026-07-09', always2024)).toEqual(
      assessStaff(before, 2026, '2026-07-09', always2024),
    )
    expect(after.entries.map(({ fact }) => ('suspension' in fact ? fact.suspension : fact.kind))).toEqual([
      ...['credit', 'begun', 'lifted'],
    ])
  })

  /** A sample whose notice is over: its hours are about to be suspended. */
  const noticeOver = async (): Promise<string> => {
    await seedCounty(table, 1)
    const id = await oneMatter()
    later(16)
    await passed(host, id)
    now.at = '2026-07-09T09:00:00+08:00'
    return id
  }

  test('answered at the moment of the suspension, the hours are not suspended: ledger and matter go together', async () => {
    const id = await noticeOver()
    let isAnswered = false
    const send = async (command: { input: unknown }) => {
      if (!isAnswered && JSON.stringify(command.input).includes('"act":"suspend"')) {
        isAnswered = true
        expect(await answer(id)).toBe('answered')
      }
      return table.client.send(command as never)
    }
    await passed({ ...host, table: { ...table, client: { send } as unknown as Table['client'] } }, id)
    expect(isAnswered).toBe(true)
    expect(await matter(id)).toMatchObject({ status: 'answered', suspended: false })
    expect(await hoursOf('staff.l1')).toBe(200)
  })

  test('suspended by the ledger alone, as a version before could leave it, they count again once they are proved', async () => {
    const id = await noticeOver()
    await passed(host, id)
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...(await read(table, keys.inspection(id))), suspendedBy: undefined },
      }),
    )
    expect(await answer(id)).toBe('answered')
    expect(await matter(id)).toMatchObject({ suspended: true })
    expect(await hoursOf('staff.l1')).toBe(0)
    expect(await check(id, { act: 'fits', text: '属实' })).toBe('closed')
    expect(await hoursOf('staff.l1')).toBe(200)
  })

  test('an answer within the notice stops it; the authority may lift on its own', async () => {
    await seedCounty(table, 2)
    const view = await drawn()
    const [first, second] = view.drawn.map(({ matterId }) => matterId ?? '')
    if (first === undefined || second === undefined) throw new Error('Two were drawn.')
    for (const id of [first, second]) await opened(host, id)
    later(16)
    for (const id of [first, second]) await passed(host, id)
    await answer(first)
    now.at = '2026-07-09T09:00:00+08:00'
    for (const id of [first, second]) await passed(host, id)
    expect((await matter(first)).suspended).toBe(false)
    expect((await matter(second)).suspended).toBe(true)
    expect(await check(first, { act: 'lift', text: 'x' })).toBe('WRONG_STATE')
    expect(await check(second, { act: 'lift', text: '单位停电' })).toBe('asked')
    expect((await matter(second)).suspended).toBe(false)
  })

  test('lifted while nobody has answered, the hours are suspended again by a new demand and its notice alone', async () => {
    await seedCounty(table, 1)
    const id = (await drawn({ byLot: 1 })).drawn[0]?.matterId ?? ''
    await opened(host, id)
    later(16)
    await passed(host, id)
    now.at = '2026-07-09T09:00:00+08:00'
    await passed(host, id)
    expect(await check(id, { act: 'lift', text: '单位停电' })).toBe('asked')
    expect(await matter(id)).toMatchObject({ suspended: false, noticeUntil: null, dueOn: '2026-07-23' })
    now.at = '2026-07-10T09:00:00+08:00'
    await opened(host, id)
    expect(asked.sent.at(-1)?.subject).toBe('抽查学时，请在期限内提供证明：2026-07-23')
    await passed(host, id)
    expect(await hoursOf('staff.l1')).toBe(200)
    now.at = '2026-07-24T09:00:00+08:00'
    await passed(host, id)
    expect(await matter(id)).toMatchObject({ suspended: false, noticeUntil: '2026-07-31' })
    now.at = '2026-08-01T09:00:00+08:00'
    await passed(host, id)
    expect(await hoursOf('staff.l1')).toBe(0)
  })

  /** The same hours, drawn twice and asked for by name by the region. */
  const twice = async () => {
    await seedCounty(table, 1)
    const first = await oneMatter()
    const id = await order({ byLot: 1 }, people.city, 'two')
    await runDraw(host, id)
    const view = await viewDraw(host)(id, people.city)
    const second = view.ok ? (view.value.drawn[0]?.matterId ?? '') : ''
    await opened(host, second)
    return [first, second] as const
  }

  test('asked about in two draws, each says how the other stands, and links it to whoever sees it', async () => {
    const [first, second] = await twice()
    expect((await matter(second)).sample?.sameHours).toMatchObject([
      { id: first, authority: { id: 'a' }, status: 'asked', suspended: false },
    ])
    expect((await matter(first, more.person)).sample?.sameHours).toMatchObject([{ id: second }])
    await answer(first)
    await check(first, { act: 'fits', text: '属实' })
    expect((await matter(second)).sample?.sameHours).toMatchObject([{ status: 'closed', outcome: 'fits' }])
  })

  test('in two draws, hours are suspended once, and count again with the last that holds them', async () => {
    const both = await twice()
    later(16)
    for (const id of both) await passed(host, id)
    now.at = '2026-07-09T09:00:00+08:00'
    for (const id of both) await passed(host, id)
    const [first, second] = both
    for (const id of both) expect(await matter(id)).toMatchObject({ suspended: true })
    const suspensions = async () =>
      (await readStaff(table, 'staff.l1'))?.entries.flatMap(({ fact }) =>
        fact.kind === 'correction' ? [fact.suspension] : [],
      )
    expect(await suspensions()).toEqual(['begun'])
    await answer(first)
    expect(await check(first, { act: 'fits', text: '属实' })).toBe('closed')
    expect((await matter(first)).entries.at(-1)).toMatchObject({ act: 'stays_suspended', byName: null })
    expect(await hoursOf('staff.l1')).toBe(0)
    expect(await matter(second)).toMatchObject({ suspended: true, status: 'asked' })
    await answer(second)
    expect(await check(second, { act: 'fits', text: '属实' })).toBe('closed')
    expect(await suspensions()).toEqual(['begun', 'lifted'])
    expect(await hoursOf('staff.l1')).toBe(200)
  })

  test('let go by two authorities at once, they count again', async () => {
    const both = await twice()
    later(16)
    for (const id of both) await passed(host, id)
    now.at = '2026-07-09T09:00:00+08:00'
    for (const id of both) await passed(host, id)
    await Promise.all(both.map((id) => check(id, { act: 'lift', text: '单位停电' })))
    for (const id of both) expect(await matter(id)).toMatchObject({ suspended: false })
    expect(await hoursOf('staff.l1')).toBe(200)
    // Whoever was on record last says that they count: never both that the other one keeps them.
    const last = await Promise.all(both.map(async (id) => (await matter(id)).entries.at(-1)?.act))
    expect(last).toContain('lift')
  })

  test('an objection against the suspension that was upheld holds: no machine suspends again on the old notice', async () => {
    const id = await noticeOver()
    await passed(host, id)
    const staff = await readStaff(table, 'staff.l1')
    const [first] = staff?.entries ?? []
    if (staff === undefined || first?.fact.kind !== 'credit') throw new Error('Nothing was recognised.')
    const upheld = { kind: 'correction', of: 1, reason: '异议成立', fact: first.fact } as const
    const by = {
      staffId: 'staff.l1',
      recordedAt: `${now.at.slice(0, 10)}T10:00:00.000+08:00`,
      recordedBy: 'hr.city',
    }
    const entry = nextEntry(staff.entries, { ...by, source: 'objection.0', fact: upheld })
    await write(table, recordEntry(staff, entry))
    asked.sent.length = 0
    now.at = '2026-07-17T00:00:00+08:00'
    await passed(host, id)
    expect(await hoursOf('staff.l1')).toBe(200)
    expect(await matter(id)).toMatchObject({ suspended: false, noticeUntil: null, dueOn: '2026-07-31' })
    expect(new Set(asked.sent.map(({ subject }) => subject))).toEqual(
      new Set(['抽查学时已恢复计算', '抽查学时，请在期限内提供证明：2026-07-31']),
    )
    // Who still proves nothing is asked, and given notice, as anew.
    now.at = '2026-08-01T00:00:00+08:00'
    await passed(host, id)
    expect(await matter(id)).toMatchObject({ suspended: false, noticeUntil: '2026-08-07' })
    now.at = '2026-08-08T00:00:00+08:00'
    await passed(host, id)
    expect(await hoursOf('staff.l1')).toBe(0)
    const { entries } = await matter(id)
    expect(entries.map(({ act }) => act)).toEqual([
      ...['ask', 'notice', 'suspend', 'lift', 'notice', 'suspend'],
    ])
  })

  test('what counts no more anyway is not suspended, and both page and record say why', async () => {
    await seedCounty(table, 1)
    const id = await oneMatter()
    const body = { entry: 1, reason: '没有到场', void: true as const }
    expect(await correctEntry(host)('staff.l1', body, 'k1', people.region)).toMatchObject({ ok: true })
    later(16)
    await passed(host, id)
    now.at = '2026-07-09T09:00:00+08:00'
    await passed(host, id)
    now.at = '2026-07-20T09:00:00+08:00'
    await passed(host, id)
    const { sample, entries, suspended } = await matter(id)
    expect([sample?.notSuspended, suspended]).toEqual(['void', false])
    expect(entries.filter(({ act }) => act === 'not_suspended')).toHaveLength(1)
  })

  test('a crash between the table and the machine is mended', async () => {
    await seedCounty(table, 1)
    asked.engineFails = true
    const id = await order({ byLot: 1 })
    expect(asked.started).toEqual([])
    asked.engineFails = false
    now.at = '2026-06-15T09:10:00+08:00'
    expect(await sweepMatters(inspectionWay, host, 60_000)).toBe(1)
    expect(asked.started.map(({ name }) => name)).toEqual([id])
  })
})

test('Art. 35: every letter says in its subject what it is and by when, and names nobody; a draw’s row what is suspended', async () => {
  await seedCounty(table, 1)
  const { id: drawId } = await drawn({ byLot: 1 })
  const rows = async () => {
    const view = await viewDraw(host)(drawId, people.city)
    return view.ok ? view.value.drawn : []
  }
  const id = (await rows())[0]?.matterId ?? ''
  expect((await rows())[0]).toMatchObject({ status: 'asked', suspended: false })
  await opened(host, id)
  later(16)
  await passed(host, id)
  now.at = '2026-07-09T09:00:00+08:00'
  await passed(host, id)
  expect((await rows())[0]).toMatchObject({ status: 'asked', suspended: true })
  await answer(id)
  await opened(host, id)
  await check(id, { act: 'fits', text: '属实' })
  const found = await findViolation(host)(
    { staffId: 'staff.l1', text: '代签', article: '32' },
    'v',
    people.county,
  )
  if (found.ok) await opened(host, found.value.id)
  expect([...new Set(asked.sent.map(({ subject }) => subject))]).toEqual([
    '抽查学时，请在期限内提供证明：2026-06-30',
    '抽查学时将暂停计算，请在期限内提供证明：2026-07-08',
    '抽查逾期未举证，学时已自动暂停计算',
    '抽查学时逾期未答复：2026-07-08',
    '抽查学时已答复，请在期限内核实：2026-07-23',
    '抽查学时已办结',
    '有一件事项，请在期限内陈述意见：2026-07-23',
  ])
})

describe('Art. 35: an order to a lower body', () => {
  const body = { bodyId: 'k', text: '清理逾期事项', article: '38', until: '2026-07-01' }
  const ordered = async (actor: Actor = people.city, key = 'o1', over = {}) => {
    const outcome = await orderSupervision(host)({ ...body, ...over }, key, actor)
    return outcome.ok ? outcome.value.id : outcome.code
  }

  test('answered by the body, to be done again, verified by the one that ordered', async () => {
    const id = await ordered()
    await opened(host, id)
    expect(asked.sent.flatMap(({ to }) => to)).toEqual(['hr.county@demo.example'])
    expect((await listMatters(host)({ box: 'asked', limit: 10 }, people.county)).items).toHaveLength(1)
    expect(await answer(id, people.lower)).toBe('NOT_FOUND')
    expect(await answer(id, people.county)).toBe('answered')
    expect(await check(id, { act: 'again', until: '2026-07-10', text: '未清完' })).toBe('rectifying')
    expect(await answer(id, people.county)).toBe('rectified')
    expect(await check(id, { act: 'verify', text: '已清' }, people.county)).toBe('NOT_FOUND')
    expect(await check(id, { act: 'verify', text: '已清' })).toBe('closed')
    const found = await searchAudit(table)({ organisation: 'k', limit: 50 }, people.auditor)
    const acts = found.ok ? found.value.items.filter(({ about }) => about.id === id) : []
    expect(acts.map(({ act, reason }) => [act, reason])).toHaveLength(5)
    expect(JSON.stringify(acts)).not.toContain('清理逾期事项')
  })

  test('not verified by whoever sits at the body that was ordered, besides', async () => {
    const id = await ordered()
    const both: Actor = {
      ...more.citySecond,
      id: 'hr.both',
      name: '名hr.both',
      email: 'both@demo.example',
      roles: [...more.citySecond.roles, { role: 'authority', organisationId: 'k', head: false }],
    }
    await write(table, newAccount(both))
    expect(await answer(id, people.county)).toBe('answered')
    expect((await matter(id, both)).may.check).toBe(false)
    // Nor does it wait for them.
    expect((await checksToDo(host)(both)).items).toEqual([])
    expect((await checksToDo(host)(people.city)).items.map((one) => one.id)).toEqual([id])
    expect(await check(id, { act: 'verify', text: '已落实' }, both)).toBe('OWN_INSPECTION')
    expect(await check(id, { act: 'verify', text: '已落实' })).toBe('closed')
  })

  test('not upwards, sideways, to oneself, or for longer than a wait may last', async () => {
    expect(await ordered(people.county, 'o2', { bodyId: 'a' })).toBe('NOT_ALLOWED')
    expect(await ordered(people.city, 'o3', { bodyId: 'b' })).toBe('NOT_ALLOWED')
    expect(await ordered(people.city, 'o4', { bodyId: 'a' })).toBe('NOT_ALLOWED')
    expect(await ordered(people.city, 'o5', { until: '2026-09-14' })).toBe('INPUT_INVALID')
    expect(await ordered(people.city, 'o6', { until: '2026-09-13' })).toMatch(/^i/)
  })
})

describe('Art. 35: proof of certain hours is asked for by name', () => {
  const order = { bodyId: 'l', text: '投诉反映没有到场', article: '35', until: '2026-06-25' }
  const hours = { staffId: 'staff.l1', entry: 1 }
  const begin = async (actor: Actor = people.city, more = {}) => {
    const begun = await orderSupervision(host)({ ...order, hours, ...more }, 'one', actor)
    return begun.ok ? begun.value.id : (begun.errors?.[0]?.pointer ?? begun.code)
  }
  const suspendedFor = async (actor: Actor) => {
    const [ledger, verdict] = await Promise.all([
      readLedger(host)('staff.l1', { year: 2026 }, actor, 'zh'),
      readEligibility(host)('staff.l1', { year: 2026 }, actor, 'zh'),
    ])
    if (!ledger.ok || !verdict.ok || !('items' in verdict.value)) throw new Error('It was to be seen.')
    const ofVerdicts = verdict.value.items.map(({ suspended }) => suspended.map((one) => one.hours).join())
    return [ledger.value.suspended, new Set(ofVerdicts)] as const
  }

  test('after notice suspended, in the ledger and in every verdict; verified, they count as before', async () => {
    await seedCounty(table, 1)
    const id = await begin()
    expect(await begin()).toBe(id)
    await opened(host, id)
    expect(await matter(id)).toMatchObject({ kind: 'sample', status: 'asked', sample: { drawId: null } })
    expect(await suspendedFor(more.person)).toEqual([[], new Set([''])])
    now.at = '2026-06-26T09:00:00+08:00'
    await passed(host, id)
    expect(await hoursOf('staff.l1')).toBe(200)
    now.at = '2026-07-04T09:00:00+08:00'
    await passed(host, id)
    expect(await hoursOf('staff.l1')).toBe(0)
    const row = {
      ...{ entry: 1, year: 2026, hours: 20, subject: 'professional' },
      ...{ from: '2026-05-04', to: '2026-05-08', since: '2026-07-04' },
    }
    for (const actor of [more.person, people.city])
      expect(await suspendedFor(actor)).toEqual([[row], new Set(['20'])])
    // As they are suspended, nobody asks for them once more.
    expect(await begin(people.region, { text: '另一件', until: '2026-08-01' })).toBe('/hours/entry')
    expect(await answer(id)).toBe('answered')
    expect(await check(id, { act: 'fits', text: '签到表属实' })).toBe('closed')
    expect(await suspendedFor(people.city)).toEqual([[], new Set([''])])
    expect(await hoursOf('staff.l1')).toBe(200)
  })

  test('corrected in the meantime and suspended all the same, they count as corrected when it is closed so', async () => {
    await seedCounty(table, 1)
    const id = await begin()
    await opened(host, id)
    const body = { entry: 1, reason: '核减', grantedHours: 12 }
    expect(await correctEntry(host)('staff.l1', body, 'k1', people.region)).toMatchObject({ ok: true })
    now.at = '2026-06-26T09:00:00+08:00'
    await passed(host, id)
    now.at = '2026-07-04T09:00:00+08:00'
    await passed(host, id)
    expect(await hoursOf('staff.l1')).toBe(0)
    expect(await check(id, { act: 'corrected', entry: 2, text: '已核减' })).toBe('closed')
    expect(await matter(id)).toMatchObject({ suspended: false, outcome: 'corrected' })
    expect(await hoursOf('staff.l1')).toBe(120)
  })

  test('under a key that was used, another person’s hours or other words are refused', async () => {
    await seedCounty(table, 2)
    await begin()
    expect(await begin(people.city, { hours: { staffId: 'staff.l2', entry: 1 } })).toBe('KEY_REUSED')
    expect(await begin(people.city, { text: '另一件' })).toBe('KEY_REUSED')
  })

  test('by an authority above, of a person of that institution, who is not oneself; nobody who decided checks', async () => {
    await seedCounty(table, 1)
    expect(await begin(people.department)).toBe('NOT_ALLOWED')
    expect(await begin(people.lower)).toBe('NOT_ALLOWED')
    expect(await begin(people.city, { bodyId: 'i' })).toBe('/hours/entry')
    expect(await begin(people.city, { hours: { staffId: 'staff.l1', entry: 2 } })).toBe('/hours/entry')
    expect(await begin({ ...people.city, staffId: 'staff.l1' })).toBe('OWN_INSPECTION')
    // The county decided: it may ask, and the city looks at what comes of it.
    const id = await begin(people.county)
    await opened(host, id)
    expect((await matter(id)).authority.id).toBe('a')
    expect(await answer(id)).toBe('answered')
    expect(await check(id, { act: 'fits', text: '是' }, people.county)).toBe('NOT_FOUND')
  })
})

describe('Art. 32: a violation', () => {
  const find = async (actor: Actor = people.county) => {
    const body = { staffId: 'staff.l1', text: '代他人签到', article: '32' }
    const found = await findViolation(host)(body, 'v1', actor)
    return found.ok ? found.value.id : found.code
  }

  /** What the region's auditor finds of it by its person. */
  const audited = async () => {
    const found = await searchAudit(table)({ person: 'staff.l1', limit: 50 }, people.auditor)
    if (!found.ok) throw new Error(found.code)
    return found.value.items
      .filter(({ about }) => about.kind === 'inspection')
      .map(({ act, actor }) => `${act} ${actor}`)
      .sort()
  }

  test('the person is heard first, the institution says its word, another than the finder confirms, it expires', async () => {
    await seedCounty(table, 1)
    const id = await find()
    // The only one at the county's desk has found it: the city decides.
    expect((await matter(id)).authority.id).toBe('a')
    await opened(host, id)
    expect(asked.sent.flatMap(({ to }) => to)).toEqual(['pl1@demo.example'])
    expect(await viewMatter(host)(id, people.lower)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await answer(id, people.lower)).toBe('NOT_FOUND')
    expect(await check(id, { act: 'confirm', until: '2027-06-15', text: 'x' })).toBe('WRONG_STATE')
    expect(await audited()).toEqual([])
    expect(await answer(id, more.person)).toBe('with_institution')
    expect(await audited()).toEqual(['inspection_answer p.l1', 'inspection_ask hr.county'])
    expect(await answer(id, more.person, { agrees: true })).toBe('WRONG_STATE')
    expect(await answer(id, people.lower)).toBe('INPUT_INVALID')
    expect(await answer(id, people.lower, { agrees: true })).toBe('answered')
    expect(await check(id, { act: 'confirm', until: '2029-06-16', text: 'x' })).toBe('INPUT_INVALID')
    expect(await check(id, { act: 'confirm', until: '2029-06-15', text: '属实' })).toBe('closed')
    const seen = async (actor: Actor) => {
      const list = await listViolations(host)('staff.l1', actor)
      return list.ok ? list.value.items.length : list.code
    }
    expect([await seen(people.county), await seen(more.person)]).toEqual([1, 1])
    expect(await seen(people.sibling)).toBe('NOT_FOUND')
    now.at = '2029-06-16T09:00:00+08:00'
    expect(await seen(people.county)).toBe(0)
    expect(await hoursOf('staff.l1')).toBe(200)
  })

  test('who found it does not confirm it by a second account, whose name tells', async () => {
    const again: Actor = { ...people.county, id: 'hr.county.again', email: 'again@demo.example' }
    await seedCounty(table, 1)
    await write(table, newAccount(again))
    const found = await findViolation(host)(
      { staffId: 'staff.l1', text: '代签', article: '32' },
      'v',
      people.county,
    )
    const id = found.ok ? found.value.id : ''
    // Nobody else sits at the county: it lies with the city.
    expect(found.ok && found.value.authority.id).toBe('a')
    expect(await check(id, { act: 'dismiss', text: 'x' }, again)).toBe('NOT_FOUND')
    expect(await check(id, { act: 'dismiss', text: '查无此事' })).toBe('closed')
  })

  test('without the institution’s word nothing is confirmed; who says nothing in time was heard', async () => {
    await seedCounty(table, 1)
    const id = await find()
    await opened(host, id)
    later(20)
    await passed(host, id)
    expect((await matter(id)).status).toBe('with_institution')
    expect(await answer(id, people.lower, { agrees: false })).toBe('answered')
    expect(await check(id, { act: 'confirm', until: '2027-01-01', text: 'x' })).toBe('WRONG_STATE')
    expect(await check(id, { act: 'dismiss', text: '证据不足' })).toBe('closed')
  })
})
