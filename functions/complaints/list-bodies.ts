import {
  childrenOf,
  institutionsOf,
  readOrganisation,
  readOrganisations,
} from '../organisations/organisation.ts'
import { rootDepartmentIds } from '../organisations/organisations-below.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { readComplaintSettings } from './settings.ts'

interface Asked {
  readonly under?: string | undefined
  readonly kind: 'offices' | 'departments' | 'institutions'
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * The offices or institutions right below one; the region itself where none is named. Names of public bodies alone,
 * page by page: a bounded read.
 */
export const listBodies =
  ({ table }: Pick<RecordsHost, 'table'>) =>
  async ({
    under,
    kind,
    limit,
    cursor,
  }: Asked): Promise<
    Outcome<
      {
        items: {
          id: string
          name: string
          kind: 'authority' | 'department' | 'institution'
          level: 'region' | 'city' | 'county'
        }[]
        cursor: string | null
      },
      'NOT_FOUND' | 'COMPLAINTS_NOT_OPEN'
    >
  > => {
    const settings = await readComplaintSettings(table)
    if (settings === undefined) return refuse('COMPLAINTS_NOT_OPEN', { article: '36' })
    const place = await readOrganisation(table, under ?? settings.regionId)
    if (place === undefined || place.kind === 'institution') return refuse('NOT_FOUND')
    const page = { limit, cursor }
    const found =
      kind === 'departments'
        ? { items: await readOrganisations(table, await rootDepartmentIds(table)), cursor: null }
        : under === undefined && kind === 'offices'
          ? { items: [place], cursor: null }
          : kind === 'offices'
            ? await childrenOf(table, place.id, page)
            : await institutionsOf(table, place, page)
    return succeed({
      items: found.items.map(({ id, name, kind: is, level }) => ({ id, name, kind: is, level })),
      cursor: found.cursor,
    })
  }
