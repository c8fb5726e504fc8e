import { waysToComplete } from './annual-reasons.ts'
import type { Assessment } from './assess.ts'
import { formatDate, yearOf } from './calendar.ts'
import type { Edition } from './edition.ts'
import type { Obstacle } from './eligibility.ts'
import type { InductionProgress } from './induction.ts'
import { delayWindowFor, makeUpDueIn } from './make-up.ts'
import { failedInductionReason } from './other-reasons.ts'
import { type Reason, reason } from './reason.ts'
import { yearOfObstacle } from './year-of-obstacle.ts'

/** `overdue`: what is past its limit and not justified yet; the reason is found for the limit's year (Art. 43). */
const mendInduction = ({ induction }: Edition, overdue?: InductionProgress): Reason[] => [
  reason(
    induction.article,
    'induction',
    '参加岗前培训，补齐所缺学时或天数。',
    'Attend induction training for the hours or days that are missing.',
  ),
  reason(
    '24',
    'induction',
    '聘用后参加的专项培训也计入岗前培训。',
    'Special training since the hiring counts toward the induction as well.',
  ),
  ...(overdue === undefined
    ? []
    : [
        reason(
          '43',
          'induction',
          `有正当理由的，可申请认定 ${yearOf(overdue.limitOn)} 年度（最长期限所在年度）的正当理由，由审批人员判断。`,
          `With a justified reason, ask to have it found for ${yearOf(overdue.limitOn)}, the year of the limit: a person then judges.`,
        ),
      ]),
]

/** What may still be done about a year of hiring: the hours, and the assessment that was failed (Art. 39(5)). */
const mendInducting = ({ induction, edition }: Assessment): Reason[] => {
  if (induction.status === 'not_applicable' || !induction.failed) return mendInduction(edition)
  const failed = failedInductionReason()
  return induction.completedOn === null ? [failed, ...mendInduction(edition)] : [failed]
}

/** What may still be done about a year that is over. */
const mendClosedYear = ({ facts, annual, edition }: Assessment): Reason[] => {
  const { year, dueOn } = annual
  const due = formatDate(dueOn)
  const { closesOn } = delayWindowFor(year, facts.person.hiredOn, edition)
  const closes = formatDate(closesOn)
  const mayAsk = makeUpDueIn(facts, year, edition) === null && facts.asOf <= closesOn
  return [
    reason(
      '38',
      'annual',
      `${due} 前（含当日）已参加、尚未申报的培训，可补办学时认定；认定后结果自动更正。`,
      `Training held by ${due} that was not claimed yet can still be recognised; the result then follows.`,
    ),
    reason(
      '39',
      'annual',
      `符合视同完成或视情况认定条件的，可申请 ${year} 年度的认定。`,
      `Where the year may be deemed complete, or recognised at discretion, ask for ${year}.`,
    ),
    ...(mayAsk
      ? [
          reason(
            edition.makeUp.article,
            'annual',
            `可在 ${closes} 前（含当日）申请延迟补训。`,
            `A make-up delay may be asked for until ${closes}.`,
          ),
        ]
      : []),
    reason(
      edition.annual.article,
      'annual',
      '有正当理由的，由主管部门或人事综合管理部门登记。',
      'A justified reason can be put on record by the department or the personnel authority.',
    ),
  ]
}

/** The lawful ways to clear an obstacle, by article. */
export const mendFor = (obstacle: Obstacle, assessment: Assessment): Reason[] => {
  const { edition } = assessment
  switch (obstacle.obligation) {
    case 'annual': {
      const year = yearOfObstacle(assessment, obstacle.year)
      if (obstacle.status === 'inducting') return mendInducting(year)
      const over = obstacle.status === 'short' || obstacle.status === 'overdue'
      return over ? mendClosedYear(year) : waysToComplete(year)
    }
    case 'induction': {
      const { progress, justified } = obstacle
      return mendInduction(edition, progress.status === 'overdue' && !justified ? progress : undefined)
    }
    case 'term':
      return obstacle.session.status === 'open'
        ? [
            reason(
              edition.termSession.article,
              'term',
              '聘期内参加一次符合时长要求的公共科目脱产培训，多次不累计。',
              'Within the term attend one full-time public session that is long enough; sessions are not summed.',
            ),
          ]
        : [
            reason(
              edition.termSession.article,
              'term',
              '聘期内已参加、尚未申报的公共科目脱产培训，可补办学时认定。',
              'A full-time public session held within the term that was not claimed yet can still be recognised.',
            ),
          ]
    case 'transfer':
      return obstacle.transfer.completedOn === null
        ? [
            reason(
              edition.transfer.article,
              'transfer',
              '参加针对该次岗位变动的转岗培训，补齐所缺学时或天数。',
              'Attend transfer training for this change for the hours or days that are missing.',
            ),
          ]
        : [
            reason(
              '45',
              'transfer',
              '培训已完成但超过期限，请人事综合管理部门判断。',
              'The training is complete but late: ask the personnel authority to judge.',
            ),
          ]
    case 'certificate':
      return [
        reason(
          '32',
          'certificate',
          '如实完成该项培训，不使用被查实的材料，经人事综合管理部门确认后领取新编号的证书。',
          'Complete the training honestly, without what was revoked; confirmed by the authority, a new certificate is issued.',
        ),
      ]
    case 'no_term':
      return [
        reason(
          edition.renewal.article,
          'term',
          '请单位补充登记聘期及其证明材料，经确认后重新核对。',
          'Ask the institution to enter the term with its document; once confirmed, check again.',
        ),
      ]
    case 'earlier_rules':
      return [
        reason(
          '49',
          'induction',
          '请人事综合管理部门按聘用时的规定核对岗前培训材料。',
          'Ask the personnel authority to look at the induction by the rules of the time of hiring.',
        ),
      ]
  }
}
