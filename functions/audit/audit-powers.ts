import { namesOf } from '../ledger/read-entries.ts'
import type { Account, Actor } from '../organisations/account.ts'
import {
  type AccountAct,
  accountActs,
  accountActsBy,
  readAccountRecord,
  readAccountRecords,
} from '../organisations/account-record.ts'
import { type Delegation, delegationsFrom, delegationsTo } from '../organisations/delegation.ts'
import { readOrganisations } from '../organisations/organisation.ts'
import { isAtRegion } from '../organisations/region.ts'
import { seatsAt } from '../organisations/seat.ts'
import { type SeatChange, seatChangesAt, seatChangesBy, seatChangesOf } from '../organisations/seat-change.ts'
import { oversees } from '../organisations/visibility.ts'
import { changedFields } from '../platform/changed-fields.ts'
import { allPages, LATEST, PAGE } from '../platform/every-page.ts'
import type { AccountId } from '../platform/ids.ts'
import type { Table } from '../platform/table.ts'
import { readPerson } from '../staff/person.ts'
import type { AuditEntry } from './api.ts'

/** Those of the given organisations that the actor oversees, by id. */
const seenAmong = async (table: Table, actor: Actor, ids: Iterable<string>) => {
  const organisations = await readOrganisations(table, [...new Set(ids)])
  const seesAll = await isAtRegion(table, actor)
  return new Map(
    organisations.filter((one) => seesAll || oversees(actor, one)).map((one) => [one.id, one] as const),
  )
}

const actOn = ({ before, after }: SeatChange): string =>
  before === null ? 'seat_given' : after === null ? 'seat_taken' : 'seat_changed'

/** Changes of seats as audit entries, of organisations that the reader oversees. */
const seatEntries = async (
  table: Table,
  actor: Actor,
  changes: readonly SeatChange[],
): Promise<AuditEntry[]> => {
  const seen = await seenAmong(
    table,
    actor,
    changes.map(({ organisationId }) => organisationId),
  )
  const names = await namesOf(
    table,
    changes.flatMap(({ accountId, by }) => [accountId, by]),
  )
  return changes.flatMap((change): AuditEntry[] => {
    const { organisationId, accountId, role, before, after, at, by, reason } = change
    const organisation = seen.get(organisationId)
    if (organisation === undefined) return []
    const stateOf = (state: SeatChange['before']) => (state === null ? {} : { role, ...state })
    const title = `${names.get(accountId) ?? ''} ${accountId} · ${organisation.name}`
    return [
      {
        ...{ at, actor: by, actorName: names.get(by) ?? null, act: actOn(change) },
        about: { kind: 'seat', id: organisationId, title },
        reason,
        fields: changedFields(stateOf(before), stateOf(after)),
      },
    ]
  })
}

const tellDelegation = ({ id, from, to, ...delegation }: Delegation): AuditEntry[] => {
  const { startsOn, endsOn, reason, createdAt, revokedAt } = delegation
  const common = {
    ...{ actor: from.id, actorName: from.name },
    about: { kind: 'delegation' as const, id, title: `${to.name} ${to.id}` },
  }
  const given = {
    ...{ ...common, at: createdAt, act: 'delegated', reason: reason ?? null },
    fields: changedFields({}, { startsOn, endsOn }),
  }
  return revokedAt === undefined
    ? [given]
    : [given, { ...common, at: revokedAt, act: 'delegation_ended', reason: null, fields: [] }]
}

/** Delegations as audit entries, where the reader oversees an organisation of either party. */
const delegationEntries = async (
  table: Table,
  actor: Actor,
  delegations: readonly Delegation[],
): Promise<AuditEntry[]> => {
  const accounts = new Map(
    (
      await readAccountRecords(table, [...new Set(delegations.flatMap(({ from, to }) => [from.id, to.id]))])
    ).map((account): [string, Account] => [account.id, account]),
  )
  const seatsOf = (id: string) => (accounts.get(id)?.roles ?? []).map(({ organisationId }) => organisationId)
  const seen = await seenAmong(table, actor, [...accounts.keys()].flatMap(seatsOf))
  return delegations
    .filter(({ from, to }) => [from.id, to.id].flatMap(seatsOf).some((id) => seen.has(id)))
    .flatMap(tellDelegation)
}

