import type { AnnualAssessment } from './annual.ts'
import { annualReasons } from './annual-reasons.ts'
import type { Assessment } from './assess.ts'
import type { AssessmentJson, EligibilityRow } from './assessment-json.ts'
import { formatDate } from './calendar.ts'
import type { Edition } from './edition.ts'
import { eligibilityReasons } from './eligibility-reasons.ts'
import { heldOn } from './held.ts'
import { hours } from './hours.ts'
import type { InductionAssessment } from './induction.ts'
import {
  failedInductionReason,
  inductionReason,
  organReason,
  termReason,
  transferReason,
} from './other-reasons.ts'
import type { Reason } from './reason.ts'
import type { Language } from './text.ts'

const presentAnnual = (annual: AnnualAssessment, edition: Edition): AssessmentJson['annual'] => {
  const { publicTenths, professionalTenths, onlineTenths, halfDays, missing, deemed } = annual
  const total = publicTenths + professionalTenths
  return {
    year: annual.year,
    status: annual.status,
    dueOn: formatDate(annual.dueOn),
    hours: {
      total: hours(total),
      public: hours(publicTenths),
      professional: hours(professionalTenths),
      online: hours(onlineTenths),
      offline: hours(total - onlineTenths),
    },
    days: halfDays / edition.halfDaysPerDay,
    deemed: { public: deemed.public, professional: deemed.professional },
    missing: {
      hours: hours(missing.public + missing.professional),
      public: hours(missing.public),
      professional: hours(missing.professional),
    },
    madeUp: annual.madeUp,
  }
}

const presentInduction = (induction: InductionAssessment, edition: Edition): AssessmentJson['induction'] => {
  if (induction.status === 'not_applicable') return { status: induction.status }
  const { completedOn } = induction
  return {
    status: induction.status,
    hours: hours(induction.tenths),
    days: induction.halfDays / edition.halfDaysPerDay,
    missingHours: hours(induction.missingTenths),
    dueOn: formatDate(induction.dueOn),
    limitOn: formatDate(induction.limitOn),
    ...(completedOn === null ? {} : { completedOn: formatDate(completedOn) }),
  }
}

const reasonsOf = (assessment: Assessment): Reason[] => {
  const { induction, terms, transfers, edition, facts } = assessment
  const { person, asOf } = facts
  return [
    ...annualReasons(assessment),
    ...(induction.status === 'not_applicable' ? [] : [inductionReason(induction, facts, edition)]),
    ...(induction.status !== 'not_applicable' && induction.failed ? [failedInductionReason()] : []),
    ...terms.map((term) => termReason(term, edition)),
    ...transfers.map((transfer) => transferReason(transfer, edition)),
    ...(person.organWorker ? [organReason(heldOn(person, 'worker', asOf))] : []),
  ]
}

/** The assessment as JSON: dates as text, hours as numbers with at most one decimal, reasons in words. */
export const presentAssessment = (assessment: Assessment, language: Language = 'zh'): AssessmentJson => {
  const { edition, facts } = assessment
  const say = ({ article, obligation, text }: Reason) => ({ article, obligation, text: text[language] })
  const presentRow = (row: Assessment['eligibility'][number]): EligibilityRow => ({
    business: row.business,
    verdict: row.verdict,
    articles: [...row.articles],
    reasons: eligibilityReasons(row, assessment).map(say),
    ...(row.changeId === null ? {} : { changeId: row.changeId }),
  })
  return {
    edition: edition.name,
    asOf: formatDate(facts.asOf),
    annual: presentAnnual(assessment.annual, edition),
    induction: presentInduction(assessment.induction, edition),
    terms: assessment.terms.map(({ term, status, longestTenths, longestHalfDays }) => ({
      from: formatDate(term.from),
      to: formatDate(term.to),
      status,
      longestHours: hours(longestTenths),
      longestDays: longestHalfDays / edition.halfDaysPerDay,
    })),
    transfers: assessment.transfers.map((transfer) => ({
      id: transfer.change.id,
      status: transfer.status,
      hours: hours(transfer.tenths),
      days: transfer.halfDays / edition.halfDaysPerDay,
      missingHours: hours(transfer.missingTenths),
      dueOn: formatDate(transfer.dueOn),
    })),
    certificates: [...assessment.certificates],
    eligibility: assessment.eligibility.map(presentRow),
    ignored: assessment.ignored.map((ignored) => ({ ...ignored })),
    reasons: reasonsOf(assessment).map(say),
  }
}
