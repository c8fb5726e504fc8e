import { timingSafeEqual } from 'node:crypto'
import { ORIGIN_KEY_HEADER } from './lambda.ts'

/**
 * Whether a call came by the pages' address, which has the firewall. Their distribution adds the key that this deployment
 * has given it; who calls the API's own address doesn't know it. Without a key (no such distribution) every way is right.
 */
export const cameThroughPages = (
  headers: Readonly<Record<string, string | undefined>>,
  key: string | undefined = process.env.ORIGIN_KEY,
): boolean => {
  if (key === undefined) return true
  const [given, expected] = [Buffer.from(headers[ORIGIN_KEY_HEADER] ?? ''), Buffer.from(key)]
  return given.length === expected.length && timingSafeEqual(given, expected)
}
