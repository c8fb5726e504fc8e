import { isDeepStrictEqual } from 'node:util'
import type { Assessment } from '../../rules/assess.ts'
import { readingsOfOld } from '../../rules/edition.ts'
import { editionWith } from '../../rules/edition-with.ts'
import type { EditionOf, Editions } from '../registers/edition-for.ts'
import {
  type Certificate,
  CertificateStatement,
  certifiedElsewhere,
  currentCertificates,
  isRevokedForEver,
  statementOf,
} from '../staff/certificate.ts'
import { assessFactsOfYears, assessYears, isAssessable } from '../staff/due-obligations.ts'
import { currentFacts, factsInForce } from '../staff/facts-in-force.ts'
import type { StatedFact } from '../staff/ledger.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { type Earned, earnedBy } from './certificate-content.ts'

/** What `settle` has to do about one obligation's certificate. */
export type CertificateDue =
  | { readonly action: 'issue'; readonly obligation: string; readonly earned: Earned }
  | { readonly action: 'correct'; readonly obligation: string; readonly earned: Earned }
  | { readonly action: 'revoke'; readonly obligation: string }

/** What an assessment makes a certificate say. */
export const saidBy = (earned: Earned): CertificateStatement => CertificateStatement.parse(earned)

/**
 * Whether an obligation applies to its person and is not complete. One that applies no more (to a leader, to
 * someone off the register) leaves an earned certificate valid.
 */
const isUnmet = ({ annual, induction, transfers }: Assessment, obligation: string): boolean => {
  if (obligation === `annual:${annual.year}`)
    return annual.status !== 'not_applicable' && annual.status !== 'met' && annual.status !== 'deemed'
  if (obligation === 'induction')
    return induction.status !== 'not_applicable' && induction.completedOn === null
  return transfers.some(
    ({ change, completedOn }) => obligation === `transfer:${change.id}` && completedOn === null,
  )
}

/** Whether a certificate states more than the assessment does now. To state less is no fault. */
const saysTooMuch = (says: CertificateStatement, is: CertificateStatement): boolean =>
  says.hours.public > is.hours.public ||
  says.hours.professional > is.hours.professional ||
  says.days > is.days ||
  (says.deemed.public && !is.deemed.public) ||
  (says.deemed.professional && !is.deemed.professional) ||
  says.deemed.granted.public > is.deemed.granted.public ||
  says.deemed.granted.professional > is.deemed.granted.professional ||
  says.deemed.articles.some((article) => !is.deemed.articles.includes(article))

/** The entries that stood behind a certificate, as they are stated now. */
const behind = ({ entries }: Pick<StaffRecord, 'entries'>, { ledgerLength }: Certificate) =>
  currentFacts(entries).filter(({ sequence }) => sequence <= ledgerLength)

/** Whether any entry behind a certificate was corrected since. */
const wasCorrected = (staff: StaffRecord, certificate: Certificate): boolean =>
  behind(staff, certificate).some(({ statedBy }) => statedBy.sequence > certificate.ledgerLength)

/**
 * What an obligation's certificate says by the rules; undefined where no year's assessment has it complete.
 */
const earnedIn = (years: readonly Assessment[], obligation: string): Earned | undefined => {
  for (const assessment of years) {
    const earned = earnedBy(assessment, obligation)
    if (earned) return earned
  }
  return undefined
}

/** What some facts of a person earn by some readings; undefined: nothing, or the rules can't read them. */
const earnedOf = (
  staff: StaffRecord,
  obligation: string,
  facts: readonly StatedFact[],
  asOf: string,
  editionOf: EditionOf,
): Earned | undefined =>
  isAssessable(staff, facts, asOf)
    ? earnedIn(assessFactsOfYears(staff.person, facts, asOf, editionOf), obligation)
    : undefined

/** The day since which a certificate says what it says. */
const saidSince = ({ content, history }: Certificate): string =>
  history.findLast(({ kind }) => kind === 'corrected')?.on ?? content.issuedOn

