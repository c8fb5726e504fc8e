import type { AnnualStatus } from './annual.ts'
import { type CalendarDate, yearOf } from './calendar.ts'
import type { InductionProgress } from './induction.ts'
import { blocked, CLEAR, type Found, type Verdict } from './verdict.ts'

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

/** What a year leads to (Art. 7, 32): a justified reason keeps it from refusing, and a person judges. */
export const judgeYear = (year: number, status: AnnualStatus, justified: readonly number[]): Found => {
  if (status === 'met' || status === 'deemed' || status === 'not_applicable') return CLEAR
  const isJustified = justified.includes(year)
  return blocked(verdictOn(status, isJustified), {
    obligation: 'annual',
    year,
    status,
    justified: isJustified,
  })
}

/**
 * What an induction leads to (Art. 9, 43): it is waited for until its limit, and put off after it, for personal
 * reasons; where a reason is justified, and for talent, a person judges.
 */
export const judgeInduction = (
  progress: InductionProgress,
  asOf: CalendarDate,
  justified: readonly number[],
): Found => {
  if (progress.completedOn !== null) return CLEAR
  const isJustified = justified.includes(yearOf(progress.limitOn))
  const obstacle = { obligation: 'induction', progress, justified: isJustified } as const
  if (progress.status !== 'overdue') return blocked(asOf <= progress.limitOn ? 'hold' : 'review', obstacle)
  return blocked(isJustified ? 'review' : 'refuse', obstacle)
}
