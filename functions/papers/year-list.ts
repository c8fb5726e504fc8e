import { type Cell, writeXlsx } from 'hucre'
import { postTypes } from '../platform/words.ts'
import { obligationStatuses } from '../staff/words.ts'
import { resultStatuses } from '../year/words.ts'
import type { YearHours, YearRow } from '../year/year-rows.ts'
import type { Paper } from './paper.ts'
import { paperWords } from './words.ts'

const words = paperWords.list

const figures = [
  'total',
  'public',
  'professional',
  'online',
  'offline',
  'missingPublic',
  'missingProfessional',
] as const satisfies readonly (keyof YearHours)[]

/** Columns before the figures, by their words; the widths of an Excel file, the shares of a page. */
const people = [
  { key: 'staffNo', width: 14, share: 9 },
  { key: 'name', width: 14, share: 13 },
  { key: 'postType', width: 16, share: 11 },
  { key: 'hiredOn', width: 13, share: 10 },
  { key: 'status', width: 14, share: 10 },
] as const

const statuses = { ...obligationStatuses, ...resultStatuses }

const textsOf = ({ person, status }: YearRow) => ({
  staffNo: person.staffNo ?? '',
  name: person.name,
  postType: postTypes[person.postType].zh,
  hiredOn: person.hiredOn,
  status: status === null ? words.unsound : statuses[status].zh,
})

/** The figures of whoever owes the year something; nobody else's stand on the list or in its sums (Art. 7). */
const hoursAsked = ({ status, hours }: YearRow): YearHours | null =>
  status === 'not_applicable' ? null : hours

/** Hours have one decimal place at most: summed as whole tenths. */
const sumOf = (rows: readonly YearRow[], figure: keyof YearHours): number =>
  rows.reduce((all, row) => all + Math.round((hoursAsked(row)?.[figure] ?? 0) * 10), 0) / 10

const letterOf = (place: number): string => String.fromCharCode(65 + place)

/**
 * An institution's year as an Excel file for further work: the header stays in sight, each column filters, days
 * are days and numbers numbers, staff numbers keep their zeros, and the last row adds up. The import of persons
 * takes it back: it reads number, name, post and day, names what it ignores, and leaves the sum out.
 */
export const yearListWorkbook = (year: number, rows: readonly YearRow[]): Promise<Uint8Array> => {
  const header = [
    ...people.map(({ key }) => words[key]),
    ...figures.map((figure) => words[figure]),
    words.staffId,
  ]
  const last = rows.length + 1
  const first = people.length
  const cells = new Map<string, Partial<Cell>>(
    header.map((value, at) => [`0,${at}`, { value, style: { font: { bold: true } } }] as const),
  )
  for (const [place, row] of rows.entries()) {
    const day = new Date(`${row.person.hiredOn}T00:00:00Z`)
    cells.set(`${place + 1},3`, { value: day, type: 'date', style: { numFmt: 'yyyy-mm-dd' } })
  }
  for (const [place, figure] of figures.entries()) {
    const letter = letterOf(first + place)
    cells.set(`${last},${first + place}`, {
      value: sumOf(rows, figure),
      formula: `SUBTOTAL(109,${letter}2:${letter}${last})`,
      formulaResult: sumOf(rows, figure),
      style: { font: { bold: true } },
    })
  }
  return writeXlsx({
    sheets: [
      {
        name: words.sheet(year),
        columns: [
          ...people.map(({ key, width }) => ({
            width,
            ...(key === 'staffNo' ? { style: { numFmt: '@' } } : {}),
          })),
          ...figures.map(() => ({ width: 12 })),
          { width: 16, style: { numFmt: '@' } },
        ],
        rows: [
          [...header],
          ...rows.map((row) => {
            const texts = textsOf(row)
            return [
              ...people.map(({ key }) => texts[key]),
              ...figures.map((figure) => hoursAsked(row)?.[figure] ?? null),
              row.person.id,
            ]
          }),
          [paperWords.sum, words.persons(rows.length)],
        ],
        cells,
        freezePane: { rows: 1, columns: 2 },
        autoFilter: { range: `A1:${letterOf(header.length - 1)}${last}` },
      },
    ],
  })
}

/** The same on paper. */
export const yearListPaper = (
  {
    year,
    institution,
    madeOn,
  }: { readonly year: number; readonly institution: string; readonly madeOn: string },
  rows: readonly YearRow[],
): Paper => ({
  title: words.title(year),
  subtitle: institution,
  isLandscape: true,
  madeOn,
  parts: [
    {
      kind: 'table',
      title: words.persons(rows.length),
      none: paperWords.none,
      columns: [
        ...people.map(({ key, share }) => ({ title: words[key], share })),
        ...figures.map((figure) => ({ title: words[figure], share: 8, isNumber: true as const })),
      ],
      rows: rows.map((row) => {
        const texts = textsOf(row)
        return [
          ...people.map(({ key }) => texts[key]),
          ...figures.map((figure) => String(hoursAsked(row)?.[figure] ?? '')),
        ]
      }),
      sum: [
        paperWords.sum,
        ...people.slice(1).map(() => ''),
        ...figures.map((figure) => String(sumOf(rows, figure))),
      ],
    },
  ],
})
