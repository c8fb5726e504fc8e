import type { Table } from '../platform/table.ts'
import type { Actor } from './account.ts'
import { type Organisation, readOrganisations } from './organisation.ts'
import { seatsOf, type UsableSeat } from './visibility.ts'

/** The region's own personnel authority: it keeps the registers that hold for everyone. */
export const isRegional = ({ kind, level }: Pick<Organisation, 'kind' | 'level'>): boolean =>
  kind === 'authority' && level === 'region'

const anyAtRegion = async (table: Table, seats: readonly UsableSeat[]): Promise<boolean> =>
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
    seatsOf(actor).filter(({ role }) => role === 'authority'),
  )

/** Whether someone sits at the region's personnel authority at all: its auditors and operators included. */
export const isAtRegion = (table: Table, actor: Actor): Promise<boolean> => anyAtRegion(table, seatsOf(actor))
