import type { Actor } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { hasSeatAt } from '../organisations/visibility.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'
import { isOneself, type Oneself, oneselfOf } from '../staff/one-person.ts'
import type { Matter } from './inspection.ts'

/**
 * Whether somebody at the body that was asked may speak for it: whoever filed or decided hours shows no proof of them in
 * its name, and learns of it by no seat (Art. 35). Whose hours they are answers as their person.
 */
export const speaksForBody = ({ actedInHours = [] }: Pick<Matter, 'actedInHours'>, { accounts }: Oneself) =>
  actedInHours.every((id) => !accounts.has(id))

/** Of those at the desk of a matter's body, who answers for it: by a seat of their own, and not about themselves. */
export const whoSpeaks = async (
  table: Table,
  matter: Matter,
  { id, kind }: Pick<Organisation, 'id' | 'kind'>,
  seated: readonly Actor[],
): Promise<Actor[]> => {
  const speak = await mapConcurrently(seated, 4, async (actor) => {
    const oneself = await oneselfOf(table, actor)
    return hasSeatAt(actor, id, kind) && speaksForBody(matter, oneself) && !isOneself(oneself, matter.staffId)
  })
  return seated.filter((_, nth) => speak[nth])
}
