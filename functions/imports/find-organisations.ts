import type { Actor } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { OrganisationNumber } from '../organisations/organisations-api.ts'
import { oversees } from '../organisations/visibility.ts'
import type { Text } from '../platform/language.ts'
import type { Table } from '../platform/table.ts'
import { nameKey } from '../staff/name-key.ts'
import { institutionsUnder, readOnRecord } from './organisations-on-record.ts'
import { seatFaults } from './words.ts'

/** Institutions are looked for by name below so many authorities; beyond that a file says their numbers. */
const MOST_AUTHORITIES = 150

type Found =
  | { readonly ok: true; readonly organisation: Organisation }
  | { readonly ok: false; readonly detail: Text }

const numberIn = (text: string): string[] => {
  const parsed = OrganisationNumber.safeParse(text)
  return parsed.success ? [parsed.data] : []
}

/**
 * The organisations that the cells of a file name, by number or by name, among those that someone may see. Institutions
 * are read by name only where a cell is found in no other way.
 */
export const findOrganisations = async (
  table: Table,
  actor: Actor,
  isRegional: boolean,
  texts: readonly string[],
): Promise<(text: string) => Found> => {
  const { organisations, numbered } = await readOnRecord(
    table,
    actor,
    [
      ...new Set([
        ...texts.flatMap(numberIn),
        ...actor.roles.map(({ organisationId }) => organisationId.toUpperCase()),
      ]),
    ],
    isRegional,
  )
  const maySee = (one: Organisation) => isRegional || oversees(actor, one)
  const named = (list: Iterable<Organisation>) =>
    Map.groupBy([...list].filter(maySee), ({ name }) => nameKey(name))
  const offices = named(organisations.values())
  const byNumber = (text: string): Organisation | undefined => {
    const id = numberIn(text).map((number) => numbered.get(number))[0]
    const found = id === undefined ? undefined : organisations.get(id)
    return found !== undefined && maySee(found) ? found : undefined
  }
  const isUnknown = (text: string) => byNumber(text) === undefined && !offices.has(nameKey(text))
  const authorities = [...organisations.values()].filter((one) => one.kind === 'authority' && maySee(one))
  const institutions =
    texts.some(isUnknown) && authorities.length <= MOST_AUTHORITIES
      ? named(
          (
            await institutionsUnder(
              table,
              authorities.map(({ id }) => id),
              new Set(),
            )
          ).others,
        )
      : new Map<string, Organisation[]>()
  return (text) => {
    const numberedOne = byNumber(text)
    if (numberedOne !== undefined) return { ok: true, organisation: numberedOne }
    const fitting = new Map(
      [...(offices.get(nameKey(text)) ?? []), ...(institutions.get(nameKey(text)) ?? [])].map((one) => [
        one.id,
        one,
      ]),
    )
    const [only, ...others] = fitting.values()
    if (only === undefined) return { ok: false, detail: seatFaults.nowhere }
    return others.length > 0 ? { ok: false, detail: seatFaults.several } : { ok: true, organisation: only }
  }
}
