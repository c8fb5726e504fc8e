import { createHash } from 'node:crypto'
import { newContent } from '../../functions/certificates/certificate-content.ts'
import { certificatesDue } from '../../functions/certificates/certificates-due.ts'
import type { Organisation } from '../../functions/organisations/organisation.ts'
import { type Signer, signCertificate } from '../../functions/staff/certificate/signing.ts'
import { type Certificate, issued } from '../../functions/staff/certificate.ts'
import type { Fact, LedgerEntry } from '../../functions/staff/ledger.ts'
import type { StaffRecord } from '../../functions/staff/staff-record.ts'
import { always2024 } from '../../rules/edition.ts'

const editions = { now: always2024, asKnownOn: () => [] }

/** Whether a fact is one of those that complete an obligation. */
const serves = (fact: Fact, obligation: string): boolean => {
  if (fact.kind === 'deemed') return obligation === `annual:${fact.deemed.year}`
  if (fact.kind !== 'credit') return false
  const { category, forChange, from, makeUpFor } = fact.credit
  if (obligation === 'induction') return category === 'induction'
  if (forChange !== undefined && obligation === `transfer:${forChange}`) return true
  return obligation === `annual:${makeUpFor ?? from.slice(0, 4)}`
}

/**
 * The day on which the ledger had the last entry that completes an obligation, and so the certificate's day.
 */
const completedBy = (entries: readonly LedgerEntry[], obligation: string): string | undefined =>
  entries.findLast(({ fact }) => serves(fact, obligation))?.recordedAt.slice(0, 10)

/** Codes that stay the same however often the demo is loaded, so that a printed sheet can still be verified. */
const codeFor = (staffId: string, obligation: string): Uint8Array =>
  createHash('sha256')
    .update(JSON.stringify(['demo', staffId, obligation]))
    .digest()

/** The certificates with which a person's demo begins: for every obligation complete by then. */
export const demoCertificates = async (
  staff: StaffRecord,
  asOf: string,
  at: { readonly institution: Organisation; readonly issuer: Organisation | undefined },
  signer: Signer,
): Promise<Certificate[]> => {
  const certificates: Certificate[] = []
  for (const due of certificatesDue(staff, asOf, editions)) {
    if (due.action !== 'issue') continue
    const { obligation, earned } = due
    const issuedOn = completedBy(staff.entries, obligation) ?? asOf
    const random = codeFor(staff.person.id, obligation)
    const content = newContent(staff.person, at, earned, { issuedOn, random })
    certificates.push(issued(await signCertificate(content, signer), staff.entries.length))
  }
  return certificates
}
