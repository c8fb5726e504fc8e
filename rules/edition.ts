import { type CalendarDate, dateOf } from './calendar.ts'
import { type Tenths, tenths } from './hours.ts'

export type Subject = 'public' | 'professional'
export type Category = 'induction' | 'in_service' | 'transfer' | 'special'
export type Mode = 'online' | 'offline'
export type PostType = 'management' | 'professional' | 'worker'
export type DeemedKind =
  | 'research_project'
  | 'degree_course'
  | 'qualification_exam'
  | 'skill_grade_exam'
  | 'entrepreneurship_leave'
  | 'discretionary'

/** Reached by hours or by offline half-days, whichever comes first. */
export interface Requirement {
  readonly article: string
  readonly tenths: Tenths
  readonly halfDays: number
}

interface DeemedRule {
  readonly article: string
  /** What it completes: a subject, the whole year, or what the decision grants. */
  readonly completes: 'professional' | 'both' | 'granted'
  readonly workersOnly: boolean
}

interface MonthAndDay {
  readonly month: number
  readonly day: number
}

/**
 * Where the text is open, the platform must choose. Each choice is a parameter, so that the authority can decide
 * otherwise without a change of code.
 */
export interface Readings {
  /** Art. 7 names two totals, 90 hours or 12 days, then the two minima. The minima follow both, so they hold under either. */
  readonly minimaHoldUnderEitherTotal: boolean
  /** Art. 39(1) converts days into hours, offline only; nothing converts online hours into days. Null: no value in days. */
  readonly onlineTenthsPerHalfDay: Tenths | null
  /** Art. 39(5) speaks of "the year" of a new hire; it is the year in which the induction is completed. */
  readonly inductionDeemsYearOf: 'completion' | 'hiring'
  /** Nothing in Art. 7 or 12 keeps an induction training from counting for its year as well. */
  readonly inductionCountsForTheYear: boolean
  /** Art. 32 allows twelve months after the year; counted from its end, so that everyone's date is the same. */
  readonly makeUpRunsFrom: 'year_end' | 'approval'
  /** Art. 32 sets no time for asking: from shortly before the year's end to shortly after it. */
  readonly delayWindow: { readonly opens: MonthAndDay; readonly closesNextYear: MonthAndDay }
}

export interface Edition {
  readonly name: string
  readonly inForceFrom: CalendarDate
  /** The first year that is assessed. */
  readonly firstYear: number
  readonly tenthsPerHalfDay: Tenths
  readonly halfDaysPerDay: number
  readonly annual: {
    readonly article: string
    readonly tenths: Tenths
    readonly halfDays: number
    readonly publicTenths: Tenths
    readonly professionalTenths: Tenths
  }
  readonly induction: Requirement & { readonly dueMonths: number; readonly limitMonths: number }
  readonly termSession: Requirement
  readonly transfer: Requirement & { readonly dueMonths: number }
  readonly makeUp: { readonly article: string; readonly months: number }
  readonly deemed: Readonly<Record<DeemedKind, DeemedRule>>
  /** The most that a person pays per class period of 45 minutes, in fen (Art. 26). */
  readonly fees: {
    readonly article: string
    readonly classPeriodMinutes: number
    readonly capFen: Readonly<Record<'remote' | 'theory' | 'practical' | 'expert', number>>
  }
  readonly readings: Readings
}

/** Nobody asks about later years, and so the years that a check looks through stay few. */
export const LAST_ASSESSED_YEAR = 2999

const DAYS = 2

/** The rules in force from 25 January 2024. */
export const edition2024: Edition = {
  name: '2024',
  inForceFrom: dateOf(2024, 1, 25),
  firstYear: 2024,
  tenthsPerHalfDay: tenths(4),
  halfDaysPerDay: 2,
  annual: {
    article: '7',
    tenths: tenths(90),
    halfDays: 12 * DAYS,
    publicTenths: tenths(30),
    professionalTenths: tenths(60),
  },
  induction: { article: '12', tenths: tenths(40), halfDays: 5 * DAYS, dueMonths: 6, limitMonths: 12 },
  termSession: { article: '16', tenths: tenths(20), halfDays: 3 * DAYS },
  transfer: { article: '21', tenths: tenths(40), halfDays: 5 * DAYS, dueMonths: 3 },
  makeUp: { article: '32', months: 12 },
  deemed: {
    research_project: { article: '39(2)', completes: 'professional', workersOnly: false },
    degree_course: { article: '39(3)', completes: 'professional', workersOnly: false },
    qualification_exam: { article: '39(3)', completes: 'professional', workersOnly: false },
    skill_grade_exam: { article: '39(4)', completes: 'professional', workersOnly: true },
    entrepreneurship_leave: { article: '39(5)', completes: 'both', workersOnly: false },
    discretionary: { article: '39(6)', completes: 'granted', workersOnly: false },
  },
  fees: {
    article: '26',
    classPeriodMinutes: 45,
    capFen: { remote: 400, theory: 600, practical: 800, expert: 1000 },
  },
  readings: {
    minimaHoldUnderEitherTotal: true,
    onlineTenthsPerHalfDay: null,
    inductionDeemsYearOf: 'completion',
    inductionCountsForTheYear: true,
    makeUpRunsFrom: 'year_end',
    delayWindow: { opens: { month: 10, day: 1 }, closesNextYear: { month: 1, day: 31 } },
  },
}
