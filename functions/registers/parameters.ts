import * as z from 'zod'
import { edition2024 } from '../../rules/edition.ts'
import { StoredReadings } from '../../rules/readings-json.ts'
import { keys } from '../platform/keys.ts'
import { isNew, readPartition, type Table, type Write } from '../platform/table.ts'
import { ProviderCheck } from '../platform/terms.ts'

const Parameters = z.object({ readings: StoredReadings, providerCheck: ProviderCheck })
export type Parameters = z.infer<typeof Parameters>

/** The readings from a day on. A version never changes: a later one replaces it from its own day. */
export const ParametersVersion = Parameters.extend({
  effectiveFrom: z.string(),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
})
export type ParametersVersion = z.infer<typeof ParametersVersion>

/** The parameters where the region has set none. */
const defaults: Parameters = { readings: edition2024.readings, providerCheck: 'advise' }

export const newParameters = (version: ParametersVersion): Write => ({
  put: { ...keys.parameters(version.effectiveFrom), ...version },
  when: isNew,
})

/** Every version, the oldest first. */
export const readParameters = async (table: Table): Promise<ParametersVersion[]> =>
  (await readPartition(table, keys.parameters('').pk)).map((item) => ParametersVersion.parse(item))

/** The parameters in force on a day. */
export const parametersOn = (versions: readonly ParametersVersion[], day: string): Parameters =>
  versions.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? defaults
