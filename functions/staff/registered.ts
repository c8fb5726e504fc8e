import type { StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { isSealed } from '../platform/seal.ts'
import { type Item, readAll, sealOf, type Table } from '../platform/table.ts'
import { Person, shardOf } from './person.ts'
import { isOf } from './soundness.ts'
import { readStaff } from './staff.ts'
import { type Standing, standingFrom, standingOf } from './standing.ts'

/** Someone on the register with what their standing says of their ledger, which is not read. */
export interface Registered {
  readonly person: Person
  readonly standing: Standing
}

/** Persons of one read, each with their standing: a batch has a hundred items. */
const AT_ONCE = 50
/** Reads that run at once. */
const WIDTH = 8

/** The person and the standing, where both are as they were sealed and of one another. */
const together = async (
  table: Table,
  own: Item | undefined,
  standing: Item | undefined,
): Promise<Registered | undefined> => {
  if (own === undefined || standing === undefined) return undefined
  const seal = await sealOf(table)
  if (!isSealed(seal, own) || !isSealed(seal, standing)) return undefined
  const found = { person: Person.parse(own), standing: standingFrom(standing) }
  return isOf(found.standing, found.person) ? found : undefined
}

/**
 * Many persons with their standings, at two small items each: for whoever judges them by the register, and writes
 * nothing in their ledgers. Whoever has no standing that is sound and theirs is read whole; who is not on record is
 * left out. Dates that only the changes of a record tell (`withDerivedDates`) are not derived.
 * @throws LedgerBrokenError
 */
export const readRegistered = async (
  table: Table,
  ids: readonly StaffId[],
): Promise<Map<StaffId, Registered>> => {
  const asked = [...new Set(ids)]
  const parts = Array.from({ length: Math.ceil(asked.length / AT_ONCE) }, (_, part) =>
    asked.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  )
  const found = new Map<StaffId, Registered>()
  await mapConcurrently(parts, WIDTH, async (part) => {
    const wanted = part.map((id) => ({ id, own: keys.person(id), standing: keys.standing(shardOf(id), id) }))
    const items = await readAll(
      table,
      wanted.flatMap(({ own, standing }) => [own, standing]),
    )
    const byKey = new Map(items.map((item) => [`${item.pk}\n${item.sk}`, item]))
    for (const { id, own, standing } of wanted) {
      const person = byKey.get(`${own.pk}\n${own.sk}`)
      const one = await together(table, person, byKey.get(`${standing.pk}\n${standing.sk}`))
      const staff = one === undefined && person !== undefined ? await readStaff(table, id) : undefined
      const registered = one ?? (staff && { person: staff.person, standing: standingOf(staff) })
      if (registered !== undefined) found.set(id, registered)
    }
  })
  return found
}
