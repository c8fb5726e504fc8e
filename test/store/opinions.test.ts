import { beforeEach, expect, test } from 'vitest'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { askOpinion, giveOpinion } from '../../functions/desks/opinions.ts'
import { newAccount } from '../../functions/organisations/account.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { readRequest } from '../../functions/requests/stored-request.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { accounts, seedSmall } from './small-organisation.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
const clock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }
const deps = () => recordingHost(table, clock, asked)
const { staffId: _, ...seated } = accounts.registrar
const second = { ...seated, id: 'unit.second', email: 'second@demo.example' }

beforeEach(async () => {
  table = await database.newTable()
  await seedSmall(table)
  await write(table, newAccount(second))
  asked = nothingAsked()
})

/** A task on the registrar's desk. */
const opened = async (): Promise<{ id: string; taskId: string }> => {
  const line = {
    ...{ subject: 'public' as const, category: 'in_service' as const, mode: 'online' as const },
    ...{ from: '2026-03-01', to: '2026-03-20', hours: 10 },
  }
  const body = {
    type: 'recognition' as const,
    staffId: 'staff.li',
    title: '培训',
    lines: [line],
    evidence: [],
  }
  const filed = await submitRequest(deps())(body, 'k1', accounts.li)
  if (!filed.ok) throw new Error(filed.code)
  const { id } = filed.value
  await openTask(deps())({ requestId: id, round: 1, line: 0, stage: 'institution', token: 't' })
  asked.sent = []
  return { id, taskId: `${id}.1.institution` }
}
const ask = async (taskId: string, to: string, actor = accounts.registrar) => {
  const outcome = await askOpinion(deps())({ taskId, to, question: '是否属实？' }, actor)
  return outcome.ok ? 'ok' : outcome.code
}
const give = async (taskId: string, actor = second) => {
  const outcome = await giveOpinion(deps())({ taskId, opinion: '属实。' }, actor)
  return outcome.ok ? 'ok' : outcome.code
}

test('an opinion is asked of a colleague and given: both are told once, on record, and it decides nothing', async () => {
  const { id, taskId } = await opened()
  expect(await ask(taskId, second.id)).toBe('ok')
  expect(await ask(taskId, second.id)).toBe('ok')
  expect(asked.sent.map(({ to }) => to)).toEqual([[second.email]])
  expect(await give(taskId)).toBe('ok')
  expect(asked.sent.map(({ to }) => to)).toEqual([[second.email], [accounts.registrar.email]])
  const record = await readRequest(table, id)
  expect(record?.tasks[0]).toMatchObject({ status: 'open', opinions: [{ given: { text: '属实。' } }] })
  expect(record?.request.acts.map(({ act, actor, reason }) => [act, actor, reason])).toEqual([
    ['submit', 'staff.li', undefined],
    ['ask_opinion', 'unit.admin', '是否属实？'],
    ['opine', 'unit.second', '属实。'],
  ])
  // Whoever gave an opinion has not acted at the desk.
  const decided = await decideTask(deps())({ taskId, decision: 'approve' }, second)
  expect(decided.ok).toBe(true)
  expect(asked.told).toMatchObject([{ kind: 'success' }])
})

test('only colleagues at the desk are asked, and only who was asked gives one, once, while the task is open', async () => {
  const { taskId } = await opened()
  expect(await ask(taskId, 'hr.city')).toBe('ASSIGNEE_UNFIT')
  expect(await ask(taskId, second.id, accounts.authority)).toBe('NOT_ALLOWED')
  expect(await give(taskId)).toBe('OPINION_NOT_ASKED')
  await ask(taskId, second.id)
  expect(await give(taskId, accounts.registrar)).toBe('OPINION_NOT_ASKED')
  await decideTask(deps())({ taskId, decision: 'approve' }, accounts.registrar)
  expect(await give(taskId)).toBe('WRONG_STATE')
})
