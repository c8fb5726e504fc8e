import { reachOf } from '../platform/callers.ts'
import type { Table } from '../platform/table.ts'
import type { Actor } from './account.ts'
import { type Organisation, readOrganisations } from './organisation.ts'

/** The region's own personnel authority: it keeps the registers that hold for everyone. */
export const isRegional = ({ kind, level }: Pick<Organisation, 'kind' | 'level'>): boolean =>
  kind === 'authority' && level === 'region'

const anyAtRegion = async (table: Table, seats: Actor['roles']): Promise<boolean> =>
  seats.length > 0 &&
  (
    await readOrganisations(
      table,
      seats.map(({ organisationId }) => organisationId),
    )
  ).some(isRegional)

/** Whether someone sits at the desk of the region's personnel authority. */
export const isRegion = (table: Table, actor: Actor): Promise<boolean> =>
  anyAtRegion(
    table,
    actor.roles.filter(({ role }) => role === 'authority'),
  )

/**
 * Whether someone sits at the region's personnel authority at all, with a seat that reaches as far as the region in
 * this call.
 */
export const isAtRegion = (table: Table, { roles, within }: Actor): Promise<boolean> =>
  anyAtRegion(
    table,
    roles.filter((seat) => within === undefined || reachOf(within, seat).includes('region')),
  )
