import type { Actor } from '../organisations/account.ts'
import { placesOf } from '../organisations/visibility.ts'
import { A_LOOK, joinToDo, type MattersToDo } from '../platform/matter-to-do.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { cameTo, isOver, questionsOf } from './question.ts'

/** The questions that somebody has to answer at their desks, and the overdue ones below these. */
export const questionsToDo =
  ({ table }: Pick<RecordsHost, 'table'>) =>
  async (actor: Actor): Promise<MattersToDo> => {
    const desks = placesOf(actor, 'department', 'authority')
    const pages = await Promise.all(
      desks.flatMap((desk) =>
        (['at', 'above'] as const).map(async (box) => {
          const { items, cursor } = await questionsOf(table, desk, box, A_LOOK)
          const open = items.filter((one) => !isOver(one))
          return {
            items: open.map((one) => ({ id: one.id, came: cameTo(one), dueOn: one.dueOn })),
            more: cursor !== null && open.length === items.length,
          }
        }),
      ),
    )
    return joinToDo(pages)
  }
