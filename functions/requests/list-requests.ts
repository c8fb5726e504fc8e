import type { Actor } from '../organisations/account.ts'
import { readOrganisations } from '../organisations/organisation.ts'
import { organisationAt } from '../organisations/organisation-at.ts'
import { fullPage } from '../platform/full-page.ts'
import type { Table } from '../platform/table.ts'
import type { RequestStatus } from '../platform/terms.ts'
import type { Request } from './request.ts'
import { requestsSubmittedBy } from './request-lists.ts'
import type { ListedRequest } from './request-shapes.ts'
import { summarise } from './view-request.ts'

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly state?: 'open' | 'done' | undefined
}

const stateOf: Readonly<Record<RequestStatus, 'open' | 'done'>> = {
  in_review: 'open',
  on_hold: 'open',
  returned: 'open',
  withdrawn: 'done',
  rejected: 'done',
  approved: 'done',
}

/** Requests with the desk that holds each. */
const withHolders = async (table: Table, requests: readonly Request[]): Promise<ListedRequest[]> => {
  const places = await readOrganisations(
    table,
    requests.map(({ institutionId }) => institutionId),
  )
  const institutions = new Map(places.map((place) => [place.id, place]))
  const held = requests.map((request) => {
    const summary = summarise(request)
    const institution = institutions.get(request.institutionId)
    const { stage } = summary
    return stage === null || institution === undefined
      ? { summary, desk: null }
      : { summary, desk: { organisation: organisationAt(institution, stage), role: stage } }
  })
  const holders = await readOrganisations(
    table,
    held.flatMap(({ desk }) => desk?.organisation ?? []),
  )
  const names = new Map(holders.map(({ id, name }) => [id, name]))
  return held.map(({ summary, desk }) => ({
    ...summary,
    holder: desk && { ...desk, name: names.get(desk.organisation) ?? '' },
  }))
}

/** What someone submitted, the latest first, and who holds it. */
export const listRequests = async (
  table: Table,
  actor: Actor,
  { state, ...page }: Asked,
): Promise<{ items: ListedRequest[]; cursor: string | null }> => {
  const { items, cursor } = await fullPage(page, async (part) => {
    const read = await requestsSubmittedBy(table, actor, part)
    return {
      items: read.items.filter(({ status }) => state === undefined || stateOf[status] === state),
      cursor: read.cursor,
    }
  })
  return { items: await withHolders(table, items), cursor }
}
