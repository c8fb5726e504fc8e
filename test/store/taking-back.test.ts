import { beforeEach, describe, expect, test } from 'vitest'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { mayTakeBack, takeBackDecision } from '../../functions/desks/take-back-decision.ts'
import { reconcile } from '../../functions/operations/reconcile.ts'
import { newAccount } from '../../functions/organisations/account.ts'
import { creditLine } from '../../functions/outcomes/credit-line.ts'
import { endLine } from '../../functions/outcomes/end-line.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import type { Stage } from '../../functions/platform/terms.ts'
import { readProofs } from '../../functions/requests/evidence.ts'
import { readRequest } from '../../functions/requests/stored-request.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { withdrawRequest } from '../../functions/requests/withdraw-request.ts'
import { settling } from '../../functions/settlement/settling.ts'
import { takenBackIn } from '../../workflows/request-line.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { accounts, seedSmall } from './small-organisation.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
let now = 0
const clock = { now: () => now }
const deps = () => recordingHost(table, clock, asked)
const { staffId: _, ...seated } = accounts.registrar
const second = { ...seated, id: 'unit.second', email: 'second@demo.example' }

beforeEach(async () => {
  table = await database.newTable()
  await seedSmall(table)
  await write(table, newAccount(second))
  asked = nothingAsked()
  now = Date.parse('2026-06-15T09:00:00+08:00')
})

const line = (subject: 'public' | 'professional') => ({
  subject,
  category: 'in_service' as const,
  mode: 'online' as const,
  from: '2026-03-01',
  to: '2026-03-20',
  hours: 10,
})
const submit = async (...subjects: ('public' | 'professional')[]) => {
  const lines = subjects.map(line)
  const body = { type: 'recognition' as const, staffId: 'staff.li', title: '培训', lines, evidence: [] }
  const submitted = await submitRequest(deps())(
    { ...body, provider: '网院', certificateNo: 'A-1' },
    'k1',
    accounts.li,
  )
  if (!submitted.ok) throw new Error(submitted.code)
  return submitted.value.id
}
const open = (id: string, stage: Stage, at: { index?: number; execution?: string | undefined } = {}) => {
  const { index = 0 } = at
  const { execution = `${id}-1-${index}` } = at
  const token = `${execution.slice(id.length)}.${stage}`
  return openTask(deps())({ requestId: id, round: 1, line: index, stage, execution, token })
}
const placeOf = (stage: Stage, index = 0) =>
  stage === 'institution' ? '1.institution' : `1.${index}.${stage}`
const decide = async (
  id: string,
  stage: Stage,
  decision: 'approve' | 'return' | 'reject' = 'approve',
  actor = { institution: accounts.registrar, department: accounts.department, authority: accounts.authority }[
    stage
  ],
) => {
  const outcome = await decideTask(deps())(
    { taskId: `${id}.${placeOf(stage)}`, decision, reason: decision === 'approve' ? undefined : '缺材料' },
    actor,
  )
  return outcome.ok ? 'ok' : outcome.code
}
const back = async (id: string, stage: Stage = 'institution', actor = accounts.registrar) => {
  const outcome = await takeBackDecision(deps())(`${id}.${placeOf(stage)}`, actor)
  return outcome.ok ? outcome.value.task.status : outcome.code
}
const record = async (id: string) => {
  const found = await readRequest(table, id)
  if (found === undefined) throw new Error('gone')
  return found
}
const states = async (id: string) =>
  Object.fromEntries((await record(id)).tasks.map(({ place, status }) => [place, status]))
const toldOf = (token: string) =>
  asked.told
    .filter((one) => one.token === token)
    .map(({ kind, detail }) => (kind === 'failure' ? detail : kind))
const started = () => asked.started.map(({ name }) => name)

