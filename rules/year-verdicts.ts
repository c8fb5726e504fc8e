import type { AnnualStatus } from './annual.ts'
import { type CalendarDate, yearOf } from './calendar.ts'
import type { InductionProgress } from './induction.ts'
import { add, type Making, type Obstacle, type Verdict } from './verdict.ts'

/** What leaves a year incomplete. */
type Incomplete = Exclude<AnnualStatus, 'met' | 'deemed' | 'not_applicable'>

const verdictOn = (status: Incomplete, justified: boolean): Verdict => {
  switch (status) {
    case 'open':
    case 'inducting':
      return 'hold'
    case 'deferred':
      return 'review'
    case 'overdue':
    case 'short':
      return justified ? 'review' : 'refuse'
  }
}

/** What a year that is not complete means for a business. */
export interface YearVerdict {
  readonly verdict: Verdict
  readonly obstacle: Extract<Obstacle, { obligation: 'annual' }>
}

/**
 * A year's verdict (Art. 7, 32); with a justified reason, a person judges instead of a refusal. Null: nothing stands
 * against the person.
 */
export const judgeYear = (
  year: number,
  status: AnnualStatus,
  justifiedYears: readonly number[],
): YearVerdict | null => {
  if (status === 'met' || status === 'deemed' || status === 'not_applicable') return null
  const justified = justifiedYears.includes(year)
  return {
    verdict: verdictOn(status, justified),
    obstacle: { obligation: 'annual', year, status, justified },
  }
}

/**
 * Adds an induction's verdict (Art. 9, 43): on hold until its limit, after it refused; where the reason is
 * justified, and for talent, a person judges.
 */
export const judgeInduction = (
  found: Making,
  progress: InductionProgress,
  asOf: CalendarDate,
  justifiedYears: readonly number[],
): Making => {
  if (progress.completedOn !== null) return found
  const justified = justifiedYears.includes(yearOf(progress.limitOn))
  const obstacle = { obligation: 'induction', progress, justified } as const
  if (progress.status !== 'overdue') return add(found, asOf <= progress.limitOn ? 'hold' : 'review', obstacle)
  return add(found, justified ? 'review' : 'refuse', obstacle)
}
