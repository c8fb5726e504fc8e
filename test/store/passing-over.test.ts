import { beforeEach, describe, expect, test } from 'vitest'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { lateTask } from '../../functions/desks/late-task.ts'
import { listOverdue, listTodo } from '../../functions/desks/list-tasks.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { takeOverTask } from '../../functions/desks/take-over-task.ts'
import { reconcile } from '../../functions/operations/reconcile.ts'
import { type Account, type Actor, newAccount } from '../../functions/organisations/account.ts'
import { newOrganisation, type Organisation } from '../../functions/organisations/organisation.ts'
import { PersonChangeBody } from '../../functions/persons/api.ts'
import { changePerson } from '../../functions/persons/change-person.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import type { Role, Stage } from '../../functions/platform/terms.ts'
import { readRequest } from '../../functions/requests/stored-request.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { viewRequest } from '../../functions/requests/view-request.ts'
import { newPerson } from '../../functions/staff/person.ts'
import { person } from '../person.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'

const database = withTestDatabase()
const clock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }
let table: Table
let asked: Asked
const deps = () => recordingHost(table, clock, asked)

const organisations: Organisation[] = [
  { id: 'r', name: '自治区人社厅', kind: 'authority', level: 'region', overseers: [] },
  { id: 'a', name: '市人社局', kind: 'authority', level: 'city', parentId: 'r', overseers: ['r'] },
  { id: 'd', name: '市教育局', kind: 'department', level: 'city', overseers: [] },
  {
    ...{ id: 'i', name: '中学', kind: 'institution', level: 'city', departmentId: 'd', authorityId: 'a' },
    overseers: ['d', 'a', 'r'],
  },
]
const seat = (role: Role, organisationId: string) => ({ role, organisationId, head: false })
const someone = (id: string, roles: Account['roles'], staffId?: string): Actor => ({
  ...{ id, name: `名${id}`, email: `${id}@demo.example`, roles },
  ...(staffId === undefined ? {} : { staffId }),
})
const who = {
  li: someone('li', [], 'li'),
  unit: someone('unit', [seat('institution', 'i')], 'unit'),
  dept: someone('dept', [seat('department', 'd')]),
  /** Registers, and decides for the city: a small place. */
  both: someone('both', [seat('institution', 'i'), seat('authority', 'a')]),
  region: someone('region', [seat('authority', 'r')]),
  operator: someone('operator', [seat('operator', 'r')]),
  auditor: someone('auditor', [seat('auditor', 'r')]),
}
type Who = keyof typeof who

/** The registrar once more, at the city's desk, by an account that belongs to no person on a register. */
const registrarAtCity: Actor = { ...someone('unit.city', [seat('authority', 'a')]), name: who.unit.name }

/** A table with these of them. */
const ground = async (...present: readonly Who[]): Promise<void> => {
  table = await database.newTable()
  await write(table, [
    ...organisations.map(newOrganisation),
    newPerson(person({ id: 'li', accountId: 'li' })),
    newPerson(person({ id: 'unit', accountId: 'unit' })),
    ...(['li', 'operator', 'auditor', ...present] as const).flatMap((name) => newAccount(who[name])),
  ])
}

beforeEach(() => {
  asked = nothingAsked()
})

const submit = async (actor: Actor, staffId: string, subject: 'public' | 'professional' = 'public') => {
  const line = {
    subject,
    category: 'in_service',
    mode: 'online',
    from: '2026-03-01',
    to: '2026-03-20',
    hours: 10,
  } as const
  const body = { type: 'recognition', staffId, title: '培训', lines: [line], evidence: [] } as const
  const filed = await submitRequest(deps())({ ...body, lines: [...body.lines], evidence: [] }, 'k', actor)
  if (!filed.ok) throw new Error(filed.code)
  return filed.value.id
}
const open = (requestId: string, stage: Stage) =>
  openTask(deps())({ requestId, round: 1, line: 0, stage, token: `t-${stage}` })
