import type { Item } from '../functions/platform/table.ts'

/** As DynamoDB counts: texts in UTF-8, numbers by their digits, lists and maps with 3 bytes and 1 for each part. */
const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1
  if (typeof value === 'boolean' || value === null || value === undefined) return value === undefined ? 0 : 1
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + 1 + sizeOf(one), 3)
  return Object.entries(value).reduce(
    (sum, [name, one]) => sum + 1 + Buffer.byteLength(name) + sizeOf(one),
    3,
  )
}

/** The bytes of an item, its attributes' names included. */
export const itemSize = (item: Item): number => {
  let size = 0
  // What is undefined is not written.
  for (const name in item) if (item[name] !== undefined) size += Buffer.byteLength(name) + sizeOf(item[name])
  return size
}
