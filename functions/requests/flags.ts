import { edition2024 } from '../../rules/edition.ts'
import { LedgerBrokenError } from '../platform/ledger-broken.ts'
import { refusals } from '../platform/refusal-table.ts'
import type { Table } from '../platform/table.ts'
import { isYearClosed } from '../registers/closed-years.ts'
import { type EditionOf, editionsFor } from '../registers/edition-for.ts'
import { assessFacts, assessStaff } from '../staff/due-obligations.ts'
import { factsInForce } from '../staff/facts-in-force.ts'
import type { LedgerCredit } from '../staff/ledger.ts'
import { readStaff } from '../staff/staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { type Flag, flagged } from './flag.ts'
import { twinNotice, twinsOf } from './likeness.ts'
import { type Request, type TrainingLine, yearsOf } from './request.ts'
import type { Task } from './task.ts'
import { daysFullText, yearClosedText } from './words.ts'

/**
 * What a desk should know of a request when it decides, as it stands now: what was found when it was filed, likely twins
 * (also those that were filed later), days that are full by now, years that were closed meanwhile.
 */

/** A person's hours of a year so far, in tenths, and what its two minima still lack. */
export interface SoFar {
  readonly year: number
  readonly publicTenths: number
  readonly professionalTenths: number
  readonly missing: { readonly public: number; readonly professional: number }
}

export interface Context {
  readonly flags: readonly Flag[]
  readonly soFar: readonly SoFar[]
}

/** The lines of a training that a task decides on, with their places. */
const linesAt = (request: Request, { line }: Pick<Task, 'line'>): (readonly [number, TrainingLine])[] =>
  request.type === 'recognition'
    ? [...request.lines.entries()].filter(
        ([place, { status }]) => status === 'in_review' && (line === undefined || place === line),
      )
    : []

/** An offline training as a credit that takes half-days of its days, whatever else it may serve. */
const asCredit = (place: number, { subject, mode, from, to, claimedTenths, grantedTenths }: TrainingLine) =>
  ({
    id: `line ${place}`,
    category: 'in_service',
    ...{ subject, mode, from, to },
    halfDays: (grantedTenths ?? claimedTenths) / edition2024.tenthsPerHalfDay,
  }) satisfies LedgerCredit

/**
 * How many half-days of a task's lines find no room on their days beside what is credited (Art. 39(1)): where days are
 * full already, it is said how many hours will count.
 */
const daysFull = (
  { person, entries }: StaffRecord,
  lines: readonly (readonly [number, TrainingLine])[],
  day: string,
  editionOf: EditionOf,
): Flag[] => {
  const offline = lines.filter(([, { mode, activity }]) => mode === 'offline' && activity === false)
  if (offline.length === 0) return []
  const claimed = offline.map(([place, line]) => ({
    kind: 'credit' as const,
    credit: asCredit(place, line),
  }))
  const facts = [...factsInForce(entries), ...claimed]
  const { ignored } = assessFacts(person, facts, Number(day.slice(0, 4)), day, editionOf)
  return claimed.flatMap(({ credit }) => {
    const lost = ignored.find(({ creditId, reason }) => creditId === credit.id && reason === 'day_full')
    return lost?.halfDaysCut === undefined
      ? []
      : [flagged('DAYS_FULL', daysFullText(credit, credit.halfDays - lost.halfDaysCut), '39')]
  })
}

/** Finds the years of requests that were closed, each year looked up once: an approval corrects their results. */
export const closedYears = (table: Table): ((request: Request) => Promise<Flag[]>) => {
  const looked = new Map<number, Promise<boolean>>()
  const isClosed = (year: number): Promise<boolean> => {
    const found = looked.get(year) ?? isYearClosed(table, year)
    looked.set(year, found)
    return found
  }
  return async (request) => {
    const years = await Promise.all(
      yearsOf(request).map(async (year) => ((await isClosed(year)) ? [year] : [])),
    )
    return years.flat().map((year) => flagged('YEAR_CLOSED', yearClosedText(year), '32'))
  }
}

const soFarIn = (staff: StaffRecord, years: readonly number[], day: string, editionOf: EditionOf): SoFar[] =>
  years.map((year) => {
    const { publicTenths, professionalTenths, missing } = assessStaff(staff, year, day, editionOf).annual
    return { year, publicTenths, professionalTenths, missing }
  })

/** The flags of a task that can be decided, and the person's hours of the years that it concerns, as of a day. */
export const contextOf = async (
  table: Table,
  request: Request,
  task: Pick<Task, 'line'>,
  day: string,
): Promise<Context> => {
  const kept = (request.notices ?? []).filter(({ code }) => code !== 'TWIN')
  const closed = await closedYears(table)(request)
  const { staffId } = request
  if (staffId === undefined) return { flags: [...kept, ...closed], soFar: [] }
  const staff = await readStaff(table, staffId).catch((error: unknown) => {
    if (error instanceof LedgerBrokenError) return 'broken' as const
    throw error
  })
  const twins = request.type === 'recognition' ? await twinsOf(table, staffId, request, request.id) : []
  const found = [...twins.map(twinNotice), ...kept, ...closed]
  if (staff === 'broken')
    return { flags: [flagged('LEDGER_BROKEN', refusals.LEDGER_BROKEN.title), ...found], soFar: [] }
  if (staff === undefined) return { flags: found, soFar: [] }
  const editionOf = await editionsFor(table, Number(day.slice(0, 4)))
  return {
    flags: [...daysFull(staff, linesAt(request, task), day, editionOf), ...found],
    soFar: soFarIn(staff, yearsOf(request), day, editionOf),
  }
}
