import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import { approveTasks } from '../../functions/desks/approve-tasks.ts'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { listTodo } from '../../functions/desks/list-tasks.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { returnTasks } from '../../functions/desks/return-tasks.ts'
import { viewWholeTask } from '../../functions/desks/view-whole-task.ts'
import { creditLine } from '../../functions/outcomes/credit-line.ts'
import { keys } from '../../functions/platform/keys.ts'
import type { Table } from '../../functions/platform/table.ts'
import type { Stage } from '../../functions/platform/terms.ts'
import { contextOf } from '../../functions/requests/flags.ts'
import { resubmitRequest } from '../../functions/requests/resubmit-request.ts'
import { readRequest } from '../../functions/requests/stored-request.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { settling } from '../../functions/settlement/settling.ts'
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

const week = (halfDays = 4, more: object = {}) => ({
  subject: 'public' as const,
  category: 'in_service' as const,
  mode: 'offline' as const,
  ...{ from: '2026-03-02', to: '2026-03-03', halfDays },
  ...more,
})
const online = (hours: number, more: object = {}) => ({
  subject: 'public' as const,
  category: 'in_service' as const,
  mode: 'online' as const,
  ...{ from: '2026-04-01', to: '2026-04-02', hours },
  ...more,
})
const proven = { provider: '市委党校', certificateNo: 'A-1' }
const body = (title: string, lines: readonly (ReturnType<typeof week> | ReturnType<typeof online>)[]) => ({
  type: 'recognition' as const,
  staffId: 'staff.li',
  title,
  lines: [...lines],
  evidence: [],
})
const submit = async (filed: ReturnType<typeof body> & { provider?: string }, key: string) => {
  const submitted = await submitRequest(deps())(filed, key, accounts.li)
  if (!submitted.ok) throw new Error(submitted.code)
  return submitted.value.id
}
const open = (requestId: string, stage: Stage, round = 1) =>
  openTask(deps())({ requestId, round, line: 0, stage, token: `${requestId}.${stage}.${round}` })
const found = async (id: string, line?: number) => {
  const record = await readRequest(table, id)
  if (record === undefined) throw new Error('gone')
  return (await contextOf(table, record.request, { line }, '2026-06-15')).flags
}
const codes = async (id: string) => (await found(id)).map(({ code }) => code)

/** Credits a claim of these lines. */
const credited = async (lines: Parameters<typeof body>[1], title = '已计入的培训') => {
  const id = await submit(body(title, lines), title)
  await open(id, 'institution')
  await decideTask(deps())({ taskId: `${id}.1.institution`, decision: 'approve' }, accounts.registrar)
  await open(id, 'authority')
  await decideTask(deps())({ taskId: `${id}.1.0.authority`, decision: 'approve' }, accounts.authority)
  await creditLine(settling(deps()))({ requestId: id, line: 0 })
  return id
}

