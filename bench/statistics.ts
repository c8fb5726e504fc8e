/**
 * Counts what the region's page of statistics reads at 600,000 persons of 3,000 institutions: the rows of all offices as
 * the acts would have written them, from years of generated persons by the real `yearCells`.
 * Run: `node bench/statistics.ts`; it prints what was loaded and the read units, and fails where the sums are wrong.
 */
import { newOrganisation, type Organisation } from '../functions/organisations/organisation.ts'
import { keys } from '../functions/platform/keys.ts'
import { mapConcurrently } from '../functions/platform/map-concurrently.ts'
import { sealWith } from '../functions/platform/seal.ts'
import { isNew, type Table, type Write, write } from '../functions/platform/table.ts'
import { editionsFor } from '../functions/registers/edition-for.ts'
import { type LedgerCredit, type LedgerEntry, nextEntry } from '../functions/staff/ledger.ts'
import type { Person } from '../functions/staff/person.ts'
import { addCells, type Cells } from '../functions/statistics/cells.ts'
import { listStatistics, viewStatistics } from '../functions/statistics/view-statistics.ts'
import { yearCells } from '../functions/statistics/year-cells.ts'
import { startDatabase } from '../local/database.ts'
import { openTable } from '../local/table.ts'
import { countCapacity, countedSoFar, resetCapacity } from './capacity.ts'

process.env.POWERTOOLS_LOG_LEVEL ??= 'ERROR'
process.env.POWERTOOLS_METRICS_DISABLED ??= 'true'

const CITIES = 12
const COUNTIES = 103
const INSTITUTIONS = 3_000
const PERSONS_EACH = 200
/** Different years of persons; each institution has some two hundred of them. */
const KINDS = 1_000
const YEAR = 2026
const clock = { now: () => Date.parse('2026-11-30T20:00:00+08:00') }

/** A number below `most` that looks like chance and is the same in every run (mulberry32). */
const chance = (seed: number, most: number): number => {
  let mixed = (seed * 0x9e3779b1 + 0x6d2b79f5) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) % most
}
const one = <const T>(of: readonly [T, ...T[]], seed: number): T => of[chance(seed, of.length)] ?? of[0]
const two = (value: number): string => String(value).padStart(2, '0')

const personOf = (nth: number): Person => ({
  ...{ id: `p${nth}`, name: '人员', institutionId: 'i', leader: false, onRegister: true, version: 1 },
  postType: one(['management', 'professional', 'worker'], nth),
  ...{ hiredOn: '2019-08-01', highLevelTalent: false, terms: [], postChanges: [] },
  ...(chance(nth + 500_000, 5) === 0 ? { quotaPeriods: [{ from: '2020-01-01' }] } : {}),
})

/** Two to five trainings, each in a month of its own kind, recognised in the month after. */
const entriesOf = (nth: number): LedgerEntry[] => {
  const entries: LedgerEntry[] = []
  for (let at = 0; at < 2 + chance(nth, 4); at += 1) {
    const seed = nth * 31 + at * 7
    const month = 1 + chance(seed, 10)
    const mode = one(['online', 'offline'], seed + 1)
    const credit: LedgerCredit = {
      id: `c${nth}.${at}`,
      ...{ subject: one(['public', 'professional'], seed + 2), mode },
      category: one(['in_service', 'in_service', 'in_service', 'special'], seed + 3),
      ...{ from: `${YEAR}-${two(month)}-05`, to: `${YEAR}-${two(month)}-09` },
      ...(mode === 'online' ? { hours: 8 + chance(seed, 30) } : { halfDays: 2 + chance(seed, 9) }),
    }
    const recordedAt = `${YEAR}-${two(month + 1)}-${two(1 + chance(seed, 28))}T10:00:00.000+08:00`
    const fact = { kind: 'credit', credit } as const
    entries.push(
      nextEntry(entries, { staffId: `p${nth}`, recordedAt, recordedBy: 'x', source: credit.id, fact }),
    )
  }
  return entries
}

type Rows = Map<string, Cells>

/** What each kind of person's year adds to the rows of months, and to the days of November. */
const rowsOfKinds = async (table: Table): Promise<Rows[]> => {
  const editionOf = await editionsFor(table, YEAR)
  const providers = ['v1', 'v2', 'v3', 'other'] as const
  return Array.from({ length: KINDS }, (_, nth) => {
    const staff = { person: personOf(nth), entries: entriesOf(nth), certificates: [] }
    const days = yearCells(staff, YEAR, editionOf, {
      training: (id) => ({ provider: one(providers, id.length + nth), fen: chance(nth, 3) * 10_000 }),
      correctedDesk: () => undefined,
    })
    const rows: Rows = new Map()
    const add = (name: string, cells: Cells) => rows.set(name, addCells(rows.get(name) ?? {}, cells))
    for (const [day, cells] of Object.entries(days)) {
      add(`M${day.slice(0, 7)}`, cells)
      if (day.startsWith(`${YEAR}-11`)) add(`D${day}`, cells)
    }
    return rows
  })
}

