import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { isRegion } from '../organisations/region.ts'
import { isPersonOf } from '../organisations/same-human.ts'
import { hasSeatAt, oversees } from '../organisations/visibility.ts'
import { type Clock, timestamp, today } from '../platform/clock.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { read, type Table, write } from '../platform/table.ts'
import { readProvider, readProviders } from '../registers/provider.ts'
import { readRequest } from '../requests/stored-request.ts'
import { type Person, readPerson } from '../staff/person.ts'
import { markRoute } from './feed-route.ts'
import { advanceRow, type FeedRow, rowFrom, rowKey } from './feed-row.ts'
import { isListedRow, wayOf } from './judge-record.ts'
import { batchIn } from './view-row.ts'
import { feedFaults } from './words.ts'

export interface Resolution {
  readonly providerId: string
  readonly recordNo: string
  readonly version: number
  readonly action: 'accept' | 'refuse'
  readonly staffId?: string | undefined
  readonly reason: string
}

type Codes =
  | 'NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'OWN_REQUEST'
  | 'STALE_VERSION'
  | 'WRONG_STATE'
  | 'PROVIDER_NOT_LISTED'
  | 'INPUT_INVALID'

/** Whether a row is still for a desk to look at: held, or in a batch that is not decided yet. */
const isUndecided = async (table: Table, row: FeedRow): Promise<boolean> => {
  if (row.state === 'held') return true
  if (row.state !== 'accepted') return false
  const batch = batchIn(row)
  const request = batch === undefined ? undefined : (await readRequest(table, batch, []))?.request
  return request === undefined || (request.status === 'in_review' && !request.lines.some(isGoingIn))
}

/** The last desk has approved: the rows are on their way into the ledgers. */
const isGoingIn = ({
  stage,
  awaiting,
  grantedTenths,
}: {
  stage?: string | undefined
  awaiting: boolean
  grantedTenths?: number | undefined
}): boolean => stage === undefined && awaiting && grantedTenths !== undefined

const accepted = async (
  table: Table,
  row: FeedRow,
  { person, institution }: { readonly person: Person; readonly institution: Organisation },
  day: string,
): Promise<FeedRow | undefined> => {
  const provider = await readProvider(table, row.providerId)
  const way =
    provider &&
    wayOf(
      // Somebody had to look at it: it goes to the desks, whatever the region has said of the provider.
      {
        provider: { ...provider, recognisedAtOnce: false },
        institutions: new Map([[institution.id, institution]]),
        today: day,
      },
      person,
    )
  if (way === undefined) return undefined
  await markRoute(table, day, way.route ?? '')
  const { code: _, article: __, heldAt: ___, refusedBefore: ____, ...rest } = row
  return { ...rest, ...way, state: 'accepted' }
}

const fault = (detail: { readonly zh: string; readonly en: string }) =>
  refuse('INPUT_INVALID', { errors: [{ pointer: '/staffId', detail }] })

/**
 * A desk above the person's institution, or the region, looks at a delivered row (Art. 38, 41): accepts a held one as
 * somebody's, which then goes the day's way to the desks, or refuses it, also out of a batch that is not decided yet.
 * Nobody does so in their own matter.
 */
export const resolveRow =
  ({ table, clock }: { readonly table: Table; readonly clock: Clock }) =>
  (command: Resolution, actor: Actor): Promise<Outcome<FeedRow, Codes>> =>
    retryOnConflict(async () => {
      const item = await read(table, rowKey(command))
      const row = item && rowFrom(item)
      if (row === undefined) return refuse('NOT_FOUND')
      const region = await isRegion(table, actor)
      const place =
        row.institutionId === undefined ? undefined : await readOrganisation(table, row.institutionId)
      if (!region && (place === undefined || !oversees(actor, place))) return refuse('NOT_FOUND')
      if (row.version !== command.version)
        return refuse('STALE_VERSION', { details: { version: row.version } })
      if (!(await isUndecided(table, row))) return refuse('WRONG_STATE')
      const at = timestamp(clock)
      const resolved = { by: actor.id, at, reason: command.reason }
      if (command.action === 'refuse') {
        if (isPersonOf(actor, row.staffId)) return refuse('OWN_REQUEST')
        const { heldAt: _, ...rest } = row
        const after: FeedRow = { ...rest, state: 'refused', code: 'DESK_REFUSED', resolved }
        await write(table, advanceRow(row, after, true))
        return succeed({ ...after, version: row.version + 1 })
      }
      if (row.state !== 'held') return refuse('WRONG_STATE')
      const staffId = command.staffId ?? row.staffId
      if (staffId === undefined) return fault(feedFaults.staffMissing)
      const person = await readPerson(table, staffId)
      const institution = person && (await readOrganisation(table, person.institutionId))
      if (person === undefined || institution === undefined || !(region || oversees(actor, institution)))
        return fault(feedFaults.staffUnknown)
      // Nor for the people whom they register themselves: they would be filer and judge.
      if (isPersonOf(actor, staffId) || hasSeatAt(actor, institution.id, 'institution'))
        return refuse('OWN_REQUEST')
      // The list may have changed while the row was held: of whoever is not on it nobody's hours are recognised (Art. 41).
      const listings = await readProviders(table)
      if (!isListedRow(listings, row)) return refuse('PROVIDER_NOT_LISTED', { article: '41' })
      const after = await accepted(table, row, { person, institution }, today(clock))
      if (after === undefined) return fault(feedFaults.staffUnknown)
      await write(table, advanceRow(row, { ...after, resolved }, true))
      return succeed({ ...after, resolved, version: row.version + 1 })
    })
