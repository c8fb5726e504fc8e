import type { Actor } from '../organisations/account.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { type Certificate, isRevokedForEver, revisionOf } from '../staff/certificate.ts'
import { correctorCertificate } from './corrector-certificate.ts'
import { changeOf } from './revise-certificate.ts'
import { tellCertificate } from './tell-certificate.ts'

type Deps = Omit<ActingHost, 'workflows'>

const revoke = async (
  { table, clock }: Deps,
  number: string,
  reason: string,
  actor: Actor,
): Promise<Outcome<Certificate, 'CERTIFICATE_REVOKED' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'OWN_REQUEST'>> => {
  const found = await correctorCertificate(table, number, actor)
  if (!found.ok) return found
  const { staff, certificate } = found.value
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
