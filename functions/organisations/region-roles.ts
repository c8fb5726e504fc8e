import type { Table } from '../platform/table.ts'
import type { Role } from '../platform/terms.ts'
import type { Actor } from './account.ts'
import { readOrganisations } from './organisation.ts'
import { isRegional } from './region.ts'

const holdsAtRegion = async (table: Table, actor: Actor, roles: readonly Role[]): Promise<boolean> => {
  // These powers are never lent: an account's own seats alone.
  const seats = actor.roles.filter(({ role }) => roles.includes(role))
  const places = await readOrganisations(
    table,
    seats.map(({ organisationId }) => organisationId),
  )
  return places.some(isRegional)
}

/** Whether someone looks after the running system: the executions are the whole region's. */
export const operates = (table: Table, actor: Actor): Promise<boolean> =>
  holdsAtRegion(table, actor, ['operator'])

/** Whether someone may look at how the system runs: its operators, and the auditors who change nothing. */
export const watches = (table: Table, actor: Actor): Promise<boolean> =>
  holdsAtRegion(table, actor, ['operator', 'auditor'])
