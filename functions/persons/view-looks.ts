import type { Actor } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import type { StaffId } from '../platform/ids.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { listLooksAt, looksAt } from '../staff/look.ts'
import { readPerson } from '../staff/person.ts'
import type { LooksView } from './api.ts'

/** The latest of each are shown; all are kept. */
const MOST = 200

/**
 * Who looked at somebody's pages, and who got lists of their institution or of a place above it: for that person
 * alone.
 */
export const viewLooks = async (
  table: Table,
  id: StaffId,
  actor: Actor,
): Promise<Outcome<LooksView, 'NOT_FOUND'>> => {
  const person = actor.staffId === id ? await readPerson(table, id) : undefined
  const institution = person && (await readOrganisation(table, person.institutionId))
  if (institution === undefined) return refuse('NOT_FOUND')
  const [pages, ...lists] = await Promise.all([
    looksAt(table, id, MOST),
    ...[institution.id, ...institution.overseers].map((place) => listLooksAt(table, place, MOST)),
  ])
  return succeed({
    pages: pages.map(({ at, byName, office, page }) => ({ at, byName, office, page })),
    lists: lists
      .flat()
      .sort((one, other) => other.at.localeCompare(one.at))
      .slice(0, MOST)
      .map(({ at, byName, office, list, filter, count }) => ({ at, byName, office, list, filter, count })),
  })
}
