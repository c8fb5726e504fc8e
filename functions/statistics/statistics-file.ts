import { writeXlsx } from 'hucre/xlsx'
import { writeCsv } from '../platform/spreadsheet/csv.ts'
import { categories, levels, modes, postTypes, subjects } from '../platform/words.ts'
import type { DeskFigures, Figures, PlaceFigures, Statistics } from './api.ts'
import { percentOf } from './figures.ts'
import { deskWords, figureWords, populationWords, statisticWords as words } from './words.ts'

type Cell = string | number
type Rows = readonly (readonly Cell[])[]

const figureNames = [
  ...(['persons', 'complete', 'short', 'hours', 'public', 'professional', 'online', 'offline'] as const),
  ...(['missingPublic', 'missingProfessional', 'costYuan'] as const),
] as const satisfies readonly (keyof Figures)[]

/** The figures, and the completion rate in percent; nothing where nobody is asked. */
const valuesOf = (figures: Figures): Cell[] => [
  ...figureNames.map((name) => figures[name]),
  figures.rate ?? '',
]

/** Whole numbers of tenths and of fen are added, so that sums are exact. */
const sumOf = (all: readonly number[]): number =>
  all.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100

/** What several organisations come to together. */
const summed = (all: readonly Figures[]): Cell[] => {
  const sums = figureNames.map((name) => sumOf(all.map((figures) => figures[name])))
  const [persons = 0, complete = 0] = sums
  return [...sums, percentOf(complete, persons) ?? '']
}

/** The titles of the figures; of the year beside, with that year and its day. */
const titles = (beside?: NonNullable<Statistics['beside']>): string[] =>
  [...figureNames.map((name) => figureWords[name].zh), words.rate.zh].map((title) =>
    beside === undefined
      ? title
      : `${title}（${beside.year} ${words.year.zh}，${words.asOf.zh} ${beside.asOf}）`,
  )

/** Each figure of the organisation, beside that of the other year where there is one. */
const totalRows = ({ total, beside }: Statistics): Rows => {
  const others = beside === null ? [] : valuesOf(beside.total)
  return [
    [words.what.zh, words.value.zh, ...(beside === null ? [] : [`${beside.year} ${words.year.zh}`])],
    ...valuesOf(total).map((value, nth) => [
      titles()[nth] ?? '',
      value,
      ...(beside === null ? [] : [others[nth] ?? '']),
    ]),
  ]
}

/** The hours of each month by subject, beside those of the other year. */
const monthRows = ({ months, beside }: Statistics): Rows => {
  const names = [figureWords.public.zh, figureWords.professional.zh, figureWords.hours.zh]
  const of = (one: Statistics['months'][number] | undefined): Cell[] =>
    one === undefined ? [] : [one.public, one.professional, sumOf([one.public, one.professional])]
  return [
    [
      words.month.zh,
      ...names,
      ...(beside === null ? [] : names.map((name) => `${name}（${beside.year} ${words.year.zh}）`)),
    ],
    ...months.map((one) => [
      String(one.month),
      ...of(one),
      ...of(beside?.months.find(({ month }) => month === one.month)),
    ]),
  ]
}

const peopleOf = ({ persons, complete, hours }: Pick<Figures, 'persons' | 'complete' | 'hours'>): Cell[] => [
  ...[persons, complete, percentOf(complete, persons) ?? ''],
  hours,
]

/** What the organisation's numbers are made up of, a line each: kind, name, persons, complete, rate, hours. */
const partRows = (of: Statistics): Rows => [
  [
    ...[words.kind.zh, words.what.zh, figureWords.persons.zh, figureWords.complete.zh],
    ...[words.rate.zh, figureWords.hours.zh],
  ],
  ...of.subjects.map(({ key, hours }) => [words.subject.zh, subjects[key].zh, '', '', '', hours]),
  ...of.categories.map(({ key, hours }) => [words.category.zh, categories[key].zh, '', '', '', hours]),
  ...of.modes.map(({ key, hours }) => [words.mode.zh, modes[key].zh, '', '', '', hours]),
  ...of.postTypes.map((one) => [words.postType.zh, postTypes[one.key].zh, ...peopleOf(one)]),
  ...of.quota.map((one) => [
    ...[words.quota.zh, (one.key ? words.quotaStaff : words.established).zh],
    ...peopleOf(one),
  ]),
  ...of.populations.map((one) => [words.population.zh, populationWords[one.key].zh, ...peopleOf(one)]),
  ...of.levels.map((one) => [words.level.zh, levels[one.key].zh, ...peopleOf(one)]),
  ...of.providers.map(({ name, hours }) => [
    ...[words.provider.zh, name ?? words.others.zh, '', '', ''],
    hours,
  ]),
]

