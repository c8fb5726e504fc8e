import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { readSheetInWorker } from '../platform/spreadsheet/read-in-worker.ts'
import {
  MOST_LINES_ABOVE,
  MOST_ROWS,
  type SheetRow,
  SheetTooLongError,
  SheetUnreadableError,
} from '../platform/spreadsheet/spreadsheet.ts'
import type { Column, ImportTable } from './import-table.ts'
import { rowFaults } from './words.ts'

/** Characters of a cell that may name a column, its remarks included. */
const LONGEST_HEADER = 200

/** A text without its parts in brackets; an unclosed bracket stays. Reads each character once. */
const withoutRemarks = (text: string): string => {
  let kept = ''
  let at = 0
  for (;;) {
    const opened = text.indexOf('(', at)
    const closed = opened < 0 ? -1 : text.indexOf(')', opened)
    if (closed < 0) return kept + text.slice(at)
    kept += text.slice(at, opened)
    at = closed + 1
  }
}

/** A header in the form in which headers are compared: without asterisks, bracketed remarks and spaces. */
const headerKey = (text: string): string =>
  withoutRemarks(text.slice(0, LONGEST_HEADER).normalize('NFKC')).replaceAll(/[*\s]/gu, '').toLowerCase()

const findColumns = <Field extends string>(
  cells: readonly string[],
  columns: readonly Column<Field>[],
): Map<Field, number> => {
  const header = cells.map(headerKey)
  return new Map(
    columns.flatMap(({ field, names }): [Field, number][] => {
      const wanted = new Set(names.map(headerKey))
      const at = header.findIndex((one) => wanted.has(one))
      return at < 0 ? [] : [[field, at]]
    }),
  )
}

/** The header: of the first rows the one that names most columns. Titles and notes may stand above it. */
const findHeader = <Field extends string>(rows: readonly SheetRow[], columns: readonly Column<Field>[]) => {
  const candidates = rows
    .slice(0, MOST_LINES_ABOVE + 1)
    .map((row, index) => ({ index, row, found: findColumns(row.cells, columns) }))
  return candidates.reduce<(typeof candidates)[number] | undefined>(
    (best, one) => (one.found.size > (best?.found.size ?? 0) ? one : best),
    undefined,
  )
}

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

/** Reads an uploaded file as a table with these columns; finds the header row itself. */
export const readTable = async <Field extends string>(
  bytes: Uint8Array,
  columns: readonly Column<Field>[],
): Promise<Outcome<ImportTable<Field>, 'SHEET_COLUMNS_MISSING' | 'SHEET_TOO_LONG' | 'SHEET_UNREADABLE'>> => {
  let rows: SheetRow[]
  try {
    rows = await readSheetInWorker(bytes)
  } catch (error) {
    if (error instanceof SheetUnreadableError) return refuse('SHEET_UNREADABLE')
    if (error instanceof SheetTooLongError) return refuse('SHEET_TOO_LONG')
    throw error
  }
  const header = findHeader(rows, columns)
  const missing = columns.filter(({ field, needed }) => needed && header?.found.has(field) !== true)
  if (header === undefined || missing.length > 0)
    return refuse('SHEET_COLUMNS_MISSING', {
      errors: missing.map(({ names: [name] }) => ({
        pointer: `/columns/${name}`,
        detail: rowFaults.noColumn(name),
      })),
    })
  const data = rows.slice(header.index + 1)
  if (data.length > MOST_ROWS) return refuse('SHEET_TOO_LONG')
  return succeed({
    header: header.row.cells,
    rows: data.map(({ number, cells }) => ({
      number,
      cells,
      values: valuesOf(cells, columns, header.found),
    })),
  })
}
