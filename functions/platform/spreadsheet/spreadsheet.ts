/** A table as people keep it: rows of texts. Dates stand as `YYYY-MM-DD`; an empty cell is ''. */
export interface SheetRow {
  /** The row's number as the program that made the file shows it: 1 is the first. */
  readonly number: number
  readonly cells: readonly string[]
  /** The program doesn't show the row: hidden, or filtered out. */
  readonly hidden?: true
}

/** One sheet of a workbook; a CSV file is a workbook of one, without a name. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly SheetRow[]
  /** The places of columns that the program doesn't show, 0 the first. */
  readonly hiddenColumns: readonly number[]
  /** Where merged cells were read as if each of them held the text, as `B3:B5`: the first of them. */
  readonly merged: readonly string[]
  /** It has more rows, or more text, than is taken at once: its first rows stand here. */
  readonly isTooLong: boolean
}

export interface Workbook {
  /** The sheets that can be seen, in their order. */
  readonly sheets: readonly Sheet[]
  /** The names of those that cannot: they are not read. */
  readonly hiddenSheets: readonly string[]
}

/** As many rows as one file may have beside its header. */
export const MOST_ROWS = 5_000

/** As many as a file of organisations may have: the whole region's. */
export const MOST_ORGANISATIONS = 50_000

/** Rows above a header that are skipped, such as a title and notes. */
export const MOST_LINES_ABOVE = 10

/** More columns than any table here has. */
export const MOST_COLUMNS = 100

/** More sheets than a list has beside it. */
export const MOST_SHEETS = 20

/** Merged ranges that are named to whoever sent the file. */
export const MOST_MERGED = 20

/** Characters that are read of one cell: several times what any column here may hold. */
export const LONGEST_CELL = 1_000

/** Characters of all cells together: 5,000 rows of 2,000 characters each, 50,000 of 200. */
const MOST_CHARACTERS = 10_000_000

/** Thrown when a file is no table that can be read. */
export class SheetUnreadableError extends Error {
  override name = 'SheetUnreadableError'
}

/** Thrown when a file is an Excel file of before 2007 (.xls), or has a password: another form of it can be read. */
export class SheetOldError extends SheetUnreadableError {
  override name = 'SheetOldError'
}

/** Thrown when a file has more rows than are taken at once. */
export class SheetTooLongError extends Error {
  override name = 'SheetTooLongError'
}

/** Rows without those that are empty; and whether they are more than a file may have. */
export const filled = (
  rows: readonly SheetRow[],
  mostRows: number,
): { rows: readonly SheetRow[]; isTooLong: boolean } => {
  const kept = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const taken = kept.slice(0, mostRows + MOST_LINES_ABOVE)
  let characters = 0
  for (const { cells } of taken) for (const cell of cells) characters += cell.length
  return characters > MOST_CHARACTERS
    ? { rows: taken.slice(0, MOST_LINES_ABOVE + 1), isTooLong: true }
    : { rows: taken, isTooLong: taken.length < kept.length }
}

/** A text that a program was kept from taking for a number, `="00123"`, as the text that it shows. */
const withoutFormula = (text: string): string =>
  /^="(.*)"$/su.exec(text)?.[1]?.replaceAll('""', '"').trim() ?? text

/**
 * A cell's text without surrounding spaces, invisible characters and the leading apostrophe that keeps
 * programs from reading a formula (our own files have it). Longer texts are cut first: normalising many marks
 * on one letter takes the square of their number.
 */
export const cellText = (text: string): string =>
  withoutFormula(
    text
      .slice(0, LONGEST_CELL)
      .toWellFormed()
      .normalize('NFC')
      .replaceAll(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
      .trim()
      .replace(/^'(?=[=+\-@])/, ''),
  )
