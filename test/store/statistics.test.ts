import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  type Organisation,
  type OrganisationChange,
  readOrganisation,
  recordChange,
} from '../../functions/organisations/organisation.ts'
import type { OrganisationId } from '../../functions/platform/ids.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { editionsFor } from '../../functions/registers/edition-for.ts'
import { type Fact, nextEntry } from '../../functions/staff/ledger.ts'
import type { Person } from '../../functions/staff/person.ts'
import { changePerson, registerPerson } from '../../functions/staff/person-change.ts'
import { readStaff, recordEntry } from '../../functions/staff/staff.ts'
import { type Cells, sumCells } from '../../functions/statistics/cells.ts'
import { countActs } from '../../functions/statistics/count-acts.ts'
import { readRows } from '../../functions/statistics/counted.ts'
import { institutionOfYear } from '../../functions/statistics/place-of-year.ts'
import { goOnRebuilding } from '../../functions/statistics/rebuild.ts'
import { listStatistics, viewStatistics } from '../../functions/statistics/view-statistics.ts'
import { yearCells } from '../../functions/statistics/year-cells.ts'
import { completeYear, correction, credit } from '../ledger/people.ts'
import { times } from '../proving.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, personOf, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let now = ''
const clock = { now: () => Date.parse(now) }
const moment = () => now.replace('+08:00', '.000+08:00')
const act = () => ({ at: moment(), by: 'hr.city', reason: 'x' })
const FOREVER = Number.POSITIVE_INFINITY

const require = async (staffId: string) => {
  const staff = await readStaff(table, staffId)
  if (staff === undefined) throw new Error(`${staffId} was expected.`)
  return staff
}
let sources = 0
const record = async (staffId: string, fact: Fact) => {
  const staff = await require(staffId)
  sources += 1
  const made = { recordedAt: moment(), recordedBy: 'hr.city', source: `x${sources}.0`, staffId }
  await write(table, recordEntry(staff, nextEntry(staff.entries, { ...made, fact })))
}
const register = (id: string, more: Partial<Person> = {}) =>
  write(table, registerPerson(personOf(id, more), act()))
const change = async (id: string, more: Partial<Person>) => {
  const staff = await require(id)
  await write(table, changePerson(staff, { ...staff.person, ...more }, { ...act(), what: 'changed' }))
}

/** Where persons began, and to where they were transferred since when. */
let moves: Map<string, { readonly to: string; readonly on: string }[]>
const move = async (id: string, to: string) => {
  const { person } = await require(id)
  if (to === person.institutionId) return
  const on = now.slice(0, 10)
  moves.set(id, [...(moves.get(id) ?? [{ to: person.institutionId, on: '' }]), { to, on }])
  await change(id, { institutionId: to, institutionSince: on })
}

const kept = async (organisation: OrganisationId, year: number, asOf?: string): Promise<Cells> =>
  sumCells((await readRows(table, organisation, year, asOf)).map(({ cells }) => cells))

/** What an organisation comes to by everyone's ledger, read whole. */
const rebuilt = async (
  organisation: OrganisationId,
  year: number,
  staffIds: readonly string[],
  asOf = '9999',
): Promise<Cells> => {
  const editionOf = await editionsFor(table, 2026)
  const lastDay = `${year}-12-31`
  const places: Record<string, readonly string[]> = { i: ['i', 'a', 'd'], j: ['j', 'a', 'd'], l: ['l', 'k'] }
  const all: Cells[] = []
  for (const id of staffIds) {
    const staff = await require(id)
    // A year that was over before a transfer stays where it was.
    const [first = { to: staff.person.institutionId }, ...later] = moves.get(id) ?? []
    const at = later.findLast(({ on }) => on <= lastDay)?.to ?? first.to
    if (places[at]?.includes(organisation) !== true) continue
    const days = yearCells(staff, year, editionOf, {
      training: () => ({ provider: 'other', fen: 0 }),
      correctedDesk: () => undefined,
    })
    all.push(...Object.entries(days).flatMap(([day, cells]) => (day <= asOf ? [cells] : [])))
  }
  return sumCells(all)
}

beforeEach(async () => {
  moves = new Map()
  table = await database.newTable()
  now = '2026-01-01T09:00:00+08:00'
  await seedRegisters(table)
})