/** The organisation and those right below it, a row each, and what the rows below add up to; the other year behind. */
const placeRows = (of: Statistics, places: readonly PlaceFigures[]): Rows => {
  const { beside } = of
  const besideOf = (row: PlaceFigures): Figures[] => (row.beside === null ? [] : [row.beside])
  return [
    [words.organisation.zh, words.organisationId.zh, ...titles(), ...(beside ? titles(beside) : [])],
    ...places.map((row) => [
      ...[row.organisation.name, row.organisation.id],
      ...[...valuesOf(row.figures), ...besideOf(row).flatMap(valuesOf)],
    ]),
    [
      ...[words.ownSum.zh, '', ...summed(places.map(({ figures }) => figures))],
      ...(beside ? summed(places.flatMap(besideOf)) : []),
    ],
    [
      ...[`${of.organisation.name}（${words.total.zh}）`, of.organisation.id, ...valuesOf(of.total)],
      ...(beside ? valuesOf(beside.total) : []),
    ],
  ]
}

const deskNames = [
  ...(['decided', 'waitedDays', 'late', 'returned', 'refused', 'takenBack', 'corrected'] as const),
  ...(['open', 'openLate'] as const),
] as const satisfies readonly (keyof DeskFigures)[]

/** The desks right below, a row each, and the organisation's own, which is not their sum. */
const deskRows = (of: Statistics, places: readonly PlaceFigures[]): Rows => [
  [words.organisation.zh, words.organisationId.zh, ...deskNames.map((name) => deskWords[name].zh)],
  ...[...places, of].map(({ organisation, desk }) => [
    ...[organisation.name, organisation.id],
    ...deskNames.map((name) => desk[name]),
  ]),
]

/** Of what, as of which day; the other year as of the same day of its own. */
const head = ({ organisation, year, asOf, beside }: Statistics): string =>
  [
    `${organisation.name} ${year} ${words.year.zh}，${words.asOf.zh} ${asOf}`,
    ...(beside === null
      ? []
      : [`${words.besideYear.zh} ${beside.year} ${words.year.zh}，${words.asOf.zh} ${beside.asOf}`]),
  ].join('；')

/** As a workbook of five sheets, numbers as numbers. Exports are offices' papers: in Chinese. */
export const statisticsXlsx = (of: Statistics, places: readonly PlaceFigures[]): Promise<Uint8Array> => {
  const sheet = (name: string, widths: readonly number[], rows: Rows) => ({
    name,
    columns: widths.map((width) => ({ width })),
    rows: [[head(of)], ...rows].map((row) => [...row]),
    freezePane: { rows: 2 },
  })
  const columns = titles().length * (of.beside === null ? 1 : 2)
  return writeXlsx({
    sheets: [
      sheet(words.total.zh, [24, 16, 16], totalRows(of)),
      sheet(words.month.zh, [10, 16, 16, 16, 16, 16, 16], monthRows(of)),
      sheet(words.parts.zh, [16, 30, 14, 14, 14, 14], partRows(of)),
      sheet(words.places.zh, [36, 20, ...Array.from({ length: columns }, () => 16)], placeRows(of, places)),
      sheet(words.desks.zh, [36, 20, ...deskNames.map(() => 16)], deskRows(of, places)),
    ],
  })
}

/** As CSV: the tables, one below the other. */
export const statisticsCsv = (of: Statistics, places: readonly PlaceFigures[]): string =>
  writeCsv(
    [
      ...[[head(of)], ...totalRows(of), [], ...monthRows(of), [], ...partRows(of), []],
      ...[...placeRows(of, places), [], ...deskRows(of, places)],
    ].map((row) => row.map(String)),
  )
