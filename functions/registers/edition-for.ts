import { parseDate } from '../../rules/calendar.ts'
import { type Edition, edition2024 } from '../../rules/edition.ts'
import { editionWith } from '../../rules/edition-with.ts'
import type { Table } from '../platform/table.ts'
import { frozenReadings } from './closed-years.ts'
import { type Parameters, parametersOn, readParameters } from './parameters.ts'
import { readRates } from './rate.ts'

/** The rules of a year: its figures, and the readings in force at its end. */
export type EditionOf = (year: number) => Edition

/** The rules of any year, read once; years with the same readings share one edition. */
export const editionsFor = async (table: Table): Promise<EditionOf> => {
  const versions = await readParameters(table)
  const editions = new Map<Parameters, Edition>()
  return (year) => {
    const parameters = parametersOn(versions, `${year}-12-31`)
    const edition = editions.get(parameters) ?? editionWith(parameters.readings)
    editions.set(parameters, edition)
    return edition
  }
}

export const editionFor = async (table: Table, year: number): Promise<Edition> =>
  (await editionsFor(table))(year)

/** The authority's tables for activities (Art. 37); the edition's example where it has set none. */
const activitiesFor = async (table: Table): Promise<Edition['activities']> => {
  const rates = (await readRates(table)).flatMap(({ validFrom, rates }) => {
    const since = parseDate(validFrom)
    return since === undefined ? [] : [{ since, table: rates }]
  })
  return rates.length === 0 ? edition2024.activities : { ...edition2024.activities, rates }
}

/**
 * The rules of any year as the calculator reads it on a day, `YYYY-MM-DD`: for a closed year its frozen
 * readings, for a past year those in force at its end, for a running year those in force on the day.
 */
export const editionsAsOf = async (table: Table, day: string, today: string): Promise<EditionOf> => {
  const [versions, frozen, activities] = await Promise.all([
    readParameters(table),
    frozenReadings(table, Number(today.slice(0, 4))),
    activitiesFor(table),
  ])
  const editions = new Map<Edition['readings'], Edition>()
  return (year) => {
    const end = `${year}-12-31`
    const readings = frozen.get(year) ?? parametersOn(versions, day < end ? day : end).readings
    const edition = editions.get(readings) ?? { ...editionWith(readings), activities }
    editions.set(readings, edition)
    return edition
  }
}
