import { beforeEach, describe, expect, test } from 'vitest'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { viewWholeTask } from '../../functions/desks/view-whole-task.ts'
import { endLine } from '../../functions/outcomes/end-line.ts'
import type { Table } from '../../functions/platform/table.ts'
import type { Stage } from '../../functions/platform/terms.ts'
import { resubmitRequest } from '../../functions/requests/resubmit-request.ts'
import { readRequest } from '../../functions/requests/stored-request.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { viewRequest } from '../../functions/requests/view-request.ts'
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

const line = (hours = 10, more: object = {}) => ({
  subject: 'public' as const,
  category: 'in_service' as const,
  mode: 'online' as const,
  from: '2026-03-01',
  to: '2026-03-20',
  hours,
  ...more,
})
const claim = (lines: ReturnType<typeof line>[], more: object = {}) => ({
  type: 'recognition' as const,
  staffId: 'staff.li',
  title: '培训',
  lines,
  evidence: [],
  ...more,
})
const open = (requestId: string, stage: Stage, index: number, round = 1) =>
  openTask(deps())({ requestId, round, line: index, stage, token: `${round}-${stage}-${index}` })
const decide = async (
  taskId: string,
  actor: (typeof accounts)[keyof typeof accounts],
  decision: 'approve' | 'return' = 'approve',
  marked?: string[],
) => {
  const made = await decideTask(deps())({ taskId, decision, reason: '请更正', marked }, actor)
  expect(made).toMatchObject({ ok: true })
}
/** A claim of several lines; the institution confirms all, the authority returns those that are named. */
const returnedAt = async (lines: ReturnType<typeof line>[], returned: number[]): Promise<string> => {
  const submitted = await submitRequest(deps())(claim(lines), 'k', accounts.li)
  if (!submitted.ok) throw new Error(submitted.code)
  const { id } = submitted.value
  for (const index of lines.keys()) await open(id, 'institution', index)
  await decide(`${id}.1.institution`, accounts.registrar)
  for (const index of lines.keys()) await open(id, 'authority', index)
  for (const index of returned) await decide(`${id}.1.${index}.authority`, accounts.authority, 'return')
  asked = nothingAsked()
  return id
}
const resubmit = (id: string, body: object) =>
  resubmitRequest(deps())(id, body as ReturnType<typeof claim>, accounts.li)
const linesOf = async (id: string) =>
  (await readRequest(table, id))?.request.lines.map((one) => [
    one.status,
    one.round,
    'claimedTenths' in one ? one.claimedTenths / 10 : 0,
  ])

describe('a returned line is', () => {
  test('split: the rest stands behind, and each starts a way of its own', async () => {
    const id = await returnedAt([line(20)], [0])
    expect(await resubmit(id, claim([line(12), line(8, { subject: 'professional' })]))).toMatchObject({
      ok: true,
    })
    expect(await linesOf(id)).toEqual([
      ['in_review', 2, 12],
      ['in_review', 2, 8],
    ])
    expect(asked.started.map(({ name }) => name)).toEqual([`${id}-2-0`, `${id}-2-1`])
    const record = await readRequest(table, id)
    const [changed] = record?.request.notices ?? []
    expect(changed?.zh).toBe('退回后修改了：第 1 项学时（20 → 12）、新增第 2 项（专业科目 8 学时）。')
  })

  test('joined with another: that one is dropped, and nothing starts for it', async () => {
    const id = await returnedAt([line(12), line(8)], [0, 1])
    const joined = await resubmit(id, claim([line(20), line(8)], { dropped: [1] }))
    expect(joined).toMatchObject({ ok: true, value: { status: 'in_review' } })
    expect(await linesOf(id)).toEqual([
      ['in_review', 2, 20],
      ['withdrawn', 1, 8],
    ])
    expect(asked.started.map(({ name }) => name)).toEqual([`${id}-2-0`])
    const record = await readRequest(table, id)
    expect(record?.request.notices?.[0]?.zh).toContain('第 2 项不再申报')
  })

  test('dropped, while another lies at its desk: that one keeps its round and its place', async () => {
    const id = await returnedAt([line(12), line(8)], [0])
    expect(await resubmit(id, claim([line(12), line(8), line(3)], { dropped: [0] }))).toMatchObject({
      ok: true,
    })
    expect(await linesOf(id)).toEqual([
      ['withdrawn', 1, 12],
      ['in_review', 1, 8],
      ['in_review', 2, 3],
    ])
    await decide(`${id}.1.1.authority`, accounts.authority)
    expect((await linesOf(id))?.[1]).toEqual(['in_review', 1, 8])
  })

  test('not judged once it is dropped, and a fault names the line as it was sent', async () => {
    const id = await returnedAt([line(12), line(8)], [0, 1])
    const wrong = { from: '2026-03-09', to: '2026-03-01' }
    expect(await resubmit(id, claim([line(12, wrong), line(8)], { dropped: [0] }))).toMatchObject({
      ok: true,
    })
    const other = await returnedAtAnother()
    expect(await resubmit(other, claim([line(12), line(8, wrong)], { dropped: [0] }))).toMatchObject({
      ok: false,
      code: 'INPUT_INVALID',
      errors: [expect.objectContaining({ pointer: expect.stringMatching(/^\/lines\/1/) })],
    })
  })

  const returnedAtAnother = async () => {
    const submitted = await submitRequest(deps())(claim([line(12), line(8)]), 'other', accounts.li)
    if (!submitted.ok) throw new Error(submitted.code)
    const { id } = submitted.value
    for (const index of [0, 1]) await open(id, 'institution', index)
    await decide(`${id}.1.institution`, accounts.registrar, 'return')
    return id
  }
})

