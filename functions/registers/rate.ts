import * as z from 'zod'
import { keys } from '../platform/keys.ts'
import { isNew, readPartition, type Table, type Write } from '../platform/table.ts'

const ActivityRate = z.object({
  unit: z.enum(['day', 'session']),
  hours: z.number(),
  capHours: z.number().nullable(),
})

/**
 * What activities of Article 37 are worth from a day on. A table never changes: a later one replaces it from
 * its own day.
 */
export const RatesVersion = z.object({
  validFrom: z.string(),
  /** A table for demonstration: the regulation gives no figures, and the authority has not set its own. */
  example: z.boolean(),
  rates: z.object({
    practice: ActivityRate,
    conference: ActivityRate,
    lecture: ActivityRate,
    visit: ActivityRate,
  }),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
})
export type RatesVersion = z.infer<typeof RatesVersion>

export const newRates = (version: RatesVersion): Write => ({
  put: { ...keys.rates(version.validFrom), ...version },
  when: isNew,
})

/** Every table of rates, the oldest first. */
export const readRates = async (table: Table): Promise<RatesVersion[]> =>
  (await readPartition(table, keys.rates('').pk)).map((item) => RatesVersion.parse(item))

/** The table in force on a day; undefined where there is none. */
export const ratesOn = (versions: readonly RatesVersion[], day: string): RatesVersion | undefined =>
  versions.findLast(({ validFrom }) => validFrom <= day)
