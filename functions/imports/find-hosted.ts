import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { holdersOfNumbers } from '../organisations/organisation-number.ts'
import { OrganisationNumber } from '../organisations/organisations-api.ts'
import type { Table } from '../platform/table.ts'
import { nameKey } from '../staff/name-key.ts'
import { findHomes, type Home } from './find-homes.ts'

/** Every institution of the region is known by its number; by its name those under the host's own authority. */
const numberedAs = async (table: Table, text: string): Promise<Organisation | undefined> => {
  const number = OrganisationNumber.safeParse(text)
  const id = number.success
    ? ((await holdersOfNumbers(table, [number.data])).get(number.data) ?? text.toLowerCase())
    : text
  const found = await readOrganisation(table, id)
  return found?.kind === 'institution' && found.closed === undefined ? found : undefined
}

/**
 * Whose staff the rows of an institution's own list are: its own, or of another institution where the row names one, whose
 * people train with it while they are seconded (挂职, 借调). A text that names no institution, such as an office within, is
 * its own.
 */
export const findHosted = async (
  table: Table,
  host: Organisation,
  texts: readonly string[],
): Promise<(text: string) => Home> => {
  const own = [host.id, host.name, host.number ?? host.id].map(nameKey)
  const others = texts.filter((text) => !own.includes(nameKey(text)))
  const authority =
    others.length === 0 || host.authorityId === undefined
      ? undefined
      : await readOrganisation(table, host.authorityId)
  const named = authority && (await findHomes(table, authority, others))
  const found = new Map<string, Organisation>()
  for (const text of others) {
    const numbered = await numberedAs(table, text)
    const home = numbered === undefined ? named?.(text) : ({ ok: true, institution: numbered } as const)
    if (home?.ok) found.set(text, home.institution)
  }
  return (text) => ({ ok: true, institution: found.get(text) ?? host })
}