describe('a desk takes its decision back until the next desk has acted', () => {
  test('the task is open again, the next desk’s closes, and the line begins anew in an execution of its own', async () => {
    const id = await submit('public')
    await open(id, 'institution')
    await decide(id, 'institution')
    await open(id, 'authority')
    expect(await back(id)).toBe('open')
    expect(await states(id)).toMatchObject({ '1.institution': 'open', '1.0.authority': 'taken_back' })
    expect(started()).toEqual([`${id}-1-0`, `${id}-1-0-t1`])
    // The execution so far waited at the authority: it ends there, and its end tells nobody anything.
    expect(toldOf('-1-0.authority')).toEqual(['Withdrawn'])
    const sent = asked.sent.length
    await endLine(settling(deps()))({ requestId: id, round: 1, line: 0 })
    expect(asked.sent).toHaveLength(sent)
    expect(asked.sent.at(-1)).toMatchObject({ to: [accounts.authority.email] })
    expect(asked.sent.at(-1)?.subject).toContain('上一环节收回')
    expect(await decide(id, 'authority')).toBe('TASK_WITHDRAWN')
    // What was decided and taken back stays on record.
    const { request } = await record(id)
    expect(request.acts.map(({ act, actor }) => [act, actor])).toEqual([
      ['submit', 'staff.li'],
      ['approve', 'unit.admin'],
      ['take_back', 'unit.admin'],
    ])
    expect(request.lines[0]).toMatchObject({ status: 'in_review', stage: 'institution', awaiting: true })

    await open(id, 'institution', { execution: started()[1] })
    expect((await record(id)).request.lines[0]).toMatchObject({ awaiting: false })
    expect(await decide(id, 'institution')).toBe('ok')
    expect(toldOf('-1-0-t1.institution')).toEqual(['success'])
    await open(id, 'authority', { execution: started()[1] })
    expect(await decide(id, 'authority')).toBe('ok')
    expect(toldOf('-1-0-t1.authority')).toEqual(['success'])
    await creditLine(settling(deps()))({ requestId: id, line: 0 })
    expect((await record(id)).request.status).toBe('approved')
  })

  test('of a taking back and the next desk’s decision at the same moment exactly one succeeds', async () => {
    for (const key of Array.from({ length: 8 }, (_, place) => place)) {
      table = await database.newTable()
      await seedSmall(table)
      const id = await submit('public')
      await open(id, 'institution')
      await decide(id, 'institution')
      await open(id, 'authority')
      const [taken, decided] = await (key % 2 === 0
        ? Promise.all([back(id), decide(id, 'authority')])
        : Promise.all([decide(id, 'authority'), back(id)]).then(([one, other]) => [other, one]))
      expect([
        ['open', 'TASK_WITHDRAWN'],
        ['WRONG_STATE', 'ok'],
      ]).toContainEqual([taken, decided])
    }
  })

  test('and so with the next desk’s opening: it is closed, or finds that it has nothing to open', async () => {
    for (let turn = 0; turn < 8; turn += 1) {
      table = await database.newTable()
      await seedSmall(table)
      asked = nothingAsked()
      const id = await submit('public')
      await open(id, 'institution')
      await decide(id, 'institution')
      expect((await Promise.all([back(id), open(id, 'authority')]))[0]).toBe('open')
      expect(await states(id)).toMatchObject({ '1.institution': 'open', '1.0.authority': 'taken_back' })
      expect(toldOf('-1-0.authority')).toEqual(['Withdrawn'])
    }
  })

  test('an execution of before that comes late, also after the second decision, opens nothing', async () => {
    const id = await submit('public')
    await open(id, 'institution')
    await decide(id, 'institution')
    await back(id)
    await open(id, 'institution', { execution: `${id}-1-0-t1` })
    await decide(id, 'institution')
    await open(id, 'authority', { execution: `${id}-1-0-t1` })
    // Machines of the version before do not say which execution they are.
    await openTask(deps())({ requestId: id, round: 1, line: 0, stage: 'authority', token: 'old' })
    expect(toldOf('old')).toEqual(['Withdrawn'])
    await decide(id, 'authority')
    expect(toldOf('-1-0-t1.authority')).toEqual(['success'])
  })

  test('by whoever decided, and nobody else', async () => {
    const id = await submit('public')
    await open(id, 'institution')
    expect(await back(id)).toBe('WRONG_STATE')
    await decide(id, 'institution')
    expect(await back(id, 'institution', second)).toBe('DECIDED_BY_ANOTHER')
    expect(await back(id, 'institution', accounts.li)).toBe('NOT_ALLOWED')
    expect(await back(id, 'institution', accounts.authority)).toBe('NOT_ALLOWED')
    const seen = await record(id)
    const [task] = seen.tasks
    expect(task && mayTakeBack(seen, task, accounts.registrar)).toBe(true)
    expect(task && mayTakeBack(seen, task, second)).toBe(false)
  })

  test('not when the next desk has acted, nor when the hours are credited or about to be', async () => {
    const id = await submit('public')
    await open(id, 'institution')
    await decide(id, 'institution')
    await open(id, 'authority')
    await decide(id, 'authority')
    expect(await back(id)).toBe('WRONG_STATE')
    expect(await back(id, 'authority', accounts.authority)).toBe('WRONG_STATE')
    await creditLine(settling(deps()))({ requestId: id, line: 0 })
    expect(await back(id)).toBe('WRONG_STATE')
    expect(await back(id, 'authority', accounts.authority)).toBe('WRONG_STATE')
  })

  test('of two lines both come back; where one was decided by the next desk, neither does', async () => {
    const id = await submit('public', 'professional')
    for (const index of [0, 1]) await open(id, 'institution', { index })
    await decide(id, 'institution')
    await open(id, 'authority')
    await open(id, 'department', { index: 1 })
    expect(await back(id)).toBe('open')
    expect(started().slice(2)).toEqual([`${id}-1-0-t1`, `${id}-1-1-t1`])
    for (const index of [0, 1]) await open(id, 'institution', { index, execution: `${id}-1-${index}-t1` })
    await decide(id, 'institution')
    await open(id, 'department', { index: 1, execution: `${id}-1-1-t1` })
    const outcome = await decideTask(deps())(
      { taskId: `${id}.1.1.department`, decision: 'approve' },
      accounts.department,
    )
    expect(outcome.ok).toBe(true)
    expect(await back(id)).toBe('WRONG_STATE')
    // The department takes its own back; then the institution may again.
    const again = await takeBackDecision(deps())(`${id}.1.1.department`, accounts.department)
    expect(again.ok).toBe(true)
    expect(started().at(-1)).toBe(`${id}-1-1-t2`)
    expect(await back(id)).toBe('open')
    expect(started().slice(-2)).toEqual([`${id}-1-0-t2`, `${id}-1-1-t3`])
  })

  test('a crash before the new execution starts is made good by the reconciler, and by a restart of what was lost', async () => {
    const id = await submit('public')
    await open(id, 'institution')
    await decide(id, 'institution')
    asked.engineFails = true
    expect(await back(id)).toBe('open')
    expect(started()).toEqual([`${id}-1-0`])
    asked.engineFails = false
    now += 5 * 60_000
    await reconcile(deps())()
    expect(started()).toEqual([`${id}-1-0`, `${id}-1-0-t1`])
    expect(takenBackIn(`${id}-1-0-t1-a2`)).toBe(1)
    expect(takenBackIn(`${id}-1-0-h1-t12`)).toBe(12)
    expect(takenBackIn(`${id}-1-0-a2`)).toBe(0)
  })

  test('the submitter may withdraw again, as no desk has decided', async () => {
    const id = await submit('public')
    await open(id, 'institution')
    await decide(id, 'institution')
    expect((await withdrawRequest(deps())(id, accounts.li)).ok).toBe(false)
    await back(id)
    expect((await withdrawRequest(deps())(id, accounts.li)).ok).toBe(true)
    await open(id, 'institution', { execution: `${id}-1-0-t1` })
    expect(toldOf('-1-0-t1.institution')).toEqual(['Withdrawn'])
  })
})

