import { type Clock, timestamp } from '../platform/clock.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { type Actor, mayAct } from './account.ts'
import { readAccountRecord, readAccountRecords } from './account-record.ts'
import type { SeatChange, SeatView } from './organisations-api.ts'
import { putSeat, removeSeat, type Seat, seatsAt } from './seat.ts'
import { seatChangesAt } from './seat-change.ts'
import { givingRefusal, takingRefusal } from './seat-giving.ts'
import { findOrganisation } from './view-organisation.ts'
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
  const accounts = await readAccountRecords(table, [...new Set(seats.map(({ accountId }) => accountId))])
  const items = seats.map(({ accountId, role, head }) => {
    const account = accounts.find((one) => one.id === accountId)
    return { accountId, role, head, name: account?.name ?? accountId, status: account?.status ?? 'active' }
  })
  return succeed({ items, cursor: null })
}

const isSeat = (seat: Seat, { accountId, role }: SeatChange): boolean =>
  seat.accountId === accountId && seat.role === role

/**
 * Gives an existing account a seat or takes it, with actor and reason in the same transaction, and answers
 * who sits there. Safe to repeat: without a difference nothing is written.
 */
export const changeSeat =
  ({ table, clock }: { readonly table: Table; readonly clock: Clock }) =>
  async (id: string, change: SeatChange, actor: Actor) => {
    const outcome = await retryOnConflict(async () => {
      const found = await findOrganisation(table, id, actor)
      if (!found.ok) return found
      const given = change.action === 'add'
      const refusal = await (given ? givingRefusal : takingRefusal)(table, actor, found.value, change)
      if (refusal !== undefined) return refusal
      const account = await readAccountRecord(table, change.accountId)
      if (account === undefined || (given && account.status === 'withdrawn'))
        return refuse('INPUT_INVALID', {
          errors: [
            {
              pointer: '/accountId',
              detail: seatFaults.noAccount,
            },
          ],
        })
      // Read before the seats: where someone changes them meanwhile, that change takes the number and this
      // one reads again.
      const sequence = (await seatChangesAt(table, id)).length + 1
      const seats = await seatsAt(table, id)
      const now = seats.find((seat) => isSeat(seat, change))
      const record = (after: { readonly head: boolean } | null) => ({
        ...{ organisationId: id, sequence, accountId: change.accountId, role: change.role },
        ...{ before: now === undefined ? null : { head: now.head }, after },
        ...{ at: timestamp(clock), by: actor.id, reason: change.reason },
      })
      if (given) {
        if (now?.head !== change.head) {
          const seat = { ...change, givenBy: actor.id }
          await write(table, putSeat(account, id, seat, record({ head: change.head })))
        }
        return succeed(undefined)
      }
      if (now === undefined) return succeed(undefined)
      // Tasks would otherwise lie at a desk where nobody can act.
      const others = seats.filter(
        ({ role, accountId }) => role === change.role && accountId !== change.accountId,
      )
      const left = await readAccountRecords(
        table,
        others.map(({ accountId }) => accountId),
      )
      const last = mayAct(account) && !left.some(mayAct)
      if (change.role === found.value.kind && last) return refuse('DESK_LEFT_EMPTY')
      await write(table, removeSeat(account, id, change, record(null)))
      return succeed(undefined)
    })
    return outcome.ok ? listSeatsFor(table, id, actor) : outcome
  }
