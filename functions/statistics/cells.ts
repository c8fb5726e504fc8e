import type { Population } from '../platform/terms.ts'

/**
 * The cube's cells: numbers by a short key. What a person's year comes to, what an organisation counts, and any
 * difference between two of them are cells; all numbers are whole (hours in tenths, money in fen), so sums are exact.
 */
export type Cells = Readonly<Record<string, number>>

const postLetters = { management: 'm', professional: 'p', worker: 'w' } as const
const subjectLetters = { public: 'p', professional: 'r' } as const
const categoryLetters = { in_service: 'n', induction: 'i', transfer: 't', special: 's' } as const
/**
 * Whose staff somebody is (Art. 47). Whoever is of an institution needs no letter, so that cells from before say so too; a
 * further kind is one more letter here, with its words.
 */
const populationLetters = { institution: '', organ_worker: 'o' } as const satisfies Record<Population, string>
const modeLetters = { offline: 'f', online: 'o' } as const

export type PostType = keyof typeof postLetters
export type Subject = keyof typeof subjectLetters
export type Category = keyof typeof categoryLetters
export type Mode = keyof typeof modeLetters

/** Of whom: a type of post, whether within the establishment or quota staff (Art. 7), and whose staff (Art. 47). */
export interface Whom {
  readonly postType: PostType
  readonly quota: boolean
  readonly population: Population
}

/** A recognised training by what it is counted by; `month`, of its first day, 1 to 12. */
export interface Training extends Whom {
  readonly month: number
  readonly subject: Subject
  readonly category: Category
  readonly mode: Mode
}

/** What is counted of people: of whom the year asks something, whose is complete, and the hours that others lack. */
export type Measure = 'asked' | 'complete' | 'missing_public' | 'missing_professional'
const measureLetters = {
  asked: 'n',
  complete: 'c',
  missing_public: 'x',
  missing_professional: 'y',
} as const satisfies Record<Measure, string>

/**
 * What is counted of a desk's work: decisions, the working days that they waited there, those made after their day,
 * returned, refused, taken back; and what of its hours was corrected by others later (Art. 35).
 */
export type DeskMeasure = 'decided' | 'waited' | 'late' | 'returned' | 'refused' | 'taken_back' | 'corrected'
const deskLetters = {
  decided: 'd',
  waited: 'w',
  late: 'l',
  returned: 'r',
  refused: 'f',
  taken_back: 't',
  corrected: 'c',
} as const satisfies Record<DeskMeasure, string>

/** What a cell counts. */
export type Cell =
  | ({ readonly kind: 'hours' } & Training)
  | ({ readonly kind: 'people'; readonly measure: Measure } & Whom)
  /** Hours by who held the training: the id of a listed provider, or `other`. */
  | { readonly kind: 'provider'; readonly provider: string }
  /** What participants paid, in fen, where the platform knows it: of classes that were filed and closed here. */
  | { readonly kind: 'cost' }
  /** Of a desk, named by its organisation: nobody who sits there is counted apart. */
  | { readonly kind: 'desk'; readonly measure: DeskMeasure; readonly desk: string }

const whom = ({ postType, quota, population }: Whom): string =>
  `${postLetters[postType]}${quota ? 'q' : 'e'}${populationLetters[population]}`

/** The key of a cell, such as `h05pnfpe`. */
export const keyOf = (cell: Cell): string => {
  switch (cell.kind) {
    case 'hours':
      return [
        'h',
        String(cell.month).padStart(2, '0'),
        subjectLetters[cell.subject],
        categoryLetters[cell.category],
        modeLetters[cell.mode],
        whom(cell),
      ].join('')
    case 'people':
      return `${measureLetters[cell.measure]}${whom(cell)}`
    case 'provider':
      return `v${cell.provider}`
    case 'cost':
      return 'f'
    case 'desk':
      return `k${deskLetters[cell.measure]}${cell.desk}`
  }
}

class CellUnreadableError extends Error {
  override name = 'CellUnreadableError'
}

const named = <Name extends string>(letters: Readonly<Record<Name, string>>, letter: string | undefined) => {
  for (const name in letters) if (letters[name] === letter) return name
  throw new CellUnreadableError(`No cell has the letter ${letter}.`)
}

const whomIn = (letters: string): Whom => ({
  postType: named(postLetters, letters[0]),
  quota: letters[1] === 'q',
  population: named(populationLetters, letters.slice(2)),
})

/** What a key stands for. @throws CellUnreadableError for a key that `keyOf` never made */
export const cellOf = (key: string): Cell => {
  const rest = key.slice(1)
  switch (key[0]) {
    case 'h':
      return {
        kind: 'hours',
        month: Number(rest.slice(0, 2)),
        subject: named(subjectLetters, rest[2]),
        category: named(categoryLetters, rest[3]),
        mode: named(modeLetters, rest[4]),
        ...whomIn(rest.slice(5)),
      }
    case 'v':
      return { kind: 'provider', provider: rest }
    case 'f':
      return { kind: 'cost' }
    case 'k':
      return { kind: 'desk', measure: named(deskLetters, rest[0]), desk: rest.slice(1) }
    default:
      return { kind: 'people', measure: named(measureLetters, key[0]), ...whomIn(rest) }
  }
}

const plus = (cells: Cells, more: Cells, sign: 1 | -1): Cells => {
  const sum: Record<string, number> = { ...cells }
  for (const [key, value] of Object.entries(more)) {
    const after = (sum[key] ?? 0) + sign * value
    // A cell that counts nothing isn't kept, so that equal counts are equal cells.
    if (after === 0) delete sum[key]
    else sum[key] = after
  }
  return sum
}

export const addCells = (cells: Cells, more: Cells): Cells => plus(cells, more, 1)
export const subtractCells = (cells: Cells, less: Cells): Cells => plus(cells, less, -1)
export const sumCells = (all: Iterable<Cells>): Cells => {
  let sum: Cells = {}
  for (const one of all) sum = addCells(sum, one)
  return sum
}
export const isNothing = (cells: Cells): boolean => Object.keys(cells).length === 0
