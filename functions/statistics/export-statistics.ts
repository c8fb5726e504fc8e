import type { Actor } from '../organisations/account.ts'
import { allPages } from '../platform/every-page.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { chosenOrganisation } from '../year/close-view.ts'
import type { Choice, PlaceFigures, Statistics } from './api.ts'
import { listBelow, viewStatistics } from './view-statistics.ts'

/** Rows that one answer of a function can make in its time. */
const MOST_PLACES = 2_000
const A_PAGE = 50

/** What the page shows of an organisation, and every organisation right below it. */
export const exportedStatistics =
  (host: RecordsHost) =>
  async (
    year: number,
    choice: Choice,
    actor: Actor,
  ): Promise<
    Outcome<
      { of: Statistics; places: readonly PlaceFigures[] },
      'EXPORT_TOO_LARGE' | 'NOT_ALLOWED' | 'NOT_FOUND'
    >
  > => {
    const [of, chosen] = await Promise.all([
      viewStatistics(host)(year, choice, actor),
      chosenOrganisation(host.table, actor, choice.organisation),
    ])
    if (!of.ok) return of
    if (!chosen.ok) return chosen
    const places = await allPages(
      (cursor) => listBelow(host, chosen.value, year, choice, { by: 'organisation', limit: A_PAGE, cursor }),
      MOST_PLACES + 1,
    )
    return places.length > MOST_PLACES ? refuse('EXPORT_TOO_LARGE') : succeed({ of: of.value, places })
  }
