import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { sees } from '../organisations/visibility.ts'
import type { StaffId } from '../platform/ids.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { type Person, readPerson } from './person.ts'

/** Finds a person's record without the ledger, for themselves and those above them; for others there is nobody. */
export const findPerson = async (
  table: Table,
  staffId: StaffId,
  actor: Actor,
): Promise<Outcome<{ person: Person; institution: Organisation }, 'NOT_FOUND'>> => {
  const person = await readPerson(table, staffId)
  if (person === undefined) return refuse('NOT_FOUND')
  const institution = await readOrganisation(table, person.institutionId)
  return institution !== undefined && sees(actor, staffId, institution)
    ? succeed({ person, institution })
    : refuse('NOT_FOUND')
}
