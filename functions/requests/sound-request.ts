import { RecordBrokenError } from '../platform/ledger-broken.ts'
import { logger } from '../platform/logger.ts'
import { isSealed } from '../platform/seal.ts'
import { consistently, type Item, sealOf, type Table, type Versions } from '../platform/table.ts'

/**
 * A request's timeline lies in several items: its own, a task for each desk, and its head. Each is sealed whole, and says
 * which versions the others had when it was written (`seen`). An item's version has been written once; so whoever can
 * write the table, and has not the key, can neither alter, add nor drop an act, nor put an item back to an older version
 * of its own that a later act has seen.
 */

/** The versions of a request's items, by sort key. */
export const versionsOf = (items: readonly Item[]): Versions =>
  Object.fromEntries(items.map(({ sk, version }) => [String(sk), Number(version)]))

const isVersions = (seen: unknown): seen is Versions => typeof seen === 'object' && seen !== null

/** What is wrong with a request's items; undefined: they are what was sealed. */
export const faultIn = async (table: Table, items: readonly Item[]): Promise<string | undefined> => {
  if (items.length === 0) return undefined
  const seal = await sealOf(table)
  const versions = versionsOf(items)
  for (const item of items) if (!isSealed(seal, item)) return `seal ${String(item.sk)}`
  for (const { seen } of items)
    for (const [sk, version] of Object.entries(isVersions(seen) ? seen : {}))
      if ((versions[sk] ?? 0) < version) return `behind ${sk}`
  return versions.REQUEST === undefined ? 'gone' : undefined
}

/** Between the reads of two items others may have written: only what several looks see alike is broken. */
const LOOKS = 4

/**
 * A request's items, once they are what was sealed; whoever holds no key takes them as they are.
 * @throws RecordBrokenError
 */
export const soundItems = async (
  table: Table,
  id: string,
  look: (table: Table) => Promise<readonly Item[]>,
): Promise<readonly Item[]> => {
  if (table.seals === undefined) return look(table)
  for (let made = 1; ; made += 1) {
    const items = await look(made === 1 ? table : consistently(table))
    const fault = await faultIn(table, items)
    if (fault === undefined) return items
    if (made === LOOKS) {
      logger.error('A request is not what was sealed.', { requestId: id, fault })
      throw new RecordBrokenError('request', id, fault)
    }
  }
}
