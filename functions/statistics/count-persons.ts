import { edition2024 } from '../../rules/edition.ts'
import {
  type Organisation,
  type OrganisationChange,
  organisationChanges,
  readOrganisations,
  versionOf,
} from '../organisations/organisation.ts'
import { type Clock, yearNow } from '../platform/clock.ts'
import type { OrganisationId, StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { LedgerBrokenError } from '../platform/ledger-broken.ts'
import { logger } from '../platform/logger.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { consistently, type Table } from '../platform/table.ts'
import { type EditionOf, editionsFor } from '../registers/edition-for.ts'
import { type PersonChange, personChanges } from '../staff/person-change.ts'
import { readStaff } from '../staff/staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { aboutTrainings, correctionName } from './about-trainings.ts'
import { type Counted, readCounted } from './counted.ts'
import { nameOf, stepsBetween, take } from './move.ts'
import { institutionOfYear, placeOfYear } from './place-of-year.ts'
import { yearCells } from './year-cells.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

/** Persons whose counts are moved together: they share most rows. */
const GROUP = 25
const WIDTH = 4

/** The organisations that count a person: everyone above sums up authorities, or departments, below. */
const placesOf = (institution: Organisation | undefined): OrganisationId[] =>
  [institution?.id, institution?.authorityId, institution?.departmentId].flatMap((id) => id ?? [])

/** What is on record of a person, and what of it is counted. */
interface Read {
  readonly staffId: StaffId
  readonly staff: StaffRecord
  readonly counted: readonly Counted[]
  /** Of whoever was ever transferred: others count every year where they are. */
  readonly changes: readonly PersonChange[]
}

/** Whether one person's ledger is broken, or doesn't parse: the others are counted all the same. */
const isOfLedger = (error: unknown): error is Error =>
  error instanceof LedgerBrokenError || (error instanceof Error && error.name === 'LedgerInvalidError')

const unlessBroken = async <T>(staffId: StaffId, act: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await act()
  } catch (error) {
    if (!isOfLedger(error)) throw error
    logger.error('Statistics leave a person as counted', { staffId, reason: error.name })
    return undefined
  }
}

const yearsOf = ({ staff, counted }: Read, clock: Clock): number[] => {
  const first = Math.max(edition2024.firstYear, Number(staff.person.hiredOn.slice(0, 4)))
  const asked = Array.from({ length: Math.max(0, yearNow(clock) - first + 1) }, (_, place) => first + place)
  return [...new Set([...asked, ...counted.map(({ year }) => year)])].sort()
}

const placeOf = ({ staff, changes }: Read, year: number): OrganisationId =>
  placeOfYear(staff.person, changes, year)

/** An institution with the record of its changes, where it was ever changed. */
interface Known {
  readonly institution: Organisation
  readonly changes: readonly OrganisationChange[]
}

const readKnown = async (table: Table, ids: readonly OrganisationId[]): Promise<Map<OrganisationId, Known>> =>
  new Map(
    await mapConcurrently(await readOrganisations(table, ids), WIDTH, async (institution) => {
      const changes = versionOf(institution) > 1 ? await organisationChanges(table, institution.id) : []
      return [institution.id, { institution, changes }] as const
    }),
  )

/** What a year comes to by what is on record. */
const yearOf = async (
  table: Table,
  { staff, counted }: Read,
  {
    year,
    institution,
    editionOf,
  }: { year: number; institution: Organisation | undefined; editionOf: EditionOf },
) => {
  const at = placesOf(institution)
  const before = counted.find((one) => one.year === year) ?? { year, at, days: {}, about: {} }
  const about = await aboutTrainings(table, staff, institution, year, before.about)
  const days = yearCells(staff, year, editionOf, {
    training: (id) => {
      const [provider, fen] = about[id] ?? ['other', 0]
      return { provider, fen }
    },
    correctedDesk: (sequence) => about[correctionName(sequence)]?.[0] || undefined,
  })
  return { before, after: { year, at, days, about } }
}

/** Counts some persons in one go; answers how many were counted otherwise. */
const countGroup = async (
  { table: given, clock }: Deps,
  staffIds: readonly StaffId[],
  editionOf: EditionOf,
): Promise<number> => {
  const table = consistently(given)
  const read = await mapConcurrently(staffIds, WIDTH, (staffId) =>
    unlessBroken(staffId, async (): Promise<Read | undefined> => {
      // What is counted comes first: whoever counts between the two reads makes this write fail.
      const counted = await readCounted(table, staffId)
      const staff = await readStaff(table, staffId)
      if (staff === undefined) return undefined
      const moved = staff.person.institutionSince !== undefined
      return { staffId, staff, counted, changes: moved ? await personChanges(table, staffId) : [] }
    }),
  )
  const found = read.flatMap((one) => one ?? [])
  const known = await readKnown(
    table,
    found.flatMap((one) => yearsOf(one, clock).map((year) => placeOf(one, year))),
  )
  const versions = new Map(
    found.flatMap(({ staffId, counted }) =>
      counted.map(({ year, version }) => [nameOf(keys.counted(staffId, year)), version] as const),
    ),
  )
  const steps = await mapConcurrently(found, WIDTH, (one) =>
    unlessBroken(one.staffId, async () => {
      const years = await mapConcurrently(yearsOf(one, clock), 1, (year) => {
        const at = known.get(placeOf(one, year))
        const institution = at && institutionOfYear(at.institution, at.changes, year)
        return yearOf(table, one, { year, institution, editionOf })
      })
      return years.flatMap(({ before, after }) =>
        stepsBetween(keys.counted(one.staffId, after.year), before, after),
      )
    }),
  )
  await take(
    table,
    steps.flatMap((one) => one ?? []),
    versions,
  )
  return steps.filter((one) => one !== undefined && one.length > 0).length
}

/**
 * Counts persons as they are on record now: what is counted of each gives way to what they come to, in the
 * transactions that move the rows of their organisations, so a repeat changes nothing and nobody counts twice. Whose
 * ledger is broken stays as counted. Answers how many were counted otherwise.
 */
export const countPersons =
  (deps: Deps) =>
  async (staffIds: Iterable<StaffId>): Promise<number> => {
    const editionOf = await editionsFor(deps.table, yearNow(deps.clock))
    const all = [...new Set(staffIds)]
    let changed = 0
    // Group after group: they meet in the same rows.
    for (let start = 0; start < all.length; start += GROUP) {
      const group = all.slice(start, start + GROUP)
      changed += await retryOnConflict(() => countGroup(deps, group, editionOf))
    }
    return changed
  }
