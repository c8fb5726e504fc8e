import type { Actor } from '../organisations/account.ts'
import {
  type AccountRecord,
  firstAct,
  newAccountRecord,
  readAccountRecord,
} from '../organisations/account-record.ts'
import { claimValue } from '../organisations/claims.ts'
import { seatItem } from '../organisations/seat.ts'
import { type SeatChange, seatChangesAt } from '../organisations/seat-change.ts'
import { givingRefusal } from '../organisations/seat-giving.ts'
import { takeAddress } from '../organisations/take-address.ts'
import { findOrganisation } from '../organisations/view-organisation.ts'
import { registrarRefusal } from '../persons/registrar.ts'
import { base32, digest, sha256 } from '../platform/identifiers.ts'
import type { AccountId } from '../platform/ids.ts'
import type { Text } from '../platform/language.ts'
import { refusals } from '../platform/refusal-table.ts'
import { type FieldFault, type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { isNew, type Table, type Write, write } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { findStaff } from '../staff/find-staff.ts'
import type { Person } from '../staff/person.ts'
import { changePerson } from '../staff/person-change.ts'
import type { NewAccount } from './api.ts'
import { type Link, mailLink, newLink, openLink, withLink } from './send-invitation.ts'
import { invitationFaults } from './words.ts'

type Refused =
  | 'ADDRESS_HAS_ACCOUNT'
  | 'NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'OWN_RECORD'
  | 'PERSON_HAS_ACCOUNT'
  | 'SEAT_OWED'

/** An account's id, which says nothing of the person; the same inviter and key give the same id. */
const accountIdFor = (inviterId: string, key: string): string =>
  `a${base32(digest(`account\n${inviterId}\n${key}`), 20)}`

const unfit = (pointer: string, detail: Text): { errors: FieldFault[] } => ({ errors: [{ pointer, detail }] })

type Part<T> = Outcome<T, Refused | 'INPUT_INVALID'>

/** The writes that give the invited account its seat; none where no seat is asked for. */
const seatWrites = async (
  table: Table,
  { seat, reason }: NewAccount,
  accountId: AccountId,
  at: string,
  actor: Actor,
): Promise<Part<{ changes: SeatChange[]; writes: Write[] }>> => {
  if (seat === undefined) return succeed({ changes: [], writes: [] })
  const { organisationId, role, head } = seat
  const found = await findOrganisation(table, organisationId, actor)
  if (!found.ok) return found
  const refusal = await givingRefusal(table, actor, found.value, { accountId, role })
  if (refusal !== undefined) return refusal
  const sequence = (await seatChangesAt(table, organisationId)).length + 1
  return succeed({
    changes: [
      {
        ...{ organisationId, sequence, accountId, role, before: null, after: { head } },
        ...{ at, by: actor.id, reason },
      },
    ],
    writes: [seatItem(organisationId, { accountId, role, head, givenBy: actor.id }, isNew)],
  })
}

/**
 * The person to whom the account will belong, and the writes to their record; none for an account without a
 * person.
 */
const personWrites = async (
  table: Table,
  { staffId, reason }: NewAccount,
  accountId: AccountId,
  at: string,
  actor: Actor,
): Promise<Part<{ person?: Person; writes: Write[] }>> => {
  if (staffId === undefined) return succeed({ writes: [] })
  const found = await findStaff(table, staffId, actor)
  if (!found.ok) return found
  const { staff, institution } = found.value
  const refusal = registrarRefusal(actor, institution, staffId)
  if (refusal !== undefined) return refusal
  const { person } = staff
  if (!person.onRegister) return refuse('INPUT_INVALID', unfit('/staffId', invitationFaults.leftRegister))
  const holder = person.accountId === undefined ? undefined : await readAccountRecord(table, person.accountId)
  if (holder !== undefined && holder.status !== 'withdrawn')
    return refuse('PERSON_HAS_ACCOUNT', {
      ...unfit('/staffId', refusals.PERSON_HAS_ACCOUNT.title),
      details: { accountId: holder.id },
    })
  const act = { at, by: actor.id, what: 'account_invited', reason }
  return succeed({ person, writes: changePerson(staff, { ...person, accountId }, act) })
}

const accountFor = (
  id: string,
  { name, email, mobile, staffId, seat }: NewAccount,
  person: Person | undefined,
  link: Link,
): AccountRecord =>
  withLink(
    {
      id,
      name: person?.name ?? name,
      email,
      mobile,
      staffId,
      employeeNumber: person?.staffNo,
      roles: seat === undefined ? [] : [seat],
      status: 'invited',
      login: 'binding',
    },
    link,
  )

/** An invited account, and whether this call sent its mail: a repeat sends none, and a mail server may refuse it. */
interface Invited {
  readonly account: AccountRecord
  readonly isSent: boolean
}

/**
 * Invites someone to an account: to a seat, by whoever may give it; as a person on a register, by whoever
 * keeps it. They hold the seat at once, but it counts only after they sign in. A repeat under the same key
 * sends no second mail.
 */
export const invite =
  (host: WritingHost) =>
  async (
    body: NewAccount,
    key: string,
    actor: Actor,
  ): Promise<Outcome<Invited, Refused | 'INPUT_INVALID' | 'KEY_REUSED'>> => {
    const { table, clock } = host
    // Nobody gives themselves a seat under another name.
    if (claimValue('email', body.email) === claimValue('email', actor.email)) return refuse('OWN_RECORD')
    const id = accountIdFor(actor.id, key)
    const bodyHash = sha256(JSON.stringify(body))
    const link = newLink(clock)
    const invited = await retryOnConflict(
      async (): Promise<
        Outcome<{ account: AccountRecord; isNew: boolean }, Refused | 'INPUT_INVALID' | 'KEY_REUSED'>
      > => {
        const before = await readAccountRecord(table, id)
        if (before !== undefined)
          return (await firstAct(table, id))?.bodyHash === bodyHash
            ? succeed({ account: before, isNew: false })
            : refuse('KEY_REUSED')
        const seat = await seatWrites(table, body, id, link.sentAt, actor)
        if (!seat.ok) return seat
        const person = await personWrites(table, body, id, link.sentAt, actor)
        if (!person.ok) return person
        const taken = await takeAddress(table, body.email, id)
        if (!taken.ok) return refuse(taken.code, unfit('/email', refusals.ADDRESS_HAS_ACCOUNT.title))
        const account = accountFor(id, body, person.value.person, link)
        const act = { at: link.sentAt, by: actor.id, what: 'invited' as const, reason: body.reason, bodyHash }
        await write(table, [
          ...newAccountRecord(account, act, seat.value.changes),
          openLink(id, link),
          ...seat.value.writes,
          ...person.value.writes,
          ...taken.value,
        ])
        return succeed({ account: { ...account, version: 1 }, isNew: true })
      },
    )
    if (!invited.ok) return invited
    const { account, isNew: isFresh } = invited.value
    if (!isFresh) return succeed({ account, isSent: false })
    const mailed = await mailLink(host, account, link, actor)
    return succeed({ account: mailed, isSent: mailed.invitation?.undelivered !== true })
  }

/** The same for a single invitation, which is answered with the account. */
export const inviteAccount =
  (host: WritingHost) =>
  async (...asked: Parameters<ReturnType<typeof invite>>) => {
    const invited = await invite(host)(...asked)
    return invited.ok ? succeed(invited.value.account) : invited
  }
