import { beforeEach, describe, expect, test } from 'vitest'
import { searchAudit } from '../../functions/audit/search-audit.ts'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { proposeLecturer, removeLecturer, vetLecturer } from '../../functions/libraries/keep-lecturers.ts'
import { type Actor, newAccount } from '../../functions/organisations/account.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { acceptUnanswered } from '../../functions/programmes/accept-unanswered.ts'
import type { FilingBody } from '../../functions/programmes/api.ts'
import { findOwnProgrammes, findProgramme } from '../../functions/programmes/find-programme.ts'
import { followFiling } from '../../functions/programmes/follow-filing.ts'
import { listPublic } from '../../functions/programmes/list-public.ts'
import { otherMatter, prepareFiling } from '../../functions/programmes/prepare-filing.ts'
import { readProgramme } from '../../functions/programmes/programme.ts'
import { setParameters } from '../../functions/registers/set-parameters.ts'
import { answerReturn } from '../../functions/requests/resubmit-request.ts'
import { readRequest } from '../../functions/requests/stored-request.ts'
import { fileRequest } from '../../functions/requests/submit-request.ts'
import { withdrawRequest } from '../../functions/requests/withdraw-request.ts'
import { edition2024 } from '../../rules/edition.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
let now = 0
const clock = { now: () => now }
const deps = () => recordingHost(table, clock, asked)
const at = (moment: string) => {
  now = Date.parse(moment)
}

const cityHead: Actor = {
  ...{ id: 'hr.head', name: '名hr.head', email: 'hr.head@demo.example' },
  roles: [{ role: 'authority', organisationId: 'a', head: true }],
}
let lecturer = ''
beforeEach(async () => {
  asked = nothingAsked()
  at('2026-06-15T09:00:00+08:00')
  table = await database.newTable()
  await seedRegisters(table)
  const proposed = await proposeLecturer(deps())(
    { organisationId: 'a', name: '授课人', field: '师德' },
    'key-lecturer',
    people.city,
  )
  lecturer = proposed.ok ? proposed.value.id : ''
})

const day = (date: string) =>
  (['morning', 'afternoon'] as const).map((half) => ({ day: date, half, course: 0 }))
const filing = (
  more: Partial<FilingBody> = {},
  course: Partial<FilingBody['courses'][number]> = {},
): FilingBody => ({
  organiserId: 'a',
  title: '公共科目集中培训',
  courses: [
    {
      ...{ title: '师德师风', category: 'in_service', subject: 'public', mode: 'offline', kind: 'theory' },
      ...{ feeFen: 0, minutes: 1440, lecturers: [lecturer], fullTime: true },
      ...course,
    } as FilingBody['courses'][number],
  ],
  sessions: ['2026-07-06', '2026-07-07', '2026-07-08'].flatMap(day),
  place: '市委党校',
  capacity: 50,
  audience: { organisations: ['a'], postTypes: [] },
  plan: { why: '临时安排' },
  budget: '部门预算',
  ...more,
})
const file = async (body = filing(), actor: Actor = people.city, key = 'key-1') => {
  const filed = await fileRequest(deps(), prepareFiling)(body, key, actor)
  return filed.ok ? filed.value.id : filed.code
}
const carried = (id: string, stage: 'authority' | 'department' = 'authority', round = 1) =>
  ({ requestId: id, round, line: 0, stage, token: `t${round}` }) as const
const decide = (
  id: string,
  actor: Actor,
  decision: 'approve' | 'return' | 'reject',
  stage = 'authority',
  round = 1,
) => decideTask(deps())({ taskId: `${id}.${round}.0.${stage}`, decision, reason: '理由' }, actor)
const follow = (id: string, round = 1) => followFiling(deps())({ requestId: id, round, line: 0 })
const publicly = async (more: object = {}) =>
  (await listPublic(deps(), { month: '2026-07', limit: 10, ...more })).items

