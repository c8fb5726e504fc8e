import type { OrganisationId } from '../platform/ids.ts'
import type { Table } from '../platform/table.ts'
import type { Organisation } from './organisation.ts'
import { institutionsOf, readOrganisations } from './organisation.ts'

/** So many institutions of a department are looked at for the authority of its level: most have the same one. */
const LOOKED_AT = 50

/**
 * The personnel authority of an organiser's level (Art. 5). An institution names it; a department does not, and has the
 * one that its own institutions of its level answer to [R].
 */
export const authorityOf = async (
  table: Table,
  organiser: Organisation,
): Promise<OrganisationId | undefined> => {
  if (organiser.kind === 'authority') return organiser.id
  if (organiser.kind === 'institution') return organiser.authorityId
  const { items } = await institutionsOf(table, organiser, { limit: LOOKED_AT })
  const named = [...new Set(items.flatMap(({ authorityId }) => authorityId ?? []))]
  return (await readOrganisations(table, named)).find(({ level }) => level === organiser.level)?.id
}