const placeOf = (stage: Stage) => (stage === 'institution' ? '1.institution' : `1.0.${stage}`)
const decide = async (id: string, stage: Stage, by: Who) => {
  const outcome = await decideTask(deps())(
    { taskId: `${id}.${placeOf(stage)}`, decision: 'approve' },
    who[by],
  )
  return outcome.ok ? 'ok' : outcome.code
}
const late = (requestId: string, stage: Stage, waits: number) =>
  lateTask(deps())({ requestId, round: 1, line: 0, stage, waits })
const taskOf = async (id: string, stage: Stage) =>
  (await readRequest(table, id))?.tasks.find((task) => task.stage === stage)
const view = async (id: string) => {
  const record = await readRequest(table, id)
  if (record === undefined) throw new Error('gone')
  return viewRequest(table, record, 'zh', '2026-06-15')
}
const succeeded = () => asked.told.filter(({ kind }) => kind === 'success').map(({ token }) => token)
const toldTo = (name: Who) => asked.sent.filter(({ to }) => to.includes(who[name].email)).length

describe('who filed a matter, or decided it at another desk, does not decide it by a second account', () => {
  test('the next office above does, and the second account is told why', async () => {
    await ground('unit', 'dept', 'region')
    await write(table, newAccount(registrarAtCity))
    const id = await submit(who.unit, 'li', 'public')
    await open(id, 'authority')
    expect(await taskOf(id, 'authority')).toMatchObject({
      ...{ status: 'open', organisationId: 'r', alsoActed: ['unit.city'] },
      insteadOf: { organisationId: 'a', why: 'all_involved' },
    })
    expect(await decide(id, 'authority', 'region')).toBe('ok')
  })

  test('nor where they were seated after the task was opened; a namesake who stands on the register does', async () => {
    await ground('unit', 'dept', 'both', 'region')
    const id = await submit(who.unit, 'li', 'public')
    await open(id, 'authority')
    await write(table, newAccount(registrarAtCity))
    const place = { taskId: `${id}.${placeOf('authority')}`, decision: 'approve' as const }
    expect(await decideTask(deps())(place, registrarAtCity)).toMatchObject({ code: 'ACTED_BEFORE' })
    await write(table, [newPerson(person({ id: 'namesake', accountId: 'namesake' }))])
    const namesake: Actor = { ...registrarAtCity, id: 'namesake', staffId: 'namesake' }
    await write(table, newAccount({ ...namesake, email: 'namesake@demo.example' }))
    expect(await decideTask(deps())(place, namesake)).toMatchObject({ ok: true })
  })
})

describe('a desk where nobody may act is passed over, on record and told', () => {
  test('the only registrar is the claimant: the line goes on, and the department’s decision says so', async () => {
    await ground('unit', 'dept')
    const id = await submit(who.unit, 'unit', 'professional')
    await open(id, 'institution')
    expect(await taskOf(id, 'institution')).toMatchObject({
      status: 'passed',
      passed: { why: 'all_involved' },
    })
    expect(succeeded()).toEqual(['t-institution'])
    expect(toldTo('unit')).toBe(1)
    await open(id, 'department')
    expect((await view(id)).passedOver).toMatchObject([{ stage: 'institution', why: 'all_involved' }])
    expect((await view(id)).notices.join()).toContain('已跳过')
    expect(await decide(id, 'department', 'dept')).toBe('ok')
    const { timeline } = await view(id)
    expect(timeline.map(({ act, covers }) => [act, covers])).toEqual([
      ['submit', []],
      ['pass_over', []],
      ['approve', ['institution']],
    ])
    expect(timeline[1]?.why).toContain('当事人')
  })

  test('nobody sits there', async () => {
    await ground('dept', 'region')
    const id = await submit(who.li, 'li')
    await open(id, 'institution')
    expect(await taskOf(id, 'institution')).toMatchObject({
      status: 'passed',
      passed: { why: 'nobody_sits' },
    })
  })

  test('between the database and the workflow a crash loses nothing', async () => {
    await ground('dept', 'region')
    const id = await submit(who.li, 'li')
    asked.engineFails = true
    await open(id, 'institution').catch(() => undefined)
    asked.engineFails = false
    await reconcile(deps(), 0)()
    expect(succeeded()).toEqual(['t-institution'])
  })
})

