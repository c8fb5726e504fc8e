import type { Assessment } from './assess.ts'
import { type CalendarDate, formatDate } from './calendar.ts'
import type { Eligibility, Obstacle } from './eligibility.ts'
import type { EligibilityDetail, MissingJson } from './eligibility-detail-json.ts'
import { eligibilityReasons } from './eligibility-reasons.ts'
import { hours } from './hours.ts'
import { deemsHiringUntil } from './induction.ts'
import { mendFor } from './mend.ts'
import type { Reason } from './reason.ts'
import type { Language } from './text.ts'
import { yearOfObstacle } from './year-of-obstacle.ts'

/** The day that matters: of a year of hiring that its induction may still complete the last one of that (Art. 12, 39(5)). */
const lastDayFor = ({ annual, induction, facts, editionOf }: Assessment): CalendarDate =>
  (annual.status === 'inducting' && induction.status !== 'not_applicable' && !facts.person.highLevelTalent
    ? deemsHiringUntil(induction, facts.person, editionOf)
    : null) ?? annual.dueOn

const missingYear = (assessment: Assessment): MissingJson[] => {
  const { year, status, missing } = assessment.annual
  if (status === 'not_applicable' || status === 'met' || status === 'deemed') return []
  return [
    {
      obligation: 'annual',
      year,
      status,
      dueOn: formatDate(lastDayFor(assessment)),
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
      // Complete, though late: nothing is missing, and a person judges.
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
    case 'certificate':
      return [{ obligation: 'certificate', name: obstacle.name }]
    case 'no_term':
      return [{ obligation: 'no_term' }]
    case 'earlier_rules':
      return []
  }
}

/** Reasons without repeats: one way to mend may clear several obstacles. */
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
  const { annual } = assessment
  const say = ({ article, obligation, text }: Reason) => ({ article, obligation, text: text[language] })
  const missing = row.obstacles.flatMap((obstacle) => missingFor(obstacle, assessment))
  const [firstDue] = missing.flatMap((one) => ('dueOn' in one ? [one.dueOn] : [])).toSorted()
  return {
    business: row.business,
    verdict: row.verdict,
    articles: [...row.articles],
    reasons: eligibilityReasons(row, assessment).map(say),
    ...(row.changeId === null ? {} : { changeId: row.changeId }),
    year: annual.year,
    dueOn: firstDue ?? (ofTheYear.has(row.business) ? formatDate(annual.dueOn) : null),
    missing,
    mend: once(row.obstacles.flatMap((obstacle) => mendFor(obstacle, assessment))).map(say),
  }
}
