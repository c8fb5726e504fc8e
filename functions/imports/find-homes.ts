import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { holdersOfNumbers } from '../organisations/organisation-number.ts'
import { OrganisationNumber } from '../organisations/organisations-api.ts'
import { institutionIdsOf, withThoseBelow } from '../organisations/organisations-below.ts'
import type { Text } from '../platform/language.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'
import { nameKey } from '../staff/name-key.ts'
import { readMany } from './organisations-on-record.ts'
import { seatFaults } from './words.ts'

/** Institutions are looked for by name below so many offices; beyond that a file says their numbers. */
const MOST_OFFICES = 150
const WIDTH = 8

export type Home =
  | { readonly ok: true; readonly institution: Organisation }
  | { readonly ok: false; readonly detail: Text }

const officesFrom = async (table: Table, holder: Organisation): Promise<readonly string[]> => {
  const offices: string[] = []
  for await (const id of withThoseBelow(table, holder.id)) {
    offices.push(id)
    if (offices.length > MOST_OFFICES) return []
  }
  return offices
}

/** The institutions that the rows of a holder's class name, by number, by id or by name: those below the holder alone. */
export const findHomes = async (
  table: Table,
  holder: Organisation,
  texts: readonly string[],
): Promise<(text: string) => Home> => {
  const isBelow = ({ kind, overseers }: Organisation) =>
    kind === 'institution' && overseers.includes(holder.id)
  const found = new Map<string, Organisation>()
  const numbers = texts.flatMap((text) => {
    const parsed = OrganisationNumber.safeParse(text)
    return parsed.success ? [[text, parsed.data] as const] : []
  })
  const holders = await holdersOfNumbers(
    table,
    numbers.map(([, number]) => number),
  )
  await mapConcurrently(numbers, WIDTH, async ([text, number]) => {
    const one = await readOrganisation(table, holders.get(number) ?? text.toLowerCase())
    if (one !== undefined && isBelow(one)) found.set(text, one)
  })
  const unknown = texts.filter((text) => !found.has(text))
  const offices = unknown.length === 0 ? [] : await officesFrom(table, holder)
  const kind = holder.kind === 'department' ? 'department' : 'authority'
  const ids = await mapConcurrently(offices, WIDTH, (id) => institutionIdsOf(table, { id, kind }))
  const named = Map.groupBy((await readMany(table, ids.flat())).filter(isBelow), ({ name }) => nameKey(name))
  return (text) => {
    const one = found.get(text)
    if (one !== undefined) return { ok: true, institution: one }
    const [only, ...others] = named.get(nameKey(text)) ?? []
    if (only === undefined) return { ok: false, detail: seatFaults.nowhere }
    return others.length > 0 ? { ok: false, detail: seatFaults.several } : { ok: true, institution: only }
  }
}
