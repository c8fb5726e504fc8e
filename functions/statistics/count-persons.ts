import { edition2024 } from '../../rules/edition.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { type Clock, yearNow } from '../platform/clock.ts'
import type { OrganisationId, StaffId } from '../platform/ids.ts'
import type { Key } from '../platform/keys.ts'
import { keys } from '../platform/keys.ts'
import { LedgerBrokenError } from '../platform/ledger-broken.ts'
import { logger } from '../platform/logger.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { atVersion, consistently, isNew, readAll, type Table, type Write, write } from '../platform/table.ts'
import { type EditionOf, editionsFor } from '../registers/edition-for.ts'
import { readStaff } from '../staff/staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { aboutTrainings } from './about-trainings.ts'
import { addCells, type Cells, isNothing, subtractCells } from './cells.ts'
import { type Counted, putCounted, Row, readCounted } from './counted.ts'
import { type Days, yearCells } from './year-cells.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

/** The organisations that count a person: everyone above sums up authorities, or departments, below. */
const placesOf = async (table: Table, { person }: StaffRecord): Promise<OrganisationId[]> => {
  const institution = await readOrganisation(table, person.institutionId)
  return [institution?.id, institution?.authorityId, institution?.departmentId].flatMap((id) => id ?? [])
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.join('\n') === other.join('\n')

/** One day of a person's year, and what it adds to the rows of the organisations that count it. */
interface Change {
  readonly day: string
  readonly before: Cells
  readonly after: Cells
}

const changesBetween = (before: Days, after: Days): Change[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((day) => {
    const change = { day, before: before[day] ?? {}, after: after[day] ?? {} }
    return isNothing(subtractCells(change.after, change.before)) ? [] : [change]
  })

const counting = (counted: Counted, changes: readonly Change[]): Counted => {
  const days: Record<string, Cells> = { ...counted.days }
  for (const { day, after } of changes) {
    if (isNothing(after)) delete days[day]
    else days[day] = after
  }
  return { ...counted, days, version: counted.version + 1 }
}

/** What the rows gain, by their keys. */
const gainsOf = ({ year, at }: Counted, changes: readonly Change[]): Map<string, [Key, Cells]> => {
  const gains = new Map<string, [Key, Cells]>()
  for (const { day, before, after } of changes)
    for (const id of at)
      for (const key of [
        keys.statistic(id, year, 'M', day.slice(0, 7)),
        keys.statistic(id, year, 'D', day),
      ]) {
        const name = `${key.pk} ${key.sk}`
        const [, cells] = gains.get(name) ?? [key, {}]
        gains.set(name, [key, addCells(cells, subtractCells(after, before))])
      }
  return gains
}

const rowWrites = async (table: Table, gains: ReadonlyMap<string, [Key, Cells]>): Promise<Write[]> => {
  const changed = [...gains.values()].filter(([, cells]) => !isNothing(cells))
  const items = await readAll(
    table,
    changed.map(([key]) => key),
  )
  const rows = new Map(items.map((item) => [`${item.pk} ${item.sk}`, Row.parse(item)]))
  return changed.map(([key, cells]) => {
    const row = rows.get(`${key.pk} ${key.sk}`) ?? { cells: {}, version: 0 }
    return {
      put: { ...key, cells: addCells(row.cells, cells), version: row.version + 1 },
      when: row.version === 0 ? isNew : atVersion(row.version),
    }
  })
}

/** Days that one transaction moves: each touches two rows of at most three organisations. */
const DAYS = 12

/** Moves a person's year on by some days a transaction: what is counted of it is always what the rows hold. */
const move = async (table: Table, staffId: StaffId, counted: Counted, after: Days): Promise<Counted> => {
  let now = counted
  const changes = changesBetween(counted.days, after)
  for (let start = 0; start < changes.length; start += DAYS) {
    const part = changes.slice(start, start + DAYS)
    const next = counting(now, part)
    await write(table, [putCounted(staffId, next), ...(await rowWrites(table, gainsOf(now, part)))])
    now = next
  }
  return now
}

/** Counts one year of a person; answers whether anything was otherwise. */
const countYear = async (
  table: Table,
  staffId: StaffId,
  before: Counted,
  after: Pick<Counted, 'at' | 'days' | 'about'>,
): Promise<boolean> => {
  const isElsewhere = !same(before.at, after.at)
  const left = isElsewhere ? await move(table, staffId, before, {}) : before
  const moved = await move(table, staffId, { ...left, at: after.at, about: after.about }, after.days)
  return moved.version !== before.version
}

const yearsOf = (staff: StaffRecord, counted: readonly Counted[], clock: Clock): number[] => {
  const first = Math.max(edition2024.firstYear, Number(staff.person.hiredOn.slice(0, 4)))
  const last = yearNow(clock)
  const asked = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place)
  return [...new Set([...asked, ...counted.map(({ year }) => year)])].sort()
}

const countOnce = async (deps: Deps, staffId: StaffId, editionOf: EditionOf): Promise<boolean> => {
  const table = consistently(deps.table)
  const counted = await readCounted(table, staffId)
  const staff = await readStaff(table, staffId)
  if (staff === undefined) return false
  const at = await placesOf(table, staff)
  let changed = false
  for (const year of yearsOf(staff, counted, deps.clock)) {
    const before = counted.find((one) => one.year === year) ?? { year, at, days: {}, about: {}, version: 0 }
    const about = await aboutTrainings(table, staff, year, before.about)
    const days = yearCells(staff, year, editionOf, (id) => {
      const [provider, fen] = about[id] ?? ['other', 0]
      return { provider, fen }
    })
    if (await countYear(table, staffId, before, { at, days, about })) changed = true
  }
  return changed
}

/** Whether one person's ledger is broken, or doesn't parse: the others are counted all the same. */
const isOfLedger = (error: unknown): error is Error =>
  error instanceof LedgerBrokenError || (error instanceof Error && error.name === 'LedgerInvalidError')

/**
 * Counts persons as they are on record now: what is counted of each gives way to what they come to, in the
 * transactions that move the rows of their organisations, so a repeat changes nothing and nobody counts twice. Whose
 * ledger is broken stays as counted. Answers how many were counted otherwise.
 */
export const countPersons =
  (deps: Deps) =>
  async (staffIds: Iterable<StaffId>): Promise<number> => {
    const editionOf = await editionsFor(deps.table, yearNow(deps.clock))
    let changed = 0
    // One after the other: they meet in the same rows.
    for (const staffId of new Set(staffIds)) {
      try {
        if (await retryOnConflict(() => countOnce(deps, staffId, editionOf))) changed += 1
      } catch (error) {
        if (!isOfLedger(error)) throw error
        logger.error('Statistics leave a person as counted', { staffId, reason: error.name })
      }
    }
    return changed
  }
