import { type Organisation, readOrganisations } from '../organisations/organisation.ts'
import { institutionIdsOf, rootDepartmentIds, withThoseBelow } from '../organisations/organisations-below.ts'
import { ranks } from '../organisations/place-organisation.ts'
import { isRegional } from '../organisations/region.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'
import type { OrganisationYear } from './api.ts'
import { countsOf } from './close-counts.ts'
import { institutionPage, type OrganisationPage, type PageWanted } from './close-results.ts'
import { organisationYear } from './close-view.ts'
import { type Counts, isNobody, noCounts, subtractCounts, sumCounts } from './counts.ts'
import { readSheets } from './year-sheet.ts'

const SHEETS_AT_ONCE = 100

/** A department with its counts, or an authority with those of its institutions that have no department. */
type Part = readonly [Organisation, Counts]

/** For the region: the sums of the departments that stand under no other, each with all below it. */
const partsOfRegion = async (table: Table, region: Organisation, year: number): Promise<Part[]> => {
  const which = { mode: 'close', year, run: 0 } as const
  const departments = await readOrganisations(table, await rootDepartmentIds(table))
  const [all, ...parts] = await mapConcurrently(
    [region, ...departments],
    8,
    async (one): Promise<Part> => [one, await countsOf(table, one, which)],
  )
  const inDepartments = sumCounts(parts.map(([, counts]) => counts))
  return [...parts, [region, subtractCounts(all?.[1] ?? noCounts, inDepartments)]]
}

/** The ids, in order, of all institutions below an authority or a department, at any depth. */
const institutionIdsBelow = async (
  table: Table,
  { id, kind }: Pick<Organisation, 'id' | 'kind'>,
): Promise<string[]> => {
  const ids: string[] = []
  for await (const node of withThoseBelow(table, id))
    ids.push(...(await institutionIdsOf(table, { id: node, kind })))
  return ids.sort()
}

/**
 * The counts on the sheets of the institutions below an authority, by the department that each sheet names.
 */
const countsByDepartment = async (table: Table, authority: Organisation, year: number) => {
  const ids = await institutionIdsBelow(table, authority)
  const chunks = Array.from({ length: Math.ceil(ids.length / SHEETS_AT_ONCE) }, (_, chunk) =>
    ids.slice(chunk * SHEETS_AT_ONCE, (chunk + 1) * SHEETS_AT_ONCE),
  )
  const sums = new Map<string | undefined, Counts>()
  await mapConcurrently(chunks, 8, async (chunk) => {
    for (const { departmentId, counts } of await readSheets(table, chunk, 'close', year))
      sums.set(departmentId, sumCounts([sums.get(departmentId) ?? noCounts, counts]))
  })
  return sums
}

/** A department, or the highest department above it that is at most at the authority's level. */
const atLevelOf = (
  authority: Organisation,
  department: Organisation,
  known: ReadonlyMap<string, Organisation>,
): Organisation =>
  department.overseers
    .flatMap((id) => known.get(id) ?? [])
    .filter(({ level }) => ranks[level] <= ranks[authority.level])
    .at(-1) ?? department

/**
 * For an authority below the region: adds up its institutions' sheets, each of which names its department. A
 * department's own sum may hold institutions of other authorities.
 */
const partsOfAuthority = async (table: Table, authority: Organisation, year: number): Promise<Part[]> => {
  const sums = await countsByDepartment(table, authority, year)
  const named = await readOrganisations(
    table,
    [...sums.keys()].flatMap((id) => id ?? []),
  )
  const above = await readOrganisations(
    table,
    named.flatMap(({ overseers }) => overseers),
  )
  const known = new Map([...named, ...above].map((one) => [one.id, one]))
  const parts = new Map<string, Part>()
  for (const [id, counts] of sums) {
    const department = known.get(id ?? '')
    const at = department === undefined ? authority : atLevelOf(authority, department, known)
    parts.set(at.id, [at, sumCounts([parts.get(at.id)?.[1] ?? noCounts, counts])])
  }
  return [...parts.values()]
}

/** Departments by id, then those who have none. */
const inOrder = ([one]: Part, [other]: Part): number =>
  Number(one.kind === 'authority') - Number(other.kind === 'authority') || (one.id < other.id ? -1 : 1)

/**
 * A closed year below an authority by competent department of its level (Art. 35, 38), each with the
 * departments below it, and the institutions without one under the authority's own name. Counts only what the
 * authority oversees; empty for any other kind of organisation.
 */
export const listByDepartment = async (
  table: Table,
  authority: Organisation,
  year: number,
): Promise<OrganisationPage> => {
  if (authority.kind !== 'authority') return { items: [], cursor: null }
  const parts = isRegional(authority)
    ? await partsOfRegion(table, authority, year)
    : await partsOfAuthority(table, authority, year)
  const items = parts
    .filter(([, counts]) => !isNobody(counts))
    .sort(inOrder)
    .map(([one, counts]): OrganisationYear => organisationYear(one, counts))
  return { items, cursor: null }
}

/** The institutions of an authority that are under a department, or under one below it, with their numbers. */
export const listInstitutionsUnder = async (
  table: Table,
  authority: Organisation,
  departmentId: OrganisationId,
  year: number,
  wanted: PageWanted,
): Promise<OrganisationPage> => {
  const [own, ofDepartment] = await Promise.all([
    institutionIdsBelow(table, authority),
    institutionIdsBelow(table, { id: departmentId, kind: 'department' }),
  ])
  const overseen = new Set(own)
  return institutionPage(
    table,
    ofDepartment.filter((id) => overseen.has(id)),
    year,
    wanted,
  )
}
