import * as z from 'zod'
import { type OrganisationId, StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { isNew, readPartition, type Table, type Write } from '../platform/table.ts'
import type { Person } from './person.ts'

/**
 * That an institution has released one of its people to another: kept at the receiving institution, which finds there
 * whom it may take over. Who they are stands in their record alone.
 */
export const Release = z.object({ staffId: StaffId, at: z.string() })
export type Release = z.infer<typeof Release>

const putRelease = (institutionId: OrganisationId, release: Release): Write => ({
  put: { ...keys.release(institutionId, release.staffId), ...release },
  when: isNew,
})

/** Removes a release; records released by an early version have no such item, which is no fault. */
const removeRelease = (institutionId: OrganisationId, staffId: StaffId): Write => ({
  remove: keys.release(institutionId, staffId),
  when: {
    expression: 'attribute_not_exists(pk) OR staffId = :staffId',
    values: { ':staffId': staffId },
  },
})

type Releasable = Pick<Person, 'id' | 'releasedTo'>

/** The writes that follow a change of `releasedTo`: one release removed, another put, or both. */
export const moveRelease = (before: Releasable, after: Releasable, at: string): Write[] => {
  if (before.releasedTo === after.releasedTo) return []
  return [
    ...(before.releasedTo === undefined ? [] : [removeRelease(before.releasedTo, before.id)]),
    ...(after.releasedTo === undefined ? [] : [putRelease(after.releasedTo, { staffId: after.id, at })]),
  ]
}

/** Everyone who is released to an institution. */
export const releasesTo = async (table: Table, institutionId: OrganisationId): Promise<Release[]> =>
  (await readPartition(table, keys.organisation(institutionId).pk, 'RELEASED#')).map((item) =>
    Release.parse(item),
  )
