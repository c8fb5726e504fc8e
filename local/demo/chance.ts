/** Chance that falls the same way every time: the demo must be the same bytes on every machine. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  /** @throws RangeError when there is nothing to pick. */
  pick<T>(list: readonly T[]): T
  /** True in so many of a hundred cases. */
  percent(share: number): boolean
}

/** FNV-1a: spreads a name over 32 bits. */
const spread = (name: string): number => {
  let hash = 0x811c9dc5
  for (let position = 0; position < name.length; position += 1)
    hash = Math.imul(hash ^ name.charCodeAt(position), 0x01000193)
  return hash >>> 0
}

/** The chance of one named thing, which does not depend on what else is drawn. */
export const chanceOf = (name: string): Chance => {
  let state = spread(name)
  // Mulberry32: small, and even enough for a demo.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    pick: (list) => {
      const picked = list[between(0, list.length - 1)]
      if (picked === undefined) throw new RangeError('There is nothing to pick.')
      return picked
    },
    percent: (share) => next() * 100 < share,
  }
}
