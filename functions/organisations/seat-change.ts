import * as z from 'zod'
import { AccountId, OrganisationId } from '../platform/ids.ts'
import { keys, lists, lookups } from '../platform/keys.ts'
import {
  isNew,
  type PageRequest,
  readIndex,
  readPartition,
  type Table,
  type Write,
} from '../platform/table.ts'
import { Role } from '../platform/terms.ts'

const State = z.object({ head: z.boolean() }).nullable()

/** Who gave, changed or took which seat, of whom, when and why; `null` where there was, or is, no seat. */
export const SeatChange = z.object({
  organisationId: OrganisationId,
  /** Of the organisation's changes, from 1. */
  sequence: z.number().int(),
  /** Whose seat it is. */
  accountId: AccountId,
  role: Role,
  before: State,
  after: State,
  at: z.string(),
  /** The account that changed it. */
  by: z.string(),
  reason: z.string(),
})
export type SeatChange = z.infer<typeof SeatChange>

/** Keeps a change of a seat, in the transaction that changes it; of two with one number, the second fails. */
export const recordSeatChange = (change: SeatChange): Write => {
  const { organisationId, sequence, accountId, at, by } = change
  return {
    put: {
      ...keys.seatChange(organisationId, sequence),
      ...change,
      listed: lists.seatChangesOf(accountId),
      listedOrder: at,
      found: lookups.seatChangesBy(by),
      foundOrder: at,
    },
    when: isNew,
  }
}

const parsed = (items: readonly unknown[]): SeatChange[] => items.map((item) => SeatChange.parse(item))

/** Every change of the seats of an organisation, in their order. */
export const seatChangesAt = async (table: Table, organisationId: OrganisationId): Promise<SeatChange[]> => {
  return parsed(await readPartition(table, keys.organisation(organisationId).pk, 'SEATING#'))
}

/** The changes of an account's seats, wherever they are. */
export const seatChangesOf = async (table: Table, accountId: AccountId, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'listed', lists.seatChangesOf(accountId), {
    ...page,
    descending: true,
  })
  return { items: parsed(items), cursor }
}

/** The changes of seats that an account made. */
export const seatChangesBy = async (table: Table, accountId: AccountId, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'found', lookups.seatChangesBy(accountId), {
    ...page,
    descending: true,
  })
  return { items: parsed(items), cursor }
}
