import { type Account, type Actor, readAccounts } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { seatedAt } from '../organisations/seated-at.ts'
import { upFrom } from '../organisations/up-from.ts'
import { hasSeatAt, seatsOf } from '../organisations/visibility.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'
import type { RequestRecord } from '../requests/request.ts'
import { isOneself, type Oneself, oneselfOf, samePersonsAmong } from '../staff/one-person.ts'
import type { Matter } from './inspection.ts'

/** Accounts that are looked up at once. */
const WIDTH = 4

/**
 * Whether an authority stands above a body (Art. 35): among its overseers; above departments, which stand under no
 * authority, the region. Nobody stands above the region: it looks at its own desk, and there at nothing that its own
 * people decided.
 */
export const standsOver = (
  authority: Pick<Organisation, 'id' | 'kind' | 'level'>,
  body: Pick<Organisation, 'id' | 'overseers'>,
): boolean => {
  if (authority.kind !== 'authority') return false
  if (body.id === authority.id) return authority.level === 'region'
  if (body.overseers.includes(authority.id)) return true
  return authority.level === 'region'
}

/** Whether somebody sits at a body, or holds the tasks of someone who does. */
export const belongsTo = (actor: Actor, bodyId: OrganisationId): boolean =>
  seatsOf(actor).some(({ organisationId }) => organisationId === bodyId)

/** Everyone who acted in a request, for whom somebody did, and whose it is: none of them checks what came of it. */
export const actedIn = ({ request, tasks }: RequestRecord): string[] => [
  ...new Set(
    [
      request.submittedBy,
      ...request.acts.flatMap(({ actor, for: lender }) => [actor, lender?.id]),
      ...tasks.flatMap(({ decided, assignee, opinions = [], actedBefore = [] }) => [
        ...[decided?.by, decided?.for?.id, assignee?.id],
        ...opinions.flatMap(({ of, by }) => [of.id, by.id]),
        ...actedBefore,
      ]),
    ].flatMap((id) => id ?? []),
  ),
]

/** Whether somebody may check a matter: not their own, and nothing that they acted in, under whichever record (Art. 35). */
export const isApart = (
  { actedBefore, staffId }: Pick<Matter, 'actedBefore' | 'staffId'>,
  oneself: Oneself,
): boolean => actedBefore.every((id) => !oneself.accounts.has(id)) && !isOneself(oneself, staffId)

/** What of a matter says who may not check it; `kind` and `body` once it has begun. */
type Apart = Pick<Matter, 'actedBefore' | 'staffId'> & Partial<Pick<Matter, 'kind' | 'body'>>

/**
 * The same, of somebody whose accounts may not all belong to a person on a register: equal names are looked at, too. What a
 * body was ordered, nobody checks who sits there besides.
 */
export const isApartFrom = async (table: Table, matter: Apart, account: Account): Promise<boolean> => {
  const { kind, body } = matter
  if (kind === 'order' && account.roles.some(({ organisationId }) => organisationId === body?.id))
    return false
  if (!isApart(matter, await oneselfOf(table, account))) return false
  const acted = await readAccounts(table, matter.actedBefore)
  return (await samePersonsAmong(table, [account], acted)).length === 0
}

/** Whether somebody checks a matter now: by a seat of their own at its authority, as powers that were lent lend none. */
export const mayCheck = (matter: Matter, actor: Actor, oneself: Oneself): boolean =>
  hasSeatAt(actor, matter.authority.id, 'authority') && isApart(matter, oneself)

/** Those at an authority's desk who may check a matter. */
export const checkersAt = async (
  table: Table,
  authorityId: OrganisationId,
  matter: Apart,
): Promise<Account[]> => {
  const accounts = await seatedAt(table, { id: authorityId, kind: 'authority' })
  const apart = await mapConcurrently(accounts, WIDTH, (account) => isApartFrom(table, matter, account))
  return accounts.filter((_, nth) => apart[nth])
}

/**
 * The authority at which somebody may check a matter: the one that drew it, or the first above it; where nobody may
 * anywhere, the one that drew it, whose seats are to be filled.
 */
export const authorityFor = async (
  table: Table,
  from: Organisation,
  matter: Pick<Matter, 'actedBefore' | 'staffId'>,
): Promise<Organisation> => {
  if ((await checkersAt(table, from.id, matter)).length > 0) return from
  for await (const authority of upFrom(table, from, ({ parentId }) => parentId))
    if ((await checkersAt(table, authority.id, matter)).length > 0) return authority
  return from
}
