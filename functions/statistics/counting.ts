import * as z from 'zod'
import { keys } from '../platform/keys.ts'
import { always, read, type Table, write } from '../platform/table.ts'
import { Walk } from '../staff/walk-persons.ts'

/** How far the counting has come: with the acts by their moments, and with the rebuild. */
export const Counting = z.object({
  /** Acts up to this moment are counted. */
  upTo: z.string().default(''),
  /** Requests that were about to be recorded then, and since when. */
  pending: z.array(z.object({ id: z.string(), since: z.string() })).default([]),
  /** The latest walk over everyone, which counts them anew and compares. */
  rebuild: Walk.optional(),
})
export type Counting = z.infer<typeof Counting>

export const readCounting = async (table: Table): Promise<Counting> =>
  Counting.parse((await read(table, keys.counting)) ?? {})

export const putCounting = (table: Table, counting: Counting): Promise<void> =>
  write(table, [{ put: { ...keys.counting, ...counting }, when: always }])
