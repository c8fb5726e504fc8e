import type { Assessment } from './assess.ts'
import { formatDate, lastDayOf, yearOf } from './calendar.ts'
import type { Edition } from './edition.ts'
import type { Eligibility, Obstacle } from './eligibility.ts'
import { hours } from './hours.ts'
import { deemsHiringUntil } from './induction.ts'
import { delayWindowFor, makeUpDueIn } from './make-up.ts'
import { inductionReason, termReason, transferReason } from './other-reasons.ts'
import { type Reason, reason } from './reason.ts'
import type { Text } from './text.ts'
import { yearOfObstacle } from './year-of-obstacle.ts'

type YearObstacle = Extract<Obstacle, { obligation: 'annual' }>

/** What a year lacks, as its reasons say it. */
const lackOf = ({ annual: { missing } }: Assessment): Text => {
  const [both, ofPublic, ofProfessional] = [
    hours(missing.public + missing.professional),
    hours(missing.public),
    hours(missing.professional),
  ]
  return {
    zh: `还缺 ${both} 学时（公共科目 ${ofPublic}，专业科目 ${ofProfessional}）`,
    en: `lacks ${both} hours (public ${ofPublic}, professional ${ofProfessional})`,
  }
}

const justifiedReason = ({ year }: YearObstacle, lack: Text, { annual }: Edition): Reason =>
  reason(
    annual.article,
    'annual',
    `${year} 年度培训任务未完成，${lack.zh}；已登记正当理由，由审批人员判断。`,
    `The training of ${year} ${lack.en}; a justified reason is on record: a person must judge.`,
  )

/** A year of hiring that its induction may still complete: by when, and whether an assessment has to be passed first. */
const inductingReason = ({ annual: { year }, induction, facts, edition, editionOf }: Assessment): Reason => {
  const { article } = edition.induction
  const isRunning = induction.status !== 'not_applicable'
  const { person } = facts
  const until = isRunning && !person.highLevelTalent ? deemsHiringUntil(induction, person, editionOf) : null
  const [before, by] = until === null ? ['', ''] : [`最迟 ${formatDate(until)}，`, ` by ${formatDate(until)}`]
  return isRunning && induction.failed
    ? reason(
        article,
        'annual',
        `${year} 年度为初任年度，岗前培训有考核不合格的记录；${before}再次参加同一科目的岗前培训并考核合格后，该年度视同完成。`,
        `${year} is the year of hiring, and an induction assessment was failed: a later induction training of its subject, passed${by}, completes that year.`,
      )
    : reason(
        article,
        'annual',
        `${year} 年度为初任年度，岗前培训期限未到；${before}完成岗前培训并考核合格后，该年度视同完成。`,
        `${year} is the year of hiring and the induction is still running: completed${by}, with its assessments passed, it completes that year.`,
      )
}

/** Why an induction with its hours in time completes no year: an assessment was failed and not passed in time (Art. 39(5)). */
const failedReasons = (obstacle: Obstacle, { facts, induction }: Assessment): Reason[] => {
  if (obstacle.obligation !== 'annual' || obstacle.status === 'open' || obstacle.status === 'inducting')
    return []
  if (obstacle.year !== yearOf(facts.person.hiredOn) || induction.status === 'not_applicable') return []
  return induction.failed && (induction.status === 'met' || induction.status === 'late')
    ? [
        reason(
          '39(5)',
          'induction',
          `岗前培训学时已按期完成，但有考核不合格且期限内未再考核合格的记录，不能视同完成 ${obstacle.year} 年度。`,
          `The hours of the induction were complete in time, but an assessment was failed and not passed in time: it does not complete ${obstacle.year}.`,
        ),
      ]
    : []
}

