import type { Assessment } from '../../rules/assess.ts'
import { type CalendarDate, formatDate, yearOf } from '../../rules/calendar.ts'
import type { Credit } from '../../rules/facts.ts'
import { countCredits } from '../../rules/half-days.ts'
import { inductionCredits } from '../../rules/induction.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { CertificateContent } from '../staff/certificate/content.ts'
import { certificateNumber, verifyCode } from '../staff/certificate/number.ts'
import type { Person } from '../staff/person.ts'

/** The part of a certificate that follows from the assessment: which obligation, since when, by how much. */
export type Earned = Pick<
  CertificateContent,
  'kind' | 'year' | 'obligation' | 'since' | 'completedOn' | 'hours' | 'days' | 'edition'
> & {
  readonly deemed: Omit<CertificateContent['deemed'], 'articles'> & { readonly articles: readonly string[] }
}

const NOT_DEEMED: Earned['deemed'] = {
  public: false,
  professional: false,
  granted: { public: 0, professional: 0 },
  articles: [],
}

/** Sums in tenths and half-days, printed as hours and days. */
const sum = (credits: readonly Credit[], halfDaysPerDay: number): Pick<Earned, 'hours' | 'days'> => {
  let publicTenths = 0
  let professionalTenths = 0
  let halfDays = 0
  for (const credit of credits) {
    if (credit.subject === 'public') publicTenths += credit.tenths
    else professionalTenths += credit.tenths
    halfDays += credit.halfDays
  }
  return {
    hours: {
      public: publicTenths / 10,
      professional: professionalTenths / 10,
      total: (publicTenths + professionalTenths) / 10,
    },
    days: halfDays / halfDaysPerDay,
  }
}

const annual = ({ annual, edition }: Assessment): Earned => {
  const { publicTenths, professionalTenths, halfDays, deemed, year } = annual
  const articles = deemed.grounds.map((ground) =>
    ground === 'induction' ? '39(5)' : edition.deemed[ground].article,
  )
  return {
    kind: 'annual',
    year,
    obligation: `annual:${year}`,
    since: `${year}-01-01`,
    completedOn: null,
    hours: {
      public: publicTenths / 10,
      professional: professionalTenths / 10,
      total: (publicTenths + professionalTenths) / 10,
    },
    days: halfDays / edition.halfDaysPerDay,
    deemed: {
      public: deemed.public,
      professional: deemed.professional,
      granted: { public: deemed.grantedPublic / 10, professional: deemed.grantedProfessional / 10 },
      articles: [...new Set(articles)],
    },
    edition: edition.name,
  }
}

/**
 * An obligation that is completed once and not by the year; `serving` picks the credits that count for it.
 */
interface CompletedOnce {
  readonly kind: 'induction' | 'transfer'
  readonly obligation: string
  readonly since: CalendarDate
  readonly completedOn: CalendarDate
  readonly serving: (credits: readonly Credit[]) => readonly Credit[]
}

const completed = (
  { kind, obligation, since, completedOn, serving }: CompletedOnce,
  { facts, edition }: Assessment,
): Earned => ({
  kind,
  year: yearOf(completedOn),
  obligation,
  since: formatDate(since),
  completedOn: formatDate(completedOn),
  ...sum(serving(countCredits(facts, edition).credits), edition.halfDaysPerDay),
  deemed: NOT_DEEMED,
  edition: edition.name,
})

/** What an obligation's certificate says by the rules; undefined where the obligation is not complete. */
export const earnedBy = (assessment: Assessment, obligation: string): Earned | undefined => {
  if (!assessment.certificates.includes(obligation)) return undefined
  const { induction, transfers, facts } = assessment
  if (obligation === `annual:${assessment.annual.year}`) return annual(assessment)
  if (obligation === 'induction')
    return induction.status === 'not_applicable' || induction.completedOn === null
      ? undefined
      : completed(
          {
            kind: 'induction',
            obligation,
            since: facts.person.hiredOn,
            completedOn: induction.completedOn,
            serving: (credits) => inductionCredits(credits, facts.person, assessment.edition),
          },
          assessment,
        )
  const transfer = transfers.find(({ change }) => obligation === `transfer:${change.id}`)
  if (transfer === undefined || transfer.completedOn === null) return undefined
  const { change, completedOn } = transfer
  return completed(
    {
      kind: 'transfer',
      obligation,
      since: change.effectiveOn,
      completedOn,
      serving: (credits) =>
        credits.filter((credit) => credit.category === 'transfer' && credit.forChange === change.id),
    },
    assessment,
  )
}

/**
 * What a certificate says for ever, issued on a day by the institution's authority.
 * `random`: at least 12 bytes of a cryptographic source, which become the verify code.
 */
export const newContent = (
  person: Person,
  {
    institution,
    issuer,
  }: {
    readonly institution: Pick<Organisation, 'name'>
    readonly issuer: Pick<Organisation, 'name'> | undefined
  },
  earned: Earned,
  {
    issuedOn,
    issue = 1,
    random,
  }: { readonly issuedOn: string; readonly issue?: number; readonly random: Uint8Array },
): CertificateContent => {
  const { year, kind, obligation } = earned
  return CertificateContent.parse({
    version: 1,
    number: certificateNumber({ year, kind, staffId: person.id, obligation, issue }),
    ...earned,
    staffId: person.id,
    name: person.name,
    institution: institution.name,
    postType: person.postType,
    issuedOn,
    issuer: issuer?.name ?? institution.name,
    verifyCode: verifyCode(random),
  })
}
