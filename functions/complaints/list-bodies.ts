import {
  childrenOf,
  institutionsOf,
  type Organisation,
  readOrganisation,
  readOrganisations,
} from '../organisations/organisation.ts'
import { rootDepartmentIds } from '../organisations/organisations-below.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import type { BodyList, ListBodies } from './api.ts'
import { readComplaintSettings } from './settings.ts'

interface Found {
  readonly items: readonly Organisation[]
  readonly cursor: string | null
}

/** What stands right below a place; departments stand below none, those of the region and the sectors are listed. */
const below = async (
  table: Table,
  place: Organisation,
  { under, kind, ...page }: ListBodies,
): Promise<Found> => {
  switch (kind) {
    case 'departments':
      return { items: await readOrganisations(table, await rootDepartmentIds(table)), cursor: null }
    case 'institutions':
      return institutionsOf(table, place, page)
    case 'offices':
      return under === undefined ? { items: [place], cursor: null } : childrenOf(table, place.id, page)
  }
}

/**
 * The offices or institutions right below one, page by page; the region itself where none is named. Departments that
 * stand below none all at once: a dozen of the region, and the sectors. Names of public bodies alone.
 */
export const listBodies =
  ({ table }: Pick<RecordsHost, 'table'>) =>
  async (asked: ListBodies): Promise<Outcome<BodyList, 'NOT_FOUND' | 'COMPLAINTS_NOT_OPEN'>> => {
    const settings = await readComplaintSettings(table)
    if (settings === undefined) return refuse('COMPLAINTS_NOT_OPEN', { article: '36' })
    const place = await readOrganisation(table, asked.under ?? settings.regionId)
    if (place === undefined || place.kind === 'institution') return refuse('NOT_FOUND')
    const { items, cursor } = await below(table, place, asked)
    return succeed({ items: items.map(({ id, name, kind, level }) => ({ id, name, kind, level })), cursor })
  }
