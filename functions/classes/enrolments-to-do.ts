import type { Actor } from '../organisations/account.ts'
import { placesOf } from '../organisations/visibility.ts'
import { keys, lists } from '../platform/keys.ts'
import { A_LOOK, joinToDo, type MattersToDo } from '../platform/matter-to-do.ts'
import { readMany } from '../platform/ranges.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { readIndex } from '../platform/table.ts'
import { Programme } from '../programmes/programme.ts'
import { Enrolment } from './enrolment.ts'

/**
 * The enrolments that wait for somebody's word at their institutions (Art. 34), due by the class's first day. Looked at are
 * the fifty of each whose classes begin last: those of classes that are over stay in the list.
 */
export const enrolmentsToDo =
  ({ table }: Pick<RecordsHost, 'table'>) =>
  async (actor: Actor): Promise<MattersToDo> => {
    const pages = await Promise.all(
      placesOf(actor, 'institution').map(async (id) => {
        const found = await readIndex(table, 'listed', lists.enrolmentsAsked(id), {
          ...A_LOOK,
          descending: true,
        })
        // Nobody answers their own (Art. 38).
        const asked = found.items
          .map((item) => Enrolment.parse(item))
          .filter(({ staffId }) => staffId !== actor.staffId)
        const programmes = await readMany(
          table,
          [...new Set(asked.map(({ programmeId }) => programmeId))].map(keys.programme),
        )
        const held = new Set(
          programmes
            .map((item) => Programme.parse(item))
            .flatMap((one) => (one.state === 'accepted' ? [one.id] : [])),
        )
        const open = asked.filter(({ programmeId }) => held.has(programmeId))
        return {
          items: open.map(({ programmeId, staffId, firstDay, acts }) => {
            const { at = '', actor: by = '' } = acts.findLast(({ act }) => act === 'enrol') ?? {}
            return { id: `${programmeId}#${staffId}`, came: { at, by }, dueOn: firstDay }
          }),
          more: found.cursor !== null && open.length === found.items.length,
        }
      }),
    )
    return joinToDo(pages)
  }
