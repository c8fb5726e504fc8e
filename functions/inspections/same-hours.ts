import { allPages, PAGE } from '../platform/every-page.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'
import { recordsOf } from '../staff/one-person.ts'
import { hoursNow } from './hours-now.ts'
import { isClosed, type Matter, mattersAbout } from './inspection.ts'

/** Matters that are looked at at once. */
const WIDTH = 4

/**
 * The other matters in which proof of the very same hours is asked for, or was (Art. 35): draws know nothing of each other,
 * for what is drawn is the seed's to say. One query for each record of the person, who has few.
 */
export const othersAboutSameHours = async (
  table: Table,
  matter: Pick<Matter, 'id' | 'staffId' | 'sample' | 'suspendedIn'>,
): Promise<Matter[]> => {
  const hours = await hoursNow(table, matter)
  if (hours === undefined) return []
  const records = await recordsOf(table, hours.staffId)
  const about = await mapConcurrently(records, WIDTH, (id) =>
    allPages((cursor) => mattersAbout(table, id, { limit: PAGE, cursor })),
  )
  const others = about.flat().filter(({ id, sample }) => id !== matter.id && sample !== undefined)
  const places = await mapConcurrently(others, WIDTH, (one) => hoursNow(table, one))
  return others.filter(
    (_, nth) => places[nth]?.staffId === hours.staffId && places[nth]?.sequence === hours.sequence,
  )
}

/** Whether the hours of a matter are kept suspended by another one: they count again with the last of them. */
export const isSuspendedBesides = async (table: Table, matter: Matter): Promise<boolean> =>
  (await othersAboutSameHours(table, matter)).some((one) => !isClosed(one) && one.suspendedBy !== undefined)
