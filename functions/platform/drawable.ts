import ranges from './drawable.json' with { type: 'json' }

/**
 * Which characters a certificate can print: those that its fonts have between them, as `npm run fonts` writes them down
 * from the fonts themselves. So registration and the issue ask without carrying a font of 15 MB.
 */

/** The range that a code point may lie in: the last that does not begin after it. */
const rangeBefore = (point: number): readonly number[] | undefined => {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[0] ?? 0) <= point) low = middle + 1
    else high = middle
  }
  return ranges[low - 1]
}

const isDrawable = (character: string): boolean => {
  const point = character.codePointAt(0) ?? 0
  const [, last = -1] = rangeBefore(point) ?? []
  return point <= last
}

/** The characters of the texts that no font of certificates has, each once, in order of appearance. */
export const undrawable = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => Array.from(text)).filter((character) => !isDrawable(character))),
]
