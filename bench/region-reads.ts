/**
 * What a day's reads cost when the region is whole: a desk's list, a person's page, a search, a year, each as a call of the
 * API, counted on a table of the demo's 240 persons and again when it holds all the others besides.
 * Run: `node bench/region-reads.ts [--persons 600000]`. 600,000 persons in 50,000 institutions are 3 million items and more.
 */
import { parseArgs } from 'node:util'
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { newOrganisation } from '../functions/organisations/organisation.ts'
import { mapConcurrently } from '../functions/platform/map-concurrently.ts'
import { sealed } from '../functions/platform/seal.ts'
import type { Item, Table, Write } from '../functions/platform/table.ts'
import { namedItems } from '../functions/search/name-readings.ts'
import { newPerson } from '../functions/staff/person.ts'
import { putStanding } from '../functions/staff/standing.ts'
import { startDatabase } from '../local/database.ts'
import { administration, institutionsFor } from '../local/demo/organisations.ts'
import { personAt } from '../local/demo/people.ts'
import { seedDemo } from '../local/demo/seed.ts'
import { type BenchSystem, fileClaim, openBenchSystem } from './bench-system.ts'
import { benchSeal, openBenchTable } from './bench-table.ts'
import { countCapacity, countedSoFar, resetCapacity } from './capacity.ts'

const A_BATCH = 25
const WIDTH = 8
/** Claims that lie at the desk whose list is read. */
const CLAIMS = 25

const itemsOf = (writes: readonly Write[]): Item[] => writes.flatMap((one) => ('put' in one ? [one.put] : []))

/** Everybody else of a region of so many: organisations, persons, standings, names. Their ledgers are read by nobody here. */
function* others(persons: number): Generator<Item> {
  const institutions = institutionsFor(persons)
  const byId = new Map(institutions.map((one) => [one.id, one]))
  const known = new Set([...administration, ...institutionsFor(240)].map(({ id }) => id))
  for (const one of institutions) if (!known.has(one.id)) yield* itemsOf([newOrganisation(one)])
  for (let position = 0; position < persons; position += 1) {
    const person = { ...personAt(position, institutions), id: `region.${String(position).padStart(7, '0')}` }
    // Those of the demo's institutions are there already: it is the region that grows, and no school.
    if (known.has(person.institutionId)) continue
    yield* itemsOf([newPerson(person)])
    yield* namedItems(person, byId.get(person.institutionId))
    for (const standing of itemsOf([putStanding({ person, entries: [], certificates: [] })]))
      yield sealed(benchSeal, standing)
  }
}

function* batches(items: Iterable<Item>): Generator<Item[]> {
  let batch: Item[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < A_BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

const load = async (table: Table, persons: number): Promise<number> => {
  let count = 0
  await mapConcurrently(batches(others(persons)), WIDTH, async (batch) => {
    count += batch.length
    const RequestItems = { [table.name]: batch.map((Item) => ({ PutRequest: { Item } })) }
    await table.client.send(new BatchWriteCommand({ RequestItems }))
  })
  return count
}

/** What people ask all day, and who asks it. */
const ASKED = {
  'a desk’s list': ({ call }: BenchSystem) =>
    call('GET /api/tasks', 'unit.admin', { query: { box: 'todo' } }),
  'a person’s page': ({ call }: BenchSystem) =>
    call('GET /api/persons/{id}', 'unit.admin', { params: { id: 'staff.zhao' } }),
  'a person’s ledger': ({ call }: BenchSystem) =>
    call('GET /api/staff/{id}/ledger', 'unit.admin', { params: { id: 'staff.zhao' } }),
  'a search by number': ({ call }: BenchSystem) =>
    call('POST /api/search', 'unit.admin', { body: { text: 'staff.zhao' } }),
  'a search by name': ({ call }: BenchSystem) =>
    call('POST /api/search', 'unit.admin', { body: { text: '赵志强' } }),
  'a year of an institution': ({ call }: BenchSystem) =>
    call('GET /api/years/{year}', 'unit.admin', {
      params: { year: '2026' },
      query: { organisation: 'institution-qingcheng' },
    }),
  'a year of the region': ({ call }: BenchSystem) =>
    call('GET /api/years/{year}', 'hr.region', {
      params: { year: '2026' },
      query: { organisation: 'authority-15' },
    }),
} as const

export const benchRegionReads = async (persons: number) => {
  const database = await startDatabase({ isForMuch: true })
  try {
    const table = await openBenchTable(database)
    await seedDemo(table, { persons: 240 })
    const units = countCapacity(table, await openBenchTable(database))
    const system = await openBenchSystem(table)
    for (let nth = 0; nth < CLAIMS; nth += 1) await fileClaim(system, nth)
    await system.settle()
    const count = async () => {
      const counted: Record<string, { calls: number; read: number }> = {}
      for (const [name, ask] of Object.entries(ASKED)) {
        resetCapacity(units)
        await ask(system)
        counted[name] = { calls: units.calls.length, read: countedSoFar(units).read }
      }
      return counted
    }
    const small = await count()
    const begun = performance.now()
    const items = await load(await openBenchTable(database), persons)
    const seconds = Math.round((performance.now() - begun) / 1000)
    const whole = await count()
    await system.close()
    const reads = Object.fromEntries(
      Object.entries(small).map(([name, at240]) => [name, { at240, whole: whole[name] }]),
    )
    return { persons, items, secondsToLoad: seconds, reads }
  } finally {
    await database.stop()
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { persons: { type: 'string', default: '600000' } } })
  console.log(JSON.stringify(await benchRegionReads(Number(values.persons)), null, 2))
}