describe('a desk sees before it decides what no rule refuses', () => {
  test('no proof, unlikely hours, an unlisted provider: found when it is filed', async () => {
    const id = await submit(
      { ...body('研修', [online(20, { subject: 'professional' })]), provider: '某网校' },
      'k1',
    )
    expect((await found(id)).map(({ code, article }) => [code, article])).toEqual([
      ['NO_PROOF', '40'],
      ['UNLIKELY_HOURS', undefined],
      ['PROVIDER_UNLISTED', '41'],
    ])
  })

  test('a likely twin, on both of them, whichever was filed first; it leads to the other (Art. 40)', async () => {
    const first = await submit(body('同一培训', [week()]), 'k1')
    expect(await codes(first)).toEqual(['NO_PROOF'])
    const second = await submit(body('同一培训', [week()]), 'k2')
    for (const [id, other] of [
      [first, second],
      [second, first],
    ] as const)
      expect((await found(id)).find(({ code }) => code === 'TWIN')).toMatchObject({
        link: `/request/${other}`,
      })
  })

  test('days that are full: how much will count is said, as it stands now (Art. 39(1))', async () => {
    const id = await submit(body('第二次培训', [week(3)]), 'k1')
    expect(await codes(id)).not.toContain('DAYS_FULL')
    await credited([week(2, { to: '2026-03-02' })])
    const flag = (await found(id)).find(({ code }) => code === 'DAYS_FULL')
    expect(flag?.zh).toContain('申报 3 个半天，按每天至多两个半天只能计 2 个半天（8 学时')
    const fits = await submit(body('第三次培训', [week(2)]), 'k3')
    expect(await codes(fits)).not.toContain('DAYS_FULL')
  })

  test('a year that was closed since', async () => {
    const id = await submit(body('培训', [week()]), 'k1')
    expect(await codes(id)).not.toContain('YEAR_CLOSED')
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: { ...keys.close('close', 2026), year: 2026 } }),
    )
    expect((await found(id)).find(({ code }) => code === 'YEAR_CLOSED')).toMatchObject({ article: '32' })
  })

  test('what was changed since the return, and that nothing was', async () => {
    const id = await submit(body('培训', [week(4)]), 'k1')
    const returned = async (round: number) => {
      await open(id, 'institution', round)
      await decideTask(deps())(
        { taskId: `${id}.${round}.institution`, decision: 'return', reason: '请核对' },
        accounts.registrar,
      )
    }
    await returned(1)
    await resubmitRequest(deps())(id, { ...body('培训（更正）', [week(3)]), ...proven }, accounts.li)
    const changed = async () => (await found(id)).find(({ code }) => code === 'CHANGED')?.zh
    expect(await changed()).toBe(
      '退回后修改了：名称（培训 → 培训（更正））、举办机构（— → 市委党校）、结业证书编号（— → A-1）、学时（16 → 12）。',
    )
    await returned(2)
    await resubmitRequest(deps())(id, { ...body('培训（更正）', [week(3)]), ...proven }, accounts.li)
    expect(await changed()).toBe('退回后重新提交，没有修改任何内容。')
  })

  test('the task carries them first, with the person’s hours so far; the request repeats their texts', async () => {
    await credited([week(2, { to: '2026-03-02' })])
    const id = await submit(body('第二次培训', [week(4)]), 'k1')
    await open(id, 'institution')
    const record = await readRequest(table, id)
    const [task] = record?.tasks ?? []
    if (record === undefined || task === undefined) throw new Error('gone')
    const view = await viewWholeTask(deps(), record, task, accounts.registrar, 'en')
    expect(view.flags.map(({ code }) => code)).toEqual(['DAYS_FULL', 'NO_PROOF'])
    expect(view.request.notices).toEqual(view.flags.map(({ text }) => text))
    expect(view.hoursSoFar).toEqual([
      { year: 2026, public: 8, professional: 0, missing: { public: 22, professional: 60 } },
    ])
  })

  test('the desk’s list names and filters what was found when it was filed', async () => {
    const plain = await submit({ ...body('甲', [week()]), ...proven }, 'k1')
    const flagged = await submit(body('乙', [online(20)]), 'k2')
    for (const id of [plain, flagged]) await open(id, 'institution')
    const titles = async (flag?: 'any' | 'none' | 'UNLIKELY_HOURS' | 'TWIN') =>
      (await listTodo({ table, clock }, accounts.registrar, 'zh', { limit: 10, flag })).items.map(
        ({ title }) => title,
      )
    expect(await titles('UNLIKELY_HOURS')).toEqual(['乙'])
    expect(await titles('TWIN')).toEqual([])
    expect((await titles('any')).length + (await titles('none')).length).toBe(2)
    expect(await titles()).toHaveLength(2)
  })
})

test('a batch leaves out what has flags, unless it was looked at', async () => {
  const ids: string[] = []
  for (const key of ['k1', 'k2']) {
    const id = await submit(body(`培训 ${key}`, [online(20, { from: `2026-04-0${key[1]}` })]), key)
    await open(id, 'institution')
    ids.push(`${id}.1.institution`)
  }
  const [first = '', second = ''] = ids
  const approve = async (seen: string[]) => {
    const outcome = await approveTasks(deps())({ ids, seen }, accounts.registrar)
    if (!outcome.ok) throw new Error(outcome.code)
    return outcome.value.map(({ id, outcome: one }) => [id, one.ok ? 'approved' : one.code])
  }
  expect(await approve([])).toEqual([
    [first, 'TASK_FLAGGED'],
    [second, 'TASK_FLAGGED'],
  ])
  expect(await approve([second])).toEqual([
    [first, 'TASK_FLAGGED'],
    [second, 'approved'],
  ])
})

test('a batch is returned with one reason, each by itself', async () => {
  const ids: string[] = []
  for (const key of ['k1', 'k2']) {
    const id = await submit(body(`培训 ${key}`, [week()]), key)
    await open(id, 'institution')
    ids.push(`${id}.1.institution`)
  }
  const give = async () =>
    (await returnTasks(deps())({ ids, reason: '请附证明材料' }, accounts.registrar)).map(({ outcome }) =>
      outcome.ok ? outcome.value.task.decided?.reason : outcome.code,
    )
  expect(await give()).toEqual(['请附证明材料', '请附证明材料'])
  expect(await give()).toEqual(['ALREADY_DECIDED', 'ALREADY_DECIDED'])
})
