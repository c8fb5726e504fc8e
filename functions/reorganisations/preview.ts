import { askedOf } from '../classes/enrolment.ts'
import type { Actor } from '../organisations/account.ts'
import { seatsAt } from '../organisations/seat.ts'
import { allPages } from '../platform/every-page.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { type Outcome, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { programmesOf } from '../programmes/programme.ts'
import { openTasksOf } from '../requests/task.ts'
import { personsOf } from '../staff/person.ts'
import { holderOfNumber } from '../staff/staff-number.ts'
import type { ReorganisationPreview } from './api.ts'
import { findPair } from './find-pair.ts'

/** As many people as a preview counts, and as many matters. */
const MOST_COUNTED = 2_000
const A_PAGE = 100
/** Numbers that are looked up at once. */
const WIDTH = 16

/** What an institution has to end before it is closed: matters at its own desk, and classes of its own. */
export const unfinished = async (table: Table, id: OrganisationId) => {
  const [tasks, programmes] = await Promise.all([
    openTasksOf(table, id, 'institution', { limit: A_PAGE }),
    allPages((cursor) => programmesOf(table, id, { limit: A_PAGE, cursor }), MOST_COUNTED),
  ])
  return {
    tasks: tasks.items.length,
    classes: programmes
      .filter(({ state }) => state === 'in_review' || state === 'returned' || state === 'accepted')
      .map(({ id: programme, title }) => ({ id: programme, name: title })),
  }
}

/** What merging an institution into another one would do, for an authority above both. Nothing is written. */
export const preview = async (
  table: Table,
  id: string,
  intoId: string,
  actor: Actor,
): Promise<Outcome<ReorganisationPreview, 'INPUT_INVALID' | 'NOT_ALLOWED' | 'NOT_FOUND'>> => {
  const pair = await findPair(table, id, intoId, actor)
  if (!pair.ok) return pair
  const { from, into } = pair.value
  const [persons, seats, asked, open] = await Promise.all([
    allPages((cursor) => personsOf(table, from.id, { limit: A_PAGE, cursor }), MOST_COUNTED),
    seatsAt(table, from.id),
    askedOf(table, from.id),
    unfinished(table, from.id),
  ])
  const numbered = await mapConcurrently(persons, WIDTH, async ({ id: staffId, name, staffNo }) => {
    const holder = staffNo === undefined ? undefined : await holderOfNumber(table, into.id, staffNo)
    return staffNo === undefined || holder === undefined ? [] : [{ staffId, name, staffNo }]
  })
  return succeed({
    persons: persons.length,
    whole: persons.length < MOST_COUNTED,
    numbersTaken: numbered.flat(),
    seats: seats.length,
    asked: asked.length,
    ...open,
  })
}