describe('nobody acts at two desks of one line, nor registers and decides', () => {
  test('the last desk is replaced by the authority above, with another person', async () => {
    await ground('unit', 'both', 'region')
    const id = await submit(who.li, 'li')
    await open(id, 'institution')
    expect(await decide(id, 'institution', 'both')).toBe('ok')
    await open(id, 'authority')
    const task = await taskOf(id, 'authority')
    expect(task).toMatchObject({
      ...{ status: 'open', stage: 'authority', organisationId: 'r', role: 'authority' },
      insteadOf: { organisationId: 'a', role: 'authority', why: 'all_involved' },
    })
    expect(toldTo('region')).toBe(1)
    expect(toldTo('li')).toBe(1)
    const seen = await view(id)
    expect(seen).toMatchObject({ stage: 'authority', holder: { organisation: 'r', role: 'authority' } })
    expect(seen.acting).toMatchObject([{ organisation: 'r', why: 'all_involved' }])
    expect((await listTodo({ table, clock }, who.region, 'zh', { limit: 10 })).items).toHaveLength(1)
    expect(await decide(id, 'authority', 'both')).toBe('NOT_ALLOWED')
    expect(await decide(id, 'authority', 'region')).toBe('ok')
  })

  test('who has registered is refused at the second desk, while another sits there', async () => {
    await ground('unit', 'both', 'region')
    const second = someone('second', [seat('authority', 'a')])
    await write(table, newAccount(second))
    const id = await submit(who.li, 'li')
    await open(id, 'institution')
    await decide(id, 'institution', 'both')
    await open(id, 'authority')
    expect(await taskOf(id, 'authority')).toMatchObject({ organisationId: 'a', status: 'open' })
    expect(await decide(id, 'authority', 'both')).toBe('ACTED_BEFORE')
    expect((await listTodo({ table, clock }, who.both, 'zh', { limit: 10 })).items).toEqual([])
  })

  test('above the region stands no one: the matter waits, operator and auditor are alarmed, and a seat ends it', async () => {
    await ground('both')
    const id = await submit(who.li, 'li')
    await open(id, 'institution')
    await decide(id, 'institution', 'both')
    await open(id, 'authority')
    expect(await taskOf(id, 'authority')).toMatchObject({ status: 'open', organisationId: 'a' })
    expect([toldTo('operator'), toldTo('auditor')]).toEqual([1, 1])
    const alarm = asked.sent.find(({ to }) => to.includes(who.operator.email))
    expect(`${alarm?.subject}${alarm?.text}`).not.toMatch(/名li|中学/)
    await write(table, newAccount(who.region))
    await late(id, 'authority', 1)
    expect(await taskOf(id, 'authority')).toMatchObject({
      organisationId: 'r',
      insteadOf: { organisationId: 'a' },
    })
    expect(await decide(id, 'authority', 'region')).toBe('ok')
  })

  test('a desk that emptied while it had the task is passed over when its time is up', async () => {
    await ground('unit', 'region')
    const id = await submit(who.li, 'li')
    await open(id, 'institution')
    expect((await taskOf(id, 'institution'))?.status).toBe('open')
    const left = PersonChangeBody.parse({ version: 1, reason: '离职', onRegister: false })
    expect((await changePerson(deps())('unit', left, who.region)).ok).toBe(true)
    await late(id, 'institution', 1)
    expect(await taskOf(id, 'institution')).toMatchObject({
      status: 'passed',
      passed: { why: 'nobody_sits' },
    })
    expect(succeeded()).toEqual(['t-institution'])
    // The execution comes back to the desk with another token, and is answered at once.
    await openTask(deps())({ requestId: id, round: 1, line: 0, stage: 'institution', token: 'again' })
    expect(succeeded()).toEqual(['t-institution', 'again'])
  })
})

