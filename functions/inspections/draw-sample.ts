import { sha256 } from '../platform/identifiers.ts'

/**
 * What a seed is committed by, before anything is drawn: its SHA-256 in hexadecimal. Whoever has the seed afterwards can
 * see that it is the one.
 */
export const commitmentOf = (seed: string): string => sha256(seed)

/** The frame of a draw in one figure: SHA-256 over the names of the hours in it, in their order, a line each. */
export const frameHash = (names: readonly string[]): string => sha256(names.toSorted().join('\n'))

/** The place of one in the lot: SHA-256 of the seed, a line feed and its name. */
const lotOf = (seed: string, name: string): string => sha256(`${seed}\n${name}`)

/**
 * Draws `count` of a frame by lot: each name has the SHA-256 of `SEED\nNAME` for its lot, and the lowest are drawn, in
 * their order. The order of the frame says nothing, so that anyone who has frame and seed draws the same, with
 * `printf 'SEED\nNAME' | sha256sum` if they like.
 */
export const drawByLot = (names: readonly string[], seed: string, count: number): string[] =>
  [...new Set(names)]
    .map((name) => ({ name, lot: lotOf(seed, name) }))
    .toSorted((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name)
