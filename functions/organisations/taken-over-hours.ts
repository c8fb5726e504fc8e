import type { OrganisationId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { always, read, type Table, type Write } from '../platform/table.ts'

/** Notes that an institution filed hours of earlier years from a platform before this one. Safe to repeat. */
export const noteTakenOver = (institutionId: OrganisationId, at: string): Write => ({
  put: { ...keys.takenOverHours(institutionId), at },
  when: always,
})

/** Whether it did. What was filed before this was noted is not known: then a page points there once too often. */
export const hasTakenOver = async (table: Table, institutionId: OrganisationId): Promise<boolean> =>
  (await read(table, keys.takenOverHours(institutionId))) !== undefined
