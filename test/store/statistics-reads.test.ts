import { beforeAll, expect, test } from 'vitest'
import { countCapacity, countedSoFar, resetCapacity } from '../../bench/capacity.ts'
import { newOrganisation, type Organisation } from '../../functions/organisations/organisation.ts'
import { keys } from '../../functions/platform/keys.ts'
import { mapConcurrently } from '../../functions/platform/map-concurrently.ts'
import { isNew, type Table, type Write, write } from '../../functions/platform/table.ts'
import { keyOf } from '../../functions/statistics/cells.ts'
import { listStatistics, viewStatistics } from '../../functions/statistics/view-statistics.ts'
import { withTestDatabase } from '../test-database.ts'

/** As many offices as the region has, and so many institutions in each of two regions. */
const CITIES = 12
const COUNTIES = 103
const REGIONS = { few: 120, many: 3000 } as const

const database = withTestDatabase()
const tables = new Map<number, Table>()
const clock = { now: () => Date.parse('2026-11-30T09:00:00+08:00') }
const region = {
  id: 'hr',
  name: 'hr',
  email: 'hr@demo.example',
  roles: [{ role: 'authority' as const, organisationId: 'r', head: true }],
}

function* offices(): Generator<Organisation> {
  yield { id: 'r', name: 'r', kind: 'authority', level: 'region', overseers: [] }
  for (let at = 0; at < CITIES; at += 1)
    yield { id: `c${at}`, name: 'c', kind: 'authority', level: 'city', parentId: 'r', overseers: ['r'] }
  for (let at = 0; at < COUNTIES; at += 1) {
    const parentId = `c${at % CITIES}`
    yield {
      id: `k${at}`,
      name: 'k',
      kind: 'authority',
      level: 'county',
      parentId,
      overseers: [parentId, 'r'],
    }
  }
}

const institution = (at: number): Organisation => {
  const county = at % COUNTIES
  const [authorityId, city] = [`k${county}`, `c${county % CITIES}`]
  const overseers = [authorityId, city, 'r']
  return { id: `i${at}`, name: 'i', kind: 'institution', level: 'county', authorityId, overseers }
}

/** Cells as a county of 5,000 people has them in a month: two months of training, every post, kind and mode in use. */
const cells = Object.fromEntries(
  [4, 5].flatMap((month) =>
    (['public', 'professional'] as const).flatMap((subject) =>
      (['in_service', 'induction', 'transfer'] as const).flatMap((category) =>
        (['online', 'offline'] as const).flatMap((mode) =>
          (['management', 'professional', 'worker'] as const).map((postType) => [
            keyOf({
              kind: 'hours',
              month,
              subject,
              category,
              mode,
              postType,
              quota: false,
              population: 'institution',
            }),
            123_456,
          ]),
        ),
      ),
    ),
  ),
)

const rowsOf = (id: string): Write[] =>
  Array.from({ length: 11 }, (_, month) => ({
    put: {
      ...keys.statistic(id, 2026, 'M', `2026-${String(month + 1).padStart(2, '0')}`),
      cells,
      version: 1,
    },
    when: isNew,
  }))

const seed = async (table: Table, institutions: number) => {
  const all = [...offices()]
  const writes = [
    ...all.flatMap((one) => [newOrganisation(one), ...rowsOf(one.id)]),
    ...Array.from({ length: institutions }, (_, at) => newOrganisation(institution(at))),
  ]
  const batches = Array.from({ length: Math.ceil(writes.length / 90) }, (_, at) =>
    writes.slice(at * 90, at * 90 + 90),
  )
  await mapConcurrently(batches, 4, (batch) => write(table, batch))
}

beforeAll(async () => {
  for (const institutions of Object.values(REGIONS)) {
    const table = await database.newTable()
    await seed(table, institutions)
    tables.set(institutions, table)
  }
}, 300_000)

test("the region's page reads the offices alone, however many institutions there are", async () => {
  const readsOf = async (institutions: number) => {
    const table = tables.get(institutions)
    if (table === undefined) throw new Error('A table was expected.')
    const counted: Table = { ...table }
    const units = countCapacity(counted, table)
    resetCapacity(units)
    const found = await viewStatistics({ table: counted, clock })(2026, {}, region)
    if (!found.ok) throw new Error(found.code)
    const overview = countedSoFar(units)
    expect(found.value.total.hours).toBe((1 + CITIES + COUNTIES) * 11 * 72 * 12_345.6)
    resetCapacity(units)
    const below = await listStatistics({ table: counted, clock })(
      2026,
      { limit: 50, by: 'organisation' },
      region,
    )
    if (!below.ok) throw new Error(below.code)
    expect(below.value.items).toHaveLength(CITIES)
    return { overview, places: countedSoFar(units) }
  }
  const few = await readsOf(REGIONS.few)
  const many = await readsOf(REGIONS.many)
  console.info(JSON.stringify({ few, many }))
  expect(many).toEqual(few)
  // Its rows and, for the levels, the record of each office.
  expect(many.overview.read + many.overview.readOfNothing).toBeLessThanOrEqual(300)
})