describe('Art. 8: from the filing to the public list', () => {
  test('an organiser never decides its own: another officer does, and everybody reads it', async () => {
    await write(table, newAccount(cityHead))
    const id = await file()
    expect(asked.started).toMatchObject([{ machine: 'programme-filing', input: { stage: 'authority' } }])
    await openTask(deps())(carried(id))
    expect(await decide(id, people.city, 'approve')).toMatchObject({ code: 'OWN_REQUEST' })
    expect(await publicly()).toEqual([])
    expect(await findProgramme(table, id, people.sibling)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await decide(id, cityHead, 'approve')).toMatchObject({ ok: true })
    await follow(id)
    await follow(id)
    expect(await publicly()).toMatchObject([
      { id, title: '公共科目集中培训', organiser: { id: 'a', name: '市人社局' }, halfDays: 6, feeFen: 0 },
    ])
    expect(JSON.stringify(await publicly())).not.toContain('授课人')
    expect(await publicly({ subject: 'professional' })).toEqual([])
    expect(await publicly({ organiser: 'b' })).toEqual([])
    expect(await publicly({ month: '2026-08' })).toEqual([])
    expect((await readRequest(table, id))?.request.status).toBe('approved')
    expect(await findProgramme(table, id, people.sibling)).toMatchObject({ ok: true })
    // The same letter, by its id.
    expect(
      new Set(asked.sent.filter(({ to }) => to.includes(people.city.email)).map((mail) => mail.id)).size,
    ).toBe(1)
  })

  test('where the organiser has no other officer, the authority above decides', async () => {
    const id = await file()
    await openTask(deps())(carried(id))
    const task = (await readRequest(table, id))?.tasks[0]
    expect(task).toMatchObject({
      organisationId: 'r',
      insteadOf: { organisationId: 'a', why: 'all_involved' },
    })
    expect(await decide(id, people.region, 'approve')).toMatchObject({ ok: true })
  })

  test('professional: the department decides, the authority is informed', async () => {
    const vetted = await vetLecturer(deps())(lecturer, 'i', people.registrar)
    expect(vetted.ok).toBe(true)
    const body = filing({ organiserId: 'i' }, { subject: 'professional' })
    const id = await file(body, people.registrar)
    expect(asked.started).toMatchObject([{ input: { stage: 'department' } }])
    await openTask(deps())(carried(id, 'department'))
    expect(await decide(id, people.department, 'approve', 'department')).toMatchObject({ ok: true })
    await follow(id)
    expect(asked.sent.filter(({ to }) => to.includes(people.city.email))).toHaveLength(1)
    expect(await publicly()).toHaveLength(1)
    const own = await findOwnProgrammes(table, 'i', people.registrar, { limit: 10 })
    expect(own.ok && own.value.items.map((one) => one.id)).toEqual([id])
    expect(await findOwnProgrammes(table, 'i', people.sibling, { limit: 10 })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('a department’s public programme goes to the authority of its own institutions', async () => {
    await vetLecturer(deps())(lecturer, 'd', people.department)
    const id = await file(filing({ organiserId: 'd' }), people.department)
    expect((await readRequest(table, id))?.request).toMatchObject({
      desk: { organisationId: 'a', role: 'authority' },
    })
    await openTask(deps())(carried(id))
    expect(await decide(id, people.city, 'reject')).toMatchObject({ ok: true })
    await follow(id)
    expect(await readProgramme(table, id)).toMatchObject({ state: 'refused' })
    expect(await publicly()).toEqual([])
  })

  test('returned, corrected, withdrawn: the programme follows, and its acts stay', async () => {
    await write(table, newAccount(cityHead))
    const id = await file()
    await openTask(deps())(carried(id))
    await decide(id, cityHead, 'return')
    await follow(id)
    expect(await readProgramme(table, id)).toMatchObject({ state: 'returned' })
    const refile = (body: FilingBody, actor: Actor = people.city) =>
      answerReturn(deps(), prepareFiling, otherMatter)(id, body, actor)
    expect(await refile(filing(), cityHead)).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await refile(filing({ organiserId: 'r' }))).toMatchObject({ code: 'INPUT_INVALID' })
    expect(await refile(filing({ place: '另一处' }))).toMatchObject({ ok: true })
    expect(await readProgramme(table, id)).toMatchObject({ state: 'in_review', place: '另一处' })
    expect(await withdrawRequest(deps())(id, people.city)).toMatchObject({ ok: true })
    await follow(id, 2)
    const programme = await readProgramme(table, id)
    expect(programme?.state).toBe('withdrawn')
    expect(programme?.acts.map(({ act }) => act)).toEqual(['file', 'returned', 'refile', 'withdrawn'])
  })

  test('a repeat under the same key is the same filing', async () => {
    expect(await file()).toBe(await file())
    expect(await file(filing({ place: '另一处' }))).toBe('KEY_REUSED')
    expect(await file(filing({ organiserId: 'b' }), people.city, 'key-b')).toBe('NOT_ALLOWED')
    expect(await file(filing(), people.li, 'key-2')).toBe('NOT_ALLOWED')
  })
})

test('Art. 26, 31: a fee one fen too high and a lecturer who was removed, both said at once', async () => {
  await removeLecturer(deps())(lecturer, '课堂言论不当', people.region)
  expect(await vetLecturer(deps())(lecturer, 'i', people.registrar)).toMatchObject({
    code: 'LECTURER_REMOVED',
  })
  // 1,440 minutes of theory: 192.00 yuan at most.
  const filed = await fileRequest(deps(), prepareFiling)(filing({}, { feeFen: 19201 }), 'key-3', people.city)
  expect(filed).toMatchObject({
    code: 'PROGRAMME_REFUSED',
    errors: [
      { code: 'FEE_ABOVE_CAP', article: '26', pointer: '/courses/0/feeFen' },
      { code: 'LECTURER_REMOVED', article: '31', pointer: '/courses/0/lecturers/0' },
    ],
  })
  expect(filed.ok || filed.errors?.map(({ detail }) => detail.zh)).toEqual([
    '收费 192.01 元，超过上限 192.00 元（理论课程 1440 分钟，每课时 45 分钟至多 6 元）。请降到 192.00 元以内。',
    '授课人员授课人已于2026年6月15日被清退出库，请另选授课人员。',
  ])
  expect(asked.started).toEqual([])
})

test('Art. 31: of several courses a refusal says which, and whom it means', async () => {
  const another = await proposeLecturer(deps())(
    { organisationId: 'i', name: '秦岚', field: '法规' },
    'key-another',
    people.registrar,
  )
  const [one] = filing().courses
  if (one === undefined || !another.ok) throw new Error('No course, or no lecturer.')
  const courses = [one, { ...one, title: '教育法规', minutes: 240, lecturers: [lecturer, another.value.id] }]
  const sessions = [...filing().sessions, { day: '2026-07-09', half: 'morning' as const, course: 1 }]
  const filed = await fileRequest(deps(), prepareFiling)(filing({ courses, sessions }), 'key-4', people.city)
  expect(filed.ok || filed.errors?.map(({ pointer, detail }) => [pointer, detail.zh])).toEqual([
    [
      '/courses/1/lecturers/1',
      '第 2 门课程“教育法规”：授课人员秦岚未经举办单位审核。请先在“授课人员”页面审核把关，或另选授课人员。',
    ],
  ])
})

test('the audit of an organisation has its programmes and the lecturers whom it proposed', async () => {
  await write(table, newAccount(cityHead))
  const id = await file()
  await openTask(deps())(carried(id))
  await decide(id, cityHead, 'approve')
  await follow(id)
  await vetLecturer(deps())(lecturer, 'i', people.registrar)
  await removeLecturer(deps())(lecturer, '课堂言论不当', people.region)
  const found = await searchAudit(table)({ organisation: 'a', limit: 100 }, people.region)
  const acts = found.ok ? found.value.items.map(({ actor, act, reason }) => [actor, act, reason]) : []
  for (const entry of [
    ['hr.city', 'programme_file', null],
    ['hr.head', 'programme_accept', '理由'],
    ['hr.city', 'lecturer_proposed', null],
    ['unit.admin', 'lecturer_vetted', null],
    ['hr.region', 'lecturer_removed', '课堂言论不当'],
  ])
    expect(acts).toContainEqual(entry)
})

test('Art. 33: nobody’s staff but one’s own is called up to an entrusted institution', async () => {
  const entrusted = { name: '某培训中心' }
  const calledUp = (organisations: string[]) =>
    fileRequest(deps(), prepareFiling)(
      filing({ entrusted, audience: { organisations, postTypes: [], calledUp: true } }),
      `key-${organisations.join()}`,
      people.city,
    )
  expect(await calledUp(['i', 'l'])).toMatchObject({ ok: true })
  expect(await calledUp(['i', 'b'])).toMatchObject({
    errors: [{ code: 'INSTITUTION_IMPOSED', article: '33' }],
  })
  expect(await calledUp([])).toMatchObject({ errors: [{ code: 'INSTITUTION_IMPOSED' }] })
})

describe('[R] No answer in ten working days', () => {
  const late = (id: string, waits: number) => acceptUnanswered(deps())({ ...carried(id), waits })

  test('the filing counts as accepted, and says so', async () => {
    await write(table, newAccount(cityHead))
    const id = await file()
    await openTask(deps())(carried(id))
    // The tenth working day after 15 June 2026, the Dragon Boat holiday on the 19th left out.
    at('2026-06-30T23:59:00+08:00')
    expect(await late(id, 2)).toEqual({ accepted: false })
    at('2026-07-01T00:01:00+08:00')
    expect(await late(id, 2)).toEqual({ accepted: true })
    expect(await late(id, 2)).toEqual({ accepted: true })
    await follow(id)
    expect(await publicly()).toMatchObject([{ id, acceptedUnanswered: true }])
    expect(await decide(id, cityHead, 'reject')).toMatchObject({ code: 'ALREADY_DECIDED' })
  })

  test('not where a lecturer was removed meanwhile (Art. 31); an officer who accepts has it said to the organiser', async () => {
    await write(table, newAccount(cityHead))
    const id = await file()
    await openTask(deps())(carried(id))
    await removeLecturer(deps())(lecturer, '课堂言论不当', people.region)
    at('2026-07-01T00:01:00+08:00')
    expect(await late(id, 2)).toEqual({ accepted: false })
    expect(await decide(id, cityHead, 'approve')).toMatchObject({ ok: true })
    await follow(id)
    const letter = asked.sent.find(({ to }) => to.includes(people.city.email))
    expect(letter?.text).toContain('授课人已被清退出库')
  })

  test('not where nobody might have answered: the organiser’s only officer filed it, and nobody stands above', async () => {
    await vetLecturer(deps())(lecturer, 'r', people.region)
    const alone = await file(filing({ organiserId: 'r' }), people.region, 'key-alone')
    await openTask(deps())(carried(alone))
    at('2026-08-01T00:01:00+08:00')
    expect(await late(alone, 2)).toEqual({ accepted: false })
    expect((await readProgramme(table, alone))?.state).toBe('in_review')
    expect((await readRequest(table, alone))?.tasks[0]?.status).toBe('open')
  })

  test('after as many days as the reading in force says', async () => {
    await write(table, newAccount(cityHead))
    const set = await setParameters({ ...deps(), isClosed: async () => false })(
      {
        effectiveFrom: '2026-06-16',
        readings: { ...edition2024.readings, filingWorkingDays: 3 },
        reason: '办公会纪要',
      },
      people.region,
    )
    expect(set.ok).toBe(true)
    at('2026-06-22T09:00:00+08:00')
    const id = await file()
    await openTask(deps())(carried(id))
    at('2026-06-25T23:59:00+08:00')
    expect(await late(id, 2)).toEqual({ accepted: false })
    at('2026-06-26T00:01:00+08:00')
    expect(await late(id, 2)).toEqual({ accepted: true })
    const { tasks } = (await readRequest(table, id)) ?? { tasks: [] }
    expect(tasks[0]?.decided?.reason).toContain('3 个工作日')
  })

  test('also where an organiser is its own desk, if another officer sits there who might have answered', async () => {
    await write(table, newAccount(cityHead))
    const id = await file()
    await openTask(deps())(carried(id))
    await write(
      table,
      newAccount({ ...people.region, id: 'x', name: '另一名工作人员', email: 'x@demo.example' }),
    )
    const other = await file(filing({ organiserId: 'r' }), people.region, 'key-r')
    expect(other).toBe('PROGRAMME_REFUSED')
    await vetLecturer(deps())(lecturer, 'r', people.region)
    const alone = await file(filing({ organiserId: 'r' }), people.region, 'key-r2')
    await openTask(deps())(carried(alone))
    at('2026-08-01T00:01:00+08:00')
    // Somebody else sits at the region: they might have answered.
    expect(await late(alone, 2)).toEqual({ accepted: true })
  })
})
