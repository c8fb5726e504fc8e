import { assess } from '../../rules/assess.ts'
import { edition2024 } from '../../rules/edition.ts'
import type { Business } from '../../rules/eligibility.ts'
import { detailEligibility } from '../../rules/eligibility-detail.ts'
import type { Actor } from '../organisations/account.ts'
import { type Clock, today } from '../platform/clock.ts'
import type { StaffId } from '../platform/ids.ts'
import type { Language } from '../platform/language.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { type EditionOf, editionsFor } from '../registers/edition-for.ts'
import { claimedChanges } from '../requests/pending-training.ts'
import { requireFacts } from '../staff/due-obligations.ts'
import { currentFacts } from '../staff/facts-in-force.ts'
import { findStaff } from '../staff/find-staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import type { EligibilityView } from './api.ts'
import { namesOf } from './read-entries.ts'
import { suspendedHours } from './suspended-hours.ts'
import { ledgerFaults } from './words.ts'

type Justified = EligibilityView['justifiedBy'][number]

/** For each year with a justified reason in force (Art. 7): who found it justified. */
const justifiedIn = async (table: Table, { entries }: StaffRecord): Promise<Justified[]> => {
  const found = currentFacts(entries).flatMap(({ fact, statedBy: { recordedAt, recordedBy } }) =>
    fact?.kind === 'justified'
      ? [{ year: fact.year, id: recordedBy, at: recordedAt, reason: fact.reason ?? null }]
      : [],
  )
  const names = await namesOf(
    table,
    found.map(({ id }) => id),
  )
  return found.map((one) => ({ ...one, name: names.get(one.id) ?? null }))
}

/** The justified years that a business looks at: the year asked about, all years, or none. */
const concerning = (business: Business, year: number, justified: readonly Justified[]): Justified[] => {
  switch (business) {
    case 'appraisal_excellent':
    case 'commendation':
    case 'grade_promotion':
      return justified.filter((one) => one.year === year)
    case 'contract_renewal':
    case 'skill_grade_exam':
      return [...justified]
    case 'regularization':
    case 'transfer_appointment':
    case 'post_change_filing':
      return []
  }
}

/** Businesses for which Article 7 looks at a finished year: the last one, unless a year is named. */
const ofFinishedYear: ReadonlySet<string> = new Set([
  'appraisal_excellent',
  'commendation',
  'grade_promotion',
])

const VERDICTS = ['allow', 'hold', 'review', 'refuse'] as const

/** Of the rows of several post changes, the one with the worst verdict. */
const worst = (rows: readonly EligibilityView[]): EligibilityView | undefined =>
  rows.toSorted((one, other) => VERDICTS.indexOf(other.verdict) - VERDICTS.indexOf(one.verdict))[0]

const lastYearOver = (day: string): number => Math.max(edition2024.firstYear, Number(day.slice(0, 4)) - 1)

/** What a verdict looks at, read once for all questions about a person. */
export interface KnownPerson {
  readonly staff: StaffRecord
  /** Changes of post whose training lies at a desk. */
  readonly atDesk: ReadonlySet<string>
  readonly justified: readonly Justified[]
}

export const knownPerson = async (table: Table, staff: StaffRecord): Promise<KnownPerson> => ({
  staff,
  atDesk: await claimedChanges(table, staff),
  justified: await justifiedIn(table, staff),
})

/** What is asked about a person: a business, of a year, of a change of post; each by default as the API says. */
export interface EligibilityQuestion {
  readonly business?: string | undefined
  readonly year?: number | undefined
  readonly change?: string | undefined
}

/** The year that a question is about, asked on a day, `YYYY-MM-DD`. */
const yearAsked = ({ business, year }: EligibilityQuestion, asOf: string): number => {
  const finished = business === undefined || ofFinishedYear.has(business)
  return year ?? (finished ? lastYearOver(asOf) : Number(asOf.slice(0, 4)))
}

/** The verdicts on a person that were asked for (Art. 7, 35, 43–46), as of a day. */
const verdictsFor = (
  { staff, atDesk, justified }: KnownPerson,
  { business, change, ...question }: EligibilityQuestion,
  asOf: string,
  editionOf: EditionOf,
  language: Language,
): EligibilityView[] => {
  const year = yearAsked({ ...question, business }, asOf)
  const assessment = assess({ ...requireFacts(staff, year, asOf, editionOf), atDesk }, editionOf)
  return assessment.eligibility
    .filter(
      (row) =>
        (change === undefined || row.changeId === change) &&
        (business === undefined || row.business === business),
    )
    .map((row) => ({
      ...detailEligibility(row, assessment, language),
      justifiedBy: concerning(row.business, year, justified),
      suspended: suspendedHours(staff.entries).filter(
        (one) => !ofFinishedYear.has(row.business) || one.year === year,
      ),
    }))
}

/** The verdict on one business; of several changes of post the one that stands worst. */
export const verdictOn = (
  known: KnownPerson,
  question: EligibilityQuestion & { readonly business: string },
  asOf: string,
  editionOf: EditionOf,
  language: Language,
): Outcome<EligibilityView, 'BUSINESS_NOT_APPLICABLE'> => {
  const row = worst(verdictsFor(known, question, asOf, editionOf, language))
  if (row) return succeed(row)
  return ofFinishedYear.has(question.business)
    ? refuse('BUSINESS_NOT_APPLICABLE', {
        errors: [{ pointer: '/year', detail: ledgerFaults.yearAsksNothing(yearAsked(question, asOf)) }],
      })
    : refuse('BUSINESS_NOT_APPLICABLE')
}

/** What the recorded facts say of the businesses that apply to a person (Art. 7, 35, 43–46), in one year. */
export const readEligibility =
  ({ table, clock }: { readonly table: Table; readonly clock: Clock }) =>
  async (
    staffId: StaffId,
    query: EligibilityQuestion,
    actor: Actor,
    language: Language,
  ): Promise<
    Outcome<EligibilityView | { items: EligibilityView[] }, 'BUSINESS_NOT_APPLICABLE' | 'NOT_FOUND'>
  > => {
    const found = await findStaff(table, staffId, actor)
    if (!found.ok) return found
    const asOf = today(clock)
    const editionOf = await editionsFor(table, Number(asOf.slice(0, 4)))
    const known = await knownPerson(table, found.value.staff)
    const { business } = query
    return business === undefined
      ? succeed({ items: verdictsFor(known, query, asOf, editionOf, language) })
      : verdictOn(known, { ...query, business }, asOf, editionOf, language)
  }
