import * as z from 'zod'
import type { AccountId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { isNew, read, type Table, type Write } from '../platform/table.ts'
import { type AccountRecord, readAccountRecords } from './account-record.ts'
import { accountIdsByClaim, claimHash } from './claims.ts'

/** How often accounts took an address. */
const Taken = z.object({ times: z.number().int() })

/** The account that has an address, however it is typed, other than `accountId`; a withdrawn one has none. */
export const holderOfAddress = async (
  table: Table,
  email: string,
  accountId: AccountId | undefined,
): Promise<AccountRecord | undefined> => {
  const ids = await accountIdsByClaim(table, 'email', email)
  const others = await readAccountRecords(
    table,
    ids.filter((id) => id !== accountId),
  )
  return others.find(({ status }) => status !== 'withdrawn')
}

/**
 * One address, one account (Art. 38): two accounts of one human would be two pairs of eyes that are one. The write that
 * takes an address for an account, for the same transaction: of two who take it at once, one succeeds, and the other
 * finds it taken. Accounts that share an address from before stay.
 * @throws ConditionFailedError of the transaction, where another took it meanwhile: read again
 */
export const takeAddress = async (
  table: Table,
  email: string,
  accountId: AccountId,
): Promise<Outcome<Write[], 'ADDRESS_HAS_ACCOUNT'>> => {
  const key = keys.addressTaken(claimHash('email', email))
  // Read first: whoever takes the address after this is found by the condition, whoever did before it by the claims.
  const item = await read(table, key)
  if ((await holderOfAddress(table, email, accountId)) !== undefined) return refuse('ADDRESS_HAS_ACCOUNT')
  const times = item === undefined ? 0 : Taken.parse(item).times
  return succeed([
    {
      put: { ...key, times: times + 1 },
      when:
        item === undefined
          ? isNew
          : { expression: '#times = :times', names: { '#times': 'times' }, values: { ':times': times } },
    },
  ])
}
