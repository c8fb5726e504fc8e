import { indexes, orderOf } from '../functions/platform/keys.ts'
import type { Item } from '../functions/platform/table.ts'
import { itemSize } from './item-size.ts'

/**
 * Write units by DynamoDB's published rules: a unit for each KB of the larger of the item before and after, and for
 * each index entry that is put or taken away, two for one that moves; everything twice in a transaction, index
 * entries too (which the rules leave open, and DynamoDB Local does).
 */
export interface WriteUnits {
  readonly table: number
  readonly onIndexes: number
}

const kilobytes = (item: Item | undefined): number =>
  item === undefined ? 0 : Math.ceil(itemSize(item) / 1024)

const entryIn = (item: Item | undefined, index: (typeof indexes)[number]): string | undefined =>
  item?.[index] === undefined ? undefined : `${String(item[index])}\n${String(item[orderOf(index)])}`

const entriesChanged = (before: Item | undefined, after: Item | undefined): number =>
  indexes.reduce((sum, index) => {
    const [was, is] = [entryIn(before, index), entryIn(after, index)]
    if (was === is) return sum
    return sum + (was === undefined ? 0 : 1) + (is === undefined ? 0 : 1)
  }, 0)

/** What a write of an item costs; `after` is undefined where it is deleted, and the same where it is only checked. */
export const writeUnits = (
  before: Item | undefined,
  after: Item | undefined,
  transactional: boolean,
): WriteUnits => {
  const factor = transactional ? 2 : 1
  return {
    table: Math.max(1, kilobytes(before), kilobytes(after)) * factor,
    onIndexes: entriesChanged(before, after) * factor,
  }
}