const lentBy = (table: Table, id: string): Promise<Delegation[]> =>
  allPages((cursor) => delegationsFrom(table, id, { limit: PAGE, cursor }))

/** Where an account belongs now, and where it has had seats. */
const placesOf = async (table: Table, accountId: AccountId): Promise<string[]> => {
  const account = await readAccountRecord(table, accountId)
  const changes = await allPages((cursor) => seatChangesOf(table, accountId, { limit: PAGE, cursor }))
  const person = account?.staffId === undefined ? undefined : await readPerson(table, account.staffId)
  return [
    ...(account?.roles ?? []).map(({ organisationId }) => organisationId),
    ...changes.map(({ organisationId }) => organisationId),
    ...(person === undefined ? [] : [person.institutionId]),
  ]
}

/**
 * Acts on accounts as audit entries, where the reader oversees an organisation of the account, now or before.
 */
const accountEntries = async (
  table: Table,
  actor: Actor,
  acts: readonly AccountAct[],
): Promise<AuditEntry[]> => {
  const ids = [...new Set(acts.map(({ accountId }) => accountId))]
  const places = new Map(await Promise.all(ids.map(async (id) => [id, await placesOf(table, id)] as const)))
  const seen = await seenAmong(table, actor, [...places.values()].flat())
  const seesAll = await isAtRegion(table, actor)
  const names = await namesOf(
    table,
    acts.flatMap(({ accountId, by }) => [accountId, by]),
  )
  return acts
    .filter(({ accountId }) => seesAll || places.get(accountId)?.some((place) => seen.has(place)))
    .map(({ accountId, at, by, what, reason }) => ({
      ...{ at, actor: by, actorName: names.get(by) ?? null, act: `account_${what}` },
      about: { kind: 'account' as const, id: accountId, title: names.get(accountId) ?? null },
      reason,
      fields: [],
    }))
}

/** Who was given which seat of an organisation, and what those who sit there, or did, have lent to others. */
export const powersAt = async (table: Table, id: string, actor: Actor): Promise<AuditEntry[]> => {
  const [changes, seats] = await Promise.all([seatChangesAt(table, id), seatsAt(table, id)])
  const people = [...new Set([...seats, ...changes].map(({ accountId }) => accountId))]
  const lent = await Promise.all(people.map((one) => lentBy(table, one)))
  const acts = await Promise.all(people.map((one) => accountActs(table, one)))
  return [
    ...(await seatEntries(table, actor, changes)),
    ...(await accountEntries(table, actor, acts.flat())),
    ...lent.flat().flatMap(tellDelegation),
  ]
}

/** What was done to an account, its seats, and what it has lent and was lent. */
export const powersOf = async (table: Table, id: string, actor: Actor): Promise<AuditEntry[]> => {
  const [changes, lent, held] = await Promise.all([
    allPages((cursor) => seatChangesOf(table, id, { limit: PAGE, cursor })),
    lentBy(table, id),
    delegationsTo(table, id),
  ])
  return [
    ...(await seatEntries(table, actor, changes)),
    ...(await accountEntries(table, actor, await accountActs(table, id))),
    ...(await delegationEntries(table, actor, [...lent, ...held])),
  ]
}

/** The accounts that an account invited and suspended, the seats that it gave and took, and what it has lent. */
export const powersGivenBy = async (table: Table, id: string, actor: Actor): Promise<AuditEntry[]> => {
  const [changes, lent] = await Promise.all([
    allPages((cursor) => seatChangesBy(table, id, { limit: PAGE, cursor }), LATEST),
    lentBy(table, id),
  ])
  const acts = await allPages((cursor) => accountActsBy(table, id, { limit: PAGE, cursor }), LATEST)
  return [
    ...(await seatEntries(table, actor, changes)),
    ...(await accountEntries(table, actor, acts)),
    ...(await delegationEntries(table, actor, lent)),
  ]
}
