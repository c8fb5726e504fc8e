import type { Actor } from '../organisations/account.ts'
import { higherAuthority } from '../organisations/higher-authority.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { type Certificate, certificateByNumber, isRevokedForEver, revisionOf } from '../staff/certificate.ts'
import { findStaff } from '../staff/find-staff.ts'
import { changeOf } from './revise-certificate.ts'
import { tellCertificate } from './tell-certificate.ts'

type Deps = Omit<ActingHost, 'workflows'>

const revoke = async (
  { table, clock }: Deps,
  number: string,
  reason: string,
  actor: Actor,
): Promise<Outcome<Certificate, 'CERTIFICATE_REVOKED' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'OWN_REQUEST'>> => {
  const staffId = (await certificateByNumber(table, number))?.content.staffId
  if (staffId === undefined) return refuse('NOT_FOUND')
  const found = await findStaff(table, staffId, actor)
  if (!found.ok) return found
  const { staff, institution } = found.value
  const authority = await higherAuthority(table, actor, staffId, institution)
  if (!authority.ok) return authority
  const certificate = staff.certificates.find(({ content }) => content.number === number)
  if (certificate === undefined) return refuse('NOT_FOUND')
  if (isRevokedForEver(certificate)) return refuse('CERTIFICATE_REVOKED')
  const { after, writes } = changeOf(staff, certificate, {
    kind: 'revoked',
    on: today(clock),
    at: timestamp(clock),
    reason: 'fraud',
    by: actor.id,
    note: reason,
  })
  await write(table, writes)
  return succeed(after)
}

/**
 * An authority above the institution's own, or the region, revokes a certificate that was obtained by fraud
 * (Art. 32), for ever. The person is told.
 */
export const revokeCertificate =
  (deps: Deps) =>
  async (
    number: string,
    reason: string,
    actor: Actor,
  ): Promise<Outcome<Certificate, 'CERTIFICATE_REVOKED' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'OWN_REQUEST'>> => {
    const revoked = await retryOnConflict(() => revoke(deps, number, reason, actor))
    if (revoked.ok) await tellCertificate(deps)({ number, revision: revisionOf(revoked.value) })
    return revoked
  }
