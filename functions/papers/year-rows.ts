import type { AnnualAssessment } from '../../rules/annual.ts'
import type { Edition } from '../../rules/edition.ts'
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
import { editionFor } from '../registers/edition-for.ts'
import { type Person, personsOf, shardOf } from '../staff/person.ts'
import { standingFrom } from '../staff/standing.ts'
import { obligationStatuses } from '../staff/words.ts'
import { assessedOn } from '../year/close-day.ts'
import { assessStanding } from '../year/close-finding.ts'
import { resultStatuses } from '../year/words.ts'
import { readSheets, rowsIn } from '../year/year-sheet.ts'
import { paperWords } from './words.ts'

/** A person's year as the institution's list has it; hours as people write them. */
export interface YearRow {
  readonly person: Pick<Person, 'id' | 'name' | 'staffNo' | 'hiredOn' | 'postType'>
  /** In words; of a closed year the result. */
  readonly status: string
  /** Null where the person's record is not what was sealed: nothing is said by it. */
  readonly hours: YearHours | null
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

/** A person's year from their standing; undefined where it, or the ledger behind it, is not what was sealed. */
const assessSound = async (
  { table, seal, year, asOf, edition }: Listing,
  item: Item | undefined,
): Promise<AnnualAssessment | undefined> => {
  if (item === undefined || !isSealed(seal, item)) return undefined
  try {
    return (await assessStanding(table, standingFrom(item), year, asOf, edition)).annual
  } catch (error) {
    if (error instanceof LedgerBrokenError) return undefined
    throw error
  }
}

/** What a list of a year is made by. */
interface Listing {
  readonly table: Table
  readonly seal: Seal
  readonly year: number
  readonly asOf: string
  readonly edition: Edition
}

/**
 * Everyone on an institution's register now, with their year by what is on record: read from their standings, a small
 * item each, and no ledger but where a standing doesn't reach back to the year. Undefined: they are more than are
 * listed.
 */
export const yearRows =
  ({ table, clock }: RecordsHost) =>
  async (institution: Organisation, year: number): Promise<YearRow[] | undefined> => {
    const persons = await allPages(
      (cursor) => personsOf(table, institution.id, { limit: A_PAGE, cursor }),
      MOST_LISTED + 1,
    )
    if (persons.length > MOST_LISTED) return undefined
    const edition = await editionFor(table, year)
    const isOver = today(clock) > `${year}-12-31`
    const asOf = isOver ? assessedOn(year, clock) : today(clock)
    const [items, sheets] = await Promise.all([
      readMany(
        table,
        persons.map(({ id }) => keys.standing(shardOf(id), id)),
      ),
      readSheets(table, [institution.id], 'close', year),
    ])
    const listing = { table, seal: await sealOf(table), year, asOf, edition }
    const standings = new Map(items.map((item: Item) => [standingFrom(item).staffId, item]))
    const results = new Map(
      sheets.flatMap(({ rows }) => rowsIn(rows)).map(({ staffId, status }) => [staffId, status] as const),
    )
    return mapConcurrently(persons, WIDTH, async (person): Promise<YearRow> => {
      const annual = await assessSound(listing, standings.get(person.id))
      if (annual === undefined) return { person, status: paperWords.list.unsound, hours: null }
      const result = results.get(person.id)
      return {
        person,
        status: result === undefined ? obligationStatuses[annual.status].zh : resultStatuses[result].zh,
        hours: hoursOf(annual),
      }
    })
  }
