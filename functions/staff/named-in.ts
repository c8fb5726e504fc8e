import { nameKey } from './name-key.ts'

/** Shorter parts of an address or a number tell nobody. */
const SHORTEST_PART = 5

/** Words without what people type differently: spaces, dots, hyphens, widths, capitals. */
const bare = (words: string): string => nameKey(words).replaceAll(/[·\-–—_.+()（）]/gu, '')

/**
 * Whether words name somebody, by name or by a part of how to reach them, however these were typed. What is sealed is
 * compared, never shown.
 */
export const isNamedIn = (
  words: string,
  { name, contact }: { readonly name: string; readonly contact: string },
): boolean => {
  const text = bare(words)
  const parts = contact
    .split(/[\s,，;；、/]+|或/u)
    .map(bare)
    .filter(({ length }) => length >= SHORTEST_PART)
  return [bare(name), ...parts].some((part) => part.length > 1 && text.includes(part))
}
