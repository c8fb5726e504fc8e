import type { Actor } from '../organisations/account.ts'
import type { AccountRecord } from '../organisations/account-record.ts'
import { type Organisation, readOrganisations } from '../organisations/organisation.ts'
import { isAtRegion, isRegion } from '../organisations/region.ts'
import { isAccountOf } from '../organisations/same-human.ts'
import { givingRefusal, takingRefusal } from '../organisations/seat-giving.ts'
import { oversees } from '../organisations/visibility.ts'
import { registrarRefusal } from '../persons/registrar.ts'
import { type Outcome, type Refusal, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { readPerson } from '../staff/person.ts'

/** Where an account belongs: the organisations of its seats, and the institution of its person. */
export interface Belonging {
  readonly organisations: readonly Organisation[]
  /** The institution on whose register the account's person stands. */
  readonly institution: Organisation | undefined
}

export const belongingOf = async (
  table: Table,
  { roles, staffId }: Pick<AccountRecord, 'roles' | 'staffId'>,
): Promise<Belonging> => {
  const person = staffId === undefined ? undefined : await readPerson(table, staffId)
  const organisations = await readOrganisations(table, [
    ...roles.map(({ organisationId }) => organisationId),
    ...(person === undefined ? [] : [person.institutionId]),
  ])
  return { organisations, institution: organisations.find(({ id }) => id === person?.institutionId) }
}

/**
 * Whether an actor may know of an account: it is their own, or they oversee an organisation it belongs to.
 */
export const knowsOf = async (
  table: Table,
  actor: Actor,
  account: Pick<AccountRecord, 'id'>,
  { organisations }: Belonging,
): Promise<boolean> =>
  actor.id === account.id ||
  organisations.some((one) => oversees(actor, one)) ||
  (await isAtRegion(table, actor))

/** `end`: to take from an account what it may do; `give`: to give it (back). */
export type Managing = 'end' | 'give'

type ManagingRefusal = Refusal<'NOT_ALLOWED' | 'OWN_RECORD' | 'SEAT_OWED'>

/**
 * Why an actor may not act on an account; undefined: they may. An account with seats: whoever may give each
 * of them; without: whoever keeps its person's register; without either: the region. Never their own.
 */
export const managingRefusal = async (
  table: Table,
  actor: Actor,
  account: Pick<AccountRecord, 'id' | 'roles' | 'staffId'>,
  { organisations, institution }: Belonging,
  purpose: Managing,
): Promise<ManagingRefusal | undefined> => {
  if (isAccountOf(actor, account.id)) return refuse('OWN_RECORD')
  for (const { organisationId, role } of account.roles) {
    const organisation = organisations.find(({ id }) => id === organisationId)
    if (organisation === undefined) continue
    const wanted = { accountId: account.id, role }
    const refusal = await (purpose === 'give' ? givingRefusal : takingRefusal)(
      table,
      actor,
      organisation,
      wanted,
    )
    if (refusal !== undefined) return refusal
  }
  if (account.roles.length > 0) return undefined
  if (institution !== undefined) return registrarRefusal(actor, institution, account.staffId)
  return (await isRegion(table, actor)) ? undefined : refuse('NOT_ALLOWED')
}

/**
 * Whether an actor may act on an account, and where it belongs; NOT_FOUND for those who may not know of it.
 */
export const mayManage = async (
  table: Table,
  actor: Actor,
  account: AccountRecord | undefined,
  purpose: Managing,
): Promise<Outcome<Belonging, 'NOT_ALLOWED' | 'NOT_FOUND' | 'OWN_RECORD' | 'SEAT_OWED'>> => {
  if (account === undefined) return refuse('NOT_FOUND')
  const belonging = await belongingOf(table, account)
  if (!(await knowsOf(table, actor, account, belonging))) return refuse('NOT_FOUND')
  return (await managingRefusal(table, actor, account, belonging, purpose)) ?? succeed(belonging)
}
