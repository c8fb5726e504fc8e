import { parse } from 'csv-parse/sync'
import {
  cellText,
  filled,
  MOST_COLUMNS,
  MOST_LINES_ABOVE,
  MOST_ROWS,
  type SheetRow,
  SheetTooLongError,
  SheetUnreadableError,
} from './spreadsheet.ts'

/** A text that is UTF-8, with its mark or without, or else GB18030, as Chinese Excel saves CSV. */
const decode = (bytes: Uint8Array): string => {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not in this encoding; the next one is tried.
    }
  throw new SheetUnreadableError('The file is neither UTF-8 nor GB18030.')
}

/** The separator: the sign that the first filled line has most of. */
const delimiterOf = (text: string): string => {
  const [line = ''] = text.split(/\r?\n/).filter((one) => one.trim() !== '')
  const count = (sign: string) => line.split(sign).length
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** The rows of a CSV file. Quoted cells may hold line breaks; a row is counted as a spreadsheet counts it. */
export const readCsv = (bytes: Uint8Array): SheetRow[] => {
  const text = decode(bytes)
  if (text.includes('\0')) throw new SheetUnreadableError('The file is no text.')
  let records: string[][]
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 100_000,
      // Empty lines between the rows count, within reason.
      to: 2 * (MOST_ROWS + MOST_LINES_ABOVE) + 1,
    })
  } catch {
    throw new SheetUnreadableError('The file is no CSV: a quote is not closed, or a row is too long.')
  }
  if (records.length > 2 * (MOST_ROWS + MOST_LINES_ABOVE)) throw new SheetTooLongError('Too many lines.')
  return filled(
    records.map((cells, index) => ({
      number: index + 1,
      cells: cells.slice(0, MOST_COLUMNS).map(cellText),
    })),
  )
}

/** A cell that no program takes for a formula, quoted where it must be. */
const quoted = (cell: string): string => {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as a CSV file that Chinese Excel opens with the right letters: with the mark of UTF-8. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`
