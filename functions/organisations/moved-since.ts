import { OrganisationId } from '../platform/ids.ts'
import { MOVED } from '../platform/keys.ts'
import { onwards, readIndexKeys } from '../platform/ranges.ts'
import type { Table } from '../platform/table.ts'

/** The institutions that were placed under another authority or department since a moment, the earliest first. */
export const movedSince = async (
  table: Table,
  moment: string,
): Promise<{ readonly institutionId: OrganisationId; readonly at: string }[]> =>
  (await readIndexKeys(table, 'swept', MOVED, onwards(moment))).map(({ key, order }) => ({
    institutionId: OrganisationId.parse(key.pk.slice('ORGANISATION#'.length)),
    at: order,
  }))
