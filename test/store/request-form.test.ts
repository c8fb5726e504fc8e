import { beforeEach, describe, expect, test } from 'vitest'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { listTodo } from '../../functions/desks/list-tasks.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { remindTask } from '../../functions/desks/remind-task.ts'
import { reconcile } from '../../functions/operations/reconcile.ts'
import { newAccount } from '../../functions/organisations/account.ts'
import { readIndexKeys } from '../../functions/platform/ranges.ts'
import { type Item, readPartition, type Table, write } from '../../functions/platform/table.ts'
import { listRequests } from '../../functions/requests/list-requests.ts'
import { resubmitRequest } from '../../functions/requests/resubmit-request.ts'
import { readRequest } from '../../functions/requests/stored-request.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { type Roster, submitRoster } from '../../functions/requests/submit-roster.ts'
import { withdrawRequest } from '../../functions/requests/withdraw-request.ts'
import { newPerson } from '../../functions/staff/person.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { accounts, seedSmall } from './small-organisation.ts'

const database = withTestDatabase()
let table: Table
let now: number
let asked: Asked
const clock = { now: () => now }
const deps = () => recordingHost(table, clock, asked)
/** The executions that were started and the tokens that were answered, by their names. */
const told = () => [...asked.started.map(({ name }) => name), ...asked.told.map(({ token }) => token)]

beforeEach(async () => {
  table = await database.newTable()
  await seedSmall(table)
  now = Date.parse('2026-06-15T09:00:00+08:00')
  asked = nothingAsked()
})

const claim = (title: string, staffId = 'staff.li') => ({
  type: 'recognition' as const,
  staffId,
  title,
  lines: [
    {
      subject: 'public' as const,
      category: 'in_service' as const,
      mode: 'online' as const,
      from: '2026-03-01',
      to: '2026-03-20',
      hours: 1,
    },
  ],
  evidence: [],
})
const submit = async (title: string, actor = accounts.li, staffId = 'staff.li'): Promise<string> => {
  const submitted = await submitRequest(deps())(claim(title, staffId), title, actor)
  if (!submitted.ok) throw new Error(submitted.code)
  return submitted.value.id
}
const open = (
  requestId: string,
  stage: 'institution' | 'authority' = 'institution',
  token = `t-${requestId}`,
) => openTask(deps())({ requestId, round: 1, line: 0, stage, token })
const approve = (requestId: string, place = '1.institution', actor = accounts.registrar) =>
  decideTask(deps())({ taskId: `${requestId}.${place}`, decision: 'approve' }, actor)
const todo = async () =>
  (await listTodo({ table, clock }, accounts.registrar, 'zh', { limit: 100 })).items.map(
    ({ requestId }) => requestId,
  )

describe('a desk opens and decides by its task alone', () => {
  test('the request’s own item stays as it was filed until a line ends', async () => {
    const id = await submit('a')
    const own = async () => (await readPartition(table, `REQUEST#${id}`, 'REQUEST'))[0]
    const filed = await own()
    await open(id)
    await remindTask(deps())(`${id}.1.institution`, accounts.li)
    await approve(id)
    await open(id, 'authority')
    expect(await own()).toEqual(filed)
    const record = await readRequest(table, id)
    expect(record?.request.acts.map(({ act }) => act)).toEqual(['submit', 'remind', 'approve'])
    expect(record?.request.lines[0]).toMatchObject({ stage: 'authority', awaiting: false })
  })

  test('a desk that opens while its request is taken back never decides on it', async () => {
    for (const round of Array.from({ length: 12 }).keys()) {
      const id = await submit(`race-${round}`)
      const [, withdrawn] = await Promise.all([open(id), withdrawRequest(deps())(id, accounts.li)])
      expect(withdrawn.ok).toBe(true)
      expect(await approve(id)).toMatchObject({ ok: false, code: 'TASK_WITHDRAWN' })
      // The execution has heard of it, whichever was first.
      expect(told()).toContain(`t-${id}`)
      expect((await readRequest(table, id))?.request.status).toBe('withdrawn')
    }
    expect(await todo()).toEqual([])
  })

  test('opening, deciding and taking back at once: what is decided was not taken back', async () => {
    for (const round of Array.from({ length: 12 }).keys()) {
      const id = await submit(`three-${round}`)
      const [, decided, withdrawn] = await Promise.all([
        open(id),
        approve(id),
        withdrawRequest(deps())(id, accounts.li),
      ])
      expect(decided.ok && withdrawn.ok).toBe(false)
      const status = (await readRequest(table, id))?.request.status
      expect(status).toBe(withdrawn.ok ? 'withdrawn' : 'in_review')
    }
  })
})

