import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import type { Clock } from '../platform/clock.ts'
import { macOf, type SecretHost } from './secrecy.ts'

/**
 * A puzzle whose solving takes a browser about a second: whoever floods pays for each complaint, and nobody is sent to
 * a foreign service. It is signed and kept nowhere; what is filed by it gets its id from it, so it serves once.
 */

/** Leading bits of SHA-256 that must be zero: 131,072 attempts on average. */
export const DIFFICULTY = 17
/** Writing a complaint takes a while: the puzzle is solved when it is sent. */
const LIFE_MILLISECONDS = 30 * 60_000

const Puzzle = z.object({ nonce: z.string(), expiresAt: z.number() })

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

/** A new puzzle, good for half an hour. */
export const issueChallenge = async (
  host: SecretHost & { readonly clock: Clock },
): Promise<{ challenge: string; difficulty: number; expiresAt: number }> => {
  const puzzle = { nonce: text(randomBytes(16)), expiresAt: host.clock.now() + LIFE_MILLISECONDS }
  const body = text(Buffer.from(JSON.stringify(puzzle)))
  const challenge = `${body}.${text(await macOf(host, 'challenge', body))}`
  return { challenge, difficulty: DIFFICULTY, expiresAt: puzzle.expiresAt }
}

/** The leading zero bits of the SHA-256 of a challenge with an attempt at it. */
export const zeroBits = (challenge: string, solution: number): number => {
  const hash = createHash('sha256').update(`${challenge}.${solution}`).digest()
  const first = hash.findIndex((byte) => byte !== 0)
  return first < 0 ? 256 : first * 8 + Math.clz32(hash[first] ?? 0) - 24
}

const parsed = (body: string) => {
  try {
    return Puzzle.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString())).data
  } catch {
    return undefined
  }
}

/** The nonce of a solved challenge of ours; undefined where it is not ours, is over, or is not solved. */
export const solvedNonce = async (
  host: SecretHost & { readonly clock: Clock },
  { challenge, solution }: { readonly challenge: string; readonly solution: number },
): Promise<string | undefined> => {
  const [body = '', mac = ''] = challenge.split('.')
  const own = await macOf(host, 'challenge', body)
  const given = Buffer.from(mac, 'base64url')
  if (given.length !== own.length || !timingSafeEqual(given, own)) return undefined
  const puzzle = parsed(body)
  if (puzzle === undefined || puzzle.expiresAt <= host.clock.now()) return undefined
  // The canonical spelling alone: another one of the same mac would be another text to solve.
  const isSolved = mac === text(own) && zeroBits(challenge, solution) >= DIFFICULTY
  return isSolved ? puzzle.nonce : undefined
}
