import { waysToComplete } from './annual-reasons.ts'
import { type Assessment, assess } from './assess.ts'
import { formatDate } from './calendar.ts'
import type { Eligibility, Obstacle } from './eligibility.ts'
import type { EligibilityDetail, MissingJson } from './eligibility-detail-json.ts'
import { eligibilityReasons } from './eligibility-reasons.ts'
import { hours } from './hours.ts'
import { delayWindowOf } from './make-up.ts'
import { type Reason, reason } from './reason.ts'
import type { Language } from './text.ts'

const yearOfObstacle = (assessment: Assessment, year: number): Assessment =>
  year === assessment.annual.year ? assessment : assess({ ...assessment.facts, year }, assessment.edition)

const missingYear = ({ annual }: Assessment): MissingJson[] => {
  const { year, status, dueOn, missing } = annual
  if (status === 'not_applicable' || status === 'met' || status === 'deemed') return []
  return [
    {
      obligation: 'annual',
      year,
      status,
      dueOn: formatDate(dueOn),
      hours: hours(missing.public + missing.professional),
      public: hours(missing.public),
      professional: hours(missing.professional),
    },
  ]
}

const missingFor = (obstacle: Obstacle, assessment: Assessment): MissingJson[] => {
  const { edition } = assessment
  const days = (halfDays: number): number => Math.max(0, halfDays) / edition.halfDaysPerDay
  switch (obstacle.obligation) {
    case 'annual':
      return missingYear(yearOfObstacle(assessment, obstacle.year))
    case 'induction': {
      const { dueOn, limitOn, missingTenths, halfDays } = obstacle.progress
      return [
        {
          obligation: 'induction',
          dueOn: formatDate(dueOn),
          limitOn: formatDate(limitOn),
          hours: hours(missingTenths),
          days: days(edition.induction.halfDays - halfDays),
        },
      ]
    }
    case 'term': {
      const { term, longestTenths, longestHalfDays } = obstacle.session
      const to = formatDate(term.to)
      return [
        {
          obligation: 'term',
          from: formatDate(term.from),
          to,
          dueOn: to,
          hours: hours(edition.termSession.tenths),
          days: days(edition.termSession.halfDays),
          longestHours: hours(longestTenths),
          longestDays: days(longestHalfDays),
        },
      ]
    }
    case 'transfer': {
      const { change, completedOn, dueOn, missingTenths, halfDays } = obstacle.transfer
      // Complete, but late: nothing is missing, and a person judges.
      if (completedOn !== null) return []
      return [
        {
          obligation: 'transfer',
          id: change.id,
          dueOn: formatDate(dueOn),
          hours: hours(missingTenths),
          days: days(edition.transfer.halfDays - halfDays),
        },
      ]
    }
  }
}

/** What may still be done about a year that is over. */
const mendClosedYear = ({ facts, annual, edition }: Assessment): Reason[] => {
  const { year, dueOn } = annual
  const due = formatDate(dueOn)
  const { closesOn } = delayWindowOf(year, edition)
  const closes = formatDate(closesOn)
  const mayAsk = !facts.delays.some((delay) => delay.year === year) && facts.asOf <= closesOn
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

const mendFor = (obstacle: Obstacle, assessment: Assessment): Reason[] => {
  const { edition } = assessment
  switch (obstacle.obligation) {
    case 'annual': {
      const year = yearOfObstacle(assessment, obstacle.year)
      const over = obstacle.status === 'short' || obstacle.status === 'overdue'
      return over ? mendClosedYear(year) : waysToComplete(year)
    }
    case 'induction':
      return [
        reason(
          edition.induction.article,
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
      ]
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
  }
}

/** The same way of mending is said once, however many obstacles it would clear. */
const once = (reasons: readonly Reason[]): Reason[] => {
  const seen = new Set<string>()
  return reasons.filter(({ text }) => {
    const known = seen.has(text.zh)
    seen.add(text.zh)
    return !known
  })
}

const ofTheYear: ReadonlySet<string> = new Set(['appraisal_excellent', 'commendation', 'grade_promotion'])

/** A verdict with what is missing, by when, and the lawful ways to mend it (Art. 7, 35, 43–46). */
export const detailEligibility = (
  row: Eligibility,
  assessment: Assessment,
  language: Language = 'zh',
): EligibilityDetail => {
  const { annual, facts, edition } = assessment
  const say = ({ article, obligation, text }: Reason) => ({ article, obligation, text: text[language] })
  const missing = row.obstacles.flatMap((obstacle) => missingFor(obstacle, assessment))
  const [firstDue] = missing.map(({ dueOn }) => dueOn).toSorted()
  return {
    business: row.business,
    verdict: row.verdict,
    articles: [...row.articles],
    reasons: eligibilityReasons(row, facts.delays, edition).map(say),
    year: annual.year,
    dueOn: firstDue ?? (ofTheYear.has(row.business) ? formatDate(annual.dueOn) : null),
    missing,
    mend: once(row.obstacles.flatMap((obstacle) => mendFor(obstacle, assessment))).map(say),
  }
}
