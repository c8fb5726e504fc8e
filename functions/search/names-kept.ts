import * as z from 'zod'
import { keys } from '../platform/keys.ts'
import { always, read, type Table, write } from '../platform/table.ts'
import { Walk } from '../staff/walk-persons.ts'

/** How far the index of names has come: with the acts by their moments, and with the walk over everyone. */
export const NamesKept = z.object({
  /** Acts up to this moment have been followed. */
  upTo: z.string().default(''),
  /** The latest walk over everyone, which mends what was missed. */
  walk: Walk.optional(),
})
export type NamesKept = z.infer<typeof NamesKept>

export const readNamesKept = async (table: Table): Promise<NamesKept> =>
  NamesKept.parse((await read(table, keys.namesKept)) ?? {})

export const putNamesKept = (table: Table, kept: NamesKept): Promise<void> =>
  write(table, [{ put: { ...keys.namesKept, ...kept }, when: always }])