/** The readings by which a certificate may have been issued: those of today, and those that the authority had set then. */
const readingsThen = (certificate: Certificate, { now, asKnownOn }: Editions): readonly EditionOf[] => [
  now,
  ...asKnownOn(saidSince(certificate)),
]

/** A year's readings by the defaults of the versions from before. */
const readingsOfBefore = ({ content }: Certificate, { now }: Editions): readonly EditionOf[] => {
  if (content.kind !== 'annual') return []
  const { readings } = now(content.year)
  const old = editionWith({ ...readings, ...readingsOfOld, inductionDeemsYearOf: 'completion' })
  return [() => old]
}

/** Whether the entries behind a certificate still earn just what it says, by readings of today or of then. */
const stillSays = (
  staff: StaffRecord,
  certificate: Certificate,
  asOf: string,
  editions: Editions,
): boolean => {
  const facts = behind(staff, certificate).flatMap(({ fact }) => fact ?? [])
  return readingsThen(certificate, editions).some((editionOf) => {
    const earned = earnedOf(staff, certificate.content.obligation, facts, asOf, editionOf)
    return earned !== undefined && isDeepStrictEqual(saidBy(earned), statementOf(certificate))
  })
}

/**
 * Whether readings of then still earn a certificate, by the entries behind it or by all: a change of readings, or of
 * the edition's defaults, revokes none.
 */
const isKept = (staff: StaffRecord, certificate: Certificate, asOf: string, editions: Editions): boolean => {
  const before = behind(staff, certificate).flatMap(({ fact }) => fact ?? [])
  const all = factsInForce(staff.entries)
  const readings = [...readingsThen(certificate, editions), ...readingsOfBefore(certificate, editions)]
  return readings.some((editionOf) =>
    [before, all].some(
      (facts) => earnedOf(staff, certificate.content.obligation, facts, asOf, editionOf) !== undefined,
    ),
  )
}

/**
 * A certificate says something else once entries behind it were corrected, or once it says more than is so. Later hours
 * and other readings are no reason: they leave it as it is.
 */
const changeDue = (
  staff: StaffRecord,
  certificate: Certificate,
  years: readonly Assessment[],
  asOf: string,
  editions: Editions,
): CertificateDue | undefined => {
  const { obligation } = certificate.content
  if (isRevokedForEver(certificate)) return undefined
  const earned = earnedIn(years, obligation)
  const isRevoked = certificate.status === 'revoked'
  if (earned === undefined) {
    const unmet = years.some((assessment) => isUnmet(assessment, obligation))
    return unmet && !isRevoked && !isKept(staff, certificate, asOf, editions)
      ? { action: 'revoke', obligation }
      : undefined
  }
  if (isRevoked) return { action: 'correct', obligation, earned }
  const differs = wasCorrected(staff, certificate) || saysTooMuch(statementOf(certificate), saidBy(earned))
  return differs && !stillSays(staff, certificate, asOf, editions)
    ? { action: 'correct', obligation, earned }
    : undefined
}

/**
 * What `settle` has to do so that a person's certificates say what the rules say now (Art. 32, 35), from
 * every year so far: first revocations and corrections, then issues.
 */
export const certificatesDue = (staff: StaffRecord, asOf: string, editions: Editions): CertificateDue[] => {
  const years = assessYears(staff, asOf, editions.now)
  const current = currentCertificates(staff.certificates)
  const changes = current.flatMap((certificate) => changeDue(staff, certificate, years, asOf, editions) ?? [])
  const known = new Set([...current.map(({ content }) => content.obligation), ...certifiedElsewhere(staff)])
  const met = new Set(years.flatMap(({ certificates }) => certificates))
  const issues = [...met].flatMap((obligation): CertificateDue[] => {
    const earned = known.has(obligation) ? undefined : earnedIn(years, obligation)
    return earned ? [{ action: 'issue', obligation, earned }] : []
  })
  return [...changes, ...issues]
}
