import { daysFrom, parseDate, yearOf } from './calendar.ts'
import { type Edition, edition2024, type Subject } from './edition.ts'
import { allowed, type Ruling, refused } from './refusal.ts'

/** What a provider of online training says that someone completed. */
export interface Completion {
  readonly subject: Subject
  /** `YYYY-MM-DD`, both days included. */
  readonly from: string
  readonly to: string
  readonly tenths: number
  readonly passed: boolean
}

/** What is known of its provider and of the day on which it is delivered. */
export interface Delivered {
  /** Whether the region lists the provider on every day of the training (Art. 41). */
  readonly isListed: boolean
  readonly today: string
}

const daysOf = ({ from, to }: Completion): number => {
  const [start, end] = [parseDate(from), parseDate(to)]
  return start === undefined || end === undefined ? 0 : daysFrom(start, end)
}

/** Online hours a day that are possible, and unlikely: somebody looks at them before they count. */
const LIKELY_TENTHS_A_DAY = 80

/**
 * Whether the rules let a provider's completion count as professional hours at all (Art. 41): of a listed provider, on
 * days that are over and in one year, passed, and no more hours than its days have.
 */
export const judgeCompletion = (
  completion: Completion,
  { isListed, today }: Delivered,
  edition: Edition = edition2024,
): Ruling<
  | 'DATES_INVALID'
  | 'YEAR_CROSSED'
  | 'BEFORE_THE_RULES'
  | 'NOT_OVER'
  | 'NOT_PROFESSIONAL'
  | 'PROVIDER_NOT_LISTED'
  | 'NOT_PASSED'
  | 'HOURS_IMPOSSIBLE'
> => {
  const { subject, from, to, tenths, passed } = completion
  const [start, end] = [parseDate(from), parseDate(to)]
  if (start === undefined || end === undefined || start > end) return refused('DATES_INVALID', '41')
  if (yearOf(start) !== yearOf(end)) return refused('YEAR_CROSSED', '7')
  if (yearOf(start) < edition.firstYear) return refused('BEFORE_THE_RULES', '49')
  if (to > today) return refused('NOT_OVER', '41')
  if (subject !== 'professional') return refused('NOT_PROFESSIONAL', '41')
  if (!isListed) return refused('PROVIDER_NOT_LISTED', '41')
  if (!passed || tenths === 0) return refused('NOT_PASSED', '42')
  return tenths > daysOf(completion) * edition.onlineTenthsPerDay
    ? refused('HOURS_IMPOSSIBLE', '41')
    : allowed
}

/** Whether a completion has more hours a day than people study as a rule (Art. 41). */
export const isUnlikely = (completion: Completion): boolean =>
  completion.tenths > daysOf(completion) * LIKELY_TENTHS_A_DAY

/** Hours of online learning, as far as they fill days. */
export type OnlineHours = Pick<Completion, 'from' | 'to' | 'tenths'>

const likelyIn = (from: string, to: string): number => {
  const [start, end] = [parseDate(from), parseDate(to)]
  return start === undefined || end === undefined ? 0 : daysFrom(start, end) * LIKELY_TENTHS_A_DAY
}

/**
 * Whether a completion has more hours than its days have room for beside what its person learned online else (Art. 41):
 * ten records of one day are one day. Hours may lie on any day of theirs, so what counts is each span around the
 * completion, with all that lies within it whole. Of what is unlikely by itself, and was looked at, no more is taken
 * than its own days hold.
 */
export const isUnlikelyBeside = (completion: OnlineHours, others: readonly OnlineHours[]): boolean => {
  const starts = new Set([completion.from, ...others.map(({ from }) => from)])
  const ends = new Set([completion.to, ...others.map(({ to }) => to)])
  for (const from of starts) {
    if (from > completion.from) continue
    const within = others.filter((one) => one.from >= from)
    for (const to of ends) {
      if (to < completion.to) continue
      const taken = within
        .filter((one) => one.to <= to)
        .reduce((sum, one) => sum + Math.min(one.tenths, likelyIn(one.from, one.to)), 0)
      if (completion.tenths + taken > likelyIn(from, to)) return true
    }
  }
  return false
}
