import type { StaffId } from '../platform/ids.ts'
import type { Table } from '../platform/table.ts'
import { readStaff } from './staff.ts'
import type { StaffRecord } from './staff-record.ts'

class PersonMissingError extends Error {
  override name = 'PersonMissingError'
}

/** @throws PersonMissingError: a workflow speaks of someone who is not on the register. */
export const requireStaff = async (table: Table, staffId: StaffId): Promise<StaffRecord> => {
  const staff = await readStaff(table, staffId)
  if (staff === undefined) throw new PersonMissingError(`The person ${staffId} is not registered.`)
  return staff
}
