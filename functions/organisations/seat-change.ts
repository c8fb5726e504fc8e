import * as z from 'zod'
import { AccountId, OrganisationId } from '../platform/ids.ts'
import { keys, lists, lookups } from '../platform/keys.ts'
import { readIndexKeys } from '../platform/ranges.ts'
import {
  type Item,
  type PageRequest,
  readAll,
  readIndex,
  readPartition,
  type Table,
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

/**
 * A change of a seat as it is stored. It is written with the account (`account-record.ts`), chained to what is on record
 * of it; of two with one number, the second fails.
 */
export const seatChangeItem = (change: SeatChange): Item => {
  const { organisationId, sequence, accountId, at, by } = change
  return {
    ...keys.seatChange(organisationId, sequence),
    ...change,
    listed: lists.seatChangesOf(accountId),
    listedOrder: at,
    found: lookups.seatChangesBy(by),
    foundOrder: at,
  }
}

const parsed = (items: readonly unknown[]): SeatChange[] => items.map((item) => SeatChange.parse(item))

/** Every change of the seats of an organisation, in their order. */
export const seatChangesAt = async (table: Table, organisationId: OrganisationId): Promise<SeatChange[]> => {
  return parsed(await readPartition(table, keys.organisation(organisationId).pk, 'SEATING#'))
}

/** Every change of an account's seats, as it is stored. */
export const seatChangeItemsOf = async (table: Table, accountId: AccountId): Promise<Item[]> =>
  readAll(
    table,
    (await readIndexKeys(table, 'listed', lists.seatChangesOf(accountId))).map(({ key }) => key),
  )

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
