import type { Actor } from '../organisations/account.ts'
import { higherAuthority } from '../organisations/higher-authority.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { type Certificate, certificateByNumber } from '../staff/certificate.ts'
import { findStaff } from '../staff/find-staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'

/**
 * A certificate with its person's record, for an authority above the institution's own, or the region: those who decide
 * on it after its issue (Art. 32, 35).
 */
export const correctorCertificate = async (
  table: Table,
  number: string,
  actor: Actor,
): Promise<
  Outcome<{ staff: StaffRecord; certificate: Certificate }, 'NOT_ALLOWED' | 'NOT_FOUND' | 'OWN_REQUEST'>
> => {
  const staffId = (await certificateByNumber(table, number))?.content.staffId
  if (staffId === undefined) return refuse('NOT_FOUND')
  const found = await findStaff(table, staffId, actor)
  if (!found.ok) return found
  const { staff, institution } = found.value
  const authority = await higherAuthority(table, actor, staffId, institution)
  if (!authority.ok) return authority
  const certificate = staff.certificates.find(({ content }) => content.number === number)
  return certificate === undefined ? refuse('NOT_FOUND') : succeed({ staff, certificate })
}
