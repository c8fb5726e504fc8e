import { readOrganisations } from '../organisations/organisation.ts'
import type { PageRequest, Table } from '../platform/table.ts'
import { readPerson } from '../staff/person.ts'
import type { BrokenLedgerView } from './api.ts'
import { brokenLedgers } from './broken-ledgers.ts'

/** A page of the broken ledgers, with whose they are. */
export const listBroken = async (
  table: Table,
  page: PageRequest,
): Promise<{ items: BrokenLedgerView[]; cursor: string | null }> => {
  const { items, cursor } = await brokenLedgers(table, page)
  const institutions = new Map(
    (await readOrganisations(table, [...new Set(items.map(({ institutionId }) => institutionId))])).map(
      ({ id, name }): [string, string] => [id, name],
    ),
  )
  return {
    items: await Promise.all(
      items.map(async ({ staffId, institutionId, fault, since }) => ({
        staffId,
        name: (await readPerson(table, staffId))?.name ?? '',
        institution: { id: institutionId, name: institutions.get(institutionId) ?? '' },
        fault,
        since,
      })),
    ),
    cursor,
  }
}
