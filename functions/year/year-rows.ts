import type { AnnualAssessment } from '../../rules/annual.ts'
import { formatDate } from '../../rules/calendar.ts'
import type { EditionOf } from '../../rules/edition.ts'
import { hours } from '../../rules/hours.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { today } from '../platform/clock.ts'
import { allPages } from '../platform/every-page.ts'
import { keys } from '../platform/keys.ts'
import { LedgerBrokenError } from '../platform/ledger-broken.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { readMany } from '../platform/ranges.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { isSealed, type Seal } from '../platform/seal.ts'
import { type Item, sealOf, type Table } from '../platform/table.ts'
import { ratedEditionsFor } from '../registers/edition-for.ts'
import { type Person, personsOf, shardOf } from '../staff/person.ts'
import { standingFrom } from '../staff/standing.ts'
import { assessedOn } from './close-day.ts'
import { assessStanding } from './close-finding.ts'
import type { ResultStatus } from './result.ts'
import { readSheets, rowsIn } from './year-sheet.ts'

/** A person's year by what is on record; hours as people write them. */
export interface YearRow {
  readonly person: Person
  /** Of a closed year the result. Null where the person's record is not what was sealed: nothing is said by it. */
  readonly status: AnnualAssessment['status'] | ResultStatus | null
  readonly hours: YearHours | null
  /** The last day by which the year may be completed, `YYYY-MM-DD`: 31 December, of the next year where a delay is approved (Art. 32). */
  readonly dueOn: string | null
}

/** Hours that count for the year, and those that are missing. */
export interface YearHours {
  readonly total: number
  readonly public: number
  readonly professional: number
  readonly online: number
  readonly offline: number
  readonly missingPublic: number
  readonly missingProfessional: number
}

/** As many persons as one answer holds. */
export const MOST_LISTED = 5_000
const A_PAGE = 100
const WIDTH = 8

const hoursOf = ({
  publicTenths,
  professionalTenths,
  onlineTenths,
  missing,
}: AnnualAssessment): YearHours => ({
  total: hours(publicTenths + professionalTenths),
  public: hours(publicTenths),
  professional: hours(professionalTenths),
  online: hours(onlineTenths),
  offline: hours(publicTenths + professionalTenths - onlineTenths),
  missingPublic: hours(missing.public),
  missingProfessional: hours(missing.professional),
})

/** What persons' years are read by. */
interface Reading {
  readonly table: Table
  readonly seal: Seal
  readonly year: number
  readonly asOf: string
  readonly editionOf: EditionOf
}

/** A person's year from their standing; undefined where it, or the ledger behind it, is not what was sealed. */
const assessSound = async (
  { table, seal, year, asOf, editionOf }: Reading,
  item: Item | undefined,
): Promise<AnnualAssessment | undefined> => {
  if (item === undefined || !isSealed(seal, item)) return undefined
  try {
    return (await assessStanding(table, standingFrom(item), year, asOf, editionOf)).annual
  } catch (error) {
    if (error instanceof LedgerBrokenError) return undefined
    throw error
  }
}

/**
 * The years of some persons by what is on record, as of today or, once the year is over, as its close sees them: from
 * their standings, a small item each, and no ledger but where a standing doesn't reach back to the year.
 */
export const yearsOf =
  ({ table, clock }: RecordsHost) =>
  async (persons: readonly Person[], year: number): Promise<YearRow[]> => {
    const day = today(clock)
    const reading: Reading = {
      ...{ table, year, seal: await sealOf(table), editionOf: await ratedEditionsFor(table, year) },
      asOf: day > `${year}-12-31` ? assessedOn(year, clock) : day,
    }
    const items = await readMany(
      table,
      persons.map(({ id }) => keys.standing(shardOf(id), id)),
    )
    const standings = new Map(items.map((item: Item) => [standingFrom(item).staffId, item]))
    return mapConcurrently(persons, WIDTH, async (person): Promise<YearRow> => {
      const annual = await assessSound(reading, standings.get(person.id))
      return annual === undefined
        ? { person, status: null, hours: null, dueOn: null }
        : { person, status: annual.status, hours: hoursOf(annual), dueOn: formatDate(annual.dueOn) }
    })
  }

/**
 * Everyone on an institution's register now, with their year; of a closed year with its results. Undefined: they are
 * more than are listed.
 */
export const yearRows =
  (host: RecordsHost) =>
  async (institution: Organisation, year: number): Promise<YearRow[] | undefined> => {
    const { table } = host
    const persons = await allPages(
      (cursor) => personsOf(table, institution.id, { limit: A_PAGE, cursor }),
      MOST_LISTED + 1,
    )
    if (persons.length > MOST_LISTED) return undefined
    const [rows, sheets] = await Promise.all([
      yearsOf(host)(persons, year),
      readSheets(table, [institution.id], 'close', year),
    ])
    const results = new Map(
      sheets.flatMap((sheet) => rowsIn(sheet.rows)).map(({ staffId, status }) => [staffId, status] as const),
    )
    return rows.map((row) =>
      row.status === null ? row : { ...row, status: results.get(row.person.id) ?? row.status },
    )
  }
