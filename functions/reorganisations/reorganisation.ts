import * as z from 'zod'
import { OrganisationId, StaffId } from '../platform/ids.ts'
import { keys, REORGANISING } from '../platform/keys.ts'
import { atVersion, isNew, read, readIndex, type Table, type Write } from '../platform/table.ts'

/** Somebody who was not carried along, and why. */
export const Left = z.object({
  staffId: StaffId,
  name: z.string(),
  why: z.enum(['own_record', 'not_allowed', 'faults']),
})
export type Left = z.infer<typeof Left>

/**
 * The people of an institution who are carried to another one, in one act (Art. 35): all of them where it is merged, those
 * who were named where it is split. Each is a transfer of their own, so that ledger, obligations and statistics follow as
 * with any other.
 */
export const Reorganisation = z.object({
  id: z.string(),
  fromId: OrganisationId,
  intoId: OrganisationId,
  /** Undefined: everybody, and the institution is closed. */
  staffIds: z.array(StaffId).optional(),
  /** The day from which they belong to the other one; whoever was hired later does so from that day. */
  effectiveOn: z.string(),
  reason: z.string(),
  by: z.string(),
  /** Who went on with it last, where that is somebody else. */
  goneOnBy: z.string().optional(),
  at: z.string(),
  moved: z.number().int(),
  left: z.array(Left),
  state: z.enum(['running', 'done']),
  version: z.number().int(),
})
export type Reorganisation = z.infer<typeof Reorganisation>

const toItem = (one: Reorganisation) => ({
  ...keys.reorganisation(one.fromId, one.id),
  ...one,
  ...(one.state === 'running' ? { swept: REORGANISING, sweptOrder: one.at } : {}),
})

export const newReorganisation = (one: Reorganisation): Write => ({ put: toItem(one), when: isNew })

/** Replaces it as it was read; the version is counted here. */
export const replaceReorganisation = (before: Reorganisation, after: Reorganisation): Write => ({
  put: toItem({ ...after, version: before.version + 1 }),
  when: atVersion(before.version),
})

export const readReorganisation = async (
  table: Table,
  from: OrganisationId,
  id: string,
): Promise<Reorganisation | undefined> => {
  const item = await read(table, keys.reorganisation(from, id))
  return item && Reorganisation.parse(item)
}

/** Those that have not come to their end, the longest under way first. */
export const reorganisationsRunning = async (table: Table, limit: number): Promise<Reorganisation[]> =>
  (await readIndex(table, 'swept', REORGANISING, { limit })).items.map((item) => Reorganisation.parse(item))
