import type { Due } from '../../workflows/settle/contract.ts'
import { certificatesDue } from '../certificates/certificates-due.ts'
import { type Clock, today, yearNow } from '../platform/clock.ts'
import type { StaffId } from '../platform/ids.ts'
import type { Table } from '../platform/table.ts'
import { editionsSince } from '../registers/edition-for.ts'
import { unsignedCorrections } from '../staff/certificate.ts'
import { requireStaff } from '../staff/require-staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { correctionsDue } from '../year/close-correct.ts'

/**
 * Names the first certificate or result of a person that differs from what the rules say now, or `none`.
 * `known`: their record, where the caller has just written it.
 */
export const findDue =
  ({ table, clock }: { readonly table: Table; readonly clock: Clock }) =>
  async (staffId: StaffId, known?: StaffRecord): Promise<Due> => {
    const [staff, editions] = await Promise.all([
      known ?? requireStaff(table, staffId),
      editionsSince(table, yearNow(clock)),
    ])
    const [certificate] = certificatesDue(staff, today(clock), editions)
    if (certificate) return { action: certificate.action, obligation: certificate.obligation }
    const [year] = await correctionsDue({ table, clock })(staff)
    if (year !== undefined) return { action: 'result', year }
    const unsigned = staff.certificates.find((one) => unsignedCorrections(one).length > 0)
    return unsigned ? { action: 'sign', obligation: unsigned.content.obligation } : { action: 'none' }
  }
