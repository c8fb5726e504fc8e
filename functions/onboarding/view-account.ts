import type { Actor } from '../organisations/account.ts'
import {
  type AccountRecord,
  accountActs,
  readAccountRecord,
  readAccountRecords,
} from '../organisations/account-record.ts'
import { isOver } from '../organisations/invitation.ts'
import { seatsAt } from '../organisations/seat.ts'
import { findOrganisation } from '../organisations/view-organisation.ts'
import type { Clock } from '../platform/clock.ts'
import { CursorInvalidError } from '../platform/cursor-invalid.ts'
import { fullPage } from '../platform/full-page.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { personsOf } from '../staff/person.ts'
import { belongingOf, knowsOf, managingRefusal } from './account-powers.ts'
import type { AccountView, AccountWithActs } from './api.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

/** An account as the API shows it to someone. */
export const viewAccount = async (
  { table, clock }: Deps,
  account: AccountRecord,
  actor: Actor,
): Promise<AccountView> => {
  const belonging = await belongingOf(table, account)
  const mayManage = (await managingRefusal(table, actor, account, belonging, 'end')) === undefined
  const { invitation } = account
  return {
    id: account.id,
    name: account.name,
    email: mayManage || actor.id === account.id ? account.email : null,
    status: account.status ?? 'active',
    staffId: account.staffId ?? null,
    roles: account.roles.map(({ role, organisationId, head }) => ({
      role,
      head,
      organisation: {
        id: organisationId,
        name: belonging.organisations.find(({ id }) => id === organisationId)?.name ?? organisationId,
      },
    })),
    boundAt: account.boundAt ?? null,
    invitation:
      invitation === undefined
        ? null
        : {
            sentAt: invitation.sentAt,
            expiresAt: invitation.expiresAt,
            expired: isOver(invitation, clock),
            delivered: invitation.undelivered !== true,
          },
    mayManage,
  }
}

/** An account with what was done to it, the latest first; to those who may not know of it there is none. */
export const readAccountFor =
  (deps: Deps) =>
  async (id: string, actor: Actor): Promise<Outcome<AccountWithActs, 'NOT_FOUND'>> => {
    const { table } = deps
    const account = await readAccountRecord(table, id)
    if (account === undefined) return refuse('NOT_FOUND')
    if (!(await knowsOf(table, actor, account, await belongingOf(table, account)))) return refuse('NOT_FOUND')
    const acts = await accountActs(table, id)
    const people = await readAccountRecords(table, [...new Set(acts.map(({ by }) => by))])
    return succeed({
      ...(await viewAccount(deps, account, actor)),
      acts: acts.reverse().map(({ at, by, what, reason }) => ({
        ...{ at, by, what, reason },
        byName: people.find((one) => one.id === by)?.name ?? null,
      })),
    })
  }

interface Asked {
  readonly organisation: string
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Accounts that are looked up at once. */
const AT_ONCE = 8

/** The cursor: in the list of seats (`s`) after an account, or in that of persons (`p`). */
const placeIn = (cursor: string | undefined) => {
  const found = /^(s|p)\.(.*)$/s.exec(cursor ?? 's.')
  if (found === null) throw new CursorInvalidError('The cursor belongs to no page of this list.')
  const [, list, after = ''] = found
  return { isSeats: list === 's', after }
}

/**
 * The accounts of an organisation, for those who sit there or above: first those with a seat, by id, then
 * those of an institution's persons without one, from the page on that the seats do not fill. A page reads a bounded part
 * of the register and may hold fewer.
 */
export const listAccountsFor =
  (deps: Deps) =>
  async (
    { organisation: id, limit, cursor }: Asked,
    actor: Actor,
  ): Promise<Outcome<{ items: AccountView[]; cursor: string | null }, 'NOT_FOUND'>> => {
    const { table } = deps
    const { isSeats, after } = placeIn(cursor)
    const found = await findOrganisation(table, id, actor)
    if (!found.ok) return found
    const hasRegister = found.value.kind === 'institution'
    const seated = [...new Set((await seatsAt(table, id)).map(({ accountId }) => accountId))].sort()
    const show = async (accountIds: readonly string[]) =>
      mapConcurrently(await readAccountRecords(table, accountIds), AT_ONCE, (account) =>
        viewAccount(deps, account, actor),
      )
    const left = isSeats ? seated.filter((one) => one > after) : []
    const seats = left.slice(0, limit)
    const last = seats.at(-1)
    if (left.length > limit && last !== undefined)
      return succeed({ items: await show(seats), cursor: `s.${last}` })
    if (!hasRegister) return succeed({ items: await show(seats), cursor: null })
    if (seats.length === limit) return succeed({ items: await show(seats), cursor: 'p.' })
    const from = !isSeats && after !== '' ? after : undefined
    const page = await fullPage({ limit: limit - seats.length, cursor: from }, async (asked) => {
      const persons = await personsOf(table, id, asked)
      return {
        items: persons.items.flatMap(({ accountId }) =>
          accountId === undefined || seated.includes(accountId) ? [] : [accountId],
        ),
        cursor: persons.cursor,
      }
    })
    return succeed({
      items: await show([...seats, ...page.items]),
      cursor: page.cursor === null ? null : `p.${page.cursor}`,
    })
  }
