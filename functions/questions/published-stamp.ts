import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { keys } from '../platform/keys.ts'
import { always, isNew, read, type Table, type Write } from '../platform/table.ts'

const Stamp = z.object({ stamp: z.string() })

/** What the stamp is as long as nothing was published since it exists. */
const NONE = ''

/**
 * Another stamp, written with everything that is published, replaced or withdrawn: whoever remembers publications sees
 * by it that they are others now. `read`: only if nobody else published since it was read.
 */
export const newStamp = (read?: string): Write => ({
  put: { ...keys.publishedStamp(), stamp: randomUUID() },
  when:
    read === undefined
      ? always
      : read === NONE
        ? isNew
        : { expression: 'stamp = :stamp', values: { ':stamp': read } },
})

/** The stamp of what is published now. */
export const readStamp = async (table: Table): Promise<string> => {
  const item = await read(table, keys.publishedStamp())
  return item === undefined ? NONE : Stamp.parse(item).stamp
}
