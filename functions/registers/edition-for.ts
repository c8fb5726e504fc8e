import { parseDate } from '../../rules/calendar.ts'
import { type Edition, type EditionOf, edition2024, type Readings } from '../../rules/edition.ts'
import { editionWith } from '../../rules/edition-with.ts'
import type { Table } from '../platform/table.ts'
import { frozenReadings, yearsUpTo } from './closed-years.ts'
import { type ParametersVersion, parametersOn, readParameters } from './parameters.ts'
import { readRates } from './rate.ts'

export type { EditionOf }

/** Each year's edition, looked up once; years with the same readings share one. */
const sharedEditions = (
  readingsOf: (year: number) => Readings,
  editionOf: (readings: Readings) => Edition,
): EditionOf => {
  const years = new Map<number, Edition>()
  const byReadings = new Map<string, Edition>()
  return (year) => {
    const known = years.get(year)
    if (known !== undefined) return known
    const readings = readingsOf(year)
    const said = JSON.stringify(readings)
    const edition = byReadings.get(said) ?? editionOf(readings)
    byReadings.set(said, edition)
    years.set(year, edition)
    return edition
  }
}

/** The tables of activities (Art. 37) that the authority has set; the example where it has set none. */
const activitiesFor = async (table: Table): Promise<Edition['activities']> => {
  const rates = (await readRates(table)).flatMap(({ validFrom, rates }) => {
    const since = parseDate(validFrom)
    return since === undefined ? [] : [{ since, table: rates }]
  })
  return rates.length === 0 ? edition2024.activities : { ...edition2024.activities, rates }
}

const rated = (editionOf: EditionOf, activities: Edition['activities']): EditionOf =>
  sharedEditions(
    (year) => editionOf(year).readings,
    (readings) => ({ ...editionWith(readings), activities }),
  )

/**
 * The rules of any year, read once, for what is on record: a ledger's entries bear the rate of their activity, so its
 * tables are not read. A year that was closed is read by the readings frozen with it, any other by those in force at
 * its end. `lastYear` is the last one that may have been closed. Years with the same readings share one edition.
 */
export const editionsFor = (table: Table, lastYear: number): Promise<EditionOf> =>
  editionsOf(table, yearsUpTo(lastYear))

const editionsOf = async (table: Table, years: readonly number[]): Promise<EditionOf> => {
  const [versions, frozen] = await Promise.all([readParameters(table), frozenReadings(table, years)])
  return editionsBy(versions, frozen)
}

/** Each year's readings: frozen with it, else those in force at its end by the versions known. */
const editionsBy = (
  versions: readonly ParametersVersion[],
  frozen: ReadonlyMap<number, Readings>,
): EditionOf =>
  sharedEditions((year) => frozen.get(year) ?? parametersOn(versions, `${year}-12-31`).readings, editionWith)

/** The rules of any year, and those that were its rules by what the authority had set up to a day, `YYYY-MM-DD`. */
export interface Editions {
  readonly now: EditionOf
  /** Several, where something was set on the day itself. */
  readonly asKnownOn: (day: string) => readonly EditionOf[]
}

/**
 * The rules of any year as `editionsFor`, with those of past days: whoever was certified by the readings of then keeps
 * the certificate.
 */
export const editionsSince = async (table: Table, lastYear: number): Promise<Editions> => {
  const [versions, frozen] = await Promise.all([
    readParameters(table),
    frozenReadings(table, yearsUpTo(lastYear)),
  ])
  const now = editionsBy(versions, frozen)
  const knownBy = (isKnown: (on: string) => boolean): EditionOf =>
    editionsBy(
      versions.filter(({ at }) => isKnown(at.slice(0, 10))),
      new Map(),
    )
  return {
    now,
    asKnownOn: (day) => [knownBy((on) => on < day), knownBy((on) => on <= day)],
  }
}

/** The rules of any year as `editionsFor`, with the tables of activities: for what only names their kind. */
export const ratedEditionsFor = async (table: Table, lastYear: number): Promise<EditionOf> =>
  rated(...(await Promise.all([editionsFor(table, lastYear), activitiesFor(table)])))

/** The rules of one year, with the tables of activities: for credits that only name their kind (claims, standings). */
export const editionFor = async (table: Table, year: number): Promise<Edition> => {
  const [edition, activities] = await Promise.all([recordedEdition(table, year), activitiesFor(table)])
  return { ...edition, activities }
}

/** The rules of one year for what is on record, as `editionsFor`. */
export const recordedEdition = async (table: Table, year: number): Promise<Edition> =>
  (await editionsOf(table, [year]))(year)

/**
 * The rules of any year as it is read on a day, `YYYY-MM-DD`: a closed year by those frozen with it, one that is over by
 * the readings in force at its end, a running one by those in force on the day.
 */
export const editionsAsOf = async (table: Table, day: string, today: string): Promise<EditionOf> => {
  const [versions, frozen] = await Promise.all([
    readParameters(table),
    frozenReadings(table, yearsUpTo(Number(today.slice(0, 4)))),
  ])
  return sharedEditions((year) => {
    const end = `${year}-12-31`
    return frozen.get(year) ?? parametersOn(versions, day < end ? day : end).readings
  }, editionWith)
}

/** The rules of any year as `editionsAsOf`, with the tables of activities: for what only names their kind. */
export const ratedEditionsAsOf = async (table: Table, day: string, today: string): Promise<EditionOf> =>
  rated(...(await Promise.all([editionsAsOf(table, day, today), activitiesFor(table)])))
