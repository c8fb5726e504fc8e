import { beforeEach, describe, expect, test } from 'vitest'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { listDone, listTodo } from '../../functions/desks/list-tasks.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { fullPage } from '../../functions/platform/full-page.ts'
import type { Table } from '../../functions/platform/table.ts'
import { listRequests } from '../../functions/requests/list-requests.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { taskId } from '../../functions/requests/task.ts'
import { withdrawRequest } from '../../functions/requests/withdraw-request.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { accounts, seedSmall } from './small-organisation.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
let now: number
const clock = { now: () => now }
const deps = () => recordingHost(table, clock, asked)
const on = (day: string): void => {
  now = Date.parse(`${day}T09:00:00+08:00`)
}

beforeEach(async () => {
  asked = nothingAsked()
  table = await database.newTable()
  on('2026-06-15')
  await seedSmall(table)
})

const claim = (title: string) => ({
  type: 'recognition' as const,
  staffId: 'staff.li',
  title,
  lines: [
    {
      subject: 'public' as const,
      category: 'in_service' as const,
      mode: 'online' as const,
      from: '2026-03-01',
      to: '2026-03-20',
      hours: 10,
    },
  ],
  evidence: [],
})
const deemed = (title: string) => ({
  type: 'deemed' as const,
  staffId: 'staff.li',
  kind: 'degree_course' as const,
  year: 2026,
  reason: title,
  title,
  evidence: [],
})

/** Files a request that then lies with the institution. */
const file = async (body: ReturnType<typeof claim> | ReturnType<typeof deemed>): Promise<string> => {
  const submitted = await submitRequest(deps())(body, body.title, accounts.li)
  if (!submitted.ok) throw new Error(submitted.code)
  const { id } = submitted.value
  await openTask(deps())({ requestId: id, round: 1, line: 0, stage: 'institution', token: `t-${id}` })
  return id
}

describe('a desk finds what it looks for', () => {
  const todo = async (asked: { late?: boolean; type?: 'recognition' | 'deemed'; limit?: number }) => {
    const page = { limit: 100, ...asked }
    return (await listTodo({ table, clock }, accounts.registrar, 'zh', page)).items.map(({ title }) => title)
  }

  test('what is overdue stands first; late is what was due before today, neither sooner nor later', async () => {
    on('2026-06-16')
    await file(claim('later'))
    on('2026-06-15')
    await file(claim('sooner'))
    on('2026-06-23')
    const { items } = await listTodo({ table, clock }, accounts.registrar, 'zh', { limit: 100 })
    expect(
      items.map(({ title, dueOn, late, workingDaysLeft }) => [title, dueOn, late, workingDaysLeft]),
    ).toEqual([
      ['sooner', '2026-06-23', false, 0],
      ['later', '2026-06-24', false, 1],
    ])
    expect(await todo({ late: true })).toEqual([])
    on('2026-06-24')
    expect(await todo({ late: true })).toEqual(['sooner'])
    expect(await todo({ late: false })).toEqual(['later'])
  })

  test('by type: a page is full although others lie between', async () => {
    await file(claim('first'))
    on('2026-06-16')
    await file(deemed('between'))
    on('2026-06-17')
    await file(claim('last'))
    expect(await todo({})).toHaveLength(3)
    expect(await todo({ type: 'recognition', limit: 2 })).toEqual(['first', 'last'])
    expect(await todo({ type: 'deemed' })).toEqual([expect.stringContaining('2026 年度视同完成')])
  })

  test('by year and institution, before a page is filled; a year is that of the lines or of what is asked about', async () => {
    await file(claim('of 2026'))
    await file({
      ...claim('of 2025'),
      lines: claim('').lines.map((line) => ({ ...line, from: '2025-03-01', to: '2025-03-20' })),
    })
    await file(deemed('asks about 2026'))
    const found = async (query: {
      year?: number
      institution?: string
      limit?: number
      type?: 'recognition'
    }) =>
      (await listTodo({ table, clock }, accounts.registrar, 'zh', { limit: 100, ...query })).items.map(
        ({ title }) => title,
      )
    expect(await found({})).toHaveLength(3)
    expect(await found({ year: 2025, limit: 1 })).toEqual(['of 2025'])
    expect(await found({ year: 2026 })).toHaveLength(2)
    expect(await found({ year: 2026, type: 'recognition' })).toEqual(['of 2026'])
    expect(await found({ year: 2024 })).toEqual([])
    expect(await found({ institution: 'i', year: 2025 })).toEqual(['of 2025'])
    expect(await found({ institution: 'another' })).toEqual([])
  })

  test('what was decided is found by type too', async () => {
    const id = await file(claim('a'))
    const task = taskId({ requestId: id, place: '1.institution' })
    await decideTask(deps())({ taskId: task, decision: 'return', reason: 'x' }, accounts.registrar)
    const done = async (type: 'recognition' | 'deemed') =>
      (await listDone({ table, clock }, accounts.registrar, 'zh', { limit: 10, type })).items.map(
        ({ title }) => title,
      )
    expect([await done('recognition'), await done('deemed')]).toEqual([['a'], []])
  })
})

test('whoever filed sees who holds it, and what is still open', async () => {
  const [open, over] = [await file(claim('open')), await file(claim('over'))]
  await withdrawRequest(deps())(over, accounts.li)
  const listed = async (state?: 'open' | 'done') =>
    (await listRequests(table, accounts.li, { limit: 10, state })).items.map(({ id, holder }) => [id, holder])
  const desk = { organisation: 'i', role: 'institution', name: '中学' }
  expect(await listed('open')).toEqual([[open, desk]])
  expect(await listed('done')).toEqual([[over, null]])
  expect(await listed()).toHaveLength(2)
})

describe('a page is read until it is full', () => {
  /** A list of numbers, of which the even ones are wanted. */
  const even = (length: number) => async (page: { limit: number; cursor?: string | undefined }) => {
    const from = Number(page.cursor ?? 0)
    const end = Math.min(from + page.limit, length)
    const numbers = Array.from({ length: end - from }, (_, index) => from + index)
    return {
      items: numbers.filter((number) => number % 2 === 0),
      cursor: end < length ? String(end) : null,
    }
  }

  test('with gaps in between, and to the end', async () => {
    const first = await fullPage({ limit: 4 }, even(20))
    expect(first.items).toEqual([0, 2, 4, 6])
    const { items, cursor } = await fullPage({ limit: 100, cursor: first.cursor ?? '' }, even(20))
    expect([items, cursor]).toEqual([[8, 10, 12, 14, 16, 18], null])
  })

  test('and not for ever: after ten reads the cursor tells where to go on', async () => {
    const none = async ({ limit, cursor = '0' }: { limit: number; cursor?: string | undefined }) => ({
      items: [],
      cursor: String(Number(cursor) + limit),
    })
    expect(await fullPage({ limit: 5 }, none)).toEqual({ items: [], cursor: '50' })
  })
})
