import type { Actor } from '../organisations/account.ts'
import { hasSeatAt } from '../organisations/visibility.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'
import type { Oneself } from '../staff/one-person.ts'
import { isConcerned } from './answer-matter.ts'
import type { MatterView } from './api.ts'
import type { Matter } from './inspection.ts'
import { othersAboutSameHours } from './same-hours.ts'

/** Matters that are looked at at once. */
const WIDTH = 4

/** How other matters about the same hours stand, for whoever sees one of them; a link where they see that one, too. */
export const viewSameHours = async (
  table: Table,
  matter: Matter,
  actor: Actor,
  oneself: Oneself,
): Promise<NonNullable<MatterView['sample']>['sameHours']> =>
  mapConcurrently(await othersAboutSameHours(table, matter), WIDTH, async (one) => {
    const isSeen =
      hasSeatAt(actor, one.authority.id, 'authority') || (await isConcerned(table, one, actor, oneself))
    return {
      ...{ id: isSeen ? one.id : null, authority: one.authority, createdAt: one.createdAt },
      ...{ status: one.status, outcome: one.outcome ?? null, suspended: one.suspendedBy !== undefined },
    }
  })