describe('the authority above takes over what is late for the second time', () => {
  const lateTwice = async () => {
    await ground('unit', 'both', 'region')
    const id = await submit(who.li, 'li')
    await open(id, 'institution')
    return id
  }
  const takeOver = async (id: string, by: Actor) => {
    const taken = await takeOverTask(deps())(`${id}.1.institution`, by)
    return taken.ok ? 'ok' : taken.code
  }

  test('not before, and by nobody else', async () => {
    const id = await lateTwice()
    expect(await takeOver(id, who.region)).toBe('WRONG_STATE')
    await late(id, 'institution', 1)
    expect(await takeOver(id, who.region)).toBe('WRONG_STATE')
    expect((await listOverdue({ table, clock }, who.region, 'zh', { limit: 10 })).items).toEqual([])
    await late(id, 'institution', 2)
    expect((await listOverdue({ table, clock }, who.region, 'zh', { limit: 10 })).items).toHaveLength(1)
    // Reminders have dates of their own: the day on which it was due stays, and it is late.
    expect(await taskOf(id, 'institution')).toMatchObject({ dueOn: '2026-06-23', lateNotices: 2 })
    const after = { now: () => Date.parse('2026-07-20T09:00:00+08:00') }
    const asked = { limit: 10, late: true }
    expect((await listTodo({ table, clock: after }, who.unit, 'zh', asked)).items).toMatchObject([
      { dueOn: '2026-06-23', late: true, workingDaysLeft: -19 },
    ])
    expect(await takeOver(id, who.both)).toBe('NOT_ALLOWED')
    expect(await takeOver(id, who.region)).toBe('ok')
    expect(await takeOver(id, who.region)).toBe('WRONG_STATE')
    expect((await listOverdue({ table, clock }, who.region, 'zh', { limit: 10 })).items).toEqual([])
  })

  const subjectsTo = (name: Who) =>
    asked.sent.filter(({ to }) => to.includes(who[name].email)).map(({ subject }) => subject)
  const FROM_BELOW = '下级逾期未办（期限 2026-06-23）：请督促或接办'

  test('a desk without a head: the authority above is written to, once a lateness, and no head is spoken of', async () => {
    const id = await lateTwice()
    const other = await submit(who.unit, 'unit')
    await open(other, 'institution')
    await late(id, 'institution', 1)
    expect(subjectsTo('region')).toEqual([])
    for (const one of [id, other, id]) await late(one, 'institution', 2)
    expect(subjectsTo('region')).toEqual([FROM_BELOW])
    expect(asked.sent.find(({ to }) => to.includes(who.region.email))?.text).toContain('/tasks?box=overdue')
    expect(asked.sent.map(({ subject }) => subject).join()).not.toContain('负责人')
    expect((await view(id)).timeline.map(({ act }) => act)).toEqual(['submit', 'remind', 'escalate_above'])
    await late(id, 'institution', 3)
    expect(subjectsTo('region')).toEqual([FROM_BELOW, FROM_BELOW])
  })

  test('a head who is there alone goes above as well; beside a colleague, they step in', async () => {
    await ground('region')
    const head = { ...who.unit, roles: [{ ...seat('institution', 'i'), head: true }] }
    await write(table, newAccount(head))
    const id = await submit(who.li, 'li')
    await open(id, 'institution')
    await late(id, 'institution', 1)
    await late(id, 'institution', 2)
    expect(subjectsTo('region')).toEqual([FROM_BELOW])
    expect((await listOverdue({ table, clock }, who.region, 'zh', { limit: 10 })).items).toHaveLength(1)
    await write(table, newAccount(who.both))
    await late(id, 'institution', 3)
    expect(subjectsTo('region')).toEqual([FROM_BELOW])
    expect(subjectsTo('unit').at(-1)).toBe('逾期未办（期限 2026-06-23）：请负责人过问学时认定')
  })

  test('it decides at the desk of the route, says why, and acts at no second one', async () => {
    const id = await lateTwice()
    await late(id, 'institution', 1)
    await late(id, 'institution', 2)
    await takeOver(id, who.region)
    expect(await decide(id, 'institution', 'unit')).toBe('NOT_ALLOWED')
    expect(await decide(id, 'institution', 'region')).toBe('ok')
    await open(id, 'authority')
    expect(await taskOf(id, 'authority')).toMatchObject({ organisationId: 'a' })
    const { timeline } = await view(id)
    expect(timeline.map(({ act, actor }) => `${act} ${actor}`)).toEqual([
      'submit li',
      'remind system',
      'escalate_above system',
      'take_over region',
      'approve region',
    ])
    expect(timeline[3]?.why).toContain('第二次逾期')
  })
})
