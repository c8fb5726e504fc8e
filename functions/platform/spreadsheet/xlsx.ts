import { type CellValue, colToLetter, formatValue, type Sheet as Parsed, readXlsx as read } from 'hucre'
import {
  cellText,
  filled,
  MOST_COLUMNS,
  MOST_LINES_ABOVE,
  MOST_MERGED,
  MOST_SHEETS,
  type Sheet,
  SheetUnreadableError,
  type Workbook,
} from './spreadsheet.ts'
import { unpackedSize } from './zip-size.ts'

/** More than any table that is taken unpacks to. */
const MOST_BYTES = 100 * 1024 * 1024

/** A number's form that shows zeros before it, as staff numbers have: `000000`, `"A"0000`. */
const SHOWS_ZEROS = /^(?:"[^"]*"|\\.|[A-Za-z_-])*0[0-]*0(?!\.)/u

/** A cell's value as the program shows it: a date as its day, a formula as what it came to when the file was saved. */
const textOf = (value: CellValue | undefined, form: string | undefined): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  const isPadded = typeof value === 'number' && form !== undefined && SHOWS_ZEROS.test(form)
  return cellText(isPadded ? formatValue(value, form) : String(value))
}

/**
 * Fills each place of a merged range with its value. Merged ranges never overlap, so together they cover no
 * more than the table: a file whose ranges cover more was made to be slow.
 */
const fillMerged = (rows: string[][], merges: Parsed['merges'] = []): string[] => {
  const ranges: string[] = []
  let left = rows.length * MOST_COLUMNS
  for (const { startRow, endRow, startCol, endCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? ''
    const height = Math.min(endRow, rows.length - 1) - startRow + 1
    const width = Math.min(endCol, MOST_COLUMNS - 1) - startCol + 1
    if (height < 1 || width < 1) continue
    left -= height * width
    if (left < 0) throw new SheetUnreadableError('Merged ranges lie over one another.')
    for (let row = startRow; row < startRow + height; row += 1)
      for (let column = startCol; column <= Math.min(endCol, MOST_COLUMNS - 1); column += 1) {
        const cells = rows[row]
        if (cells !== undefined && column < cells.length) cells[column] = value
      }
    // A title over the table is merged in one row: nothing of the list is read differently for it.
    if (height > 1 && value !== '' && ranges.length < MOST_MERGED)
      ranges.push(
        `${colToLetter(startCol)}${startRow + 1}:${colToLetter(startCol + width - 1)}${startRow + height}`,
      )
  }
  return ranges
}

const toSheet = (
  { name, rows: values, cells, columns = [], rowDefs, merges }: Parsed,
  mostRows: number,
): Sheet => {
  const rows = values.map((row, at) =>
    row
      .slice(0, MOST_COLUMNS)
      .map((value, column) => textOf(value, cells?.get(`${at},${column}`)?.style?.numFmt)),
  )
  const merged = fillMerged(rows, merges)
  return {
    name,
    merged,
    hiddenColumns: columns.flatMap(({ hidden }, at) => (hidden === true && at < MOST_COLUMNS ? [at] : [])),
    ...filled(
      rows.map((texts, at) => ({
        number: at + 1,
        cells: texts,
        ...(rowDefs?.get(at)?.hidden === true ? { hidden: true } : {}),
      })),
      mostRows,
    ),
  }
}

/** The sheets of an Excel file (.xlsx) that can be seen. */
export const readXlsx = async (bytes: Uint8Array, mostRows: number): Promise<Workbook> => {
  if (unpackedSize(bytes) > MOST_BYTES)
    throw new SheetUnreadableError('The file unpacks to too much, or is no workbook.')
  const hiddenSheets: string[] = []
  let seen = 0
  let parsed: Parsed[]
  try {
    const workbook = await read(bytes, {
      readStyles: true,
      // Empty rows between the others count, within reason.
      maxRows: 2 * (mostRows + MOST_LINES_ABOVE) + 1,
      sheets: ({ name, hidden, veryHidden }) => {
        if (hidden || veryHidden) {
          if (hiddenSheets.length < MOST_SHEETS) hiddenSheets.push(name)
          return false
        }
        seen += 1
        return seen <= MOST_SHEETS
      },
    })
    parsed = workbook.sheets
  } catch {
    throw new SheetUnreadableError('The file is no Excel workbook that can be read.')
  }
  if (parsed.length === 0) throw new SheetUnreadableError('The workbook has no visible sheet.')
  return { sheets: parsed.map((one) => toSheet(one, mostRows)), hiddenSheets }
}
