import { beforeEach, describe, expect, test } from 'vitest'
import { approveTasks } from '../../functions/desks/approve-tasks.ts'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { reconcile } from '../../functions/operations/reconcile.ts'
import { newOrganisation } from '../../functions/organisations/organisation.ts'
import { creditLine } from '../../functions/outcomes/credit-line.ts'
import { changePerson } from '../../functions/persons/change-person.ts'
import { keys } from '../../functions/platform/keys.ts'
import { read, type Table, write } from '../../functions/platform/table.ts'
import { readProofs } from '../../functions/requests/evidence.ts'
import { resubmitRequest } from '../../functions/requests/resubmit-request.ts'
import { readRequest } from '../../functions/requests/stored-request.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { taskId } from '../../functions/requests/task.ts'
import { withdrawRequest } from '../../functions/requests/withdraw-request.ts'
import { settling } from '../../functions/settlement/settling.ts'
import { assessStaff } from '../../functions/staff/due-obligations.ts'
import { firstBrokenEntry } from '../../functions/staff/ledger.ts'
import type { Person } from '../../functions/staff/person.ts'
import { requireStaff } from '../../functions/staff/require-staff.ts'
import { readStaff } from '../../functions/staff/staff.ts'
import { countActs } from '../../functions/statistics/count-acts.ts'
import { viewStatistics } from '../../functions/statistics/view-statistics.ts'
import { always2024 } from '../../rules/edition.ts'
import { prove } from '../proving.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { accounts, seedSmall } from './small-organisation.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked

const clock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }

const deps = () => recordingHost(table, clock, asked)

beforeEach(async () => {
  table = await database.newTable()
  await seedSmall(table)
  asked = nothingAsked()
})

const line = (hours = 10) => ({
  subject: 'public' as const,
  category: 'in_service' as const,
  mode: 'online' as const,
  from: '2026-03-01',
  to: '2026-03-20',
  hours,
})
const claim = (more: object = {}) => ({
  type: 'recognition' as const,
  staffId: 'staff.li',
  title: '培训',
  lines: [line()],
  evidence: [],
  ...more,
})

const submit = async (body = claim(), key = 'k1', actor = accounts.li) => {
  const submitted = await submitRequest(deps())(body, key, actor)
  if (!submitted.ok) throw new Error(submitted.code)
  return submitted.value
}
const open = (
  requestId: string,
  stage: 'institution' | 'department' | 'authority',
  index = 0,
  token = `t-${stage}-${index}`,
) => openTask(deps())({ requestId, round: 1, line: index, stage, token })
const decide = (
  requestId: string,
  place: string,
  actor: (typeof accounts)[keyof typeof accounts],
  decision: 'approve' | 'reject' | 'return' = 'approve',
) =>
  decideTask(deps())(
    { taskId: taskId({ requestId, place }), decision, reason: decision === 'approve' ? undefined : 'x' },
    actor,
  )

const DECIDERS = 100

