import type { Text } from '../platform/language.ts'
import { writeCsv } from '../platform/spreadsheet/csv.ts'
import { FAULT_COLUMN } from './words.ts'

/** A column that an import knows, by the names that people give it. */
export interface Column<Field extends string> {
  readonly field: Field
  /** The template's name first. */
  readonly names: readonly [string, ...string[]]
  readonly needed: boolean
}

/** A row's cells by field; '' where the sheet has no such column. */
export interface ImportRow<Field extends string> {
  readonly number: number
  readonly cells: readonly string[]
  readonly values: Readonly<Record<Field, string>>
}

export interface ImportTable<Field extends string> {
  /** The header's cells, as they stand in the file. */
  readonly header: readonly string[]
  readonly rows: readonly ImportRow<Field>[]
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
export const failedRows = (table: ImportTable<string>, faults: readonly RowFault[]): string | null => {
  if (faults.length === 0) return null
  const reasons = Map.groupBy(faults, ({ row }) => row)
  const width = table.header.length
  const lines = table.rows.flatMap(({ number, cells }) => {
    const own = reasons.get(number)
    if (own === undefined) return []
    const text = own.map(({ column, detail }) => `${column}：${detail.zh}`).join('')
    return [[...Array.from({ length: width }, (_, index) => cells[index] ?? ''), text]]
  })
  return writeCsv([[...table.header, FAULT_COLUMN], ...lines])
}

/** The template of an import: its header, and an example row. */
export const template = (columns: readonly Column<string>[], example: readonly string[]): string =>
  writeCsv([columns.map(({ names: [name], needed }) => (needed ? `${name}*` : name)), [...example]])
