import { type Clock, timestamp } from '../platform/clock.ts'
import { type Outcome, type Refusal, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { type Actor, readAccounts } from './account.ts'
import type { Organisation } from './organisation.ts'
import type { SeatChange, SeatView } from './organisations-api.ts'
import { mayPlaceUnder } from './place-organisation.ts'
import { isRegion } from './region.ts'
import { putSeat, readAccountItem, removeSeat, type Seat, seatsAt } from './seat.ts'
import { recordSeatChange, seatChangesAt } from './seat-change.ts'
import { findOrganisation } from './view-organisation.ts'
import { seatsOf } from './visibility.ts'
import { seatFaults } from './words.ts'

/** Who sits at an organisation, for those who oversee it. */
export const listSeatsFor = async (
  table: Table,
  id: string,
  actor: Actor,
): Promise<Outcome<{ items: SeatView[]; cursor: null }, 'NOT_FOUND'>> => {
  const found = await findOrganisation(table, id, actor)
  if (!found.ok) return found
  const seats = await seatsAt(table, id)
  const accounts = await readAccounts(table, [...new Set(seats.map(({ accountId }) => accountId))])
  const items = seats.map((seat) => ({
    ...seat,
    name: accounts.find((account) => account.id === seat.accountId)?.name ?? seat.accountId,
  }))
  return succeed({ items, cursor: null })
}

const isHeadOf = (actor: Actor, organisationId: string): boolean =>
  seatsOf(actor).some((seat) => seat.organisationId === organisationId && seat.head)

/** Why someone may not change this seat; undefined: they may. */
const seatRefusal = async (
  table: Table,
  actor: Actor,
  organisation: Organisation,
  { accountId, role }: SeatChange,
): Promise<Refusal<'NOT_ALLOWED' | 'OWN_RECORD'> | undefined> => {
  // Auditors and operators see all below the organisation: the region alone appoints them.
  const desk = role === organisation.kind
  const allowed = desk
    ? isHeadOf(actor, organisation.id) || (await mayPlaceUnder(table, actor, organisation.overseers))
    : (role === 'auditor' || role === 'operator') &&
      organisation.kind === 'authority' &&
      (await isRegion(table, actor))
  if (!allowed) return refuse('NOT_ALLOWED')
  return actor.id === accountId ? refuse('OWN_RECORD') : undefined
}

const isSeat = (seat: Seat, { accountId, role }: SeatChange): boolean =>
  seat.accountId === accountId && seat.role === role

/**
 * Gives an existing account a seat, or takes it away, and answers who sits there then. Who did so and why is kept in
 * the same transaction. Safe to repeat: what changes nothing is no change.
 */
export const changeSeat =
  ({ table, clock }: { readonly table: Table; readonly clock: Clock }) =>
  async (id: string, change: SeatChange, actor: Actor) => {
    const outcome = await retryOnConflict(async () => {
      const found = await findOrganisation(table, id, actor)
      if (!found.ok) return found
      const refusal = await seatRefusal(table, actor, found.value, change)
      if (refusal !== undefined) return refusal
      const account = await readAccountItem(table, change.accountId)
      if (account === undefined)
        return refuse('INPUT_INVALID', {
          errors: [
            {
              pointer: '/accountId',
              detail: seatFaults.noAccount,
            },
          ],
        })
      // Read before the seats: a change since then takes the number, and this one looks again.
      const sequence = (await seatChangesAt(table, id)).length + 1
      const seats = await seatsAt(table, id)
      const now = seats.find((seat) => isSeat(seat, change))
      const record = (after: { readonly head: boolean } | null) =>
        recordSeatChange({
          ...{ organisationId: id, sequence, accountId: change.accountId, role: change.role },
          ...{ before: now === undefined ? null : { head: now.head }, after },
          ...{ at: timestamp(clock), by: actor.id, reason: change.reason },
        })
      if (change.action === 'add') {
        if (now?.head !== change.head)
          await write(table, [...putSeat(account, id, change), record({ head: change.head })])
        return succeed(undefined)
      }
      if (now === undefined) return succeed(undefined)
      // Tasks would lie at a desk where nobody sits.
      const last =
        change.role === found.value.kind && seats.filter(({ role }) => role === change.role).length === 1
      if (last) return refuse('DESK_LEFT_EMPTY')
      await write(table, [...removeSeat(account, id, change), record(null)])
      return succeed(undefined)
    })
    return outcome.ok ? listSeatsFor(table, id, actor) : outcome
  }
