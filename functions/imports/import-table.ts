import type { Text } from '../platform/language.ts'
import { writeCsv } from '../platform/spreadsheet/csv.ts'
import { FAULT_COLUMN } from './words.ts'

/** A column that an import knows, by the names that people give it. */
export interface Column<Field extends string> {
  readonly field: Field
  /** The template's name first. */
  readonly names: readonly [string, ...string[]]
  readonly needed: boolean
  /** The words of which one may stand there: offered by the template. */
  readonly choices?: readonly string[]
  /** What may stand there otherwise, said on the template's second sheet. */
  readonly takes?: Text
}

/** A row's cells by field; '' where the sheet has no such column. */
export interface ImportRow<Field extends string> {
  readonly number: number
  readonly cells: readonly string[]
  readonly values: Readonly<Record<Field, string>>
}

/** A column of the file, and what it was read as: the template's name of it; null where it was not read. */
export interface ReadColumn {
  readonly name: string
  readonly as: string | null
}

export interface ImportTable<Field extends string> {
  /** The header's cells, as they stand in the file. */
  readonly header: readonly string[]
  readonly rows: readonly ImportRow<Field>[]
  /** The sheet's name; '' of a CSV file. */
  readonly sheet: string
  readonly columns: readonly ReadColumn[]
  /** What was read otherwise than it may look: rows left out, hidden columns, other sheets. */
  readonly notes: readonly Text[]
}

/** What is wrong with one cell, or with a row as a whole. */
export interface RowFault {
  readonly row: number
  /** The column's name in the template. */
  readonly column: string
  readonly value?: string
  readonly detail: Text
}

/** The rows at fault as a file to correct and upload again, each with what is wrong with it; null where there are none. */
export const failedRows = (
  { header, rows }: Pick<ImportTable<string>, 'header' | 'rows'>,
  faults: readonly RowFault[],
): string | null => {
  if (faults.length === 0) return null
  const reasons = Map.groupBy(faults, ({ row }) => row)
  const width = header.length
  const lines = rows.flatMap(({ number, cells }) => {
    const own = reasons.get(number)
    if (own === undefined) return []
    const text = own.map(({ column, detail }) => `${column}：${detail.zh}`).join('')
    return [[...Array.from({ length: width }, (_, index) => cells[index] ?? ''), text]]
  })
  return writeCsv([[...header, FAULT_COLUMN], ...lines])
}

/** The template of an import: its header, and an example row. */
export const template = (columns: readonly Column<string>[], example: readonly string[]): string =>
  writeCsv([columns.map(({ names: [name], needed }) => (needed ? `${name}*` : name)), [...example]])

/** What a row says, by the names of the template's columns; without what it leaves empty. */
export const byColumn = <Field extends string>(
  columns: readonly Column<Field>[],
  values: Readonly<Partial<Record<Field, string | undefined>>>,
): Record<string, string> =>
  Object.fromEntries(
    columns.flatMap(({ field, names: [name] }) => {
      const value = values[field]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )

/** Rows that the preview shows as they were understood. */
export const MOST_SHOWN = 50

/** What becomes of a row, and how it was understood. */
export interface SeenRow {
  readonly row: number
  readonly state: 'new' | 'changed' | 'unchanged' | 'asked' | 'failed'
  readonly values: Readonly<Record<string, string>>
}
