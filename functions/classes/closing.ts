import * as z from 'zod'
import type { ProgrammeId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { read, type Table } from '../platform/table.ts'
import { Result } from './class-parts.ts'

/** With what a class was closed, by whom and when. */
export const Closing = z.object({
  programmeId: z.string(),
  results: z.array(Result),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
})
export type Closing = z.infer<typeof Closing>

export const readClosing = async (table: Table, id: ProgrammeId): Promise<Closing | undefined> => {
  const item = await read(table, keys.classClosing(id))
  return item && Closing.parse(item)
}