describe('a return or a refusal is taken back until the submitter has acted', () => {
  test('a return: whoever was told of it is told again, and it may be returned anew', async () => {
    const id = await submit('public')
    await open(id, 'institution')
    await decide(id, 'institution', 'return')
    await endLine(settling(deps()))({ requestId: id, round: 1, line: 0 })
    expect((await record(id)).request.status).toBe('returned')
    expect(await back(id)).toBe('open')
    expect((await record(id)).request).toMatchObject({
      status: 'in_review',
      lines: [{ status: 'in_review', stage: 'institution', awaiting: true }],
    })
    expect(asked.sent.at(-1)).toMatchObject({ to: [accounts.li.email] })
    expect(asked.sent.at(-1)?.subject).toContain('已收回')
    await open(id, 'institution', { execution: `${id}-1-0-t1` })
    await decide(id, 'institution', 'return')
    await endLine(settling(deps()))({ requestId: id, round: 1, line: 0 })
    // A second return is a letter of its own.
    const ids = asked.sent.map((mail) => mail.id).filter((one) => one.startsWith('return-'))
    expect(ids).toEqual([`return-${id}-1-0`, `return-${id}-1-0-t1`])
  })

  test('not when it was withdrawn since', async () => {
    const id = await submit('public')
    await open(id, 'institution')
    await decide(id, 'institution', 'return')
    await withdrawRequest(deps())(id, accounts.li)
    expect(await back(id)).toBe('WRONG_STATE')
  })

  test('a refusal: the claim holds its proofs again, unless another claim has taken them', async () => {
    const id = await submit('public')
    await open(id, 'institution')
    const { fingerprints } = (await record(id)).request
    expect(await readProofs(table, fingerprints)).toHaveLength(1)
    await decide(id, 'institution', 'reject')
    expect(await readProofs(table, fingerprints)).toHaveLength(0)
    expect(await back(id)).toBe('open')
    expect(await readProofs(table, fingerprints)).toMatchObject([{ requestId: id }])
    await open(id, 'institution', { execution: `${id}-1-0-t1` })
    await decide(id, 'institution', 'reject')
    const body = {
      type: 'recognition' as const,
      staffId: 'staff.li',
      title: '另一次',
      lines: [line('public')],
    }
    const other = await submitRequest(deps())(
      { ...body, evidence: [], provider: '网院', certificateNo: 'A-1' },
      'k2',
      accounts.li,
    )
    expect(other.ok).toBe(true)
    expect(await back(id)).toBe('WRONG_STATE')
  })
})
