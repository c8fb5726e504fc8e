import { type Account, type Actor, readAccount, readAccounts } from '../organisations/account.ts'
import { delegationsTo, isInForce } from '../organisations/delegation.ts'
import { registerOf } from '../organisations/loan.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'
import { nameKey } from '../staff/name-key.ts'
import type { Complaint } from './complaint.ts'

/**
 * Whom somebody is, or acts for, as far as it keeps a complaint from them (Art. 36): the bodies that they and those
 * who lent them their tasks sit at or are on the register of, and the names of all of these.
 */
export interface Ties {
  readonly bodies: ReadonlySet<OrganisationId>
  readonly names: ReadonlySet<string>
}

/** Words as names are compared: without what stands between their parts. */
const plain = (words: string): string => nameKey(words).replaceAll('·', '')

const bodiesOf = async (table: Table, account: Account): Promise<OrganisationId[]> => {
  const register = await registerOf(table, account)
  return [
    ...account.roles.map(({ organisationId }) => organisationId),
    ...(register === undefined ? [] : [register]),
  ]
}

/**
 * Somebody's ties on a day, by the account with all its seats (a call leaves an actor only some of them) and by every
 * loan in force, also one that lends nothing just now: whoever holds another's tasks is that person's delegate.
 */
export const tiesOf = async (table: Table, { id }: Pick<Actor, 'id'>, day: string): Promise<Ties> => {
  const lenders = (await delegationsTo(table, id)).filter((one) => isInForce(one, day))
  const own = await readAccount(table, id)
  const accounts = [
    ...(own === undefined ? [] : [own]),
    ...(await readAccounts(table, [...new Set(lenders.map(({ from }) => from.id))])),
  ]
  const bodies = await mapConcurrently(accounts, 4, (account) => bodiesOf(table, account))
  return { bodies: new Set(bodies.flat()), names: new Set(accounts.map(({ name }) => plain(name))) }
}

/** A name among the words of somebody who complains: with a title, an office or another name beside it, or no dot. */
const isNamedIn = (words: string, name: string): boolean => name !== '' && plain(words).includes(name)

/** Whether a complaint is kept from somebody: it is about them, a body of theirs, or someone they act for. */
export const isKeptFrom = (
  { bodies, persons, described }: Pick<Complaint, 'bodies' | 'persons' | 'described'>,
  ties: Ties,
): boolean =>
  bodies.some(({ id }) => ties.bodies.has(id)) ||
  [...persons, described].some((words) => [...ties.names].some((name) => isNamedIn(words, name)))

/** An office's name and how people write it: in full, abridged, with or without the region's name. */
const officeKey = (words: string): string =>
  plain(words)
    .replaceAll(/人力资源(?:和)?社会保障/gu, '人社')
    .replaceAll(/内蒙古(?:自治区)?|自治区|内蒙/gu, '')

/** The shortest words that are taken for an office's name: 人社厅, not 厅. */
const SHORTEST_OFFICE = 3

/**
 * Whether an office is complained of in words alone: its name stands in what was written of the body, or that is a part of
 * its name. Better one desk too many that does not see it.
 */
export const isOfficeNamedIn = (described: string, office: string): boolean => {
  const [words, name] = [officeKey(described), officeKey(office)]
  if (name.length < SHORTEST_OFFICE) return false
  return words.includes(name) || (words.length >= SHORTEST_OFFICE && name.includes(words))
}