describe('what waits for its workflow is found once, and no entry is ever moved', () => {
  test('the sweep goes on from where it was, and stops at what still waits', async () => {
    asked.engineFails = true
    const waiting = await submit('waiting')
    asked.engineFails = false
    now += 30 * 60_000
    const done = await submit('done')
    await open(done)
    asked.started = []
    asked.told = []
    await reconcile(deps(), 0)()
    expect(told()).toEqual([`${waiting}-1-0`])
    // It was told, but has not come to its desk yet: it is looked at again.
    now += 10 * 60_000
    asked = nothingAsked()
    await reconcile(deps(), 0)()
    expect(told()).toEqual([`${waiting}-1-0`])
    await open(waiting)
    now += 10 * 60_000
    await reconcile(deps(), 0)()
    now += 10 * 60_000
    asked.engineFails = true
    await approve(done)
    asked.engineFails = false
    asked.started = []
    asked.told = []
    await reconcile(deps(), 0)()
    expect(told()).toEqual([`t-${done}`])
  })

  test('what waits for over an hour no longer holds the others, and is not forgotten', async () => {
    asked.engineFails = true
    const stuck = await submit('stuck')
    now += 2 * 60 * 60_000
    await reconcile(deps(), 0)()
    const marked = () => readIndexKeys(table, 'swept', 'AWAITING_STILL')
    expect(await marked()).toHaveLength(1)
    const late = await submit('late')
    asked.engineFails = false
    asked.started = []
    asked.told = []
    await reconcile(deps(), 0)()
    expect(told().sort()).toEqual([`${stuck}-1-0`, `${late}-1-0`].sort())
    await open(stuck)
    await open(late)
    await reconcile(deps(), 0)()
    expect(await marked()).toEqual([])
  })
})

test('what someone filed for themselves and for others is one list, newest first, page by page', async () => {
  const ids: string[] = []
  for (const turn of [1, 2, 3, 4, 5, 6, 7]) {
    now += 60_000
    ids.unshift(await submit(`own-or-not-${turn}`, accounts.registrar, turn % 2 ? 'unit.admin' : 'staff.li'))
  }
  now += 60_000
  await submit('of the person', accounts.li)
  const listed: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await listRequests(table, accounts.registrar, { limit: 2, cursor: cursor ?? undefined })
    listed.push(...page.items.map(({ id }) => id))
    cursor = page.cursor
  } while (cursor)
  expect(listed).toEqual(ids)
  // What was filed for someone stands among their own.
  expect((await listRequests(table, accounts.li, { limit: 10 })).items.map(({ title }) => title)).toEqual([
    'of the person',
    'own-or-not-6',
    'own-or-not-4',
    'own-or-not-2',
  ])
})

test('a desk’s list says of each task what the task’s own page says: hours as they were granted so far', async () => {
  const [first] = claim('x').lines
  if (first === undefined) throw new Error('A claim has a line.')
  const lines = [first, { ...first, subject: 'professional' as const, hours: 6 }]
  const body = { ...claim('two'), lines }
  const filed = await submitRequest(deps())(body, 'two', accounts.li)
  if (!filed.ok) throw new Error(filed.code)
  const { id } = filed.value
  const openLine = (stage: 'institution' | 'department' | 'authority', line: number, round = 1) =>
    openTask(deps())({ requestId: id, round, line, stage, token: `${stage}-${line}` })
  const decide = (place: string, actor: typeof accounts.registrar, more: object = {}) =>
    decideTask(deps())({ taskId: `${id}.${place}`, decision: 'approve', ...more }, actor)
  await openLine('institution', 0)
  await openLine('institution', 1)
  await decide('1.institution', accounts.registrar)
  await openLine('department', 1)
  await decide('1.1.department', accounts.department, { grantedTenths: 40, reason: 'x' })
  await openLine('authority', 0)
  await openLine('authority', 1)
  const listed = async (actor: typeof accounts.registrar) =>
    (await listTodo({ table, clock }, actor, 'zh', { limit: 10 })).items.map(({ id: task, hours }) => [
      task,
      hours,
    ])
  expect((await listed(accounts.authority)).sort()).toEqual([
    [`${id}.1.0.authority`, 1],
    [`${id}.1.1.authority`, 4],
  ])
  // The institution has the returned line before it again, while the other goes on: its hours are those of both.
  await decide('1.0.authority', accounts.authority, { decision: 'return', reason: 'x' })
  expect(await resubmitRequest(deps())(id, body, accounts.li)).toMatchObject({ ok: true })
  await openLine('institution', 0, 2)
  expect(await listed(accounts.registrar)).toEqual([[`${id}.2.institution`, 5]])
})

