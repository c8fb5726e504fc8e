import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { sees } from '../organisations/visibility.ts'
import type { StaffId } from '../platform/ids.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { readStaff } from './staff.ts'
import type { StaffRecord } from './staff-record.ts'

/** Finds a person with their ledger, for themselves and those above them; for everyone else there is nobody. */
export const findStaff = async (
  table: Table,
  staffId: StaffId,
  actor: Actor,
): Promise<Outcome<{ staff: StaffRecord; institution: Organisation }, 'NOT_FOUND'>> => {
  const staff = await readStaff(table, staffId)
  if (staff === undefined) return refuse('NOT_FOUND')
  const institution = await readOrganisation(table, staff.person.institutionId)
  return institution !== undefined && sees(actor, staffId, institution)
    ? succeed({ staff, institution })
    : refuse('NOT_FOUND')
}
