/** A table as people keep it: rows of texts. Dates stand as `YYYY-MM-DD`; an empty cell is ''. */
export interface SheetRow {
  /** The row's number as the program that made the file shows it: 1 is the first. */
  readonly number: number
  readonly cells: readonly string[]
}

/** As many rows as one file may have beside its header. */
export const MOST_ROWS = 5_000

/** Rows above a header that are skipped, such as a title and notes. */
export const MOST_LINES_ABOVE = 10

/** More columns than any table here has. */
export const MOST_COLUMNS = 100

/** Characters that are read of one cell: several times what any column here may hold. */
export const LONGEST_CELL = 1_000

/** Characters of all cells together: 5,000 rows of 2,000 characters each. */
const MOST_CHARACTERS = 10_000_000

/** Thrown when a file is no table that can be read. */
export class SheetUnreadableError extends Error {
  override name = 'SheetUnreadableError'
}

/** Thrown when a file has more rows than are taken at once. */
export class SheetTooLongError extends Error {
  override name = 'SheetTooLongError'
}

/** Rows without those that are empty; no more than a file may have. */
export const filled = (rows: readonly SheetRow[]): SheetRow[] => {
  const kept = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (kept.length > MOST_ROWS + MOST_LINES_ABOVE)
    throw new SheetTooLongError(`At most ${MOST_ROWS} rows are taken at once.`)
  let characters = 0
  for (const { cells } of kept) for (const cell of cells) characters += cell.length
  if (characters > MOST_CHARACTERS) throw new SheetTooLongError('The cells hold too much text.')
  return kept
}

/**
 * A cell's text without surrounding spaces, invisible characters and the leading apostrophe that keeps
 * programs from reading a formula (our own files have it). Longer texts are cut first: normalising many marks
 * on one letter takes the square of their number.
 */
export const cellText = (text: string): string =>
  text
    .slice(0, LONGEST_CELL)
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
