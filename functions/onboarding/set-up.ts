import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { type AccountRecord, newAccountRecord, readAccountRecord } from '../organisations/account-record.ts'
import { type Organisation, readOrganisation, registerFirst } from '../organisations/organisation.ts'
import { isRegional } from '../organisations/region.ts'
import { seatItem } from '../organisations/seat.ts'
import { type SeatChange, seatChangesAt } from '../organisations/seat-change.ts'
import { takeAddress } from '../organisations/take-address.ts'
import { base32 } from '../platform/identifiers.ts'
import { AccountId, OrganisationId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { isNew, read, type Table, write } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import type { SetupInput } from './api.ts'
import { type Link, mailLink, newLink, openLink, replaceLink, withLink } from './send-invitation.ts'

/** Whoever administers the host has no account: what they do is on record under this name. */
const BY = 'setup'

const Marker = z.object({ authorityId: OrganisationId, accountId: AccountId, at: z.string() })
type Marker = z.infer<typeof Marker>

/**
 * The result of a setup, with the link: whoever administers the host gets it, for mail rarely works by then.
 */
export type SetUp =
  | {
      readonly ok: true
      readonly authorityId: OrganisationId
      readonly accountId: AccountId
      readonly link: string
    }
  | {
      readonly ok: false
      readonly code:
        | 'ADDRESS_HAS_ACCOUNT'
        | 'ALREADY_SET_UP'
        | 'INPUT_MISSING'
        | 'NOT_SET_UP'
        | 'AUTHORITY_UNKNOWN'
      readonly message: string
    }

const refused = (code: Extract<SetUp, { ok: false }>['code'], message: string): SetUp => ({
  ok: false,
  code,
  message,
})

const newId = (letter: string): string => `${letter}${base32(randomBytes(16), 20)}`

const HEAD = { role: 'authority', head: true } as const

/** The record of the setup; undefined before it. */
export const readSetup = async (table: Table): Promise<Marker | undefined> => {
  const item = await read(table, keys.setup)
  return item && Marker.parse(item)
}

/** The change that gives the head's seat of the region's authority. */
const headSeated = async (
  table: Table,
  organisationId: OrganisationId,
  accountId: AccountId,
  at: string,
  reason: string,
): Promise<SeatChange> => ({
  ...{ organisationId, accountId, sequence: (await seatChangesAt(table, organisationId)).length + 1 },
  ...{ role: HEAD.role, before: null, after: { head: true }, at, by: BY, reason },
})

const authorityFor = async (
  table: Table,
  { authority, authorityId }: SetupInput,
): Promise<{ organisation: Organisation; isThere: boolean } | undefined> => {
  if (authorityId === undefined)
    return {
      isThere: false,
      organisation: {
        ...{ id: newId('o'), name: authority, kind: 'authority', level: 'region' },
        ...{ overseers: [], version: 1 },
      },
    }
  const organisation = await readOrganisation(table, authorityId)
  return organisation !== undefined && isRegional(organisation) ? { organisation, isThere: true } : undefined
}

const REASON = '初始设置'
const ALREADY = refused(
  'ALREADY_SET_UP',
  'The platform was set up already; --recover lets its first account in again.',
)
const ADDRESS_TAKEN = 'Another account has this address: give another one.'

/** Writes the region's authority and its first invited account, once. */
const begin = async (host: WritingHost, input: SetupInput, link: Link): Promise<SetUp> => {
  const { table } = host
  const { name, email } = input
  if (name === undefined || email === undefined)
    return refused('INPUT_MISSING', 'Say who is invited: a name and an e-mail address.')
  const written = await retryOnConflict(async (): Promise<SetUp | AccountRecord> => {
    if ((await readSetup(table)) !== undefined) return ALREADY
    const place = await authorityFor(table, input)
    if (place === undefined) return refused('AUTHORITY_UNKNOWN', 'There is no such authority of a region.')
    const { organisation, isThere } = place
    const at = link.sentAt
    const account = withLink(
      {
        ...{ id: newId('a'), name, email, status: 'invited', login: 'binding' },
        roles: [{ ...HEAD, organisationId: organisation.id }],
      },
      link,
    )
    const address = await takeAddress(table, email, account.id)
    // Of two setups at once with one address, the later one is told of the setup rather than of the address.
    if (!address.ok)
      return (await readSetup(table)) === undefined ? refused(address.code, ADDRESS_TAKEN) : ALREADY
    const act = { at, by: BY, reason: input.reason ?? REASON }
    const marker: Marker = { authorityId: organisation.id, accountId: account.id, at }
    await write(table, [
      { put: { ...keys.setup, ...marker }, when: isNew },
      ...(isThere ? [] : registerFirst(organisation, { ...act, what: 'registered' })),
      ...newAccountRecord(account, { ...act, what: 'invited' }, [
        await headSeated(table, organisation.id, account.id, at, act.reason),
      ]),
      openLink(account.id, link),
      seatItem(organisation.id, { ...HEAD, accountId: account.id }),
      ...address.value,
    ])
    return account
  })
  return 'ok' in written ? written : toldOf(host, written, link)
}

const toldOf = async (host: WritingHost, account: AccountRecord, link: Link): Promise<SetUp> => {
  await mailLink(host, account, link, undefined)
  const marker = await readSetup(host.table)
  return {
    ok: true,
    authorityId: marker?.authorityId ?? '',
    accountId: account.id,
    link: `${host.publicUrl}/invitations/${link.token}`,
  }
}

/**
 * Recovers the first account: resumes it, restores its seat and makes a link for another login; with the
 * reason on record.
 */
const recover = async (host: WritingHost, input: SetupInput, link: Link): Promise<SetUp> => {
  const { table } = host
  const { reason } = input
  if (reason === undefined) return refused('INPUT_MISSING', 'Say why it is recovered: it is kept on record.')
  const written = await retryOnConflict(async (): Promise<SetUp | AccountRecord> => {
    const marker = await readSetup(table)
    const before = marker && (await readAccountRecord(table, marker.accountId))
    if (marker === undefined || before === undefined)
      return refused('NOT_SET_UP', 'The platform was not set up yet.')
    const at = link.sentAt
    const isMoved = input.email !== undefined && input.email !== before.email
    const address = isMoved ? await takeAddress(table, input.email ?? '', before.id) : succeed([])
    if (!address.ok) return refused(address.code, ADDRESS_TAKEN)
    const isSeated = before.roles.some(
      ({ organisationId, role, head }) => organisationId === marker.authorityId && role === HEAD.role && head,
    )
    const others = before.roles.filter(
      ({ organisationId, role }) => organisationId !== marker.authorityId || role !== HEAD.role,
    )
    const after: AccountRecord = {
      ...before,
      name: input.name ?? before.name,
      email: input.email ?? before.email,
      status: before.boundAt === undefined ? 'invited' : 'active',
      roles: isSeated ? before.roles : [...others, { ...HEAD, organisationId: marker.authorityId }],
    }
    const seats = isSeated ? [] : [await headSeated(table, marker.authorityId, before.id, at, reason)]
    await write(table, [
      ...replaceLink(before, after, link, { at, by: BY, what: 'recovered', reason }, seats),
      ...(isSeated ? [] : [seatItem(marker.authorityId, { ...HEAD, accountId: before.id })]),
      ...address.value,
    ])
    return withLink(after, link)
  })
  return 'ok' in written ? written : toldOf(host, written, link)
}

/** Sets an empty platform up, or lets its first account in again. */
export const setUp = (host: WritingHost, input: SetupInput): Promise<SetUp> => {
  const link = newLink(host.clock)
  return input.recover ? recover(host, input, link) : begin(host, input, link)
}
