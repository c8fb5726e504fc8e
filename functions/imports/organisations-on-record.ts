import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisations } from '../organisations/organisation.ts'
import { holdersOfNumbers } from '../organisations/organisation-number.ts'
import { childIdsOf, institutionIdsOf, rootDepartmentIds } from '../organisations/organisations-below.ts'
import { linkedIds } from '../organisations/place-organisation.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'

/** What is read at once: so many queries, or so many reads of a hundred. */
const WIDTH = 8
const AT_ONCE = 100

/** Organisations by their ids, many at once; those that do not exist are left out. */
export const readMany = async (table: Table, ids: readonly OrganisationId[]): Promise<Organisation[]> => {
  const parts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, part) =>
    ids.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  )
  return (await mapConcurrently(parts, WIDTH, (part) => readOrganisations(table, part))).flat()
}

/** The ids of offices and all offices below them. */
const withAllBelow = async (table: Table, roots: readonly OrganisationId[]): Promise<OrganisationId[]> => {
  const all: OrganisationId[] = []
  let level = roots
  while (level.length > 0) {
    all.push(...level)
    level = (await mapConcurrently(level, WIDTH, (id) => childIdsOf(table, id))).flat()
  }
  return all
}

export interface OnRecord {
  /** By id: the offices, those that the file's numbers name, and what these stand under. */
  readonly organisations: ReadonlyMap<OrganisationId, Organisation>
  /** By number, or by its id. */
  readonly numbered: ReadonlyMap<string, OrganisationId>
}

/**
 * What of the register a file of organisations may speak of: authorities from the importer's own ones down,
 * departments (anybody's, for their names are public) where the file has any, and whose the numbers are.
 */
export const readOnRecord = async (
  table: Table,
  { roles }: Actor,
  numbers: readonly string[],
  withDepartments: boolean,
): Promise<OnRecord> => {
  const own = roles.flatMap(({ role, organisationId }) => (role === 'authority' ? [organisationId] : []))
  const holders = await holdersOfNumbers(table, numbers)
  // The register's own ids stand on its pages, and may stand in a file.
  const unheld = numbers.filter((number) => !holders.has(number))
  const named = await readMany(
    table,
    unheld.map((number) => number.toLowerCase()),
  )
  const numbered = new Map([...holders, ...named.map(({ id }) => [id.toUpperCase(), id] as const)])
  const offices = [
    ...(await withAllBelow(table, own)),
    ...(withDepartments ? await withAllBelow(table, await rootDepartmentIds(table)) : []),
  ]
  const first = await readMany(table, [...new Set([...offices, ...numbered.values()])])
  const known = new Set(first.map(({ id }) => id))
  const above = [...new Set(first.flatMap(linkedIds))].filter((id) => !known.has(id))
  const organisations = new Map([...first, ...(await readMany(table, above))].map((one) => [one.id, one]))
  return { organisations, numbered }
}

/** Institutions of the register, and what they stand under. */
export interface Under {
  readonly others: readonly Organisation[]
  readonly above: readonly Organisation[]
}

/** The institutions of some authorities, without those that are known already, and what they stand under. */
export const institutionsUnder = async (
  table: Table,
  authorities: readonly OrganisationId[],
  known: ReadonlySet<OrganisationId>,
): Promise<Under> => {
  const ids = await mapConcurrently(authorities, WIDTH, (id) =>
    institutionIdsOf(table, { id, kind: 'authority' }),
  )
  const others = await readMany(
    table,
    ids.flat().filter((id) => !known.has(id)),
  )
  return { others, above: await readMany(table, [...new Set(others.flatMap(linkedIds))]) }
}