describe('what a correction keeps', () => {
  const refused = async (id: string, body: object) => {
    const outcome = await resubmit(id, body)
    return outcome.ok ? [] : (outcome.errors ?? []).map(({ pointer }) => pointer)
  }

  test('the year of a line, and those of the claim for further ones', async () => {
    const id = await returnedAt([line(12)], [0])
    const earlier = { from: '2025-03-01', to: '2025-03-20' }
    expect(await refused(id, claim([line(12, earlier)]))).toEqual(['/lines/0/from'])
    expect(await refused(id, claim([line(12), line(1, earlier)]))).toEqual(['/lines/1/from'])
  })

  test('lines that were not returned are neither dropped nor left out', async () => {
    const id = await returnedAt([line(12), line(8)], [0])
    expect(await refused(id, claim([line(12), line(8)], { dropped: [1] }))).toContain('/dropped')
    expect(await refused(id, claim([line(12)]))).toEqual(['/lines'])
    expect(await refused(id, claim([line(12), line(9)]))).toEqual(['/lines/1'])
  })

  test('where nothing is left to look at, the request is withdrawn, not sent', async () => {
    const id = await returnedAt([line(12)], [0])
    expect(await refused(id, claim([line(12)], { dropped: [0] }))).not.toEqual([])
    const two = await readRequest(table, id)
    expect(two?.request.status).toBe('returned')
  })
})

test('fields that the desk marked are told in the timeline, and its old task names the one that waits', async () => {
  const submitted = await submitRequest(deps())(claim([line(12)]), 'k', accounts.li)
  if (!submitted.ok) throw new Error(submitted.code)
  const { id } = submitted.value
  await open(id, 'institution', 0)
  const marked = ['/title', '/lines/0/hours']
  await decide(`${id}.1.institution`, accounts.registrar, 'return', marked)
  const record = await readRequest(table, id)
  if (record === undefined) throw new Error('gone')
  const view = await viewRequest(table, record, 'zh')
  expect(view.timeline.find(({ act }) => act === 'return')?.marked).toEqual(marked)
  await endLine({ ...deps(), settle: async () => undefined })({ requestId: id, round: 1, line: 0 })
  const letter = asked.sent.findLast(({ to }) => to.includes(accounts.li.email))
  expect(letter?.text).toContain('需修改：培训名称；第 1 项 · 学时')
  const waiting = async (actor = accounts.registrar) => {
    const now = await readRequest(table, id)
    const old = now?.tasks.find(({ place }) => place === '1.institution')
    if (now === undefined || old === undefined) throw new Error('gone')
    return (await viewWholeTask(deps(), now, old, actor, 'zh')).waiting
  }
  expect(await waiting()).toBeNull()
  expect(await resubmit(id, claim([line(8)]))).toMatchObject({ ok: true })
  await open(id, 'institution', 0, 2)
  expect(await waiting()).toBe(`${id}.2.institution`)
  // Who may not decide it is not led there.
  expect(await waiting(accounts.authority)).toBeNull()
  await decide(`${id}.2.institution`, accounts.registrar)
  expect(await waiting()).toBeNull()
})
