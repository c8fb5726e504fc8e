import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { closedRefusal, registrarRefusal } from '../persons/registrar.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'

/** The institution whose people are imported, where someone may keep its register. */
export const findInstitution = async (
  table: Table,
  id: string | undefined,
  actor: Actor,
): Promise<Outcome<Organisation, 'NOT_ALLOWED'>> => {
  const own = id ?? actor.roles.find(({ role }) => role === 'institution')?.organisationId
  const institution = own === undefined ? undefined : await readOrganisation(table, own)
  if (institution?.kind !== 'institution' || registrarRefusal(actor, institution) !== undefined)
    return refuse('NOT_ALLOWED')
  return closedRefusal(institution) ?? succeed(institution)
}
