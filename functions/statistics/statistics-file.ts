import { writeXlsx } from 'hucre/xlsx'
import { writeCsv } from '../platform/spreadsheet/csv.ts'
import { categories, modes, postTypes, subjects } from '../platform/words.ts'
import type { DeskFigures, Figures, PlaceFigures, Statistics } from './api.ts'
import { deskWords, figureWords, populationWords, statisticWords as words } from './words.ts'

type Cell = string | number
type Rows = readonly (readonly Cell[])[]

const figureNames = [
  ...(['persons', 'complete', 'short', 'hours', 'public', 'professional', 'online', 'offline'] as const),
  ...(['missingPublic', 'missingProfessional', 'costYuan'] as const),
] as const satisfies readonly (keyof Figures)[]

const valuesOf = (figures: Figures): number[] => figureNames.map((name) => figures[name])

/** Whole numbers of tenths and of fen are added, so that sums are exact. */
const sumOf = (all: readonly number[]): number =>
  all.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100

/** What the page shows of the organisation itself, a line each: kind, name, persons, complete, hours. */
const overviewRows = (of: Statistics): Rows => [
  [words.kind.zh, words.what.zh, figureWords.persons.zh, figureWords.complete.zh, figureWords.hours.zh],
  [words.total.zh, '', of.total.persons, of.total.complete, of.total.hours],
  ...of.months.map(({ month, ...hours }) => [
    words.month.zh,
    `${of.year}-${String(month).padStart(2, '0')}`,
    '',
    '',
    sumOf([hours.public, hours.professional]),
  ]),
  ...of.subjects.map(({ key, hours }) => [words.subject.zh, subjects[key].zh, '', '', hours]),
  ...of.categories.map(({ key, hours }) => [words.category.zh, categories[key].zh, '', '', hours]),
  ...of.modes.map(({ key, hours }) => [words.mode.zh, modes[key].zh, '', '', hours]),
  ...of.postTypes.map(({ key, persons, complete, hours }) => [
    ...[words.postType.zh, postTypes[key].zh],
    ...[persons, complete, hours],
  ]),
  ...of.quota.map(({ key, persons, complete, hours }) => [
    ...[words.quota.zh, (key ? words.quotaStaff : words.established).zh],
    ...[persons, complete, hours],
  ]),
  ...of.populations.map(({ key, persons, complete, hours }) => [
    ...[words.population.zh, populationWords[key].zh],
    ...[persons, complete, hours],
  ]),
  ...of.providers.map(({ name, hours }) => [words.provider.zh, name ?? words.others.zh, '', '', hours]),
]

/** The organisation and those right below it, a row each, and what the rows below add up to. */
const placeRows = (of: Statistics, places: readonly PlaceFigures[]): Rows => [
  [words.organisation.zh, words.organisationId.zh, ...figureNames.map((name) => figureWords[name].zh)],
  ...places.map(({ organisation, figures }) => [organisation.name, organisation.id, ...valuesOf(figures)]),
  [words.ownSum.zh, '', ...figureNames.map((name) => sumOf(places.map(({ figures }) => figures[name])))],
  [`${of.organisation.name}（${words.total.zh}）`, of.organisation.id, ...valuesOf(of.total)],
]

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

const head = (of: Statistics): string =>
  `${of.organisation.name} ${of.year} ${words.year.zh}，${words.asOf.zh} ${of.asOf}`

/** As a workbook of three sheets, numbers as numbers. Exports are offices' papers: in Chinese. */
export const statisticsXlsx = (of: Statistics, places: readonly PlaceFigures[]): Promise<Uint8Array> => {
  const sheet = (name: string, widths: readonly number[], rows: Rows) => ({
    name,
    columns: widths.map((width) => ({ width })),
    rows: [[head(of)], ...rows].map((row) => [...row]),
    freezePane: { rows: 2 },
  })
  return writeXlsx({
    sheets: [
      sheet(words.total.zh, [16, 30, 14, 14, 14], overviewRows(of)),
      sheet(words.places.zh, [36, 20, ...figureNames.map(() => 16)], placeRows(of, places)),
      sheet(words.desks.zh, [36, 20, ...deskNames.map(() => 16)], deskRows(of, places)),
    ],
  })
}

/** As CSV: the tables, one below the other. */
export const statisticsCsv = (of: Statistics, places: readonly PlaceFigures[]): string =>
  writeCsv(
    [[head(of)], ...overviewRows(of), [], ...placeRows(of, places), [], ...deskRows(of, places)].map((row) =>
      row.map(String),
    ),
  )
