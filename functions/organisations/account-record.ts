import * as z from 'zod'
import { chainFault, linkAll } from '../platform/chain.ts'
import { AccountId } from '../platform/ids.ts'
import { keys, lookups } from '../platform/keys.ts'
import {
  type Item,
  isNew,
  type PageRequest,
  read,
  readAll,
  readIndex,
  readPartition,
  type Table,
  type Write,
} from '../platform/table.ts'
import { Account } from './account.ts'
import { moveClaims } from './claims.ts'
import { type SeatChange, seatChangeItem, seatChangeItemsOf } from './seat-change.ts'

/** An account as it stands on record, whether or not anybody can sign in to it. */
export const AccountRecord = Account.extend({
  /** As the identity provider knows it. */
  mobile: z.string().optional(),
  /** The institution's own number of the person: kept in step with the register. */
  employeeNumber: z.string().optional(),
  /** When the first login was bound. */
  boundAt: z.string().optional(),
  /** The link that was sent last; only the hash of its token is known. */
  invitation: z
    .object({
      hash: z.string(),
      sentAt: z.string(),
      expiresAt: z.string(),
      /** The mail server did not take it: it must be sent again. */
      undelivered: z.boolean().optional(),
    })
    .optional(),
  /** The hash of the token of a new address that nobody has confirmed yet. */
  newAddress: z.string().optional(),
  /** How often it was written; nothing where it never was since it was made. */
  version: z.number().int().optional(),
  /** Where the chain of its acts and of the changes of its seats ends. */
  chain: z.string().optional(),
})
export type AccountRecord = z.infer<typeof AccountRecord>

/** An act on an account: who did what, when and why. It says nothing of addresses. */
export const AccountAct = z.object({
  accountId: AccountId,
  version: z.number().int(),
  at: z.string(),
  /** The account; `setup` for whoever administers the host. */
  by: z.string(),
  what: z.enum([
    'invited',
    'invitation_sent',
    'invitation_withdrawn',
    'bound',
    'suspended',
    'resumed',
    'address_asked',
    'address_confirmed',
    'recovered',
    'followed',
    'person_linked',
  ]),
  reason: z.string().nullable(),
  /** Hash of the body, by which a repeat differs from another use of the same key. */
  bodyHash: z.string().optional(),
})
export type AccountAct = z.infer<typeof AccountAct>
export type ActOnAccount = Omit<AccountAct, 'accountId' | 'version'>

const actItem = (accountId: AccountId, version: number, act: ActOnAccount): Item => ({
  ...keys.accountAct(accountId, version),
  ...act,
  accountId,
  version,
  found: lookups.accountActsBy(act.by),
  foundOrder: act.at,
})

const toItem = (account: AccountRecord) => ({ ...keys.account(account.id), ...account })

/** What is put on record beside an account: an act on it, and changes of its seats. */
interface OnRecord {
  readonly act?: Item | undefined
  readonly seats: readonly SeatChange[]
}

/** The writes of what is put on record, each chained to the one before it, and the chain's end. */
const onRecord = (account: Pick<AccountRecord, 'chain'>, { act, seats }: OnRecord) => {
  const { items, chain } = linkAll(account, [
    ...(act === undefined ? [] : [act]),
    ...seats.map(seatChangeItem),
  ])
  return { chain, writes: items.map((put): Write => ({ put, when: isNew })) }
}

/** Enters a new account, with the changes that give it its seats; the seats themselves are written beside it. */
export const newAccountRecord = (
  account: AccountRecord,
  act: ActOnAccount,
  seats: readonly SeatChange[] = [],
): Write[] => {
  const { chain, writes } = onRecord({}, { act: actItem(account.id, 1, act), seats })
  return [
    { put: toItem({ ...account, login: 'binding', version: 1, chain }), sealed: true, when: isNew },
    ...moveClaims(undefined, account),
    ...writes,
  ]
}

/** No one has written the account or its seats since it was read. */
export const unchangedSince = ({
  roles,
  version,
}: Pick<AccountRecord, 'roles' | 'version'>): Write['when'] => ({
  expression: `attribute_exists(pk) AND #roles = :roles AND ${
    version === undefined ? 'attribute_not_exists(#version)' : '#version = :version'
  }`,
  names: { '#roles': 'roles', '#version': 'version' },
  values: { ':roles': roles, ...(version === undefined ? {} : { ':version': version }) },
})

const nextVersion = ({ version = 0 }: Pick<AccountRecord, 'version'>): number => version + 1

const replace = (before: AccountRecord, after: AccountRecord, beside: OnRecord): Write[] => {
  const { chain, writes } = onRecord(before, beside)
  return [
    {
      put: toItem({ ...after, version: nextVersion(before), chain }),
      sealed: true,
      when: unchangedSince(before),
    },
    ...moveClaims(before, after),
    ...writes,
  ]
}

/** Replaces an account as it was read; on record are the changes of its seats alone. */
export const amendAccount = (
  before: AccountRecord,
  after: AccountRecord,
  seats: readonly SeatChange[] = [],
): Write[] => replace(before, after, { seats })

/** Replaces an account as it was read, and keeps who did so and why in the same transaction. */
export const changeAccount = (
  before: AccountRecord,
  after: AccountRecord,
  act: ActOnAccount,
  seats: readonly SeatChange[] = [],
): Write[] => replace(before, after, { act: actItem(before.id, nextVersion(before), act), seats })

/**
 * What is wrong with an account and what is on record of it, its acts and the changes of its seats; undefined: all is as
 * it was written.
 */
export const accountFault = async (table: Table, id: string): Promise<string | undefined> => {
  const [record, acts, seats] = await Promise.all([
    read(table, keys.account(id)),
    readPartition(table, keys.accountAct(id, 1).pk),
    seatChangeItemsOf(table, id),
  ])
  if (record !== undefined) return chainFault(table, record, [...acts, ...seats])
  return acts.length + seats.length === 0 ? undefined : 'gone'
}

export const readAccountRecord = async (table: Table, id: string): Promise<AccountRecord | undefined> => {
  const item = await read(table, keys.account(id))
  return item && AccountRecord.parse(item)
}

export const readAccountRecords = async (table: Table, ids: readonly string[]): Promise<AccountRecord[]> =>
  (await readAll(table, ids.map(keys.account))).map((item) => AccountRecord.parse(item))

/** The act that made an account. */
export const firstAct = async (table: Table, id: string): Promise<AccountAct | undefined> => {
  const item = await read(table, keys.accountAct(id, 1))
  return item && AccountAct.parse(item)
}

/** Every act on an account, the oldest first. */
export const accountActs = async (table: Table, id: string): Promise<AccountAct[]> =>
  (await readPartition(table, keys.accountAct(id, 1).pk)).map((item) => AccountAct.parse(item))

/** The acts on accounts that an account did, the latest first. */
export const accountActsBy = async (table: Table, id: string, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'found', lookups.accountActsBy(id), {
    ...page,
    descending: true,
  })
  return { items: items.map((item) => AccountAct.parse(item)), cursor }
}
