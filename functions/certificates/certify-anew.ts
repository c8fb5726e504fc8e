import type { Actor } from '../organisations/account.ts'
import { timestamp, today, yearNow } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { editionsSince } from '../registers/edition-for.ts'
import { type Certificate, changeCertificate, isRevokedForEver, supersede } from '../staff/certificate.ts'
import { currentFacts } from '../staff/facts-in-force.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { putStanding } from '../staff/standing.ts'
import { markUnsettled } from '../staff/unsettled.ts'
import { certificatesDue } from './certificates-due.ts'
import { correctorCertificate } from './corrector-certificate.ts'

type Refused =
  | 'CERTIFICATE_NOT_REVOKED'
  | 'CERTIFICATE_SUPERSEDED'
  | 'FRAUD_STILL_COUNTS'
  | 'NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'OBLIGATION_NOT_MET'
  | 'OWN_REQUEST'

/** Whether an entry that a certificate rested on when it was issued says something else by now, or nothing. */
const wasMended = ({ entries }: StaffRecord, { ledgerLength }: Certificate): boolean =>
  currentFacts(entries).some(
    ({ sequence, statedBy }) => sequence <= ledgerLength && statedBy.sequence !== sequence,
  )

/** The person's record with another certificate to come in this one's place. */
const withPlace = (staff: StaffRecord, certificate: Certificate, after: Certificate): StaffRecord => ({
  ...staff,
  certificates: staff.certificates.map((one) => (one === certificate ? after : one)),
})

const settlementOf = (number: string): string => `anew-${number}`

const confirm = async (
  { table, clock }: DecidingHost,
  number: string,
  note: string,
  actor: Actor,
): Promise<Outcome<Certificate, Refused>> => {
  const found = await correctorCertificate(table, number, actor)
  if (!found.ok) return found
  const { staff, certificate } = found.value
  if (certificate.superseded !== undefined) return refuse('CERTIFICATE_SUPERSEDED')
  if (!isRevokedForEver(certificate)) return refuse('CERTIFICATE_NOT_REVOKED')
  if (!wasMended(staff, certificate)) return refuse('FRAUD_STILL_COUNTS', { article: '32' })
  const at = timestamp(clock)
  const after = supersede(certificate, { on: today(clock), at, by: actor.id, note })
  const changed = withPlace(staff, certificate, after)
  const { obligation, staffId } = certificate.content
  const due = certificatesDue(changed, today(clock), await editionsSince(table, yearNow(clock)))
  if (!due.some((one) => one.action === 'issue' && one.obligation === obligation))
    return refuse('OBLIGATION_NOT_MET', { article: '35' })
  await write(table, [
    changeCertificate(certificate, after),
    putStanding(changed),
    markUnsettled({ staffId, occasion: settlementOf(number), since: at }),
  ])
  return succeed(after)
}

/**
 * An authority above the institution's own, or the region, confirms that what a certificate revoked for fraud certified
 * was honestly completed since, without what was revoked: the settlement issues another one, of its own number (Art. 32,
 * 35). The revoked one stays revoked for ever. Entries that it rested on must have been corrected first: those that were
 * false are void in the ledger.
 */
export const certifyAnew =
  (deps: DecidingHost) =>
  async (number: string, reason: string, actor: Actor): Promise<Outcome<Certificate, Refused>> => {
    const confirmed = await retryOnConflict(() => confirm(deps, number, reason, actor))
    if (confirmed.ok)
      await deps.workflows.start('settle', settlementOf(number), {
        staffId: confirmed.value.content.staffId,
      })
    return confirmed
  }