describe('the database decides, then the token', () => {
  test('of a hundred deciders at once exactly one wins, and the execution is told once', async () => {
    const { id } = await submit()
    await open(id, 'institution')
    const outcomes = await Promise.all(
      Array.from({ length: DECIDERS }, () => decide(id, '1.institution', accounts.registrar)),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(outcomes.flatMap((one) => (one.ok ? [] : [one.code])))).toEqual(
      new Set(['ALREADY_DECIDED']),
    )
    expect(asked.told).toEqual([
      {
        kind: 'success',
        token: 't-institution-0',
        detail: { patienceSeconds: expect.any(Number), waits: 0 },
      },
    ])
    prove(2, { 'deciders at once': DECIDERS })
  })

  test('many are approved at once, each for itself; the exceptions say why, and a repeat approves nothing', async () => {
    const ids: string[] = []
    for (const key of ['a', 'b', 'c']) {
      const { id } = await submit(claim(), key)
      await open(id, 'institution', 0, `t-${key}`)
      ids.push(taskId({ requestId: id, place: '1.institution' }))
    }
    const [first = '', second = '', third = ''] = ids
    await decideTask(deps())({ taskId: second, decision: 'return', reason: 'x' }, accounts.registrar)
    const approve = async () => {
      const asked = { ids: [...ids, 'r0.1.institution'], seen: ids }
      const outcome = await approveTasks(deps())(asked, accounts.registrar)
      if (!outcome.ok) throw new Error(outcome.code)
      return outcome.value.map(({ id, outcome }) => [id, outcome.ok ? 'approved' : outcome.code])
    }
    expect(await approve()).toEqual([
      [first, 'approved'],
      [second, 'ALREADY_DECIDED'],
      [third, 'approved'],
      ['r0.1.institution', 'NOT_FOUND'],
    ])
    expect((await approve()).map(([, said]) => said)).toEqual([
      'ALREADY_DECIDED',
      'ALREADY_DECIDED',
      'ALREADY_DECIDED',
      'NOT_FOUND',
    ])
    expect(asked.told.map(({ token }) => token).sort()).toEqual(['t-a', 't-b', 't-c'])
  })

  test('those of several desks are not approved together: nothing is', async () => {
    const { id } = await submit(claim({ lines: [line(), { ...line(), subject: 'professional' }] }))
    await Promise.all([open(id, 'institution', 0), open(id, 'institution', 1)])
    await decide(id, '1.institution', accounts.registrar)
    await open(id, 'authority', 0)
    const other = await submit(claim(), 'other')
    await open(other.id, 'institution', 0, 't-other')
    const outcome = await approveTasks(deps())(
      {
        ids: [
          taskId({ requestId: id, place: '1.0.authority' }),
          taskId({ requestId: other.id, place: '1.institution' }),
        ],
      },
      accounts.authority,
    )
    expect(outcome).toMatchObject({ code: 'TASKS_OF_SEVERAL_KINDS' })
    expect((await readRequest(table, id))?.tasks.find(({ place }) => place === '1.0.authority')?.status).toBe(
      'open',
    )
  })

  test('a decision and a withdrawal at once: one of them holds, never both', async () => {
    for (const round of [1, 2, 3, 4, 5]) {
      const { id } = await submit(claim(), `race-${round}`)
      await open(id, 'institution', 0, `race-${round}`)
      const [decided, withdrawn] = await Promise.all([
        decide(id, '1.institution', accounts.registrar),
        withdrawRequest(deps())(id, accounts.li),
      ])
      expect([decided.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1)
      const record = await readRequest(table, id)
      expect(record?.request.status).toBe(decided.ok ? 'in_review' : 'withdrawn')
    }
  })

  test('two lines decided at once at two desks both stand', async () => {
    const { id } = await submit(claim({ lines: [line(), { ...line(), subject: 'professional' }] }))
    await Promise.all([open(id, 'institution', 0), open(id, 'institution', 1)])
    expect((await decide(id, '1.institution', accounts.registrar)).ok).toBe(true)
    expect(asked.told.map(({ token }) => token).sort()).toEqual(['t-institution-0', 't-institution-1'])
    await Promise.all([open(id, 'authority', 0), open(id, 'department', 1)])
    const [a, b] = await Promise.all([
      decide(id, '1.0.authority', accounts.authority),
      decide(id, '1.1.department', accounts.department),
    ])
    expect([a.ok, b.ok]).toEqual([true, true])
    expect((await readRequest(table, id))?.request.acts.map(({ act }) => act)).toEqual([
      'submit',
      'approve',
      'approve',
      'approve',
    ])
  })

  test('nobody decides on their own claim, even at their own desk', async () => {
    const { id } = await submit(claim({ staffId: 'unit.admin' }), 'own', accounts.registrar)
    await open(id, 'institution')
    expect(await decide(id, '1.institution', accounts.registrar)).toMatchObject({
      ok: false,
      code: 'OWN_REQUEST',
    })
    // Their own desk was passed over: they are told so, as whose matter it is, and the line goes on.
    expect(asked.told.map(({ kind, token }) => `${kind} ${token}`)).toEqual(['success t-institution-0'])
    const told = asked.sent.filter(({ to }) => to.includes(accounts.registrar.email))
    expect(told.map(({ subject }) => subject)).toEqual(['您的申请有一个环节已跳过，继续办理'])
  })
})

describe('what a crash leaves behind is resumed', () => {
  test('an execution that was not started', async () => {
    asked.engineFails = true
    const { id } = await submit()
    expect(asked.started).toEqual([])
    asked.engineFails = false
    expect((await reconcile(deps(), 60_000)()).resumed).toBe(0)
    expect((await reconcile(deps(), 0)()).resumed).toBe(1)
    expect(asked.started.map(({ name }) => name)).toEqual([`${id}-1-0`])
  })

  test('a token that was not answered', async () => {
    const { id } = await submit()
    await open(id, 'institution')
    asked.engineFails = true
    expect((await decide(id, '1.institution', accounts.registrar)).ok).toBe(true)
    asked.engineFails = false
    await reconcile(deps(), 0)()
    expect(asked.told.map(({ token }) => token)).toEqual(['t-institution-0'])
  })

  test('a token that nobody waits on any more: the decision stands, and nothing is left to do', async () => {
    const { id } = await submit()
    await open(id, 'institution')
    asked.gone.add('t-institution-0')
    expect((await decide(id, '1.institution', accounts.registrar)).ok).toBe(true)
    expect(asked.told).toEqual([])
    // Its execution ended before it came to a next desk: it is started anew, from where the request stands.
    await reconcile(deps(), 0)()
    expect(asked.told).toEqual([])
  })

  test('a line whose execution never came to the desk that its sibling opened', async () => {
    const { id } = await submit(claim({ lines: [line(), line(5)] }))
    asked.started = []
    await open(id, 'institution', 0)
    await reconcile(deps(), 0)()
    expect(asked.started.map(({ name }) => name)).toEqual([`${id}-1-1`])
  })

  test('a task that is opened again gets the new token; one that was decided meanwhile answers at once', async () => {
    const { id } = await submit()
    await open(id, 'institution', 0, 'first')
    await open(id, 'institution', 0, 'second')
    await decide(id, '1.institution', accounts.registrar)
    expect(asked.told.map(({ token }) => token)).toEqual(['second'])
    await open(id, 'institution', 0, 'third')
    expect(asked.told.map(({ token }) => token)).toEqual(['second', 'third'])
  })

  test('a mail server that is down stops nothing: the message is kept and sent later, as the same message', async () => {
    asked.mailFails = true
    const { id } = await submit()
    await open(id, 'institution')
    expect(asked.sent).toEqual([])
    asked.mailFails = false
    expect((await reconcile(deps(), 0)()).mailed).toBe(1)
    expect(asked.sent.map((mail) => mail.id)).toEqual([`task-${id}.1.institution-open`])
    expect((await reconcile(deps(), 0)()).mailed).toBe(0)
  })
})

test('Art. 38: a returned request goes on at the desks where it was filed, wherever its person works by then', async () => {
  const professional = claim({ lines: [{ ...line(), subject: 'professional' as const }] })
  const { id } = await submit(professional)
  await open(id, 'institution')
  expect(await decide(id, '1.institution', accounts.registrar, 'return')).toMatchObject({ ok: true })
  // There no department decides.
  await write(table, [
    newOrganisation({
      id: 'j',
      name: '小学',
      kind: 'institution',
      level: 'city',
      authorityId: 'a',
      overseers: ['a'],
    }),
  ])
  const moved = await changePerson(deps())(
    'staff.li',
    { version: 1, reason: '调动', institutionId: 'j' },
    accounts.authority,
  )
  expect(moved).toMatchObject({ ok: true })
  expect(await resubmitRequest(deps())(id, professional, accounts.li)).toMatchObject({ ok: true })
  expect(asked.started.map(({ name, input }) => [name, input])).toEqual([
    [`${id}-1-0`, expect.objectContaining({ recognisedBy: 'department' })],
    [`${id}-2-0`, expect.objectContaining({ recognisedBy: 'department' })],
  ])
})

describe('the ledger', () => {
  const recognise = async (key: string, hours = 10) => {
    const { id } = await submit(claim({ lines: [line(hours)] }), key)
    await open(id, 'institution')
    await decide(id, '1.institution', accounts.registrar)
    await open(id, 'authority')
    await decide(id, '1.0.authority', accounts.authority)
    return id
  }

  test('a credit that is delivered again and again is entered once', async () => {
    const id = await recognise('once')
    await Promise.all([1, 2, 3, 4].map(() => creditLine(settling(deps()))({ requestId: id, line: 0 })))
    await creditLine(settling(deps()))({ requestId: id, line: 0 })
    const staff = await readStaff(table, 'staff.li')
    expect(staff?.entries.map(({ source }) => source)).toEqual([`${id}.0`])
  })

  /** Takes a claim's three lines to the ledger: of which training each is, and the term of a manager by them. */
  const creditEach = async (id: string) => {
    await open(id, 'institution')
    await decide(id, '1.institution', accounts.registrar)
    for (const index of [0, 1, 2]) {
      await open(id, 'authority', index)
      await decide(id, `1.${index}.authority`, accounts.authority)
      await creditLine(settling(deps()))({ requestId: id, line: index })
    }
    const staff = await requireStaff(table, 'staff.li')
    const credits = staff.entries.flatMap(({ fact }) => (fact.kind === 'credit' ? [fact.credit] : []))
    const person: Person = {
      ...staff.person,
      postType: 'management',
      terms: [{ from: '2023-07-01', to: '2026-06-30' }],
    }
    const assessed = assessStaff({ ...staff, person }, 2026, '2026-06-15', always2024)
    return { trainings: credits.map(({ training }) => training), terms: assessed.terms }
  }

  test('Art. 16: the lines of one full-time session across New Year are one training in the ledger', async () => {
    const offline = { ...line(), mode: 'offline' as const, hours: undefined, fullTime: true }
    const { id } = await submit(
      claim({
        lines: [
          { ...offline, from: '2025-12-29', to: '2025-12-31', halfDays: 4 },
          { ...offline, from: '2026-01-05', to: '2026-01-06', halfDays: 4 },
          line(),
        ],
      }),
    )
    const { trainings, terms } = await creditEach(id)
    expect(trainings).toEqual([id, id, undefined])
    expect(terms).toMatchObject([{ status: 'met', longestHalfDays: 8 }])
  })

  test('Art. 16: two sessions of one claim, with other days between them, stay two', async () => {
    const offline = { ...line(), mode: 'offline' as const, hours: undefined, fullTime: true }
    const lines = [
      { ...offline, from: '2026-03-02', to: '2026-03-03', halfDays: 4 },
      { ...offline, from: '2026-05-11', to: '2026-05-12', halfDays: 3 },
      { ...offline, from: '2026-05-13', to: '2026-05-13', halfDays: 1 },
    ]
    const { id } = await submit(claim({ lines }))
    const { trainings, terms } = await creditEach(id)
    expect(trainings).toEqual([undefined, `${id}.1`, `${id}.1`])
    expect(terms).toMatchObject([{ status: 'open', longestHalfDays: 4 }])
  })

  test('what is recognised reaches the statistics by its request, without an entry of its own', async () => {
    const id = await recognise('counted', 12)
    const counting = { table, clock: { now: () => Date.parse('2026-06-15T09:05:00+08:00') } }
    const hoursOf = async () => {
      await countActs(counting)()
      const seen = await viewStatistics(counting)(2026, { organisation: 'a' }, accounts.authority)
      return seen.ok ? seen.value.total.hours : seen.code
    }
    // Decided and not entered yet: it is looked at again, until it is.
    expect(await hoursOf()).toBe(0)
    await creditLine(settling(deps()))({ requestId: id, line: 0 })
    const item = await read(table, keys.ledgerEntry('staff.li', 1))
    expect(item).not.toHaveProperty('swept')
    counting.clock = { now: () => Date.parse('2026-06-15T10:30:00+08:00') }
    expect(await hoursOf()).toBe(12)
    expect(await hoursOf()).toBe(12)
  })

  test('credits that are entered at once make one unbroken chain', async () => {
    const ids: string[] = []
    for (const key of ['a', 'b', 'c', 'd', 'e']) ids.push(await recognise(key, 1))
    await Promise.all(ids.map((requestId) => creditLine(settling(deps()))({ requestId, line: 0 })))
    const entries = (await readStaff(table, 'staff.li'))?.entries ?? []
    expect(entries.map(({ source }) => source).sort()).toEqual(ids.map((id) => `${id}.0`).sort())
    expect(firstBrokenEntry(entries)).toBeUndefined()
  })

  test('a chain that was changed, shortened at its start, reordered or added to is found', async () => {
    for (const key of ['a', 'b', 'c'])
      await creditLine(settling(deps()))({ requestId: await recognise(key, 1), line: 0 })
    const [a, b, c] = (await readStaff(table, 'staff.li'))?.entries ?? []
    if (!a || !b || !c) throw new Error('Three entries were expected.')
    expect(firstBrokenEntry([a, b, c])).toBeUndefined()
    expect(firstBrokenEntry([a, { ...b, recordedBy: 'someone' }, c])).toBe(2)
    expect(firstBrokenEntry([b, c])).toBe(1)
    expect(firstBrokenEntry([a, c])).toBe(2)
    expect(firstBrokenEntry([b, a, c])).toBe(1)
    expect(firstBrokenEntry([a, b, b, c])).toBe(3)
  })

  test('Art. 35: the certificate is asked for by the credit that completes the year, and only then', async () => {
    const first = await recognise('first', 30)
    await creditLine(settling(deps()))({ requestId: first, line: 0 })
    expect(asked.started.filter(({ name }) => !name.includes('-1-'))).toEqual([])
    const { id } = await submit(claim({ lines: [{ ...line(60), subject: 'professional' }] }), 'second')
    await open(id, 'institution')
    await decide(id, '1.institution', accounts.registrar)
    await open(id, 'department')
    await decide(id, '1.0.department', accounts.department)
    await open(id, 'authority')
    await decide(id, '1.0.authority', accounts.authority)
    await creditLine(settling(deps()))({ requestId: id, line: 0 })
    expect(asked.started.filter(({ name }) => name === `${id}-0`)).toEqual([
      { machine: 'settle', name: `${id}-0`, input: { staffId: 'staff.li' } },
    ])
  })
})

describe('Art. 40: one proof, one claim', () => {
  const proof = (certificateNo: string) => claim({ provider: '党校', certificateNo })

  test('of two claims at once on one proof, one is refused', async () => {
    const outcomes = await Promise.all([
      submitRequest(deps())(proof('A-1'), 'x', accounts.li),
      submitRequest(deps())({ ...proof('a 1'), staffId: 'unit.admin' }, 'y', accounts.registrar),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: 'EVIDENCE_ALREADY_USED', article: '40' })
  })

  test('a claim that nothing came of gives its proof back; a returned one keeps it', async () => {
    const { id, fingerprints } = await submit(proof('B-1'), 'x')
    await open(id, 'institution')
    await decide(id, '1.institution', accounts.registrar, 'return')
    expect(await readProofs(table, fingerprints)).toHaveLength(1)
    await withdrawRequest(deps())(id, accounts.li)
    expect(await readProofs(table, fingerprints)).toEqual([])
    const other = await submit(proof('B-1'), 'z')
    await open(other.id, 'institution')
    await decide(other.id, '1.institution', accounts.registrar, 'reject')
    expect(await readProofs(table, fingerprints)).toEqual([])
  })
})
