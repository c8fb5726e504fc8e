import * as z from 'zod'
import { keys } from '../platform/keys.ts'
import { readPartition, type Table } from '../platform/table.ts'

/** How many complaints of a quarter found a body at fault (Art. 36), as is published; never a person, nor who complained. */
export const FoundAtFault = z.object({
  quarter: z.string(),
  bodyId: z.string(),
  body: z.string(),
  cases: z.number().int(),
  version: z.number().int(),
})
export type FoundAtFault = z.infer<typeof FoundAtFault>

/** Every body that was found at fault, quarter by quarter. */
export const foundAtFault = async (table: Table): Promise<FoundAtFault[]> =>
  (await readPartition(table, keys.complaintFault('', '').pk)).map((item) => FoundAtFault.parse(item))
