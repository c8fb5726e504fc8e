import { createHmac, timingSafeEqual } from 'node:crypto'
import canonicalize from 'canonicalize'

/** An item as the table holds it. */
type Item = Readonly<Record<string, unknown>>

/**
 * Seals items with a key that is not in the table: who can write the table, and has not the key, can write no item
 * that bears a seal of ours. A seal covers the whole item, its keys included: it is good in its own place alone.
 */
export interface Seal {
  /** The seal of an item, whatever seal it bears: HMAC-SHA256 over its canonical JSON, in base64url. */
  over(item: Item): string
}

export const sealWith = (key: Uint8Array): Seal => ({
  over({ seal: _, ...item }) {
    return createHmac('sha256', key)
      .update(canonicalize(item) ?? '')
      .digest('base64url')
  },
})

/** Whether an item bears the seal that it was written with. */
export const isSealed = (seal: Seal, item: Item): boolean => {
  const borne = Buffer.from(typeof item.seal === 'string' ? item.seal : '')
  const own = Buffer.from(seal.over(item))
  return borne.length === own.length && timingSafeEqual(borne, own)
}

/** The item with its seal. */
export const sealed = (seal: Seal, item: Item): Item => ({ ...item, seal: seal.over(item) })

/** A function deals with sealed items and was given no key (`ledger:seal`). */
export class SealKeyMissingError extends Error {
  override name = 'SealKeyMissingError'
}
