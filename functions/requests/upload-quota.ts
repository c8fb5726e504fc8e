import * as z from 'zod'
import { type Clock, today } from '../platform/clock.ts'
import type { AccountId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { atVersion, isNew, read, type Table, type Write } from '../platform/table.ts'

/** What one account may upload on one day: more than a registrar's papers for a class, less than fills a disk. */
const MOST_FILES = 500
const MOST_BYTES = 1024 * 1024 * 1024

const Uploads = z.object({ files: z.number().int(), bytes: z.number(), version: z.number().int() })

/**
 * The write that counts one more file of an account today; undefined where that would be too many. It fails when
 * another upload was counted meanwhile: the caller reads again.
 */
export const countUpload = async (
  { table, clock }: { readonly table: Table; readonly clock: Clock },
  accountId: AccountId,
  size: number,
): Promise<Write | undefined> => {
  const key = keys.uploads(accountId, today(clock))
  const item = await read(table, key)
  const before = item === undefined ? undefined : Uploads.parse(item)
  const files = (before?.files ?? 0) + 1
  const bytes = (before?.bytes ?? 0) + size
  if (files > MOST_FILES || bytes > MOST_BYTES) return undefined
  return {
    put: { ...key, files, bytes, version: (before?.version ?? 0) + 1 },
    when: before === undefined ? isNew : atVersion(before.version),
  }
}
