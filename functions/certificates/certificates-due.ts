import { isDeepStrictEqual } from 'node:util'
import type { Assessment } from '../../rules/assess.ts'
import { readingsOfOld } from '../../rules/edition.ts'
import { editionWith } from '../../rules/edition-with.ts'
import type { EditionOf } from '../registers/edition-for.ts'
import {
  type Certificate,
  CertificateStatement,
  isRevokedForEver,
  statementOf,
} from '../staff/certificate.ts'
import { assessFacts, assessYears, isAssessable } from '../staff/due-obligations.ts'
import { currentFacts } from '../staff/facts-in-force.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { type Earned, earnedBy } from './certificate-content.ts'

/** What is to be done about one obligation's certificate. */
export type CertificateDue =
  | { readonly action: 'issue'; readonly obligation: string; readonly earned: Earned }
  | { readonly action: 'correct'; readonly obligation: string; readonly earned: Earned }
  | { readonly action: 'revoke'; readonly obligation: string }

/** What an assessment makes a certificate say. */
export const saidBy = (earned: Earned): CertificateStatement => CertificateStatement.parse(earned)

/**
 * Whether an obligation applies to its person and is not complete. One that does not apply (any more: to a leader,
 * to someone who has left the register) takes nothing away that was once earned.
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

/** Whether a certificate says something that is not so (any more). More than it says may always be so. */
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
 * Whether the entries that stood behind a certificate have been corrected since so that it would have said
 * something else. Hours that came later are no reason: they count, and the certificate stays as it is.
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

/** What an obligation's certificate says by the rules; undefined where no year holds it complete. */
const earnedIn = (years: readonly Assessment[], obligation: string): Earned | undefined => {
  for (const assessment of years) {
    const earned = earnedBy(assessment, obligation)
    if (earned) return earned
  }
  return undefined
}

/**
 * Whether a certificate was earned by the readings of old, from what stood behind it as that stands now: a change of
 * readings, the edition's defaults included, takes nothing away.
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
 * What is to be done so that a person's certificates say what the rules say now (Art. 32, 35): first what must be
 * taken back or put right, then what is to be issued, by every year so far.
 */
export const certificatesDue = (staff: StaffRecord, asOf: string, editionOf: EditionOf): CertificateDue[] => {
  const years = assessYears(staff, asOf, editionOf)
  const changes = staff.certificates.flatMap(
    (certificate) => changeDue(staff, certificate, years, asOf, editionOf) ?? [],
  )
  const known = new Set(staff.certificates.map(({ content }) => content.obligation))
  const met = new Set(years.flatMap(({ certificates }) => certificates))
  const issues = [...met].flatMap((obligation): CertificateDue[] => {
    const earned = known.has(obligation) ? undefined : earnedIn(years, obligation)
    return earned ? [{ action: 'issue', obligation, earned }] : []
  })
  return [...changes, ...issues]
}
