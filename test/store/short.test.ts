import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readNews } from '../../functions/notices/news.ts'
import { remindShort } from '../../functions/notices/remind-short.ts'
import { listShort, readProgress } from '../../functions/notices/short.ts'
import { newAccount } from '../../functions/organisations/account.ts'
import type { Table } from '../../functions/platform/table.ts'
import { write } from '../../functions/platform/table.ts'
import { nextEntry } from '../../functions/staff/ledger.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { readStaff, recordEntry } from '../../functions/staff/staff.ts'
import { completeYear, credit } from '../ledger/people.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, personOf, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let now = ''
let asked: Asked
const host = () => recordingHost(table, { now: () => Date.parse(now) }, asked)

const seeding = { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: 'x' }
const learn = async (staffId: string, facts: readonly ReturnType<typeof credit>[]) => {
  for (const fact of facts) {
    const staff = await readStaff(table, staffId)
    if (staff === undefined) throw new Error(`${staffId} was expected.`)
    const made = { recordedAt: '2026-04-01T09:00:00.000+08:00', recordedBy: 'hr.city', source: 'x', staffId }
    await write(table, recordEntry(staff, nextEntry(staff.entries, { ...made, fact })))
  }
}

beforeAll(async () => {
  table = await database.newTable()
  await seedRegisters(table)
  // Complete, half way, hired this year, a leader, without an account; `unit.admin` has nothing.
  await write(table, registerPerson(personOf('s.done', { accountId: 'p.done' }), seeding))
  await write(table, registerPerson(personOf('s.half', { accountId: 'p.half', staffNo: '007' }), seeding))
  await write(
    table,
    registerPerson(personOf('s.new', { hiredOn: '2026-03-16', accountId: 'p.new' }), seeding),
  )
  await write(table, registerPerson(personOf('s.leader', { leader: true, accountId: 'p.leader' }), seeding))
  for (const id of ['done', 'half', 'new', 'leader'])
    await write(
      table,
      newAccount({ id: `p.${id}`, name: id, email: `${id}@demo.example`, staffId: `s.${id}`, roles: [] }),
    )
  await learn('s.done', completeYear)
  await learn('s.half', [credit('h.0', { hours: 30 })])
})
beforeEach(() => {
  now = '2026-06-15T09:00:00+08:00'
  asked = nothingAsked()
})

const list = (year = 2026, actor = people.registrar as (typeof people)[keyof typeof people]) =>
  listShort(host())(year, { institution: 'i', limit: 2 }, actor)
const remind = (
  more: { staffIds?: string[]; year?: number; actor?: (typeof people)[keyof typeof people] } = {},
) =>
  remindShort(host())(
    more.year ?? 2026,
    { institution: 'i', ...(more.staffIds ? { staffIds: more.staffIds } : {}) },
    more.actor ?? people.registrar,
  )

describe('the year while it runs', () => {
  test('who is short, page by page, with what is missing; not who is complete, leads, or owes nothing', async () => {
    const ids: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await listShort(host())(
        2026,
        { institution: 'i', limit: 2, ...(cursor ? { cursor } : {}) },
        people.registrar,
      )
      if (!page.ok) throw new Error(page.code)
      ids.push(...page.value.items.map(({ staffId }) => staffId))
      if (ids.includes('s.half'))
        expect(page.value.items.find(({ staffId }) => staffId === 's.half') ?? { skip: true }).toMatchObject({
          staffNo: '007',
          status: 'open',
          hours: { public: 30, professional: 0 },
          missing: { public: 0, professional: 60 },
          openClaims: 0,
        })
      cursor = page.value.cursor
    } while (cursor)
    expect(ids).toEqual(['s.half', 's.new', 'staff.li', 'unit.admin'])
  })

  test('how far the institution has come adds up to everyone of whom the year asks something', async () => {
    expect(await readProgress(host())(2026, 'i', people.city)).toEqual({
      ok: true,
      value: {
        ...{ persons: 5, complete: 1, short: 4, inducting: 0, unsound: 0 },
        missing: { public: 90, professional: 240 },
      },
    })
  })

  test('a sibling sees nothing of it, nor does someone without a seat', async () => {
    expect(await list(2026, people.sibling)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await list(2026, people.li)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await readProgress(host())(2026, 'a', people.city)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('reminding them in one act', () => {
  test('each who is short is told once a day what is missing; who has no account is named', async () => {
    expect(await remind()).toMatchObject({
      ok: true,
      value: { reminded: 3, already: 0, remaining: 0, without: [{ staffId: 'staff.li' }] },
    })
    expect(asked.sent.flatMap(({ to }) => to).sort()).toEqual([
      'half@demo.example',
      'new@demo.example',
      'unit.admin@demo.example',
    ])
    const half = asked.sent.find(({ to }) => to.includes('half@demo.example'))
    expect(half?.subject).not.toContain('名')
    expect(half?.text).toContain('公共科目 0 学时，专业科目 60 学时')
    asked = nothingAsked()
    expect(await remind({ actor: people.city })).toMatchObject({ value: { reminded: 0, already: 3 } })
    expect(asked.sent).toEqual([])
  })

  test('the next day again, and only those who were chosen; their bell says so', async () => {
    now = '2026-06-16T09:00:00+08:00'
    expect(await remind({ staffIds: ['s.half', 's.done'] })).toMatchObject({
      value: { reminded: 1, without: [] },
    })
    const account = { id: 'p.half', name: 'half', email: 'half@demo.example', staffId: 's.half', roles: [] }
    const { items } = await readNews(host())(account)
    expect(items.filter(({ kind }) => kind === 'notice').map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-06-16',
      '2026-06-15',
    ])
  })

  test('by whoever registers or decides for them alone, and in the year that runs', async () => {
    expect(await remind({ actor: people.auditor })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await remind({ actor: people.sibling })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await remind({ year: 2025 })).toMatchObject({ code: 'YEAR_OVER' })
    expect(asked.sent).toEqual([])
  })
})
