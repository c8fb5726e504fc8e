import type { AnnualStatus } from './annual.ts'
import { type CalendarDate, yearOf } from './calendar.ts'
import type { InductionProgress } from './induction.ts'
import { add, type Making, type Verdict } from './verdict.ts'

const verdictOn = (status: AnnualStatus, justified: boolean): Verdict => {
  switch (status) {
    case 'not_applicable':
    case 'met':
    case 'deemed':
      return 'allow'
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

/** Adds what a year leads to (Art. 7, 32): a justified reason keeps it from refusing, and a person judges. */
export const judgeYear = (
  found: Making,
  year: number,
  status: AnnualStatus,
  justifiedYears: readonly number[],
): Making => {
  if (status === 'met' || status === 'deemed' || status === 'not_applicable') return found
  const justified = justifiedYears.includes(year)
  return add(found, verdictOn(status, justified), { obligation: 'annual', year, status, justified })
}

/**
 * Adds what an induction leads to (Art. 9, 43): it is waited for until its limit, and put off after it, for personal
 * reasons; where a reason is justified, and for talent, a person judges.
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
