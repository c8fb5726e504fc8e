import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../functions/organisations/account.ts'
import { newOrganisation, type Organisation } from '../../functions/organisations/organisation.ts'
import { keys } from '../../functions/platform/keys.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { listByDepartment, listInstitutionsUnder } from '../../functions/year/close-departments.ts'
import { chosenOrganisation } from '../../functions/year/close-view.ts'
import { type Counts, countAll, sumCounts } from '../../functions/year/counts.ts'
import { newSheet, newSum, placeInYear, type Row, sheetOf } from '../../functions/year/year-sheet.ts'
import { withTestDatabase } from '../test-database.ts'

const YEAR = 2025
const database = withTestDatabase()
let table: Table

const organisation = (
  id: string,
  kind: Organisation['kind'],
  level: Organisation['level'],
  overseers: string[] = [],
): Organisation => {
  const [parentId] = overseers
  return {
    ...{ id, name: id, kind, level, overseers },
    ...(parentId === undefined ? {} : { parentId }),
  }
}

const region = organisation('region', 'authority', 'region')
const city = organisation('city', 'authority', 'city', ['region'])
const county = organisation('county', 'authority', 'county', ['city', 'region'])
const otherCity = organisation('other-city', 'authority', 'city', ['region'])
/** Schools have departments down to the county, farms only down to the city; a museum's stands alone. */
const departments = [
  organisation('schools-region', 'department', 'region'),
  organisation('schools-city', 'department', 'city', ['schools-region']),
  organisation('schools-county', 'department', 'county', ['schools-city', 'schools-region']),
  organisation('farms-region', 'department', 'region'),
  organisation('farms-city', 'department', 'city', ['farms-region']),
  organisation('museums-city', 'department', 'city'),
]

/** An institution, and how many of its people have completed the year. */
const institutions: readonly (readonly [string, Organisation, string | undefined, number])[] = [
  ['city-school', city, 'schools-city', 1],
  ['county-school', county, 'schools-county', 2],
  ['county-farm', county, 'farms-city', 4],
  ['city-office', city, undefined, 8],
  ['other-farm', otherCity, 'farms-city', 16],
  ['university', region, 'schools-region', 32],
  ['museum', otherCity, 'museums-city', 64],
]

const met = (institution: string, count: number): Row[] =>
  Array.from({ length: count }, (_, place) => ({
    ...{ staffId: `${institution}-${place}`, status: 'met' as const },
    ...{ provisional: false, entry: 1 },
  }))

const overseersOf = (id: string | undefined): string[] =>
  [region, city, county, otherCity, ...departments]
    .filter((one) => one.id === id)
    .flatMap((one) => [one.id, ...one.overseers])

beforeAll(async () => {
  table = await database.newTable()
  const sums = new Map<string, Counts>()
  for (const one of [region, city, county, otherCity, ...departments])
    await write(table, [newOrganisation(one)])
  for (const [id, authority, departmentId, count] of institutions) {
    const institution: Organisation = {
      ...{ id, name: id, kind: 'institution', level: authority.level, authorityId: authority.id },
      ...(departmentId === undefined ? {} : { departmentId }),
      overseers: [...overseersOf(departmentId), ...overseersOf(authority.id)],
    }
    const rows = met(id, count)
    await write(table, [
      newOrganisation(institution),
      ...sheetOf({ ...placeInYear(institution), run: 1 }, rows).map((part) => newSheet('close', YEAR, part)),
    ])
    for (const above of [authority.id, departmentId])
      if (above !== undefined)
        sums.set(above, sumCounts([...[sums.get(above)].flatMap((known) => known ?? []), countAll(rows)]))
  }
  for (const [id, counts] of sums) await write(table, [newSum(keys.sum(id, 'close', YEAR), 1, counts)])
})

const metBy = async (authority: Organisation) =>
  Object.fromEntries(
    (await listByDepartment(table, authority, YEAR)).items.map((row) => [
      row.organisation.id,
      row.counts.met,
    ]),
  )

describe('Art. 35: a year by competent department', () => {
  test('a city sees its own institutions alone, under the departments of its level', async () => {
    // The school of the county counts with the city's schools; the other city's farm does not.
    expect(await metBy(city)).toEqual({ 'schools-city': 3, 'farms-city': 4, city: 8 })
  })

  test('a county without a department of the sector sees the one above, with no more than its own', async () => {
    expect(await metBy(county)).toEqual({ 'schools-county': 2, 'farms-city': 4 })
  })

  test('the region sees whole sectors, one that stands under no other included, and who has none', async () => {
    expect(await metBy(region)).toEqual({
      'schools-region': 35,
      'farms-region': 20,
      'museums-city': 64,
      region: 8,
    })
  })

  test('departments and institutions have none below them to be counted so', async () => {
    const [department] = departments
    if (department === undefined) throw new Error('There is no department.')
    expect(await listByDepartment(table, department, YEAR)).toEqual({ items: [], cursor: null })
  })

  test('a year that was not closed has no rows', async () => {
    expect((await listByDepartment(table, city, YEAR - 1)).items).toEqual([])
    expect((await listByDepartment(table, region, YEAR - 1)).items).toEqual([])
  })

  const idsUnder = async (authority: Organisation, department: string) => {
    const ids: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await listInstitutionsUnder(table, authority, department, YEAR, {
        limit: 1,
        ...(cursor ? { cursor } : {}),
      })
      expect(page.items.length).toBeLessThanOrEqual(1)
      ids.push(...page.items.map((row) => row.organisation.id))
      cursor = page.cursor
    } while (cursor)
    return ids
  }

  test.each([
    [city, 'schools-city', ['city-school', 'county-school']],
    [city, 'farms-city', ['county-farm']],
    [county, 'farms-city', ['county-farm']],
    [otherCity, 'schools-city', []],
    [region, 'farms-region', ['county-farm', 'other-farm']],
  ] as const)('$0.id under $1: $2, page by page', async (authority, department, expected) => {
    expect(await idsUnder(authority, department)).toEqual(expected)
  })
})

describe('whose year may be looked at', () => {
  const at = (role: Actor['roles'][number]['role'], organisationId: string): Actor => ({
    ...{ id: 'someone', name: 'Someone', email: 'someone@demo.example' },
    roles: [{ role, organisationId, head: false }],
  })

  test.each([
    ['the region, of a department', at('authority', 'region'), 'schools-city', true],
    ['its auditor', at('auditor', 'region'), 'schools-city', true],
    [
      'a city, of a department whose institutions are not all its own',
      at('authority', 'city'),
      'farms-city',
      false,
    ],
    ['a department, of one above it', at('department', 'schools-city'), 'schools-region', false],
    ['a department, of one below it', at('department', 'schools-city'), 'schools-county', true],
  ])('%s', async (_, actor, wanted, may) => {
    expect((await chosenOrganisation(table, actor, wanted)).ok).toBe(may)
  })
})
