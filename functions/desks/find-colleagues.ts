import { type Account, type Actor, mayAct, readAccounts } from '../organisations/account.ts'
import { lendable } from '../organisations/loan.ts'
import { seatsAt } from '../organisations/seat.ts'
import { isDesk } from '../platform/callers.ts'
import { CursorInvalidError } from '../platform/cursor-invalid.ts'
import { fullPage } from '../platform/full-page.ts'
import { eventually, type Table } from '../platform/table.ts'
import { nameKey } from '../staff/name-key.ts'
import { personsOf } from '../staff/person.ts'
import type { Colleague } from './own-api.ts'

interface Asked {
  readonly name: string
  readonly limit: number
  readonly cursor?: string | undefined
}

/** So many persons of a register are looked through in one read; a page makes ten of them at most. */
const A_READ = 100

/** The cursor of the register: which of the caller's institutions, and the place in its list. */
const placeIn = (cursor: string): { nth: number; inRegister: string | undefined } => {
  const [whole, nth, inRegister = ''] = /^(\d{1,3})\.(.*)$/.exec(cursor) ?? []
  if (whole === undefined) throw new CursorInvalidError('The cursor belongs to no page of this list.')
  return { nth: Number(nth), inRegister: inRegister === '' ? undefined : inRegister }
}

/**
 * The colleagues to whom an actor may lend tasks, whose name contains what is asked for: first all who have a seat at
 * the actor's organisations, then those on the registers, part by part.
 */
export const findColleagues =
  ({ table: consistent }: { readonly table: Table }) =>
  async (
    { name, limit, cursor }: Asked,
    actor: Actor,
  ): Promise<{ items: Colleague[]; cursor: string | null }> => {
    const table = eventually(consistent)
    const wanted = nameKey(name)
    const isMeant = (one: { readonly name: string }): boolean => nameKey(one.name).includes(wanted)
    const mine = actor.roles.filter(({ role }) => isDesk(role))
    const places = [...new Set(mine.map(({ organisationId }) => organisationId))]
    const registers = [
      ...new Set(
        mine.flatMap(({ role, organisationId }) => (role === 'institution' ? [organisationId] : [])),
      ),
    ]
    const shown = (accounts: readonly Account[], register?: string): Colleague[] =>
      accounts
        .filter((one) => one.id !== actor.id && mayAct(one) && lendable(actor, one, register).length > 0)
        .map((one) => ({
          id: one.id,
          name: one.name,
          roles: one.roles.flatMap(({ role, organisationId }) =>
            places.includes(organisationId) ? [role] : [],
          ),
        }))
    if (cursor === undefined) {
      const seats = (await Promise.all(places.map((place) => seatsAt(table, place)))).flat()
      const seated = await readAccounts(table, [...new Set(seats.map(({ accountId }) => accountId))])
      const next = registers.length > 0 ? '0.' : null
      return { items: shown(seated.filter(isMeant)), cursor: next }
    }
    const { nth, inRegister } = placeIn(cursor)
    const register = registers[nth]
    if (register === undefined) return { items: [], cursor: null }
    const page = await fullPage({ limit, cursor: inRegister }, async (part) => {
      const persons = await personsOf(table, register, { ...part, limit: A_READ })
      const ids = persons.items.flatMap((person) =>
        person.onRegister && person.accountId !== undefined && isMeant(person) ? [person.accountId] : [],
      )
      // Whoever has a seat here stood on the first page.
      const others = (await readAccounts(table, ids)).filter(
        ({ roles }) => !roles.some(({ organisationId }) => places.includes(organisationId)),
      )
      return { items: shown(others, register), cursor: persons.cursor }
    })
    if (page.cursor !== null) return { items: page.items, cursor: `${nth}.${page.cursor}` }
    return { items: page.items, cursor: nth + 1 < registers.length ? `${nth + 1}.` : null }
  }
