import { createHash } from 'node:crypto'
import type { AccountId } from './ids.ts'

/** Crockford's base 32, lower case: no letter that is mistaken for a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Bytes as text that people can read out. */
export const base32 = (bytes: Uint8Array, length: number): string => {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5 && text.length < length) {
      bits -= 5
      text += ALPHABET[(value >> bits) & 31]
    }
  }
  return text
}

/** SHA-256 as bytes. */
export const digest = (data: string): Uint8Array => createHash('sha256').update(data).digest()

/**
 * The id of the request that an account submits under an idempotency key: the same key always names the same
 * request, so that a repeat finds what is there instead of making a second one. 80 bits, unguessable from outside
 * as far as the key is.
 */
export const requestIdFor = (accountId: AccountId, idempotencyKey: string): string =>
  `r${base32(digest(`${accountId}\n${idempotencyKey}`), 16)}`

/** SHA-256 in hexadecimal. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')