const yearReason = (obstacle: YearObstacle, asked: Assessment): Reason => {
  const { year, status, justified } = obstacle
  const assessment = yearOfObstacle(asked, year)
  const { facts, edition } = assessment
  const lack = lackOf(assessment)
  const due = formatDate(makeUpDueIn(facts, year, edition) ?? lastDayOf(year))
  if (status === 'open')
    return reason(
      edition.annual.article,
      'annual',
      `${year} 年度培训任务尚未完成，${lack.zh}；期限 ${due} 未到，完成后即可办理。`,
      `The training of ${year} ${lack.en}; it is due on ${due}. Complete it first.`,
    )
  if (status === 'inducting') return inductingReason(assessment)
  if (status === 'deferred')
    return reason(
      edition.makeUp.article,
      'annual',
      `${year} 年度${lack.zh}，已批准延迟补训，期限 ${due}；补齐前由审批人员判断。`,
      `The training of ${year} ${lack.en} and is delayed until ${due}: until then a person must judge.`,
    )
  if (justified) return justifiedReason(obstacle, lack, edition)
  if (status === 'overdue')
    return reason(
      edition.makeUp.article,
      'annual',
      `${year} 年度延迟补训期限 ${due} 已过，${lack.zh}。有正当理由的，请申请登记。`,
      `The make-up of ${year} was due on ${due} and ${lack.en}. A justified reason can be put on record.`,
    )
  const closes = delayWindowFor(year, facts.person.hiredOn, edition).closesOn
  return facts.asOf <= closes
    ? reason(
        edition.annual.article,
        'annual',
        `${year} 年度培训任务未完成，${lack.zh}。有正当理由的，请申请登记，或在 ${formatDate(closes)} 前申请延迟补训。`,
        `The training of ${year} ${lack.en}. Put a justified reason on record, or ask for a make-up delay by ${formatDate(closes)}.`,
      )
    : reason(
        edition.annual.article,
        'annual',
        `${year} 年度培训任务未完成，${lack.zh}。有正当理由的，请申请登记。`,
        `The training of ${year} ${lack.en}. A justified reason can be put on record.`,
      )
}

const reasonOf = (obstacle: Obstacle, assessment: Assessment): Reason => {
  const { edition, facts } = assessment
  switch (obstacle.obligation) {
    case 'annual':
      return yearReason(obstacle, assessment)
    case 'induction':
      return obstacle.justified && obstacle.progress.status === 'overdue'
        ? reason(
            '43',
            'induction',
            `岗前培训未按期完成（最长期限 ${formatDate(obstacle.progress.limitOn)}），已登记正当理由，由审批人员判断。`,
            `The induction was not complete by ${formatDate(obstacle.progress.limitOn)}; a justified reason is on record: a person must judge.`,
          )
        : inductionReason(obstacle.progress, facts, edition)
    case 'term':
      return termReason(obstacle.session, edition)
    case 'transfer':
      return obstacle.atDesk && obstacle.transfer.status === 'overdue'
        ? reason(
            '45',
            'transfer',
            '按期结束的转岗培训正在认定，结果出来后再办理；审批用时不影响本人。',
            'Transfer training that ended in time is still being decided on: the business waits for it, and an approver’s delay costs the person nothing.',
          )
        : transferReason(obstacle.transfer, edition)
    case 'certificate':
      return reason(
        '35',
        'certificate',
        '该项培训合格证书因弄虚作假已被撤销（第三十二条），须如实完成培训并取得新证书后方可办理。',
        'The certificate was revoked for fraud (Art. 32): the business waits for honest completion and a new certificate.',
      )
    case 'no_term':
      return reason(
        edition.renewal.article,
        'term',
        '没有登记正在履行或一年内到期的聘期，无法核对，由审批人员判断；请单位补登聘期。',
        'No term is on record that runs or ended within a year: a person must judge. The institution can enter it.',
      )
    case 'earlier_rules':
      return reason(
        '49',
        'induction',
        `聘用早于细则施行日期 ${formatDate(edition.inForceFrom)}，岗前培训按当时的规定，由审批人员判断。`,
        `Hired before the rules came into force on ${formatDate(edition.inForceFrom)}: the earlier rules hold, and a person must judge.`,
      )
  }
}

/** What stands in the way of a business, and how to mend it; nothing where it may go ahead. */
export const eligibilityReasons = ({ obstacles }: Eligibility, assessment: Assessment): Reason[] =>
  obstacles.flatMap((obstacle) => [reasonOf(obstacle, assessment), ...failedReasons(obstacle, assessment)])
