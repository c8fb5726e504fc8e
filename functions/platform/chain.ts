import { canonicalHash } from './canonical-hash.ts'
import { isSealed } from './seal.ts'
import { always, type Item, sealOf, type Table, type Write } from './table.ts'

/**
 * The changes of one record as a chain: each bears the hash of the one before it (`previous`), and the record itself,
 * which every change writes anyway, that of the last (`chain`). The record is sealed; so whoever can write the table,
 * and has not the key, can neither alter, add, drop nor reorder a change.
 */

/** Where a record's chain ends: on the record's own item. */
interface Chained {
  readonly chain?: string | undefined
}

/** What is put beside a change's content, and the end of the chain since. */
interface Linked {
  readonly item: Item
  readonly chain: string
}

const hashOf = (item: Item): string => canonicalHash(item)

/** A change as it is stored, chained to those before it. */
export const linkTo = ({ chain }: Chained, item: Item): Linked => {
  const linked = { ...item, previous: chain ?? null }
  return { item: linked, chain: hashOf(linked) }
}

/** Several changes, one after the other; those that were linked already are linked anew. */
export const linkAll = ({ chain }: Chained, items: readonly Item[]) =>
  items.reduce<{ readonly items: readonly Item[]; readonly chain: string | undefined }>(
    (before, item) => {
      const linked = linkTo(before, item)
      return { items: [...before.items, linked.item], chain: linked.chain }
    },
    { items: [], chain },
  )

/**
 * A record with its changes chained as they stand, in the order in which they were made: for the walk that chains what was
 * not, and for whoever vouches for what is there. The changes are to be written before the record.
 */
export const chainAnew = (record: Item, changes: readonly Item[]) => {
  const inOrder = changes.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
  const { items, chain } = linkAll({}, inOrder)
  return {
    before: items.map((put): Write => ({ put, when: always })),
    item: { ...record, chain },
    sealed: true,
  } as const
}

const orderOf = ({ at, sk }: Item): string => `${String(at)}#${String(sk)}`

/** Whether the changes are exactly those that lead to the end of the chain, in whatever order they were read. */
const leadTo = (chain: unknown, changes: readonly Item[]): boolean => {
  const byHash = new Map(changes.map((change) => [hashOf(change), change]))
  let passed = 0
  let hash: unknown = chain ?? null
  while (typeof hash === 'string') {
    const change = byHash.get(hash)
    // No more steps than changes: nothing leads round in a circle.
    if (change === undefined || passed === changes.length) return false
    passed += 1
    hash = change.previous
  }
  return hash === null && passed === changes.length
}

/**
 * What is wrong with a record and its changes, as they are stored: `seal`, the record is not as we wrote it; `changes`,
 * they are not those that it ends with. Undefined where both are as they were written.
 */
export const chainFault = async (
  table: Table,
  record: Item,
  changes: readonly Item[],
): Promise<'seal' | 'changes' | undefined> => {
  if (!isSealed(await sealOf(table), record)) return 'seal'
  return leadTo(record.chain, changes) ? undefined : 'changes'
}
