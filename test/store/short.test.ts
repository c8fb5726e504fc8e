import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ShortPerson } from '../../functions/notices/api.ts'
import { readNews } from '../../functions/notices/news.ts'
import { remindShort } from '../../functions/notices/remind-short.ts'
import { remindYear } from '../../functions/notices/remind-year.ts'
import { listShort, readProgress } from '../../functions/notices/short.ts'
import { yearNoticeOn } from '../../functions/notices/year-notice.ts'
import { newAccount } from '../../functions/organisations/account.ts'
import type { Table } from '../../functions/platform/table.ts'
import { write } from '../../functions/platform/table.ts'
import { type Fact, nextEntry } from '../../functions/staff/ledger.ts'
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
const learn = async (staffId: string, facts: readonly Fact[]) => {
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
    const items: ShortPerson[] = []
    let cursor: string | null | undefined
    do {
      const asked = { institution: 'i', limit: 2, ...(cursor ? { cursor } : {}) }
      const page = await listShort(host())(2026, asked, people.registrar)
      if (!page.ok) throw new Error(page.code)
      items.push(...page.value.items)
      cursor = page.value.cursor
    } while (cursor)
    expect(items.map(({ staffId }) => staffId)).toEqual(['s.half', 's.new', 'staff.li', 'unit.admin'])
    expect(items[0]).toMatchObject({
      ...{ staffNo: '007', status: 'open', openClaims: 0 },
      hours: { public: 30, professional: 0 },
      missing: { public: 0, professional: 60 },
    })
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

/** All rounds of a morning; each ends after one page where `milliseconds` is 0. */
const morning = async (day: string, milliseconds?: number): Promise<{ looked: number; rounds: number }> => {
  now = `${day}T08:30:00+08:00`
  let [at, looked, rounds] = ['', 0, 0]
  for (let more = true; more; rounds += 1) {
    const round = await remindYear(host(), milliseconds)({ day, at })
    looked += round.looked
    ;({ at, more } = round)
  }
  return { looked, rounds }
}
const letters = () => asked.sent.map(({ to, subject }) => [[...to].sort().join(), subject]).sort()

describe('the year itself (Art. 7, 32)', () => {
  test('it is told of 90, 60, 30 and 7 days before it ends and on the day after it, and on no other', () => {
    const days = Array.from({ length: 366 }, (_, at) =>
      new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
    )
    expect(days.flatMap((day) => (yearNoticeOn(day) ? [[day, yearNoticeOn(day)]] : []))).toEqual([
      ['2026-01-01', { year: 2025, name: 'over' }],
      ['2026-10-02', { year: 2026, name: '90' }],
      ['2026-11-01', { year: 2026, name: '60' }],
      ['2026-12-01', { year: 2026, name: '30' }],
      ['2026-12-24', { year: 2026, name: '7' }],
      ['2027-01-01', { year: 2026, name: 'over' }],
    ])
  })

  test('whoever is short hears of it once a notice, and the institution once that its list is there', async () => {
    expect(await morning('2026-10-01')).toEqual({ looked: 0, rounds: 1 })
    const { looked, rounds } = await morning('2026-10-02', 0)
    expect(looked).toBe(6)
    expect(rounds).toBe(64)
    const told = [
      ['half@demo.example', '2026 年度培训尚未完成，请合理安排'],
      ['new@demo.example', '2026 年度培训尚未完成，请合理安排'],
      ['unit.admin@demo.example', '2026 年度培训尚未完成，请合理安排'],
      ['unit.admin@demo.example,unit.head@demo.example', '距 2026 年度结束还有 90 天：贵单位未完成人员名单'],
    ]
    expect(letters()).toEqual(told)
    // A repeat of the morning tells nobody anew; the next notice does.
    await morning('2026-10-02')
    expect(letters()).toEqual(told)
    await morning('2026-11-01')
    expect(asked.sent).toHaveLength(8)
  })

  test('whose delay is approved hears until when how much is made up (Art. 32)', async () => {
    await learn('unit.admin', [{ kind: 'delay', year: 2026, approvedOn: '2026-12-21' }])
    const subjects = () =>
      asked.sent.filter(({ to }) => to.join() === 'unit.admin@demo.example').map(({ subject }) => subject)
    await morning('2026-12-24')
    await remind({ staffIds: ['unit.admin'] })
    const granted = '2026 年度已批准延迟，2027-12-31 前补 90 学时'
    expect(subjects()).toEqual([granted, granted])
  })

  test('after the year they hear where they stand, and until when a delay can be asked for', async () => {
    await morning('2027-01-01')
    const half = asked.sent.find(({ to }) => to.includes('half@demo.example'))
    expect(half?.subject).toBe('2026 年度培训未完成，2027-01-31 前可以申请延迟补训')
    expect(half?.text).toContain('公共科目 0 学时，专业科目 60 学时')
    const granted = asked.sent.find(({ to }) => to.join() === 'unit.admin@demo.example')
    expect(granted?.subject).toBe('2026 年度已批准延迟，2027-12-31 前补 90 学时')
    expect(granted?.text).not.toContain('可以申请')
    const list = asked.sent.find(({ to }) => to.includes('unit.head@demo.example'))
    expect(list?.text).toContain('/year/2026/results?organisation=i')
    // Nobody is named but to themselves.
    expect(list?.text).not.toMatch(/名(?:s\.|staff|unit)/)
  })
})
