import type { Actor } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { sees } from '../organisations/visibility.ts'
import type { StaffId } from '../platform/ids.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { groupVerifyCode } from '../staff/certificate/number.ts'
import type { PublicKeys } from '../staff/certificate/public-keys.ts'
import { type Certificate, certificateByNumber, certificatesOf, statementOf } from '../staff/certificate.ts'
import { readPerson } from '../staff/person.ts'
import type { CertificateView, CertificateWhole } from './api.ts'
import { vouchedCertificate } from './vouched-certificate.ts'

export const viewCertificate = ({ content, status }: Certificate): CertificateView => ({
  number: content.number,
  kind: content.kind,
  year: content.year,
  obligation: content.obligation,
  status,
  verifyCode: groupVerifyCode(content.verifyCode),
  issuedOn: content.issuedOn,
  staffId: content.staffId,
})

/** The day of the revocation, of a revoked certificate; else null. */
const revokedOn = ({ status, history }: Certificate): string | null =>
  status === 'revoked' ? (history.at(-1)?.on ?? null) : null

/** All that stands in the certificate itself; `whole-for.ts` adds names, and who may act. */
export const viewCertificateWhole = (certificate: Certificate): CertificateWhole => {
  const { content, signature, keyId, algorithm, history, superseded } = certificate
  return {
    ...viewCertificate(certificate),
    content,
    signature,
    keyId,
    algorithm,
    says: statementOf(certificate),
    revokedOn: revokedOn(certificate),
    superseded:
      superseded === undefined
        ? null
        : { on: superseded.on, by: superseded.by, byName: null, note: superseded.note },
    corrections: history.flatMap((change) =>
      change.kind === 'corrected' ? [{ ...change.says, on: change.on, reason: change.reason }] : [],
    ),
    history: history.map((change) => ({
      kind: change.kind,
      on: change.on,
      reason: change.reason,
      by: change.kind === 'revoked' ? change.by : 'system',
      byName: null,
      note: (change.kind === 'revoked' ? change.note : undefined) ?? null,
    })),
    mayRevoke: false,
    revokers: [],
  }
}

/** Whether someone may see a person's matters, by where the register has the person now. */
const seesPerson = async (table: Table, staffId: StaffId, actor: Actor): Promise<boolean> => {
  const person = await readPerson(table, staffId)
  return person !== undefined && sees(actor, staffId, await readOrganisation(table, person.institutionId))
}

/**
 * Finds a certificate by its number, for its person and those above, and vouches for it by the published
 * keys.
 */
export const findCertificate = async (
  { table, publicKeys }: { readonly table: Table; readonly publicKeys: PublicKeys },
  number: string,
  actor: Actor,
): Promise<Outcome<Certificate, 'NOT_FOUND' | 'SIGNATURE_MISMATCH' | 'SIGNING_KEY_MISSING'>> => {
  const find = async () => {
    const certificate = await certificateByNumber(table, number)
    return certificate && (await seesPerson(table, certificate.content.staffId, actor))
      ? certificate
      : undefined
  }
  return vouchedCertificate(publicKeys, find, ({ content }) => content.number === number)
}

export const certificatesOfPerson = async (
  table: Table,
  staffId: StaffId,
  actor: Actor,
): Promise<Outcome<Certificate[], 'NOT_FOUND'>> =>
  (await seesPerson(table, staffId, actor))
    ? succeed(await certificatesOf(table, staffId))
    : refuse('NOT_FOUND')
