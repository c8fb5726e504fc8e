import { type CellValue, readXlsx as read, type Sheet } from 'hucre'
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
import { unpackedSize } from './zip-size.ts'

/** More than any table of 5,000 rows unpacks to. */
const MOST_BYTES = 100 * 1024 * 1024

/** A cell's value as text: a date as its day, a formula as what it came to when the file was saved. */
const textOf = (value: CellValue | undefined): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return cellText(String(value))
}

/**
 * Fills each place of a merged range with its value. Merged ranges never overlap, so together they cover no
 * more than the table: a file whose ranges cover more was made to be slow.
 */
const fillMerged = (rows: string[][], merges: Sheet['merges'] = []): void => {
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
  }
}

/** The rows of the first visible sheet of an Excel file (.xlsx). */
export const readXlsx = async (bytes: Uint8Array): Promise<SheetRow[]> => {
  if (unpackedSize(bytes) > MOST_BYTES)
    throw new SheetUnreadableError('The file unpacks to too much, or is no workbook.')
  let sheet: Sheet | undefined
  try {
    const workbook = await read(bytes, { sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden })
    sheet = workbook.sheets[0]
  } catch {
    throw new SheetUnreadableError('The file is no Excel workbook that can be read.')
  }
  if (sheet === undefined) throw new SheetUnreadableError('The workbook has no visible sheet.')
  if (sheet.rows.length > 2 * (MOST_ROWS + MOST_LINES_ABOVE)) {
    const used = sheet.rows.filter((cells) => cells.some((cell) => textOf(cell) !== '')).length
    if (used > MOST_ROWS + MOST_LINES_ABOVE) throw new SheetTooLongError('Too many rows.')
  }
  const rows = sheet.rows.map((cells) => cells.slice(0, MOST_COLUMNS).map(textOf))
  fillMerged(rows, sheet.merges)
  return filled(rows.map((cells, index) => ({ number: index + 1, cells })))
}
