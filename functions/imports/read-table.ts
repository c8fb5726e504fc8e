import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { readSheetInWorker } from '../platform/spreadsheet/read-in-worker.ts'
import {
  MOST_ROWS,
  SheetOldError,
  SheetTooLongError,
  SheetUnreadableError,
  type Workbook,
} from '../platform/spreadsheet/spreadsheet.ts'
import { chooseSheet } from './choose-sheet.ts'
import { headerKey, lacking, readColumns } from './header.ts'
import type { Column, ImportTable } from './import-table.ts'
import { keepRows } from './rows-left-out.ts'
import { fileFaults, readNotes, rowFaults } from './words.ts'

const valuesOf = <Field extends string>(
  cells: readonly string[],
  columns: readonly Column<Field>[],
  found: ReadonlyMap<Field, number>,
): Record<Field, string> => {
  const values: Partial<Record<Field, string>> = {}
  for (const { field } of columns) values[field] = cells[found.get(field) ?? -1] ?? ''
  // Every field of the columns has been given a value just above.
  return values as Record<Field, string>
}

type Unread = 'SHEET_COLUMNS_MISSING' | 'SHEET_TOO_LONG' | 'SHEET_UNREADABLE'

const readWorkbook = async (bytes: Uint8Array, mostRows: number): Promise<Outcome<Workbook, Unread>> => {
  try {
    return succeed(await readSheetInWorker(bytes, { mostRows }))
  } catch (error) {
    if (error instanceof SheetOldError)
      return refuse('SHEET_UNREADABLE', { errors: [{ pointer: '/file', detail: fileFaults.old }] })
    if (error instanceof SheetUnreadableError) return refuse('SHEET_UNREADABLE')
    if (error instanceof SheetTooLongError) return refuse('SHEET_TOO_LONG')
    throw error
  }
}

/**
 * A workbook as a table with these columns; which sheet has it and which row is its header, the file shows. What is
 * left out is told in the table's notes, the template's `example` among it.
 */
export const tableIn = <Field extends string>(
  workbook: Workbook,
  columns: readonly Column<Field>[],
  example: readonly string[],
  mostRows: number = MOST_ROWS,
): Outcome<ImportTable<Field>, Unread> => {
  const chosen = chooseSheet(workbook, columns)
  const header = chosen?.header
  const missing = lacking(header, columns)
  if (chosen === undefined || header === undefined || missing.length > 0) {
    const hidden = new Set(
      chosen?.sheet.hiddenColumns.flatMap((at) =>
        chosen.sheet.rows.slice(0, 11).map(({ cells }) => headerKey(cells[at] ?? '')),
      ),
    )
    return refuse('SHEET_COLUMNS_MISSING', {
      errors: missing.map(({ names }) => ({
        pointer: `/columns/${names[0]}`,
        detail: names.some((name) => hidden.has(headerKey(name)))
          ? rowFaults.columnHidden(names[0])
          : rowFaults.noColumn(names[0]),
      })),
    })
  }
  const { sheet } = chosen
  const data = sheet.rows.slice(header.index + 1)
  if (sheet.isTooLong || data.length > mostRows) return refuse('SHEET_TOO_LONG')
  const lines = new Set(header.lines.map((cells) => cells.map(headerKey).join('\n')))
  const { rows, notes } = keepRows(
    data.map(({ number, cells, hidden }) => ({
      number,
      cells,
      hidden: hidden === true,
      values: valuesOf(cells, columns, header.found),
    })),
    columns,
    (cells) => lines.has(cells.map(headerKey).join('\n')),
    example,
  )
  const unseen = sheet.hiddenColumns.flatMap((at) => header.cells[at] || [])
  return succeed({
    header: header.cells,
    rows: rows.map(({ number, cells, values }) => ({ number, cells, values })),
    sheet: sheet.name,
    columns: readColumns(header, columns),
    notes: [
      ...chosen.notes,
      ...(unseen.length > 0 ? [readNotes.columnsHidden(unseen)] : []),
      ...(sheet.merged.length > 0 ? [readNotes.merged(sheet.merged)] : []),
      ...notes,
    ],
  })
}

/** Reads an uploaded file as a table with these columns, of so many rows at most. */
export const readTable = async <Field extends string>(
  bytes: Uint8Array,
  columns: readonly Column<Field>[],
  example: readonly string[] = [],
  mostRows: number = MOST_ROWS,
): Promise<Outcome<ImportTable<Field>, Unread>> => {
  const workbook = await readWorkbook(bytes, mostRows)
  return workbook.ok ? tableIn(workbook.value, columns, example, mostRows) : workbook
}
