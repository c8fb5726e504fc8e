import { MOST_LINES_ABOVE, type Sheet, type SheetRow } from '../platform/spreadsheet/spreadsheet.ts'
import type { Column, ReadColumn } from './import-table.ts'

/** Characters of a cell that may name a column, its remarks included. */
const LONGEST_HEADER = 200

/** A text without what stands in brackets; a bracket that nothing closes stays. Reads each character once. */
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

const plain = (text: string): string => text.slice(0, LONGEST_HEADER).normalize('NFKC')
const tight = (text: string): string => text.replaceAll(/[*:\s]/gu, '').toLowerCase()

/** A header as it is compared: without marks of what is needed, remarks in brackets, colons and spaces. */
export const headerKey = (text: string): string => tight(withoutRemarks(plain(text)))

/** The same with its remarks: 出勤（天） says more than 出勤. */
const wholeKey = (text: string): string => tight(plain(text).replaceAll(/[()]/gu, ''))

export interface Header<Field extends string> {
  /** Its place among the sheet's rows. */
  readonly index: number
  readonly row: SheetRow
  readonly found: ReadonlyMap<Field, number>
}

const findColumns = <Field extends string>(
  cells: readonly string[],
  columns: readonly Column<Field>[],
  hidden: ReadonlySet<number>,
): Map<Field, number> => {
  const keys = cells.map((cell, at) => (hidden.has(at) ? [] : [wholeKey(cell), headerKey(cell)]))
  return new Map(
    columns.flatMap(({ field, names }): [Field, number][] => {
      const wanted = new Set(names.map(wholeKey))
      const at = keys.findIndex((own) => own.some((key) => wanted.has(key)))
      return at < 0 ? [] : [[field, at]]
    }),
  )
}

/**
 * The row that names most of the columns, among the first ones: above it stand titles and notes. What the program that
 * made the file doesn't show names nothing.
 */
export const findHeader = <Field extends string>(
  { rows, hiddenColumns }: Sheet,
  columns: readonly Column<Field>[],
): Header<Field> | undefined => {
  const hidden = new Set(hiddenColumns)
  let best: Header<Field> | undefined
  for (const [index, row] of rows.slice(0, MOST_LINES_ABOVE + 1).entries()) {
    if (row.hidden) continue
    const found = findColumns(row.cells, columns, hidden)
    if (found.size > (best?.found.size ?? 0)) best = { index, row, found }
  }
  return best
}

export const lacking = <Field extends string>(
  header: Header<Field> | undefined,
  columns: readonly Column<Field>[],
): Column<Field>[] => columns.filter(({ field, needed }) => needed && header?.found.has(field) !== true)

/** What each named column of the file was read as. */
export const readColumns = <Field extends string>(
  { row, found }: Header<Field>,
  columns: readonly Column<Field>[],
): ReadColumn[] => {
  const names = new Map(columns.map(({ field, names: [name] }) => [found.get(field), name]))
  return row.cells.flatMap((cell, at) =>
    cell === '' ? [] : [{ name: cell.slice(0, LONGEST_HEADER), as: names.get(at) ?? null }],
  )
}
