import { assessYear } from '../../rules/assess.ts'
import { type CalendarDate, parseDate } from '../../rules/calendar.ts'
import type { Edition, EditionOf } from '../../rules/edition.ts'
import { editionWith } from '../../rules/edition-with.ts'
import type { Table } from '../platform/table.ts'
import { editionFor, editionsFor, editionsSince } from '../registers/edition-for.ts'
import { requireFacts } from '../staff/due-obligations.ts'
import { requireStaff } from '../staff/require-staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { covers, factsFromStanding, type Standing } from '../staff/standing.ts'
import { type Finding, resultOf } from './result.ts'
import type { CloseState } from './year.ts'

class DayUnreadableError extends Error {
  override name = 'DayUnreadableError'
}

export const dateOn = (day: string): CalendarDate => {
  const date = parseDate(day)
  if (date === undefined) throw new DayUnreadableError(`Not a calendar date: ${day}`)
  return date
}

const withOwn =
  (state: CloseState, own: Edition, editionOf: EditionOf): EditionOf =>
  (year) =>
    year === state.year ? own : editionOf(year)

const ownEdition = async (table: Table, { year, edition }: CloseState): Promise<Edition> =>
  edition === undefined ? editionFor(table, year) : editionWith(edition.readings)

/** The rules of each year for a year that is closed or closing: its own are those frozen with it. */
export const frozenEditions = async (table: Table, state: CloseState): Promise<EditionOf> => {
  const [own, editionOf] = await Promise.all([ownEdition(table, state), editionsFor(table, state.year)])
  return withOwn(state, own, editionOf)
}

/** The same, with those of the other years as the authority had set them by a day, `YYYY-MM-DD`. */
export const frozenEditionsOn = async (
  table: Table,
  state: CloseState,
  day: string,
): Promise<readonly EditionOf[]> => {
  const [own, { asKnownOn }] = await Promise.all([ownEdition(table, state), editionsSince(table, state.year)])
  return asKnownOn(day).map((editionOf) => withOwn(state, own, editionOf))
}

type Found = ReturnType<typeof assessYear>

/** Assesses a person's year from all that is on record. */
export const assessRecord = (staff: StaffRecord, year: number, asOf: string, editionOf: EditionOf): Found =>
  assessYear(requireFacts(staff, year, asOf, editionOf), editionOf)

/**
 * Assesses a person's year from their standing, or from their ledger where the standing does not cover it.
 */
export const assessStanding = async (
  table: Table,
  standing: Standing,
  year: number,
  asOf: string,
  editionOf: EditionOf,
): Promise<Found> =>
  covers(standing, year)
    ? assessYear(factsFromStanding(standing, year, dateOn(asOf), editionOf(year)), editionOf)
    : assessRecord(await requireStaff(table, standing.staffId), year, asOf, editionOf)

export const findingOf = ({ annual }: Found, provisional: boolean): Finding | null =>
  resultOf(annual, provisional)

/** Whether a year or an induction is complete without a certificate (Art. 35). */
export const uncertified = ({ annual, induction }: Found, certified: readonly string[]): boolean =>
  ((annual.status === 'met' || annual.status === 'deemed') && !certified.includes(`annual:${annual.year}`)) ||
  (induction.status !== 'not_applicable' &&
    induction.completedOn !== null &&
    !certified.includes('induction'))
