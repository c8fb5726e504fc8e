import type { Actor } from '../organisations/account.ts'
import { sha256 } from '../platform/identifiers.ts'
import type { AccountId } from '../platform/ids.ts'
import { keys, SHARDS } from '../platform/keys.ts'
import { beginningWith, readRange } from '../platform/ranges.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { always, read, type Table, write } from '../platform/table.ts'

/** By the id alone, evenly spread. */
const shardOf = (accountId: AccountId): number => Number.parseInt(sha256(accountId).slice(0, 8), 16) % SHARDS

const keyOf = (accountId: AccountId) => keys.subscription(shardOf(accountId), accountId)

/** Whether an account is written to when something is published. */
export const isSubscribed = async (table: Table, { id }: Pick<Actor, 'id'>): Promise<boolean> =>
  (await read(table, keyOf(id))) !== undefined

/** Writes to an account from now on when something is published, or no longer; a repeat changes nothing. */
export const changeSubscription =
  ({ table }: RecordsHost) =>
  async (subscribed: boolean, { id }: Pick<Actor, 'id'>): Promise<{ subscribed: boolean }> => {
    const key = keyOf(id)
    await write(table, [
      subscribed ? { put: { ...key, accountId: id }, when: always } : { remove: key, when: always },
    ])
    return { subscribed }
  }

/** Where the walk over all subscribers stands. */
export interface Place {
  readonly shard: number
  readonly after: string
}

/** The next of all subscribers, and the place behind them; undefined once there is none. */
export const nextSubscribers = async (
  table: Table,
  { shard, after }: Place,
  limit: number,
): Promise<{ readonly accountIds: readonly string[]; readonly place: Place } | undefined> => {
  for (let at = shard; at < SHARDS; at += 1) {
    const { items, more } = await readRange(
      table,
      keys.subscription(at, '').pk,
      beginningWith('ACCOUNT#', at === shard ? after : ''),
      { limit },
    )
    const accountIds = items.map(({ accountId }) => String(accountId))
    if (accountIds.length > 0)
      return {
        accountIds,
        place: more ? { shard: at, after: accountIds.at(-1) ?? '' } : { shard: at + 1, after: '' },
      }
  }
  return undefined
}
