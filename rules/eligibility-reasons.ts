import { formatDate, lastDayOf } from './calendar.ts'
import type { Edition } from './edition.ts'
import type { Eligibility, Obstacle } from './eligibility.ts'
import type { Delay } from './facts.ts'
import { delayWindowOf, makeUpDueOn } from './make-up.ts'
import { inductionReason, termReason, transferReason } from './other-reasons.ts'
import { type Reason, reason } from './reason.ts'

const yearReason = (
  { year, status }: Extract<Obstacle, { obligation: 'annual' }>,
  delays: readonly Delay[],
  edition: Edition,
): Reason => {
  const due = formatDate(makeUpDueOn(delays, year, edition) ?? lastDayOf(year))
  if (status === 'open')
    return reason(
      edition.annual.article,
      'annual',
      `${year} 年度培训任务尚未完成，期限 ${due} 未到，完成后即可办理。`,
      `The training of ${year} is not complete yet; it is due on ${due}. Complete it first.`,
    )
  if (status === 'deferred')
    return reason(
      edition.makeUp.article,
      'annual',
      `${year} 年度已批准延迟补训，期限 ${due}，由审批人员判断。`,
      `The training of ${year} is delayed until ${due}: a person must judge.`,
    )
  if (status === 'overdue')
    return reason(
      edition.makeUp.article,
      'annual',
      `${year} 年度延迟补训期限 ${due} 已过，仍未完成。有正当理由的，请申请登记。`,
      `The make-up of ${year} was due on ${due} and is not complete. A justified reason can be put on record.`,
    )
  const closes = formatDate(delayWindowOf(year, edition).closesOn)
  return reason(
    edition.annual.article,
    'annual',
    `${year} 年度培训任务未完成。有正当理由的，请申请登记，或在 ${closes} 前申请延迟补训。`,
    `The training of ${year} is not complete. Put a justified reason on record, or ask for a make-up delay by ${closes}.`,
  )
}

const reasonOf = (obstacle: Obstacle, delays: readonly Delay[], edition: Edition): Reason => {
  switch (obstacle.obligation) {
    case 'annual':
      return yearReason(obstacle, delays, edition)
    case 'induction':
      return inductionReason(obstacle.progress, edition)
    case 'term':
      return termReason(obstacle.session, edition)
    case 'transfer':
      return transferReason(obstacle.transfer, edition)
  }
}

/** What stands in the way of a business, and how to mend it; nothing where it may go ahead. */
export const eligibilityReasons = (
  { obstacles }: Eligibility,
  delays: readonly Delay[],
  edition: Edition,
): Reason[] => obstacles.map((obstacle) => reasonOf(obstacle, delays, edition))
