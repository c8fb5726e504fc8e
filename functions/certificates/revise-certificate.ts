import type { CertificateInput, Revised } from '../../workflows/settle/contract.ts'
import { type Clock, timestamp, today, yearNow } from '../platform/clock.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, type Write, write } from '../platform/table.ts'
import { editionsSince } from '../registers/edition-for.ts'
import {
  type Certificate,
  type CertificateChange,
  certificateOf,
  changeCertificate,
  changed,
  revisionOf,
} from '../staff/certificate.ts'
import { requireStaff } from '../staff/require-staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { putStanding } from '../staff/standing.ts'
import { type CertificateDue, certificatesDue, saidBy } from './certificates-due.ts'

class CertificateNotIssuedError extends Error {
  override name = 'CertificateNotIssuedError'
}

/**
 * The writes of a certificate's change, with the person's standing, for one transaction; content and
 * signature stay.
 */
export const changeOf = (
  staff: StaffRecord,
  certificate: Certificate,
  change: CertificateChange,
): { after: Certificate; writes: Write[] } => {
  const after = changed(certificate, change, staff.entries.length)
  const certificates = staff.certificates.map((one) => (one === certificate ? after : one))
  return { after, writes: [changeCertificate(certificate, after), putStanding({ ...staff, certificates })] }
}

const changeFor = (
  due: CertificateDue | undefined,
  { status }: Certificate,
  clock: Clock,
): CertificateChange | undefined => {
  const moment = { on: today(clock), at: timestamp(clock) }
  switch (due?.action) {
    case 'correct':
      return {
        kind: 'corrected',
        ...moment,
        reason: status === 'revoked' ? 'restored' : 'ledger',
        says: saidBy(due.earned),
      }
    case 'revoke':
      return { kind: 'revoked', ...moment, reason: 'not_met', by: 'system' }
    default:
      return undefined
  }
}

/**
 * Corrects or revokes a certificate as the ledger now asks (Art. 32, 35); otherwise leaves it as it is. Its
 * number stays valid for look-ups and tells what changed.
 */
export const reviseCertificate =
  ({ table, clock }: { readonly table: Table; readonly clock: Clock }) =>
  ({ staffId, obligation }: CertificateInput): Promise<Revised> =>
    retryOnConflict(async () => {
      const [staff, editions] = await Promise.all([
        requireStaff(table, staffId),
        editionsSince(table, yearNow(clock)),
      ])
      const certificate = certificateOf(staff.certificates, obligation)
      if (certificate === undefined)
        throw new CertificateNotIssuedError(`${staffId} holds no certificate of ${obligation}.`)
      const { number } = certificate.content
      const due = certificatesDue(staff, today(clock), editions).find((one) => one.obligation === obligation)
      const change = changeFor(due, certificate, clock)
      if (change === undefined) return { number, revision: revisionOf(certificate) }
      const { after, writes } = changeOf(staff, certificate, change)
      await write(table, writes)
      return { number, revision: revisionOf(after) }
    })
