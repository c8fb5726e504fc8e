import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../../functions/organisations/account.ts'
import { readOrganisation } from '../../functions/organisations/organisation.ts'
import { viewLooks } from '../../functions/persons/view-looks.ts'
import type { Table } from '../../functions/platform/table.ts'
import { listed } from '../../functions/staff/listed.ts'
import { LOOK_DAYS, looksBy, noteList, noteLook, removeOldLooks, shown } from '../../functions/staff/look.ts'
import { withTestDatabase } from '../test-database.ts'
import { everyItem } from './every-item.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
const now = { at: '' }
let table: Table
let host: { table: Table; clock: { now(): number } }

beforeEach(async () => {
  now.at = '2026-06-15T09:00:00+08:00'
  table = await database.newTable()
  host = { table, clock: { now: () => Date.parse(now.at) } }
  await seedRegisters(table)
})

const seen = async (actor: Actor = people.li) => {
  const view = await viewLooks(table, 'staff.li', actor)
  if (!view.ok) throw new Error(view.code)
  return view.value
}
const kept = async () => (await everyItem(table)).filter(({ pk }) => String(pk).startsWith('LOOKS#'))
const institution = async (id: string) => {
  const found = await readOrganisation(table, id)
  if (found === undefined) throw new Error(id)
  return found
}

/** The same table, whose writes are counted, or fail. */
const counting = (fails = false) => {
  const counts = { writes: 0 }
  const client = new Proxy(table.client, {
    get: (of, name) =>
      name !== 'send'
        ? Reflect.get(of, name)
        : async (command: never) => {
            const isWrite = (command as unknown) instanceof PutCommand
            if (isWrite) counts.writes += 1
            if (isWrite && fails) throw new Error('throttled')
            return of.send(command)
          },
  })
  return { counts, host: { ...host, table: { ...table, client } } }
}

describe('who looked at somebody’s pages', () => {
  test('neither the person nor the desks that deal with them: registrar, department, authority', async () => {
    for (const own of [people.li, people.registrar, people.head, people.department, people.city])
      await noteLook(host, own, 'staff.li', 'person')
    expect(await kept()).toEqual([])
  })

  test('everyone else, once a day, whatever they open: the region, its auditor, a sibling', async () => {
    for (const other of [people.region, people.auditor, people.sibling]) {
      await noteLook(host, other, 'staff.li', 'ledger')
      await noteLook(host, other, 'staff.li', 'person')
    }
    now.at = '2026-06-16T00:00:01+08:00'
    await noteLook(host, people.region, 'staff.li', 'entries')
    const { pages } = await seen()
    expect(pages.map(({ at, byName, office, page }) => [at.slice(0, 10), byName, office, page])).toEqual([
      ['2026-06-16', '名hr.region', '自治区人社厅', 'entries'],
      ...[
        ['2026-06-15', '名unit.sibling', '中学j', 'ledger'],
        ['2026-06-15', '名hr.region', '自治区人社厅', 'ledger'],
        ['2026-06-15', '名auditor', '自治区人社厅', 'ledger'],
      ],
    ])
    const by = await looksBy(table, people.region.id, { limit: 100 })
    expect(by.items.map(({ at }) => at.slice(0, 10))).toEqual(['2026-06-16', '2026-06-15'])
  })

  test('an auditor at the person’s own authority is no desk of theirs', async () => {
    const auditor: Actor = {
      ...people.auditor,
      id: 'auditor.city',
      roles: [{ role: 'auditor', organisationId: 'a', head: false }],
    }
    await noteLook(host, auditor, 'staff.li', 'person')
    expect((await seen()).pages).toMatchObject([{ office: '市人社局' }])
  })

  test('a hundred looks of one reader on one day are one conditional write', async () => {
    const { counts, host: counted } = counting()
    for (let nth = 0; nth < 100; nth += 1) await noteLook(counted, people.region, 'staff.li', 'person')
    expect(counts.writes).toBe(1)
    // At the same moment, each before the other's record is there: one stands.
    await Promise.all(Array.from({ length: 10 }, () => noteLook(host, people.auditor, 'staff.li', 'person')))
    expect(await kept()).toHaveLength(2)
  })

  test('what can’t be put on record is shown all the same; nothing is recorded of what was refused', async () => {
    const { host: broken } = counting(true)
    const outcome = { ok: true, value: 'the page' } as const
    expect(await shown(broken, people.region, 'staff.li', 'person', outcome)).toBe(outcome)
    await shown(host, people.region, 'staff.li', 'person', { ok: false })
    await shown(host, people.region, undefined, 'request', outcome)
    expect(await kept()).toEqual([])
  })
})

test('a reading is on record for three years, and gone on the day after', async () => {
  await noteLook(host, people.region, 'staff.li', 'person')
  await noteList(host, people.region, { list: 'register', organisation: await institution('i'), count: 3 })
  const after = (days: number) =>
    new Date(Date.parse('2026-06-15T09:00:00+08:00') + days * 86_400_000).toISOString()
  now.at = after(LOOK_DAYS - 1)
  await removeOldLooks(host)
  expect(await kept()).toHaveLength(2)
  now.at = after(LOOK_DAYS)
  await removeOldLooks(host)
  expect(await kept()).toEqual([])
})

describe('who got lists', () => {
  const count = 30

  test('of another institution’s register: with its filter and its count; one’s own desk’s are none', async () => {
    const page = { ok: true, value: { items: [1, 2, 3] } } as const
    await listed(host, people.registrar, undefined, 'register', page)
    await listed(host, people.city, 'i', 'register', page)
    await listed(host, people.region, 'i', 'register', page)
    await listed(host, people.region, 'i', 'register', page)
    expect((await seen()).lists).toEqual([
      expect.objectContaining({ byName: '名hr.region', list: 'register', filter: '', count: 3 }),
    ])
  })

  test('what a whole place’s results hold is many institutions’, and on record also for its own office', async () => {
    const results = { list: 'results', filter: { year: 2025, status: undefined }, count } as const
    await noteList(host, people.city, { ...results, organisation: await institution('a') })
    await noteList(host, people.city, { ...results, organisation: await institution('i') })
    await noteList(host, people.city, { ...results, organisation: await institution('a'), count: 0 })
    expect((await seen()).lists).toMatchObject([{ byName: '名hr.city', filter: 'year=2025', count }])
  })
})

test('the person alone sees it', async () => {
  await noteLook(host, people.region, 'staff.li', 'person')
  for (const other of [people.registrar, people.city, people.region, people.auditor])
    expect(await viewLooks(table, 'staff.li', other), other.id).toMatchObject({ code: 'NOT_FOUND' })
})
