import { hours } from '../../rules/hours.ts'
import { type Level, Population } from '../platform/terms.ts'
import type { Choice, DeskFigures, Figures, Statistics } from './api.ts'
import { type Cell, type Cells, cellOf, type DeskMeasure, keyOf } from './cells.ts'

type Chosen = Pick<Choice, 'postType' | 'quota' | 'population' | 'subject' | 'category' | 'mode'>

const fits = <T>(wanted: T | undefined, value: T): boolean => wanted === undefined || wanted === value

/** Whether a cell belongs to what was chosen. Providers and cost are told by nothing else. */
const isChosen = ({ postType, quota, population, subject, category, mode }: Chosen, cell: Cell): boolean => {
  if (cell.kind === 'provider' || cell.kind === 'cost') return true
  if (cell.kind === 'desk') return false
  if (!fits(postType, cell.postType) || !fits(quota, cell.quota)) return false
  if (!fits(population, cell.population)) return false
  if (cell.kind === 'people') return true
  return fits(subject, cell.subject) && fits(category, cell.category) && fits(mode, cell.mode)
}

const chosenIn = (cells: Cells, choice: Chosen): (readonly [Cell, number])[] =>
  Object.entries(cells)
    .map(([key, value]) => [cellOf(key), value] as const)
    .filter(([cell]) => isChosen(choice, cell))

type Hours = Extract<Cell, { kind: 'hours' }>
type People = Extract<Cell, { kind: 'people' }>

/** Sums over cells of one kind; whole numbers. */
const sums = (cells: Cells, choice: Chosen) => {
  const all = chosenIn(cells, choice)
  return {
    all,
    hours: (which: (cell: Hours) => boolean = () => true): number =>
      hours(
        all.reduce((sum, [cell, value]) => (cell.kind === 'hours' && which(cell) ? sum + value : sum), 0),
      ),
    people: (measure: People['measure'], which: (cell: People) => boolean = () => true): number =>
      all.reduce(
        (sum, [cell, value]) =>
          cell.kind === 'people' && cell.measure === measure && which(cell) ? sum + value : sum,
        0,
      ),
  }
}

/**
 * A part of a whole in percent, rounded half up to one decimal; 100 only where it is the whole, and null where there is
 * none.
 */
export const percentOf = (part: number, whole: number): number | null => {
  if (whole === 0) return null
  const rounded = Math.floor((part * 2000 + whole) / (2 * whole)) / 10
  return part < whole ? Math.min(rounded, 99.9) : rounded
}

/** An organisation's numbers by what it counts. */
export const figuresOf = (cells: Cells, choice: Chosen): Figures => {
  const sum = sums(cells, choice)
  const persons = sum.people('asked')
  const complete = sum.people('complete')
  return {
    persons,
    complete,
    short: persons - complete,
    rate: percentOf(complete, persons),
    hours: sum.hours(),
    public: sum.hours(({ subject }) => subject === 'public'),
    professional: sum.hours(({ subject }) => subject === 'professional'),
    online: sum.hours(({ mode }) => mode === 'online'),
    offline: sum.hours(({ mode }) => mode === 'offline'),
    missingPublic: hours(sum.people('missing_public')),
    missingProfessional: hours(sum.people('missing_professional')),
    costYuan: sum.all.reduce((all, [cell, value]) => (cell.kind === 'cost' ? all + value : all), 0) / 100,
  }
}

/** A desk's numbers by what its organisation counts, and by what lies there now: of open tasks, and of those past their day. */
export const deskFiguresOf = (
  cells: Cells,
  desk: string,
  now: Pick<DeskFigures, 'open' | 'openLate'>,
): DeskFigures => {
  const of = (measure: DeskMeasure): number => cells[keyOf({ kind: 'desk', measure, desk })] ?? 0
  return {
    ...{ decided: of('decided'), waitedDays: of('waited'), late: of('late') },
    ...{ returned: of('returned'), refused: of('refused'), takenBack: of('taken_back') },
    ...{ corrected: of('corrected'), ...now },
  }
}

const MONTHS = Array.from({ length: 12 }, (_, place) => place + 1)

/** The numbers by each dimension; `nameOf` says what a listed provider is called. */
export const partsOf = (
  cells: Cells,
  choice: Chosen,
  nameOf: (providerId: string) => string | null,
): Omit<Statistics, 'year' | 'asOf' | 'organisation' | 'total' | 'desk' | 'beside' | 'levels'> => {
  const sum = sums(cells, choice)
  const postTypes = ['management', 'professional', 'worker'] as const
  return {
    months: MONTHS.map((month) => ({
      month,
      public: sum.hours((one) => one.month === month && one.subject === 'public'),
      professional: sum.hours((one) => one.month === month && one.subject === 'professional'),
    })),
    subjects: (['public', 'professional'] as const).map((key) => ({
      key,
      hours: sum.hours(({ subject }) => subject === key),
    })),
    categories: (['in_service', 'induction', 'transfer', 'special'] as const).map((key) => ({
      key,
      hours: sum.hours(({ category }) => category === key),
    })),
    modes: (['offline', 'online'] as const).map((key) => ({
      key,
      hours: sum.hours(({ mode }) => mode === key),
    })),
    postTypes: postTypes.map((key) => ({
      key,
      persons: sum.people('asked', ({ postType }) => postType === key),
      complete: sum.people('complete', ({ postType }) => postType === key),
      hours: sum.hours(({ postType }) => postType === key),
    })),
    quota: [false, true].map((key) => ({
      key,
      persons: sum.people('asked', ({ quota }) => quota === key),
      complete: sum.people('complete', ({ quota }) => quota === key),
      hours: sum.hours(({ quota }) => quota === key),
    })),
    populations: Population.options.map((key) => ({
      key,
      persons: sum.people('asked', ({ population }) => population === key),
      complete: sum.people('complete', ({ population }) => population === key),
      hours: sum.hours(({ population }) => population === key),
    })),
    providers: sum.all
      .flatMap(([cell, value]) =>
        cell.kind === 'provider'
          ? [{ id: cell.provider, name: nameOf(cell.provider), hours: hours(value) }]
          : [],
      )
      // The largest first; those whom nobody lists last.
      .sort(
        (one, other) => Number(one.id === 'other') - Number(other.id === 'other') || other.hours - one.hours,
      ),
  }
}

/** The numbers by the level of whoever counts them. */
export const levelsOf = (
  levels: readonly (readonly [Level, Cells])[],
  choice: Chosen,
): Statistics['levels'] =>
  levels.map(([key, cells]) => {
    const { persons, complete, hours } = figuresOf(cells, choice)
    return { key, persons, complete, hours }
  })
