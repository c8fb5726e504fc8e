import { type Organisation, readOrganisations } from '../organisations/organisation.ts'
import { institutionIdsOf, rootDepartmentIds, withThoseBelow } from '../organisations/organisations-below.ts'
import { ranks } from '../organisations/place-organisation.ts'
import { isRegional } from '../organisations/region.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'
import type { OrganisationYear } from './api.ts'
import { countsOf } from './close-counts.ts'
import { institutionPage, type OrganisationPage, type PageWanted } from './close-results.ts'
import { organisationYear } from './close-view.ts'
import { type Counts, isNobody, noCounts, subtractCounts, sumCounts } from './counts.ts'
import { readSheets } from './year-sheet.ts'

const SHEETS_AT_ONCE = 100

/** An organisation and what is counted under its name: a department, or the authority for those that have none. */
type Part = readonly [Organisation, Counts]

/** The region: whole sectors, by the sums of the departments that stand under no other, with all below them. */
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

/** The institutions below an authority or a department, with those below it, in order. */
const institutionIdsBelow = async (
  table: Table,
  { id, kind }: Pick<Organisation, 'id' | 'kind'>,
): Promise<string[]> => {
  const ids: string[] = []
  for await (const node of withThoseBelow(table, id))
    ids.push(...(await institutionIdsOf(table, { id: node, kind })))
  return ids.sort()
}

/** What the sheets below an authority count, by the department that each names. */
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

/** A department, or the highest above it that is not above the authority's level. */
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
 * An authority below the region: a department may also have institutions of other authorities, so its own sum is not
 * what is asked for. Each institution's sheet says which department it is under.
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
 * A closed year below an authority by competent department of its level (Art. 35, 38), each with the departments
 * below it; under the authority's own name, the institutions that have no department. Only what the authority
 * oversees is counted. No other kind of organisation has such rows.
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
  departmentId: string,
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
