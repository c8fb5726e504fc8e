import { isDeepStrictEqual } from 'node:util'
import type { Assessment } from '../../rules/assess.ts'
import { readingsOfOld } from '../../rules/edition.ts'
import { editionWith } from '../../rules/edition-with.ts'
import type { EditionOf } from '../registers/edition-for.ts'
import {
  type Certificate,
  CertificateStatement,
  certifiedElsewhere,
  currentCertificates,
  isRevokedForEver,
  statementOf,
} from '../staff/certificate.ts'
import { assessFacts, assessYears, isAssessable } from '../staff/due-obligations.ts'
import { currentFacts } from '../staff/facts-in-force.ts'
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

/**
 * Whether entries behind a certificate were corrected so that it would have said something else. Later hours
 * are no reason: they count, and the certificate stays as it is.
 */
const wouldHaveSaidOtherwise = (
  staff: StaffRecord,
  certificate: Certificate,
  asOf: string,
  editionOf: EditionOf,
): boolean => {
  const { content, ledgerLength } = certificate
  const behind = currentFacts(staff.entries).filter(({ sequence }) => sequence <= ledgerLength)
  if (!behind.some(({ statedBy }) => statedBy.sequence > ledgerLength)) return false
  const facts = behind.flatMap(({ fact }) => fact ?? [])
  if (!isAssessable(staff, facts, asOf)) return true
  const year = content.kind === 'annual' ? content.year : Number(asOf.slice(0, 4))
  const earned = earnedBy(assessFacts(staff.person, facts, year, asOf, editionOf(year)), content.obligation)
  return earned === undefined || !isDeepStrictEqual(saidBy(earned), statementOf(certificate))
}

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

/**
 * Whether the readings of old and the corrected entries behind a certificate still earn it: a change of
 * readings, or of the edition's defaults, revokes none.
 */
const isKeptByOldReadings = (
  staff: StaffRecord,
  { content, ledgerLength }: Certificate,
  asOf: string,
  editionOf: EditionOf,
): boolean => {
  const facts = currentFacts(staff.entries)
    .filter(({ sequence }) => sequence <= ledgerLength)
    .flatMap(({ fact }) => fact ?? [])
  if (content.kind !== 'annual' || !isAssessable(staff, facts, asOf)) return false
  const { readings } = editionOf(content.year)
  const old = editionWith({ ...readings, ...readingsOfOld, inductionDeemsYearOf: 'completion' })
  return earnedBy(assessFacts(staff.person, facts, content.year, asOf, old), content.obligation) !== undefined
}

const changeDue = (
  staff: StaffRecord,
  certificate: Certificate,
  years: readonly Assessment[],
  asOf: string,
  editionOf: EditionOf,
): CertificateDue | undefined => {
  const { obligation } = certificate.content
  if (isRevokedForEver(certificate)) return undefined
  const earned = earnedIn(years, obligation)
  if (earned === undefined) {
    const unmet = years.some((assessment) => isUnmet(assessment, obligation))
    return unmet &&
      certificate.status !== 'revoked' &&
      !isKeptByOldReadings(staff, certificate, asOf, editionOf)
      ? { action: 'revoke', obligation }
      : undefined
  }
  return certificate.status === 'revoked' ||
    saysTooMuch(statementOf(certificate), saidBy(earned)) ||
    wouldHaveSaidOtherwise(staff, certificate, asOf, editionOf)
    ? { action: 'correct', obligation, earned }
    : undefined
}

/**
 * What `settle` has to do so that a person's certificates say what the rules say now (Art. 32, 35), from
 * every year so far: first revocations and corrections, then issues.
 */
export const certificatesDue = (staff: StaffRecord, asOf: string, editionOf: EditionOf): CertificateDue[] => {
  const years = assessYears(staff, asOf, editionOf)
  const current = currentCertificates(staff.certificates)
  const changes = current.flatMap(
    (certificate) => changeDue(staff, certificate, years, asOf, editionOf) ?? [],
  )
  const known = new Set([...current.map(({ content }) => content.obligation), ...certifiedElsewhere(staff)])
  const met = new Set(years.flatMap(({ certificates }) => certificates))
  const issues = [...met].flatMap((obligation): CertificateDue[] => {
    const earned = known.has(obligation) ? undefined : earnedIn(years, obligation)
    return earned ? [{ action: 'issue', obligation, earned }] : []
  })
  return [...changes, ...issues]
}
