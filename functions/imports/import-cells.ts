import { Temporal } from 'temporal-polyfill'
import type * as z from 'zod'
import { parseDate } from '../../rules/calendar.ts'
import { faultsOf } from '../platform/faults.ts'
import type { Text } from '../platform/language.ts'
import type { Population, PostType } from '../platform/terms.ts'
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

/** A time after a day, which a day can do without: 8:30, 08:30:00, 8时30分, T08:30:00.000Z. */
const TIME = String.raw`(?:[ T]?(?:上午|下午|AM|PM)?\s?\d{1,2}[:时]\d{1,2}(?:[:分]\d{0,2}(?:\.\d+)?秒?)?(?:\s?[AP]M|Z|\+08:00)?)?`
const DAY = new RegExp(
  String.raw`^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号]?${TIME}$`,
  'iu',
)
const MONTH = /^(\d{4})(?:[-/.年])(\d{1,2})月?$/u

/**
 * A day as people write it: 2026-03-16, 2026/3/16 8:30, 2026.3.16, 2026年3月16日, 20260316, in full-width digits or not, or
 * Excel's count of days, with a time or without. Of a month alone the day is asked.
 */
export const dateCell = (text: string): Cell<string> => {
  if (text === '') return says<string>(undefined)
  const plain = text
    .slice(0, 60)
    .normalize('NFKC')
    .replaceAll(/[‐-―−]/gu, '-')
    .trim()
  if (/^[2-6]\d{4}(?:\.\d+)?$/.test(plain)) return says(fromSerial(Math.floor(Number(plain))))
  if (MONTH.test(plain)) return wrong(rowFaults.monthAlone)
  const [, year = '', month = '', day = ''] = DAY.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? []
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
  const plain = text.normalize('NFKC')
  const found = POSTS.find(([pattern]) => pattern.test(plain))
  return found ? says(found[1]) : wrong(rowFaults.noPostType)
}

/** Whose staff somebody is, in whatever words: only workers of organs are told apart (Art. 47). */
export const populationCell = (text: string): Cell<Population> => {
  if (text === '') return says<Population>(undefined)
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '')
  if (/^(?:机关(?!事业)|参公|organ_worker)/u.test(plain)) return says<Population>('organ_worker')
  return /^(?:事业|机关事业|institution)/u.test(plain)
    ? says<Population>('institution')
    : wrong(rowFaults.noPopulation)
}

/** A text as it stands. */
export const textCell = (text: string): Cell<string> => says(text === '' ? undefined : text)

/** A number, with its unit or without: 40, ４０, 40学时, 8 个半天. */
export const numberCell = (text: string): Cell<number> => {
  if (text === '') return says<number>(undefined)
  const plain = text
    .slice(0, 40)
    .normalize('NFKC')
    .replace(/\s?(?:学时|小时|个?半天|天|日)$/u, '')
  return /^\d{1,6}(\.\d+)?$/.test(plain) ? says(Number(plain)) : wrong(rowFaults.noNumber)
}

/** A year: 2025, 2025年, 2025 年度. */
export const yearCell = (text: string): Cell<number> => {
  if (text === '') return says<number>(undefined)
  const [, year] = /^(20\d{2})\s?(?:年度?)?$/u.exec(text.slice(0, 40).normalize('NFKC')) ?? []
  return year === undefined ? wrong(rowFaults.noYear) : says(Number(year))
}

/** Days of attendance as half-days: 4.5 is nine of them (Art. 39(1)). */
export const daysCell = (text: string): Cell<number> => {
  const days = numberCell(text)
  if (!days.ok || days.value === undefined) return days
  return Number.isInteger(days.value * 2) ? says(days.value * 2) : wrong(rowFaults.noHalfDays)
}

const PASSED = new Set(
  '合格 考核合格 优秀 优 良好 良 中等 中 及格 通过 已通过 达标 结业 已结业 毕业 pass passed'.split(' '),
)
const FAILED = new Set(
  '不合格 考核不合格 不及格 差 未通过 不通过 未达标 不达标 未结业 缺考 fail failed'.split(' '),
)

/** The mark of a hundred from which on it is a pass, where a list gives marks. */
export const PASS_MARK = 60

/** A mark as a list has it, 0 to 100: 85, 85分, 59.5; undefined of anything else. */
export const markIn = (text: string): number | undefined => {
  const plain = text
    .slice(0, 20)
    .normalize('NFKC')
    .replace(/\s?分$/u, '')
  const mark = /^\d{1,3}(?:\.\d{1,2})?$/.test(plain) ? Number(plain) : undefined
  return mark !== undefined && mark <= 100 ? mark : undefined
}

/** Whether somebody passed, as people write it: yes or no, a grade, or a mark. 1 and 0 are yes and no, as elsewhere. */
export const resultCell = (text: string): Cell<boolean> => {
  const asked = yesNoCell(text)
  if (asked.ok) return asked
  const word = text.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase()
  if (PASSED.has(word)) return says(true)
  if (FAILED.has(word)) return says(false)
  const mark = markIn(text)
  return mark === undefined ? wrong(rowFaults.noResult) : says(mark >= PASS_MARK)
}

/** A column of marks alone, or of grades: there 1 is a mark like any other. */
export const markCell = (text: string): Cell<boolean> => {
  const mark = markIn(text)
  return mark === undefined ? resultCell(text) : says(mark >= PASS_MARK)
}

/** What Excel and WPS show where a formula came to nothing, and `####` where a column was too narrow to save. */
const ERROR =
  /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA|#+)$/iu
export const isErrorCell = (text: string): boolean => ERROR.test(text)

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
      const read = isErrorCell(text) ? wrong(rowFaults.errorCell(text)) : cell(text)
      if (read.ok) return read.value
      blame(column, text, read.detail)
      return undefined
    },
  }
}
