import type { AccountId } from '../platform/ids.ts'
import { type Refusal, refuse } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import type { Role } from '../platform/terms.ts'
import { type Account, type Actor, readAccount } from './account.ts'
import { type Organisation, readOrganisations } from './organisation.ts'
import { isRegional } from './region.ts'
import { isAccountOf } from './same-human.ts'
import { giversOf } from './seat.ts'
import { seatFaults } from './words.ts'

type OwnSeat = Account['roles'][number]

/** A seat that someone is to be given, or to lose. */
interface Wanted {
  readonly accountId: AccountId
  readonly role: Role
}

/**
 * The seats by which an actor may give and take a seat of an organisation: its head's, those of an authority
 * above it, or the region's. Their own only: borrowed powers give no seats.
 */
const seatsToGive = async (
  table: Table,
  { roles }: Pick<Account, 'roles'>,
  { id, kind, overseers }: Organisation,
  role: Role,
): Promise<OwnSeat[]> => {
  const ofAuthority = roles.filter((seat) => seat.role === 'authority')
  const places = await readOrganisations(
    table,
    ofAuthority.map(({ organisationId }) => organisationId),
  )
  const regional = ofAuthority.filter(({ organisationId }) =>
    places.some((place) => place.id === organisationId && isRegional(place)),
  )
  if (role === kind)
    return roles.filter(
      (seat) =>
        (seat.organisationId === id && seat.head) ||
        (seat.role === 'authority' && overseers.includes(seat.organisationId)) ||
        regional.includes(seat),
    )
  // Auditors and operators see everything below the organisation, so the region alone appoints them.
  return kind === 'authority' && (role === 'auditor' || role === 'operator') ? regional : []
}

/**
 * Whether all of a giver's power to give this seat comes from the receiver, directly or through others: then
 * the receiver would give it to themselves. A seat without a known giver is owed to nobody.
 */
const owesAllTo = async (
  table: Table,
  giver: Account,
  organisation: Organisation,
  { accountId, role }: Wanted,
  seen: readonly string[] = [],
): Promise<boolean> => {
  const seats = await seatsToGive(table, giver, organisation, role)
  const above = await giversOf(table, giver.id, seats)
  for (const id of above) {
    if (id === accountId) continue
    if (id === undefined || id === giver.id || seen.includes(id)) return false
    const account = await readAccount(table, id)
    if (account === undefined) return false
    if (!(await owesAllTo(table, account, organisation, { accountId, role }, [...seen, giver.id])))
      return false
  }
  return above.length > 0
}

/** Why someone may not take this seat away; undefined: they may. */
export const takingRefusal = async (
  table: Table,
  actor: Actor,
  organisation: Organisation,
  { accountId, role }: Wanted,
): Promise<Refusal<'NOT_ALLOWED' | 'OWN_RECORD'> | undefined> => {
  if ((await seatsToGive(table, actor, organisation, role)).length === 0) return refuse('NOT_ALLOWED')
  return isAccountOf(actor, accountId) ? refuse('OWN_RECORD') : undefined
}

/** Why someone may not give this seat; undefined: they may. */
export const givingRefusal = async (
  table: Table,
  actor: Actor,
  organisation: Organisation,
  wanted: Wanted,
): Promise<Refusal<'NOT_ALLOWED' | 'OWN_RECORD' | 'SEAT_OWED'> | undefined> => {
  const refusal = await takingRefusal(table, actor, organisation, wanted)
  if (refusal !== undefined) return refusal
  if (organisation.closed !== undefined)
    return refuse('NOT_ALLOWED', { errors: [{ pointer: '/role', detail: seatFaults.closed }] })
  return (await owesAllTo(table, actor, organisation, wanted)) ? refuse('SEAT_OWED') : undefined
}
