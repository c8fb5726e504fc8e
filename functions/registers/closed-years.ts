import * as z from 'zod'
import { edition2024 } from '../../rules/edition.ts'
import { StoredReadings } from '../../rules/readings-json.ts'
import { keys } from '../platform/keys.ts'
import { read, readAll, type Table } from '../platform/table.ts'

/** The readings in the record of a year's close, which were frozen with it. */
const Frozen = z.object({
  year: z.number().int(),
  edition: z.object({ readings: StoredReadings }).optional(),
})

/** Whether a year has been closed, or is being closed: its readings are frozen then, and no later version is for it. */
export const isYearClosed = async (table: Table, year: number): Promise<boolean> =>
  (await read(table, keys.close('close', year))) !== undefined

/** Every year that may have been closed, up to one. */
export const yearsUpTo = (lastYear: number): number[] => {
  const { firstYear } = edition2024
  return Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, past) => firstYear + past)
}

/** The readings that were frozen with those of the years that were closed. */
export const frozenReadings = async (
  table: Table,
  years: readonly number[],
): Promise<ReadonlyMap<number, z.infer<typeof StoredReadings>>> => {
  const closes = await readAll(
    table,
    years.map((year) => keys.close('close', year)),
  )
  return new Map(
    closes.flatMap((item) => {
      const { year, edition } = Frozen.parse(item)
      return edition === undefined ? [] : [[year, edition.readings]]
    }),
  )
}