const authority = (id: string, level: Organisation['level'], above: readonly string[]): Organisation => ({
  ...{ id, name: id, kind: 'authority', level, overseers: [...above] },
  ...(above[0] === undefined ? {} : { parentId: above[0] }),
})
const cityOf = (county: number): string => `c${county % CITIES}`
const offices: readonly Organisation[] = [
  authority('r', 'region', []),
  ...Array.from({ length: CITIES }, (_, at) => authority(`c${at}`, 'city', ['r'])),
  ...Array.from({ length: COUNTIES }, (_, at) => authority(`k${at}`, 'county', [cityOf(at), 'r'])),
]
const institution = (at: number): Organisation => {
  const county = at % COUNTIES
  const overseers = [`k${county}`, cityOf(county), 'r']
  return {
    id: `i${at}`,
    name: 'i',
    kind: 'institution',
    level: 'county',
    authorityId: `k${county}`,
    overseers,
  }
}

/** The rows of the counties, each with the persons of its institutions. */
const officeRows = (kinds: readonly Rows[]): Map<string, Rows> => {
  const all = new Map<string, Rows>()
  // Kinds are counted first: 600,000 sums of cells would be the same.
  const counts = new Map<string, Map<number, number>>()
  for (let at = 0; at < INSTITUTIONS; at += 1)
    for (let nth = 0; nth < PERSONS_EACH; nth += 1) {
      const office = `k${at % COUNTIES}`
      const kind = chance(at * PERSONS_EACH + nth, KINDS)
      const ofOffice = counts.get(office) ?? new Map<number, number>()
      counts.set(office, ofOffice.set(kind, (ofOffice.get(kind) ?? 0) + 1))
    }
  for (const [office, ofOffice] of counts) {
    const rows: Rows = new Map()
    for (const [kind, count] of ofOffice)
      for (const [name, cells] of kinds[kind] ?? []) {
        const times = Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, value * count]))
        rows.set(name, addCells(rows.get(name) ?? {}, times))
      }
    all.set(office, rows)
  }
  return all
}

const seed = async (table: Table): Promise<{ rows: number; bytes: number }> => {
  const rows: Write[] = [...officeRows(await rowsOfKinds(table))].flatMap(([office, ofOffice]) =>
    [...ofOffice].map(([name, cells]) => ({
      put: {
        ...keys.statistic(office, YEAR, name.startsWith('M') ? 'M' : 'D', name.slice(1)),
        ...{ cells, version: 1 },
      },
      when: isNew,
    })),
  )
  const places = [...offices, ...Array.from({ length: INSTITUTIONS }, (_, at) => institution(at))]
  const writes = [...places.flatMap(newOrganisation), ...rows]
  const batches = Array.from({ length: Math.ceil(writes.length / 20) }, (_, at) =>
    writes.slice(at * 20, at * 20 + 20),
  )
  await mapConcurrently(batches, 4, (batch) => write(table, batch))
  return { rows: rows.length, bytes: JSON.stringify(rows.map((row) => 'put' in row && row.put)).length }
}

class SumWrongError extends Error {
  override name = 'SumWrongError'
}

const region = {
  ...{ id: 'hr', name: 'hr', email: 'hr@demo.example' },
  roles: [{ role: 'authority' as const, organisationId: 'r', head: true }],
}

/** Read units of the region's page, of its cities, and of a past day. */
export const benchStatistics = async () => {
  const database = await startDatabase()
  const options = { seal: sealWith(Buffer.alloc(32, 7)) }
  const table = await openTable(database.endpoint, 'statistics', options)
  const loaded = await seed(table)
  const counted: Table = { ...table }
  const units = countCapacity(counted, table)
  const host = { table: counted, clock }
  const readsOf = async <T>(read: () => Promise<T>) => {
    resetCapacity(units)
    const answer = await read()
    const { read: found, readOfNothing } = countedSoFar(units)
    return { answer, units: found + readOfNothing }
  }
  const now = await readsOf(() => viewStatistics(host)(YEAR, {}, region))
  const past = await readsOf(() => viewStatistics(host)(YEAR, { asOf: '2026-11-20' }, region))
  const below = await readsOf(() => listStatistics(host)(YEAR, { limit: 50, by: 'organisation' }, region))
  await database.stop()
  const persons = INSTITUTIONS * PERSONS_EACH
  if (!now.answer.ok || !below.answer.ok || !past.answer.ok) throw new SumWrongError('Nothing was answered.')
  const { total } = now.answer.value
  const ofCities = below.answer.value.items.reduce((sum, { figures }) => sum + figures.persons, 0)
  if (total.persons !== persons || ofCities !== persons)
    throw new SumWrongError(`${persons} persons were loaded, the page says ${total.persons} and ${ofCities}.`)
  return {
    loaded: { persons, institutions: INSTITUTIONS, offices: offices.length, ...loaded },
    total: { persons: total.persons, complete: total.complete, hours: total.hours },
    readUnits: { region: now.units, asOfAPastDay: past.units, cities: below.units },
  }
}

if (import.meta.main) console.log(JSON.stringify(await benchStatistics(), null, 2))
