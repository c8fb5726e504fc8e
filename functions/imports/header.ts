import { MOST_LINES_ABOVE, type Sheet } from '../platform/spreadsheet/spreadsheet.ts'
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
  /** The place of its last line among the sheet's rows. */
  readonly index: number
  /** Its cells; of two lines, what they say together: 聘期 over 开始 is 聘期开始. */
  readonly cells: readonly string[]
  /** Its lines as they stand in the file: printed pages repeat them. */
  readonly lines: readonly (readonly string[])[]
  readonly found: ReadonlyMap<Field, number>
}

/** What each cell of a header may mean, the fullest meaning first. */
type Meanings = readonly (readonly string[])[]

const findColumns = <Field extends string>(
  meanings: Meanings,
  columns: readonly Column<Field>[],
  hidden: ReadonlySet<number>,
): Map<Field, number> => {
  const keys = meanings.map((own, at) =>
    hidden.has(at) ? [] : own.flatMap((cell) => [wholeKey(cell), headerKey(cell)]),
  )
  return new Map(
    columns.flatMap(({ field, names }): [Field, number][] => {
      const wanted = new Set(names.map(wholeKey))
      const at = keys.findIndex((own) => own.some((key) => wanted.has(key)))
      return at < 0 ? [] : [[field, at]]
    }),
  )
}

/** A line whose empty cells belong to the one before them, wherever the line below says something: merged cells in CSV. */
const carried = (upper: readonly string[], lower: readonly string[]): string[] => {
  let last = ''
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const [own = '', below = ''] = [upper[at], lower[at]]
    if (own !== '') last = own
    return own === '' && below !== '' ? last : own
  })
}

/** What two lines mean together: the group's name with the column's, the column's own; alone where one says nothing. */
const together = (upper: readonly string[], lower: readonly string[]): Meanings =>
  carried(upper, lower).map((above, at) => {
    const below = lower[at] ?? ''
    if (below === '' || below === above) return [above]
    return above === '' ? [below] : [`${above}${below}`, below]
  })

/**
 * The row that names most of the columns, among the first ones, alone or with the one below it: above it stand titles
 * and notes. Two lines count where they name more than either alone; a row of data under a header names less. What the
 * program that made the file doesn't show names nothing.
 */
export const findHeader = <Field extends string>(
  { rows, hiddenColumns }: Sheet,
  columns: readonly Column<Field>[],
): Header<Field> | undefined => {
  const hidden = new Set(hiddenColumns)
  let best: Header<Field> | undefined
  const consider = (index: number, meanings: Meanings, lines: Header<Field>['lines']) => {
    const found = findColumns(meanings, columns, hidden)
    if (found.size > (best?.found.size ?? 0))
      best = { index, cells: meanings.map(([first = '']) => first), lines, found }
  }
  const first = rows.slice(0, MOST_LINES_ABOVE + 1)
  for (const [index, { cells, hidden: isHidden }] of first.entries())
    if (!isHidden)
      consider(
        index,
        cells.map((cell) => [cell]),
        [cells],
      )
  for (const [index, { cells, hidden: isHidden }] of first.entries()) {
    const below = rows[index + 1]
    if (!isHidden && below !== undefined && !below.hidden)
      consider(index + 1, together(cells, below.cells), [cells, below.cells])
  }
  return best
}

export const lacking = <Field extends string>(
  header: Header<Field> | undefined,
  columns: readonly Column<Field>[],
): Column<Field>[] => columns.filter(({ field, needed }) => needed && header?.found.has(field) !== true)

/** What each named column of the file was read as. */
export const readColumns = <Field extends string>(
  { cells, found }: Header<Field>,
  columns: readonly Column<Field>[],
): ReadColumn[] => {
  const names = new Map(columns.map(({ field, names: [name] }) => [found.get(field), name]))
  return cells.flatMap((cell, at) =>
    cell === '' ? [] : [{ name: cell.slice(0, LONGEST_HEADER), as: names.get(at) ?? null }],
  )
}
