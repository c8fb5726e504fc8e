import type { Actor } from '../organisations/account.ts'
import { placesOf } from '../organisations/visibility.ts'
import { A_LOOK, joinToDo, type MattersToDo } from '../platform/matter-to-do.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { seesComplaint, sitsAtDesk } from './at-desk.ts'
import { type Complaint, cameTo, complaintsOf, isOver, seenComplaintsOf } from './complaint.ts'
import { tiesOf } from './kept-from.ts'

/** Whether it is somebody's to act: at its desk all may accept it, then those who inquire act; above, what is overdue. */
const isToDo = (actor: Actor, complaint: Complaint): boolean =>
  !isOver(complaint) &&
  (!sitsAtDesk(actor, complaint.desk.id) ||
    complaint.status === 'received' ||
    complaint.inquirers.some(({ id }) => id === actor.id))

/** The complaints that wait for somebody's act, without those that are kept from them: these are in no count. */
export const complaintsToDo =
  ({ table }: Pick<RecordsHost, 'table'>) =>
  async (actor: Actor): Promise<MattersToDo> => {
    const desks = placesOf(actor, 'department', 'authority')
    const pages = await Promise.all(
      desks.flatMap((desk) =>
        (['at', 'above'] as const).map(async (box) => {
          const { items, cursor } = await complaintsOf(table, desk, box, A_LOOK)
          const open = items.filter((one) => isToDo(actor, one))
          return { desk, box, open, isAll: cursor === null || items.some(isOver) }
        }),
      ),
    )
    if (pages.every(({ open }) => open.length === 0)) return { items: [], more: false }
    const ties = await tiesOf(table, actor)
    const sees = (one: Complaint) => seesComplaint(actor, ties, one)
    const parts = await Promise.all(
      pages.map(async ({ desk, box, open, isAll }) => {
        if (isAll) return { seen: open.filter(sees), more: false }
        // A long list is as long as they may see it.
        const { items, cursor } = await seenComplaintsOf(table, desk, box, A_LOOK, sees)
        const seen = items.filter((one) => isToDo(actor, one))
        return { seen, more: cursor !== null && items.every((one) => !isOver(one)) }
      }),
    )
    return joinToDo(
      parts.map(({ seen, more }) => ({
        items: seen.map((one) => ({ id: one.id, came: cameTo(one), dueOn: one.dueOn })),
        more,
      })),
    )
  }
