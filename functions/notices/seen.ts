import * as z from 'zod'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import type { AccountId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { read, type Table, write } from '../platform/table.ts'

/** Up to which moment an account has seen what was new for it. */
export const Seen = z.object({
  until: z.string(),
  /** Certificates bear a day and no moment: those of the day of `until` that were seen, with their revisions. */
  certificates: z.array(z.string()),
})
export type Seen = z.infer<typeof Seen>

/** Undefined: the account never looked. */
export const readSeen = async (table: Table, id: AccountId): Promise<Seen | undefined> => {
  const item = await read(table, keys.seen(id))
  return item && Seen.parse(item)
}

/** Keeps what an account has seen; less than is kept already changes nothing. */
export const keepSeen = async (table: Table, id: AccountId, seen: Seen): Promise<void> => {
  const when = {
    expression: 'attribute_not_exists(pk) OR #until <= :until',
    names: { '#until': 'until' },
    values: { ':until': seen.until },
  }
  try {
    await write(table, [{ put: { ...keys.seen(id), ...seen }, when }])
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error
  }
}
