import type { Edition } from '../../rules/edition.ts'
import { editionWith } from '../../rules/edition-with.ts'
import type { Table } from '../platform/table.ts'
import { type Parameters, parametersOn, readParameters } from './parameters.ts'

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
