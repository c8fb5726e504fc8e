import { namesOf } from '../ledger/read-entries.ts'
import { type Account, type Actor, readAccounts } from '../organisations/account.ts'
import { type Delegation, delegationsFrom, delegationsTo } from '../organisations/delegation.ts'
import { readOrganisations } from '../organisations/organisation.ts'
import { isAtRegion } from '../organisations/region.ts'
import { seatsAt } from '../organisations/seat.ts'
import { type SeatChange, seatChangesAt, seatChangesBy, seatChangesOf } from '../organisations/seat-change.ts'
import { oversees } from '../organisations/visibility.ts'
import { changedFields } from '../platform/changed-fields.ts'
import { allPages, LATEST, PAGE } from '../platform/every-page.ts'
import type { Table } from '../platform/table.ts'
import type { AuditEntry } from './api.ts'

/** Those of the given organisations that someone may look into, by id. */
const seenAmong = async (table: Table, actor: Actor, ids: Iterable<string>) => {
  const organisations = await readOrganisations(table, [...new Set(ids)])
  const seesAll = await isAtRegion(table, actor)
  return new Map(
    organisations.filter((one) => seesAll || oversees(actor, one)).map((one) => [one.id, one] as const),
  )
}

const actOn = ({ before, after }: SeatChange): string =>
  before === null ? 'seat_given' : after === null ? 'seat_taken' : 'seat_changed'

/** Changes of seats as the audit tells them: those at organisations that the reader may look into. */
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

/** Delegations as the audit tells them: where either of the two sits at an organisation that the reader may look into. */
const delegationEntries = async (
  table: Table,
  actor: Actor,
  delegations: readonly Delegation[],
): Promise<AuditEntry[]> => {
  const accounts = new Map(
    (await readAccounts(table, [...new Set(delegations.flatMap(({ from, to }) => [from.id, to.id]))])).map(
      (account): [string, Account] => [account.id, account],
    ),
  )
  const seatsOf = (id: string) => (accounts.get(id)?.roles ?? []).map(({ organisationId }) => organisationId)
  const seen = await seenAmong(table, actor, [...accounts.keys()].flatMap(seatsOf))
  return delegations
    .filter(({ from, to }) => [from.id, to.id].flatMap(seatsOf).some((id) => seen.has(id)))
    .flatMap(tellDelegation)
}

const lentBy = (table: Table, id: string): Promise<Delegation[]> =>
  allPages((cursor) => delegationsFrom(table, id, { limit: PAGE, cursor }))

/** Who was given which seat of an organisation, and what those who sit there, or did, have lent to others. */
export const powersAt = async (table: Table, id: string, actor: Actor): Promise<AuditEntry[]> => {
  const [changes, seats] = await Promise.all([seatChangesAt(table, id), seatsAt(table, id)])
  const people = [...new Set([...seats, ...changes].map(({ accountId }) => accountId))]
  const lent = await Promise.all(people.map((one) => lentBy(table, one)))
  return [...(await seatEntries(table, actor, changes)), ...lent.flat().flatMap(tellDelegation)]
}

/** The seats of an account, and what it has lent and was lent. */
export const powersOf = async (table: Table, id: string, actor: Actor): Promise<AuditEntry[]> => {
  const [changes, lent, held] = await Promise.all([
    allPages((cursor) => seatChangesOf(table, id, { limit: PAGE, cursor })),
    lentBy(table, id),
    delegationsTo(table, id),
  ])
  return [
    ...(await seatEntries(table, actor, changes)),
    ...(await delegationEntries(table, actor, [...lent, ...held])),
  ]
}

/** The seats that an account gave and took, and what it has lent. */
export const powersGivenBy = async (table: Table, id: string, actor: Actor): Promise<AuditEntry[]> => {
  const [changes, lent] = await Promise.all([
    allPages((cursor) => seatChangesBy(table, id, { limit: PAGE, cursor }), LATEST),
    lentBy(table, id),
  ])
  return [...(await seatEntries(table, actor, changes)), ...(await delegationEntries(table, actor, lent))]
}
