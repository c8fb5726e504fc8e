import { undrawable } from '../platform/drawable.ts'
import type { Language, Text } from '../platform/language.ts'
import { refuse } from '../platform/refusals.ts'
import { failedRows, type ImportTable, type RowFault, type SeenRow } from './import-table.ts'
import { nameNotes } from './words.ts'

const MOST_ERRORS = 500
const MOST_QUESTIONS = 100

/** What was found out about a file's rows. */
interface Found<Kind extends string, Question> {
  readonly kind: Kind
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly questions: readonly Question[]
  readonly seen: readonly SeenRow[]
  readonly notes?: readonly Text[]
}

/** Tells of rows whose name no certificate can print. */
export const notesOnNames = (
  rows: readonly { readonly row: number; readonly name?: string | undefined }[],
): readonly Text[] => {
  const unfit = rows.filter(({ name = '' }) => undrawable([name]).length > 0)
  return unfit.length === 0 ? [] : [nameNotes.undrawable(unfit.map(({ row }) => row))]
}

/** A file as its preview shows it: nothing of it is entered yet. */
export const viewImport = <Kind extends string, Question>(
  { kind, new: fresh, changed, unchanged, questions, seen, notes = [] }: Found<Kind, Question>,
  { mode }: { readonly mode: 'preview' | 'apply' },
  table: ImportTable<string>,
  faults: readonly RowFault[],
  language: Language,
) => ({
  kind,
  new: fresh,
  changed,
  unchanged,
  sheet: table.sheet === '' ? null : table.sheet,
  columns: [...table.columns],
  notes: [...table.notes, ...notes].map((note) => note[language]),
  shown: seen.map(({ row, state, values }) => ({ row, state, values: { ...values } })),
  asked: questions.length,
  questions: questions.slice(0, MOST_QUESTIONS),
  mode,
  rows: table.rows.length,
  failed: new Set(faults.map(({ row }) => row)).size,
  errors: faults.slice(0, MOST_ERRORS).map(({ row, column, value, detail }) => ({
    row,
    column,
    value: value ?? null,
    detail: detail[language],
  })),
  failedRows: failedRows(table, faults),
  applied: 0,
  remaining: 0,
  request: null,
  requests: [] as { id: string; title: string }[],
})

/** The refusal where rows are at fault and nothing was entered. */
export const rowsInvalid = (faults: readonly RowFault[]) =>
  refuse('ROWS_INVALID', {
    errors: faults
      .slice(0, MOST_ERRORS)
      .map(({ row, column, detail }) => ({ pointer: `/rows/${row}/${column}`, detail })),
  })
