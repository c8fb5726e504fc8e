import { parse } from 'csv-parse/sync'
import {
  cellText,
  filled,
  MOST_COLUMNS,
  MOST_LINES_ABOVE,
  MOST_ROWS,
  SheetTooLongError,
  SheetUnreadableError,
  type Workbook,
} from './spreadsheet.ts'

/** The mark that a file of UTF-16 begins with, as Excel's “Unicode text” has it. */
const markOf = ([first, second]: Uint8Array): string | undefined => {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** A text that is UTF-16 with its mark, UTF-8 with its mark or without, or else GB18030, as Chinese Excel saves CSV. */
const decode = (bytes: Uint8Array): string => {
  const marked = markOf(bytes)
  for (const encoding of marked === undefined ? ['utf-8', 'gb18030'] : [marked])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not in this encoding; the next one is tried.
    }
  throw new SheetUnreadableError('The file is neither UTF-8, UTF-16 nor GB18030.')
}

/** The separator: the sign that the first filled line has most of. */
const delimiterOf = (text: string): string => {
  const [line = ''] = text.split(/\r?\n/).filter((one) => one.trim() !== '')
  const count = (sign: string) => line.split(sign).length
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** A CSV file as a workbook of one sheet. Quoted cells may hold line breaks; a row is counted as a spreadsheet counts it. */
export const readCsv = (bytes: Uint8Array, mostRows: number = MOST_ROWS): Workbook => {
  const text = decode(bytes)
  if (text.includes('\0')) throw new SheetUnreadableError('The file is no text.')
  let records: string[][]
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      // `="00123"` is a text that Excel was kept from taking for a number.
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 100_000,
      // Empty lines between the rows count, within reason.
      to: 2 * (mostRows + MOST_LINES_ABOVE) + 1,
    })
  } catch {
    throw new SheetUnreadableError('The file is no CSV: a quote is not closed, or a row is too long.')
  }
  if (records.length > 2 * (mostRows + MOST_LINES_ABOVE)) throw new SheetTooLongError('Too many lines.')
  const rows = records.map((cells, index) => ({
    number: index + 1,
    cells: cells.slice(0, MOST_COLUMNS).map(cellText),
  }))
  return {
    sheets: [{ name: '', hiddenColumns: [], merged: [], ...filled(rows, mostRows) }],
    hiddenSheets: [],
  }
}

/** A cell that no program takes for a formula, quoted where it must be. */
const quoted = (cell: string): string => {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as a CSV file that Chinese Excel opens with the right letters: with the mark of UTF-8. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`
