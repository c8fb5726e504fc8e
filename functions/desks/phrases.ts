import * as z from 'zod'
import type { AccountId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { atVersion, isNew, read, type Table, write } from '../platform/table.ts'
import { MOST_PHRASES } from './own-api.ts'

const Kept = z.object({ phrases: z.array(z.string()), version: z.number().int() })

const readKept = async (table: Table, id: AccountId) => {
  const item = await read(table, keys.phrases(id))
  return item === undefined ? undefined : Kept.parse(item)
}

/** An account's own phrases, the latest last. */
export const phrasesOf = async (table: Table, id: AccountId): Promise<string[]> =>
  (await readKept(table, id))?.phrases ?? []

/** Keeps a phrase, or removes one; what is so already is left as it is. */
export const changePhrases = (
  table: Table,
  id: AccountId,
  change: { readonly keep: string } | { readonly remove: string },
): Promise<Outcome<string[], 'PHRASES_FULL'>> =>
  retryOnConflict(async () => {
    const kept = await readKept(table, id)
    const before = kept?.phrases ?? []
    const isSame = 'keep' in change ? before.includes(change.keep) : !before.includes(change.remove)
    if (isSame) return succeed(before)
    if ('keep' in change && before.length >= MOST_PHRASES) return refuse('PHRASES_FULL')
    const phrases =
      'keep' in change ? [...before, change.keep] : before.filter((phrase) => phrase !== change.remove)
    const version = (kept?.version ?? 0) + 1
    const when = kept === undefined ? isNew : atVersion(kept.version)
    await write(table, [{ put: { ...keys.phrases(id), phrases, version }, when }])
    return succeed(phrases)
  })