describe('a class and its participants', () => {
  const second = {
    ...accounts.registrar,
    id: 'unit.second',
    email: 'second@demo.example',
    staffId: undefined,
  }
  const roster = (staff: readonly string[]): Roster => ({
    type: 'class_roster',
    title: '培训班',
    institutionId: 'i',
    training: {
      subject: 'public',
      category: 'in_service',
      mode: 'offline',
      from: '2026-05-11',
      to: '2026-05-15',
      halfDays: 10,
    },
    participants: staff.map((staffId, index) => ({ staffId, halfDays: index + 1 })),
    evidence: [],
  })
  const names = ['p3', 'p1', 'p2', 'unit.admin']

  beforeEach(async () => {
    const { staffId: _, ...account } = second
    await write(table, newAccount(account))
    for (const id of ['p1', 'p2', 'p3'])
      await write(table, [
        newPerson({
          ...{ id, name: id, institutionId: 'i', postType: 'worker', leader: false, onRegister: true },
          ...{ hiredOn: '2020-01-01', highLevelTalent: false, terms: [], postChanges: [], version: 1 },
        }),
      ])
  })

  test('each is an item of its own, in the order of the rows', async () => {
    const filed = await submitRoster(deps())(roster(names), 'k', second)
    if (!filed.ok) throw new Error(filed.code)
    const items = await readPartition(table, `REQUEST#${filed.value.id}`, 'PARTICIPANT#')
    expect(items).toHaveLength(4)
    const record = await readRequest(table, filed.value.id)
    expect(record?.request).toMatchObject({
      participantCount: 4,
      participants: names.map((staffId, index) => ({ staffId, halfDays: index + 1 })),
    })
    expect((await readPartition(table, `REQUEST#${filed.value.id}`, 'REQUEST'))[0]).not.toHaveProperty(
      'participants',
    )
  })

  test('Art. 38: who is among them does not decide on it, nor finds it in their list', async () => {
    const filed = await submitRoster(deps())(roster(names), 'k', second)
    if (!filed.ok) throw new Error(filed.code)
    const { id } = filed.value
    await open(id)
    expect(await todo()).toEqual([])
    expect(await approve(id)).toMatchObject({ code: 'OWN_REQUEST' })
  })

  test('a filing that was begun and another one under its key do not mix', async () => {
    const outcomes = await Promise.all([
      submitRoster(deps())(roster(names), 'k', second),
      submitRoster(deps())(roster(['p2', 'p3']), 'k', second),
    ])
    const filed = outcomes.filter(({ ok }) => ok)
    expect(filed.length).toBeLessThanOrEqual(1)
    for (const one of outcomes) if (!one.ok) expect(one.code).toBe('KEY_REUSED')
    for (const one of filed)
      if (one.ok) {
        const { participants } = one.value.type === 'class_roster' ? one.value : { participants: [] }
        const record = await readRequest(table, one.value.id)
        expect(record?.request.type === 'class_roster' && record.request.participants).toEqual(participants)
      }
  })

  test('one that was cut short is finished by its repeat', async () => {
    const first: Item[] = []
    const cut = {
      ...deps(),
      table: {
        ...table,
        client: Object.assign(Object.create(table.client), {
          async send(command: { input: { Item?: Item; TransactItems?: unknown } }) {
            if (command.input.Item?.sk !== undefined) first.push(command.input.Item)
            if (first.length > 2) throw new Error('cut short')
            return Reflect.apply(table.client.send, table.client, [command])
          },
        }),
      },
    }
    await expect(submitRoster(cut)(roster(names), 'k', second)).rejects.toThrow('cut short')
    const filed = await submitRoster(deps())(roster(names), 'k', second)
    if (!filed.ok) throw new Error(filed.code)
    const record = await readRequest(table, filed.value.id)
    expect(record?.request).toMatchObject({ participants: names.map((staffId) => ({ staffId })) })
  })
})
