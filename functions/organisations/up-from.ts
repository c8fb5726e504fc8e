import type { OrganisationId } from '../platform/ids.ts'
import type { Table } from '../platform/table.ts'
import { type Organisation, readOrganisation } from './organisation.ts'

/**
 * The organisations on the way up from one, the nearest first, each once: `above` says which stands above an organisation.
 * Whoever asks stops where they have found what they look for.
 */
export async function* upFrom(
  table: Table,
  from: Organisation,
  above: (one: Organisation) => OrganisationId | undefined,
): AsyncGenerator<Organisation> {
  const passed = new Set<OrganisationId>([from.id])
  for (let id = above(from); id !== undefined && !passed.has(id); ) {
    passed.add(id)
    const next = await readOrganisation(table, id)
    if (next === undefined) return
    yield next
    id = above(next)
  }
}
