import type { Text } from '../platform/language.ts'
import { dateCell } from './import-cells.ts'
import type { Column, ImportRow } from './import-table.ts'
import { readNotes } from './words.ts'

const key = (text: string): string => text.normalize('NFKC').replaceAll(/[\s:]/gu, '').toLowerCase()

const TOTAL =
  /^(?:本页)?(?:合计|总计|小计|共计|总数|总人数|合计人数|平均|total|subtotal|sum)(?:[\d(人名].*)?$/u
const COUNT = /^(?:合计|总计|共计|共)\d+(?:人|名|条|行).*$/u

/** What a cell of a sum says: 合计, 合 计：, 共 12 人. */
const isTotal = (text: string): boolean => {
  const word = key(text)
  return word.length <= 40 && (TOTAL.test(word) || COUNT.test(word))
}

/** Whoever signs under a list, and notes under it. */
const SIGNATURE =
  /^(?:制表|填表|填报|审核|复核|负责人|经办|单位\(?盖章|盖章|联系电话|填表日期|制表日期|备注:|注:|说明:)/u
const isSignature = (text: string): boolean =>
  SIGNATURE.test(text.normalize('NFKC').replaceAll(/\s/gu, '').slice(0, 40))

/** What stands beside who signed: another signature, or the day or month of signing, whatever column that is below. */
const standsInSignature = (text: string): boolean =>
  isSignature(text) || /^\d{4}\s?[-/.年]\s?\d{1,2}/u.test(text.normalize('NFKC').trim())

/** Two texts that say the same in a sheet, though a program has written one of them anew: 2024-03-01, 2024/3/1, 45352. */
const saysSame = (one: string, other: string): boolean => {
  if (key(one) === key(other)) return true
  const [a, b] = [dateCell(one), dateCell(other)]
  return a.ok && b.ok && a.value !== undefined && a.value === b.value
}

/** The template's own example, as it was handed out. */
const isExample = <Field extends string>(
  { values }: ImportRow<Field>,
  columns: readonly Column<Field>[],
  example: readonly string[],
): boolean => {
  const said = columns.filter(({ field }) => values[field] !== '')
  return (
    said.length > 1 &&
    columns.every(({ field }, at) => values[field] === '' || saysSame(values[field], example[at] ?? ''))
  )
}

/** How a row came to stand in a list without being of it. */
type Why = 'hidden' | 'empty' | 'example' | 'total' | 'header' | 'signature'

export interface KeptRows<Field extends string> {
  readonly rows: readonly ImportRow<Field>[]
  readonly notes: readonly Text[]
}

/**
 * Takes the rows that are of the list: without those that are hidden, hold nothing of the columns that are read, are
 * the template's example, a sum, a signature or the header again, as it stands on each printed page. Each is named.
 */
export const keepRows = <Field extends string>(
  rows: readonly (ImportRow<Field> & { readonly hidden: boolean })[],
  columns: readonly Column<Field>[],
  isHeader: (cells: readonly string[]) => boolean,
  example: readonly string[],
): KeptRows<Field> => {
  /** The columns that tell whom a row is of: a sum has none of them. */
  const telling = columns.filter(({ needed }) => needed).map(({ field }) => field)
  const why = (row: (typeof rows)[number]): Why | undefined => {
    if (row.hidden) return 'hidden'
    if (isHeader(row.cells)) return 'header'
    const bare = telling.filter((field) => row.values[field] === '' || isTotal(row.values[field]))
    const first = row.cells.find((cell) => cell !== '') ?? ''
    if (bare.length > 0 && (isTotal(first) || (bare.length === telling.length && row.cells.some(isTotal))))
      return 'total'
    if (
      isSignature(first) &&
      telling.every((field) => row.values[field] === '' || standsInSignature(row.values[field]))
    )
      return 'signature'
    if (columns.every(({ field }) => row.values[field] === '')) return 'empty'
    return isExample(row, columns, example) ? 'example' : undefined
  }
  const judged = rows.map((row) => ({ row, why: why(row) }))
  const numbers = (wanted: Why) => judged.flatMap((one) => (one.why === wanted ? [one.row.number] : []))
  return {
    rows: judged.flatMap(({ row, why: left }) => (left === undefined ? [row] : [])),
    notes: (['hidden', 'example', 'total', 'signature', 'header', 'empty'] as const).flatMap((wanted) => {
      const left = numbers(wanted)
      return left.length === 0 ? [] : [readNotes.rowsLeft[wanted](left)]
    }),
  }
}
