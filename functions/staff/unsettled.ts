import * as z from 'zod'
import { StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { always, type Page, type PageRequest, readIndex, type Table, type Write } from '../platform/table.ts'

/** A mark on an act after which certificates or results may have to change, until they are settled. */
export const Unsettled = z.object({ staffId: StaffId, occasion: z.string(), since: z.string() })
export type Unsettled = z.infer<typeof Unsettled>

const UNSETTLED = 'UNSETTLED'

/** Marks an act in its own transaction, so that a crash after it is found. */
export const markUnsettled = (mark: Unsettled): Write => ({
  put: {
    ...keys.unsettled(mark.staffId, mark.occasion),
    ...mark,
    swept: UNSETTLED,
    sweptOrder: `${mark.since}#${mark.occasion}`,
  },
  when: always,
})

export const clearUnsettled = ({ staffId, occasion }: Pick<Unsettled, 'staffId' | 'occasion'>): Write => ({
  remove: keys.unsettled(staffId, occasion),
  when: always,
})

/** Acts that are not settled yet, the oldest first. */
export const unsettledActs = async (
  table: Table,
  page: PageRequest,
): Promise<{ items: Unsettled[]; cursor: Page['cursor'] }> => {
  const { items, cursor } = await readIndex(table, 'swept', UNSETTLED, page)
  return { items: items.map((item) => Unsettled.parse(item)), cursor }
}