const STAFF = ['s.0', 's.1', 's.2'] as const
const happening = fc.record({
  who: fc.constantFrom(...STAFF),
  what: fc.constantFrom('credit', 'correct', 'move', 'quota', 'leader', 'delay', 'turn'),
  subject: fc.constantFrom('public' as const, 'professional' as const),
  mode: fc.constantFrom('online' as const, 'offline' as const),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.constantFrom(2025, 2026),
  place: fc.nat(20),
  hours: fc.option(fc.constantFrom(10, 30, 60)),
  to: fc.constantFrom('i', 'j', 'l'),
  days: fc.integer({ min: 0, max: 40 }),
})

describe('the cube of statistics', () => {
  test('whatever has been recorded, the cube kept is the cube rebuilt, on any day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 12 }), fc.nat(330), async (all, on) => {
        table = await database.newTable()
        moves = new Map()
        now = '2026-01-01T09:00:00+08:00'
        await seedRegisters(table)
        for (const id of STAFF) await register(id)
        const counting = { table, clock }
        await countActs(counting)()
        for (const { who, what, subject, mode, month, year, place, hours, to, days } of all) {
          const later = Date.parse(now) + days * 86_400_000
          now = `${new Date(later + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
          const day = `${year}-${String(month).padStart(2, '0')}-05`
          const { entries, person } = await require(who)
          const target = entries[place % Math.max(1, entries.length)]
          if (what === 'credit') {
            const amount = mode === 'offline' ? { halfDays: 2, hours: undefined } : { hours: hours ?? 15 }
            const to = day.replace('-05', '-06')
            await record(who, credit(`x${sources + 1}.0`, { subject, mode, from: day, to, ...amount }))
          } else if (what === 'correct' && target?.fact.kind === 'credit') {
            const { credit: before } = target.fact
            const after = { ...before, ...(before.mode === 'online' ? { hours: hours ?? 5 } : {}) }
            await record(
              who,
              correction(target.sequence, hours === null ? null : { kind: 'credit', credit: after }),
            )
          } else if (
            what === 'delay' &&
            !entries.some(({ fact }) => fact.kind === 'delay' && fact.year === year)
          )
            await record(who, { kind: 'delay', year, approvedOn: now.slice(0, 10) })
          else if (what === 'move') await move(who, to)
          else if (what === 'quota')
            await change(who, { quotaPeriods: person.quotaPeriods ? undefined : [{ from: day }] })
          else if (what === 'leader') await change(who, { leader: !person.leader })
          else await countActs(counting)()
        }
        await countActs(counting)()
        const asOf = new Date(Date.UTC(2026, 0, 1 + on)).toISOString().slice(0, 10)
        const everyone = [...STAFF, 'staff.li', 'unit.admin']
        for (const organisation of ['i', 'j', 'l', 'a', 'd', 'k'])
          for (const year of [2025, 2026]) {
            expect(await kept(organisation, year)).toEqual(await rebuilt(organisation, year, everyone))
            expect(await kept(organisation, year, asOf)).toEqual(
              await rebuilt(organisation, year, everyone, asOf),
            )
          }
        // Counted anew, nobody is otherwise.
        expect(await goOnRebuilding(counting)(FOREVER)).toMatchObject({ done: true, walked: 5, differed: 0 })
      }),
      { numRuns: times(3), endOnFailure: true },
    )
  }, 240_000)

  test('hours and completion of a year, by whom and what; as of a day before, as it stood then', async () => {
    now = '2026-02-01T09:00:00+08:00'
    await register('s.done')
    await register('s.quota', { quotaPeriods: [{ from: '2020-01-01' }], postType: 'worker' })
    now = '2026-03-10T09:00:00+08:00'
    const [first, second] = completeYear
    if (first === undefined || second === undefined) throw new Error('Two trainings were expected.')
    await record('s.done', first)
    now = '2026-05-20T09:00:00+08:00'
    await record('s.done', second)
    await countActs({ table, clock })()
    await goOnRebuilding({ table, clock })(FOREVER)
    const view = async (
      choice = {},
      actor: Parameters<ReturnType<typeof viewStatistics>>[2] = people.city,
    ) => {
      const found = await viewStatistics({ table, clock })(2026, choice, actor)
      if (!found.ok) throw new Error(found.code)
      return found.value
    }
    const all = await view()
    expect(all.total).toMatchObject({
      ...{ persons: 4, complete: 1, short: 3, hours: 90, public: 30, professional: 60 },
      ...{ online: 90, offline: 0, missingPublic: 90, missingProfessional: 180, costYuan: 0 },
    })
    expect(all.months[2]).toEqual({ month: 3, public: 30, professional: 60 })
    expect(all.postTypes.find(({ key }) => key === 'worker')).toMatchObject({
      persons: 1,
      complete: 0,
      hours: 0,
    })
    expect(all.quota.find(({ key }) => key)).toMatchObject({ persons: 1 })
    expect(all.providers).toEqual([{ id: 'other', name: null, hours: 90 }])
    expect((await view({ asOf: '2026-05-19' })).total).toMatchObject({ complete: 0, hours: 30, short: 4 })
    expect((await view({ asOf: '2026-03-09' })).total).toMatchObject({ complete: 0, hours: 0, persons: 4 })
    expect((await view({ subject: 'public' })).total).toMatchObject({ hours: 30, persons: 4 })
    // Beside another year both are as of the same day: today's of the running one, here and in the list below.
    const beside = await view({ beside: 2025 })
    expect(beside).toMatchObject({
      ...{ asOf: '2026-05-20', total: { hours: 90, rate: 25 } },
      beside: { year: 2025, asOf: '2025-05-20', total: { hours: 0 } },
    })
    const other = await viewStatistics({ table, clock })(
      2025,
      { beside: 2026, asOf: '2026-05-20' },
      people.city,
    )
    expect(other).toMatchObject({
      value: { asOf: '2025-05-20', beside: { asOf: '2026-05-20', total: { hours: 90 } } },
    })
    const below = await listStatistics({ table, clock })(
      2026,
      { ...{ beside: 2025, asOf: '2026-03-10' }, limit: 50, by: 'organisation' },
      people.city,
    )
    const rows = below.ok ? below.value.items : []
    expect(rows.map(({ figures, beside: before }) => [figures.hours, before?.hours])).toContainEqual([30, 0])
    expect((await view()).beside).toBeNull()
    expect((await view({ postType: 'worker' })).total).toMatchObject({ persons: 1, hours: 0 })
    // Each sees what is theirs and below.
    expect((await view({}, people.region)).total.persons).toBe(4)
    expect((await view({}, people.registrar)).total.persons).toBe(4)
    expect((await view({}, people.sibling)).total.persons).toBe(0)
    expect(await viewStatistics({ table, clock })(2026, { organisation: 'a' }, people.county)).toMatchObject({
      ok: false,
      code: 'NOT_FOUND',
    })
  })

  test('a year that was over before a transfer stays where it was, after a second one and a rebuild too', async () => {
    await register('s.0')
    await record('s.0', credit('x.0', { from: '2025-03-02', to: '2025-03-05', hours: 20 }))
    await record('s.0', credit('y.0'))
    await countActs({ table, clock })()
    const hours = async () =>
      Object.fromEntries(
        await Promise.all(
          ['i', 'j', 'l'].map(async (id) => [
            id,
            await Promise.all(
              [2025, 2026].map(async (year) => {
                const of = await viewStatistics({ table, clock })(year, { organisation: id }, people.region)
                return of.ok ? of.value.total.hours : of.code
              }),
            ),
          ]),
        ),
      )
    expect(await hours()).toEqual({ i: [20, 30], j: [0, 0], l: [0, 0] })
    now = '2026-06-01T09:00:00+08:00'
    await move('s.0', 'j')
    await countActs({ table, clock })()
    expect(await hours()).toEqual({ i: [20, 0], j: [0, 30], l: [0, 0] })
    now = '2027-03-01T09:00:00+08:00'
    await move('s.0', 'l')
    await record('s.0', credit('z.0', { from: '2027-02-02', to: '2027-02-05', hours: 10 }))
    await countActs({ table, clock })()
    const levels = async (year: number) => {
      const of = await viewStatistics({ table, clock })(year, {}, people.region)
      return of.ok ? of.value.levels.flatMap(({ key, hours }) => (hours > 0 ? [[key, hours]] : [])) : of.code
    }
    expect(await Promise.all([2025, 2027].map(levels))).toEqual([[['city', 20]], [['county', 10]]])
    expect(await hours()).toEqual({ i: [20, 0], j: [0, 30], l: [0, 0] })
    await goOnRebuilding({ table, clock })(FOREVER)
    expect(await hours()).toEqual({ i: [20, 0], j: [0, 30], l: [0, 0] })
  })

  test('Art. 8: a closed year stays with the authority and department that an institution stood under then', async () => {
    await register('s.0')
    await record('s.0', credit('x.0', { from: '2025-03-02', to: '2025-03-05', hours: 20 }))
    await record('s.0', credit('y.0'))
    await goOnRebuilding({ table, clock })(FOREVER)
    const hours = async () =>
      Object.fromEntries(
        await Promise.all(
          ['i', 'a', 'b', 'd', 'dr'].map(async (id) => [
            id,
            await Promise.all(
              [2025, 2026].map(async (year) => {
                const of = await viewStatistics({ table, clock })(year, { organisation: id }, people.region)
                return of.ok ? of.value.total.hours : of.code
              }),
            ),
          ]),
        ),
      )
    expect(await hours()).toEqual({ i: [20, 30], a: [20, 30], b: [0, 0], d: [20, 30], dr: [20, 30] })
    now = '2026-06-01T09:00:00+08:00'
    const put = async (more: Partial<Organisation>) => {
      const before = await readOrganisation(table, 'i')
      if (before === undefined) throw new Error('i was expected.')
      await write(table, recordChange(before, { ...before, ...more }, { ...act(), what: 'moved' }))
    }
    await put({ authorityId: 'b', departmentId: 'dr', overseers: ['dr', 'b', 'r'] })
    now = '2026-06-12T09:00:00+08:00'
    await goOnRebuilding({ table, clock })(FOREVER)
    expect(await hours()).toEqual({ i: [20, 30], a: [20, 0], b: [0, 30], d: [20, 0], dr: [20, 30] })
    // Put elsewhere once more in the year after, 2026 stays as well.
    now = '2027-03-01T09:00:00+08:00'
    await put({ authorityId: 'a', departmentId: 'd', overseers: ['d', 'dr', 'a', 'r'] })
    now = '2027-03-12T09:00:00+08:00'
    await goOnRebuilding({ table, clock })(FOREVER)
    expect(await hours()).toEqual({ i: [20, 30], a: [20, 0], b: [0, 30], d: [20, 0], dr: [20, 30] })
  })

  test('where an institution stood before it was registered here, the end of that year says', () => {
    const change = (at: string, before: Partial<Organisation> | null): OrganisationChange => ({
      ...{
        version: 1,
        at: `${at}T09:00:00.000+08:00`,
        by: 'x',
        what: 'moved',
        reason: 'x',
        organisationId: 'i',
      },
      before: before && { ...institution, ...before },
    })
    const institution: Organisation = {
      ...{ id: 'i', name: '中学', kind: 'institution', level: 'city', overseers: [], authorityId: 'c' },
    }
    const changes = [
      change('2026-01-10', null),
      change('2026-01-20', { authorityId: 'wrong' }),
      change('2027-05-01', { authorityId: 'b' }),
    ]
    const at = (year: number, known = changes) => institutionOfYear(institution, known, year).authorityId
    expect([2024, 2025, 2026, 2027, 2028].map((year) => at(year))).toEqual(['b', 'b', 'b', 'c', 'c'])
    expect(at(2024, [])).toBe('c')
    expect(at(2026, [change('2026-12-31', { authorityId: 'b' })])).toBe('c')
    expect(at(2026, [change('2027-01-01', { authorityId: 'b' })])).toBe('b')
  })

  test('two turns at once count nobody twice', async () => {
    now = '2026-02-01T09:00:00+08:00'
    await register('s.0')
    await record('s.0', credit('x.0'))
    await Promise.all([1, 2, 3].map(() => countActs({ table, clock })()))
    expect(await kept('a', 2026)).toEqual(await rebuilt('a', 2026, ['s.0']))
  })
})
