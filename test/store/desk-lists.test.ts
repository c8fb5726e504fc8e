import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findColleagues } from '../../functions/desks/find-colleagues.ts'
import { listTodo } from '../../functions/desks/list-tasks.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { MOST_PHRASES } from '../../functions/desks/own-api.ts'
import { changePhrases, phrasesOf } from '../../functions/desks/phrases.ts'
import { type Account, type Actor, newAccount } from '../../functions/organisations/account.ts'
import { newOrganisation } from '../../functions/organisations/organisation.ts'
import { mapConcurrently } from '../../functions/platform/map-concurrently.ts'
import { always, readPartition, type Table, write } from '../../functions/platform/table.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { newPerson } from '../../functions/staff/person.ts'
import { person } from '../person.ts'
import { nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'

const database = withTestDatabase()
const clock = { now: () => Date.parse('2026-06-15T10:00:00+08:00') }
const account = (id: string, roles: Account['roles'] = [], staffId?: string, name = `名${id}`): Actor => ({
  ...{ id, name, email: `${id}@demo.example`, roles },
  ...(staffId === undefined ? {} : { staffId }),
})
const seat = (role: 'institution' | 'authority' | 'auditor', organisationId: string) =>
  ({ role, organisationId, head: false }) as const
const unit = account('unit', [seat('institution', 'i')])

const organisations = [
  newOrganisation({ id: 'a', name: '市人社局', kind: 'authority', level: 'city', overseers: [] }),
  ...['i', 'j'].map((id) =>
    newOrganisation({
      ...{ id, name: `中学${id}`, kind: 'institution' as const, level: 'city' as const, authorityId: 'a' },
      overseers: ['a'],
    }),
  ),
]

/** Read units of a page of 20, and of a search that finds nothing, by the number of tasks at the desk. */
const counted = new Map<number, { page: number; search: number }>()

describe('a desk of many tasks', () => {
  let table: Table
  const units: number[] = []
  const FILED = 30

  beforeAll(async () => {
    table = await database.newTable()
    await write(table, [...organisations, ...newAccount(unit)])
    const host = recordingHost(table, clock, nothingAsked())
    for (let nth = 1; nth <= FILED; nth += 1) {
      const who = account(`p${nth}`, [], `p${nth}`)
      await write(table, [
        newPerson(
          person({ id: `p${nth}`, name: nth === 7 ? '阿拉坦·巴特尔' : `某人${nth}`, accountId: who.id }),
        ),
        ...newAccount(who),
      ])
      const title = nth % 10 === 0 ? `消防安全培训 ${nth}` : `第 ${nth} 次培训`
      const line = { subject: 'public', category: 'in_service', mode: 'online', hours: 1 } as const
      const filed = await submitRequest(host)(
        {
          ...{ type: 'recognition', staffId: `p${nth}`, title, provider: `干部学院${nth % 2}`, evidence: [] },
          lines: [{ ...line, from: '2026-01-05', to: '2026-01-05' }],
        },
        `key-${nth}`,
        who,
      )
      if (!filed.ok) throw new Error(filed.code)
      // Three a day, so that due dates differ.
      const day = { now: () => clock.now() + Math.floor(nth / 3) * 86_400_000 }
      await openTask(recordingHost(table, day, nothingAsked()))({
        ...{
          requestId: filed.value.id,
          round: 1,
          line: 0,
          stage: 'institution',
          token: `t${nth}`,
          execution: 'e',
        },
      })
    }
    table.client.middlewareStack.add(
      (next) => async (args) => {
        const result = await next({
          ...args,
          input: { ...(args.input as object), ReturnConsumedCapacity: 'TOTAL' },
        } as typeof args)
        const used = (result.output as { ConsumedCapacity?: unknown }).ConsumedCapacity
        for (const one of [used].flat() as ({ CapacityUnits?: number } | undefined)[])
          units.push(one?.CapacityUnits ?? 0)
        return result
      },
      { step: 'initialize', name: 'units' },
    )
  }, 180_000)
  beforeEach(() => {
    units.length = 0
  })
  const used = () => units.reduce((sum, one) => sum + one, 0)
  const list = (asked: object) => listTodo({ table, clock }, unit, 'zh', { limit: 100, ...asked })

  test('a page costs as much as its tasks, whatever else lies there', async () => {
    const page = await list({ limit: 20 })
    expect(page.items).toHaveLength(20)
    // Of each task itself one, so that nothing decided is shown; of its request and its person half a unit each.
    expect(used()).toBeLessThanOrEqual(20 * 2 + 2)
  })

  test('the latest come first where they are asked for, and pages go on in that order', async () => {
    const first = await list({ limit: 12, sort: 'latest' })
    const second = await list({ limit: 12, sort: 'latest', cursor: first.cursor ?? undefined })
    const due = [...first.items, ...second.items].map(({ dueOn }) => dueOn)
    expect(due).toEqual(due.toSorted().reverse())
    expect(used()).toBeLessThanOrEqual(24 * 2 + 3)
  })

  test('words find titles, providers and people, however a name’s dot was typed', async () => {
    const titles = async (words: string) => (await list({ words })).items.map(({ title }) => title)
    expect((await titles('消防')).sort()).toEqual(['消防安全培训 10', '消防安全培训 20', '消防安全培训 30'])
    expect(await titles('阿拉坦•巴特')).toEqual(['第 7 次培训'])
    expect(await titles('干部学院1')).toHaveLength(15)
    expect(await titles('没有这样的')).toEqual([])
  })

  test('a search looks through ten pages at most, and its cursor goes on', async () => {
    const found: string[] = []
    let cursor: string | undefined
    let pages = 0
    do {
      units.length = 0
      const page = await list({ limit: 2, words: '消防', cursor })
      // Twenty tasks at most, of two units each, and ten reads of the index.
      expect(used()).toBeLessThanOrEqual(20 * 2 + 15)
      found.push(...page.items.map(({ title }) => title))
      cursor = page.cursor ?? undefined
      pages += 1
    } while (cursor !== undefined)
    expect(found).toHaveLength(3)
    expect(pages).toBeGreaterThan(1)
  })

  test('is looked at again with 300, and with 3,000', async () => {
    const count = async () => {
      units.length = 0
      await list({ limit: 20 })
      const page = used()
      units.length = 0
      await list({ limit: 20, words: '没有这样的' })
      return { page, search: used() }
    }
    const { items } = await list({ limit: 1, sort: 'latest' })
    const id = items[0]?.requestId ?? ''
    const rows = await readPartition(table, `REQUEST#${id}`, '')
    /** As the last one, under other numbers. */
    const grow = (from: number, to: number) =>
      mapConcurrently(
        Array.from({ length: (to - from) / 30 }, (_, part) => from + part * 30),
        8,
        (first) =>
          write(
            table,
            Array.from({ length: 30 }, (_, step) =>
              rows.map((row) => ({
                put: JSON.parse(JSON.stringify(row).replaceAll(id, `r${first + step}`)),
                when: always,
              })),
            ).flat(),
          ),
      )
    await grow(FILED, 300)
    counted.set(300, await count())
    await grow(300, 3000)
    counted.set(3000, await count())
  }, 120_000)
})

describe('the same desk with ten times as many', () => {
  test('a page and a search cost at 3,000 tasks what they cost at 300', () => {
    expect(counted.get(3000)).toEqual(counted.get(300))
    // 20 of two units each, and two for the index; a search that finds nothing looks through ten pages of 20.
    expect(counted.get(3000)?.page).toBeLessThanOrEqual(42)
    expect(counted.get(3000)?.search).toBeLessThanOrEqual(20 * 10 * 2 + 15)
  })
})

describe('to whom tasks may be lent, by name', () => {
  let table: Table
  const find = async (name: string, actor: Actor = unit) => {
    const items: { id: string; roles: string[] }[] = []
    let cursor: string | undefined
    do {
      const page = await findColleagues({ table })({ name, limit: 20, cursor }, actor)
      items.push(...page.items)
      cursor = page.cursor ?? undefined
    } while (cursor !== undefined)
    return items.map(({ id, roles }) => [id, ...roles])
  }

  beforeEach(async () => {
    table = await database.newTable()
    const suspended = { ...account('gone', [], 'gone', '王离职'), status: 'suspended' as const }
    await write(table, [
      ...organisations,
      ...[
        unit,
        account('wang', [seat('institution', 'i')], 'wang', '王登记'),
        account('both', [seat('institution', 'i'), seat('auditor', 'a')], undefined, '王审计'),
        account('teacher', [], 'teacher', '王老师'),
        account('other', [], 'other', '王外校'),
        suspended,
      ].flatMap((one) => newAccount(one)),
      newPerson(person({ id: 'wang', accountId: 'wang', name: '王登记', institutionId: 'i' })),
      newPerson(person({ id: 'teacher', accountId: 'teacher', name: '王老师', institutionId: 'i' })),
      newPerson(person({ id: 'without', name: '王无账号', institutionId: 'i' })),
      newPerson(person({ id: 'gone', accountId: 'gone', name: '王离职', institutionId: 'i' })),
      newPerson(person({ id: 'other', accountId: 'other', name: '王外校', institutionId: 'j' })),
    ])
  })

  test('who sits there, then who stands on the register; no auditor, nobody else’s people, nobody suspended', async () => {
    expect(await find('王')).toEqual([['wang', 'institution'], ['teacher']])
    expect(await find('　王 老师')).toEqual([['teacher']])
    expect(await find('名unit')).toEqual([])
  })

  test('an authority has no register: who sits there alone', async () => {
    expect(await find('王', account('city', [seat('authority', 'a')]))).toEqual([])
  })
})

describe('phrases of one’s own', () => {
  test('are kept in their order, once each, removed, and no more than there is room for', async () => {
    const table = await database.newTable()
    expect(await phrasesOf(table, 'unit')).toEqual([])
    await changePhrases(table, 'unit', { keep: '材料属实。' })
    await changePhrases(table, 'unit', { keep: '材料属实。' })
    await changePhrases(table, 'unit', { keep: '请补充结业证明。' })
    expect(await phrasesOf(table, 'unit')).toEqual(['材料属实。', '请补充结业证明。'])
    expect(await phrasesOf(table, 'other')).toEqual([])
    await changePhrases(table, 'unit', { remove: '材料属实。' })
    await changePhrases(table, 'unit', { remove: '没有这一条' })
    expect(await phrasesOf(table, 'unit')).toEqual(['请补充结业证明。'])
    // Several at once: each is kept.
    await Promise.all(
      Array.from({ length: 8 }, (_, nth) => changePhrases(table, 'unit', { keep: `第 ${nth} 条` })),
    )
    expect(await phrasesOf(table, 'unit')).toHaveLength(9)
    for (let nth = 9; nth < MOST_PHRASES; nth += 1) await changePhrases(table, 'unit', { keep: `又 ${nth}` })
    expect(await changePhrases(table, 'unit', { keep: '多一条' })).toMatchObject({ code: 'PHRASES_FULL' })
    expect(await phrasesOf(table, 'unit')).toHaveLength(MOST_PHRASES)
  })
})
