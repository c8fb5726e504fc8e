import { exampleRates, type RatesSince } from './activity-rates.ts'
import { type CalendarDate, dateOf, FIRST_CALENDAR_YEAR } from './calendar.ts'
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
  /** Art. 39(5) speaks of "the year" of a new hire: that of the hiring, whose induction may lawfully cross New Year. */
  readonly inductionDeemsYearOf: 'completion' | 'hiring'
  /** Art. 39(5) asks for "the time set": the twelve months of Art. 12, or the six that hold as a rule. */
  readonly inductionDeemsWithin: 'limit' | 'due'
  /** Art. 39(5) asks for a passed assessment: one that was failed stands in the way until it is passed later. */
  readonly failedInductionStands: boolean
  /** Art. 7 is about staff: training before the hiring counts toward the induction alone. */
  readonly trainingBeforeHiring: 'induction_only' | 'counts'
  /** Art. 10 speaks of the post held or intended: an induction may begin so many months before the hiring. */
  readonly inductionMonthsBeforeHiring: number
  /** Nothing in Art. 7 or 12 keeps an induction training from counting for its year as well. */
  readonly inductionCountsForTheYear: boolean
  /** Art. 32 allows twelve months after the year; counted from its end, so that everyone's date is the same. */
  readonly makeUpRunsFrom: 'year_end' | 'approval'
  /** Art. 32 sets no time for asking, and a known absence is a ground too: all year, and shortly after it. */
  readonly delayWindow: { readonly opens: MonthAndDay; readonly closesNextYear: MonthAndDay }
  /** Art. 4: whether the year and the session are asked of leaders, who may have rules of their own. */
  readonly leadersExcepted: boolean
  /** Art. 7 names no day: the year is owed by whoever is on the register at its end, or on any day of it. */
  readonly annualAppliesBy: 'last_day' | 'any_day'
  /** Art. 16 is about managers: whoever held such a post for so many months of the term. */
  readonly termSessionMonths: number
  /** Art. 45 says "as a rule": what a training that was completed too late leads to. */
  readonly transferAfterLimit: 'allow' | 'review' | 'refuse'
  /** Art. 21 allows three months after the change: what a training that is still in time leads to. */
  readonly transferWithinWindow: 'allow' | 'hold'
  /** Art. 21, 45: a training that ended in time may still be claimed for so many working days after the last day. */
  readonly transferClaimWorkingDays: number
  /** Art. 8 names no time: a programme's filing that nobody answered for so many working days counts as accepted. */
  readonly filingWorkingDays: number
  /** Art. 46 names no years: so many before the one of the examination are looked at; null: all of them. */
  readonly gradeExamYears: number | null
}

/** What held before each of these parameters existed: readings stored without one keep this value. */
export const readingsOfOld = {
  inductionDeemsWithin: 'limit',
  failedInductionStands: false,
  trainingBeforeHiring: 'counts',
  inductionMonthsBeforeHiring: 0,
  leadersExcepted: true,
  annualAppliesBy: 'last_day',
  termSessionMonths: 0,
  transferAfterLimit: 'review',
  transferWithinWindow: 'hold',
  transferClaimWorkingDays: 0,
  filingWorkingDays: 10,
  gradeExamYears: null,
} as const satisfies Partial<Readings>

export interface Edition {
  readonly name: string
  readonly inForceFrom: CalendarDate
  /** The first year that is assessed. */
  readonly firstYear: number
  readonly tenthsPerHalfDay: Tenths
  readonly halfDaysPerDay: number
  /** No day holds more online hours. */
  readonly onlineTenthsPerDay: Tenths
  /** Practice, conferences, lectures and visits (Art. 37), by the tables of the authority. */
  readonly activities: {
    readonly article: string
    readonly sessionsPerDay: number
    readonly rates: readonly RatesSince[]
  }
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
  /** `daysAfter`: how long a delay may be asked for after what left the year short came late. */
  readonly makeUp: { readonly article: string; readonly months: number; readonly daysAfter: number }
  /** Art. 44: months after a term's end in which it may still be renewed. */
  readonly renewal: { readonly article: string; readonly endedMonths: number }
  readonly deemed: Readonly<Record<DeemedKind, DeemedRule>>
  /** The most that a person pays per class period of 45 minutes, in fen (Art. 26). */
  readonly fees: {
    readonly article: string
    readonly classPeriodMinutes: number
    readonly capFen: Readonly<Record<'remote' | 'theory' | 'practical' | 'expert', number>>
  }
  readonly readings: Readings
}

/** Which readings apply to each year. */
export type EditionOf = (year: number) => Edition

/** Bounds the years that a check looks through. */
export const LAST_ASSESSED_YEAR = 2999

const DAYS = 2

/** The rules in force from 25 January 2024. */
export const edition2024: Edition = {
  name: '2024',
  inForceFrom: dateOf(2024, 1, 25),
  firstYear: 2024,
  tenthsPerHalfDay: tenths(4),
  halfDaysPerDay: 2,
  onlineTenthsPerDay: tenths(24),
  activities: {
    article: '37',
    sessionsPerDay: 2,
    rates: [{ since: dateOf(FIRST_CALENDAR_YEAR, 1, 1), table: exampleRates }],
  },
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
  makeUp: { article: '32', months: 12, daysAfter: 30 },
  renewal: { article: '44', endedMonths: 12 },
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
    inductionDeemsYearOf: 'hiring',
    inductionDeemsWithin: 'limit',
    failedInductionStands: true,
    trainingBeforeHiring: 'induction_only',
    inductionMonthsBeforeHiring: 3,
    inductionCountsForTheYear: true,
    makeUpRunsFrom: 'year_end',
    delayWindow: { opens: { month: 1, day: 1 }, closesNextYear: { month: 1, day: 31 } },
    leadersExcepted: true,
    annualAppliesBy: 'last_day',
    termSessionMonths: 12,
    transferAfterLimit: 'review',
    transferWithinWindow: 'hold',
    transferClaimWorkingDays: 10,
    filingWorkingDays: 10,
    gradeExamYears: 5,
  },
}

/** Every year by the readings of the text: where no authority has set others. */
export const always2024: EditionOf = () => edition2024
