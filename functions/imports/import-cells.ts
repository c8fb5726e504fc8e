import { Temporal } from 'temporal-polyfill'
import type * as z from 'zod'
import { parseDate } from '../../rules/calendar.ts'
import { faultsOf } from '../platform/faults.ts'
import type { Text } from '../platform/language.ts'
import type { PostType } from '../platform/terms.ts'
import { inputFaults } from '../platform/words.ts'
import type { RowFault } from './import-table.ts'
import { rowFaults } from './words.ts'

/** What a cell says; undefined where it is empty. */
export type Cell<T> =
  | { readonly ok: true; readonly value: T | undefined }
  | { readonly ok: false; readonly detail: Text }

const says = <T>(value: T | undefined): Cell<T> => ({ ok: true, value })
const wrong = (detail: Text): { ok: false; detail: Text } => ({ ok: false, detail })

const padded = (text: string): string => text.padStart(2, '0')

/** Excel's day count, from 30 December 1899: what a date cell holds that lost its format. */
const fromSerial = (days: number): string => Temporal.PlainDate.from('1899-12-30').add({ days }).toString()

/** A day as people write it: 2026-03-16, 2026/3/16, 2026.3.16, 2026年3月16日, 20260316, or Excel's count of days. */
export const dateCell = (text: string): Cell<string> => {
  if (text === '') return says<string>(undefined)
  if (/^[2-6]\d{4}$/.test(text)) return says(fromSerial(Number(text)))
  const [, year = '', month = '', day = ''] =
    /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?:[ T]0{1,2}:00(?::00)?)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    []
  const date = `${year}-${padded(month)}-${padded(day)}`
  return parseDate(date) === undefined ? wrong(rowFaults.noDay) : says(date)
}

const YES = new Set(['是', '有', '合格', '通过', '√', '✓', 'y', 'yes', 'true', '1'])
const NO = new Set(['否', '无', '不合格', '未通过', '×', '✗', 'n', 'no', 'false', '0'])

export const yesNoCell = (text: string): Cell<boolean> => {
  const word = text.normalize('NFKC').toLowerCase()
  if (word === '') return says<boolean>(undefined)
  if (YES.has(word)) return says(true)
  return NO.has(word) ? says(false) : wrong(rowFaults.noYesOrNo)
}

const POSTS: readonly (readonly [RegExp, z.infer<typeof PostType>])[] = [
  [/^(管理|management)/i, 'management'],
  [/^(专业技术|专技|professional)/i, 'professional'],
  [/^(工勤|worker)/i, 'worker'],
]

export const postTypeCell = (text: string): Cell<z.infer<typeof PostType>> => {
  if (text === '') return says<z.infer<typeof PostType>>(undefined)
  const found = POSTS.find(([pattern]) => pattern.test(text))
  return found ? says(found[1]) : wrong(rowFaults.noPostType)
}

export const numberCell = (text: string): Cell<number> => {
  if (text === '') return says<number>(undefined)
  const plain = text.normalize('NFKC')
  return /^\d{1,6}(\.\d+)?$/.test(plain) ? says(Number(plain)) : wrong(rowFaults.noNumber)
}

/** A cell judged by a schema of the API. */
export const schemaCell =
  <T>(schema: z.ZodType<T>) =>
  (text: string): Cell<T> => {
    if (text === '') return says<T>(undefined)
    const parsed = schema.safeParse(text, { reportInput: true })
    if (parsed.success) return says(parsed.data)
    const [first] = faultsOf(parsed.error)
    return {
      ok: false,
      detail: first?.detail ?? inputFaults.wrongForm,
    }
  }

/** Reads cells of one row, and gathers what is wrong with them. */
export const cellReader = (row: number, faults: RowFault[]) => {
  const blame = (column: string, value: string, detail: Text) => {
    faults.push({ row, column, ...(value === '' ? {} : { value: value.slice(0, 200) }), detail })
  }
  return {
    blame,
    read<T>(column: string, text: string, cell: (text: string) => Cell<T>): T | undefined {
      const read = cell(text)
      if (read.ok) return read.value
      blame(column, text, read.detail)
      return undefined
    },
  }
}
