import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CatalogRoute, routes } from '../../functions/catalog.ts'
import type { Table } from '../../functions/platform/table.ts'
import type { Functions } from '../../local/functions.ts'
import { everyItem } from '../store/every-item.ts'
import { withTestDatabase } from '../test-database.ts'
import { calls } from './calls.ts'
import { type CallerName, callers, institutions, type PlaceId, seedGround } from './ground.ts'
import { callRoute, groundClock, groundFunctions } from './ground-host.ts'

const database = withTestDatabase()
let table: Table
let provider: string
let functions: Functions

beforeAll(async () => {
  table = await database.newTable()
  provider = await seedGround(table, groundClock)
  functions = groundFunctions(table)
})

/** What answers with a file in which nobody of an institution stands, or those of it are none on this ground. */
const NOBODYS_FILES: Readonly<Record<string, string>> = {
  'export-results': 'no result is on record here; with rows it is a list',
  'export-statistics': 'sums without persons',
  'read-calendar': 'one’s own days',
  'read-import-template': 'an empty template',
}

/** The region's: who see everybody, and are nobody's own desk. */
const OTHERS = ['region’s authority', 'region’s auditor'] as const satisfies readonly CallerName[]

const isInstitution = (place: PlaceId): boolean => institutions.some((one) => one === place)

/** Whether a reply shows somebody of an institution: their id stands in it, or it is a file. */
const shows = (body: string, place: PlaceId): boolean =>
  !body.startsWith('{') || body.includes(`"s.${place}"`) || body.includes(`"x.${place}"`)

/** The partitions of the readings on record, which are gone afterwards. */
const takeLooks = async (): Promise<string[]> => {
  const found = (await everyItem(table)).filter(({ pk }) => String(pk).startsWith('LOOKS#'))
  for (const { pk, sk } of found)
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } }))
  return found.map(({ pk }) => String(pk))
}

/** Which institutions' people a route has shown to a caller, and of which of them no reading is on record. */
const lookedAt = async (route: CatalogRoute, caller: CallerName) => {
  const walked = calls[route.operation.id]?.(provider)
  const at = walked === undefined ? [] : typeof walked.at === 'string' ? institutions : walked.at
  const shown: string[] = []
  const unseen: string[] = []
  for (const place of at.filter(isInstitution)) {
    await takeLooks()
    const call = walked?.call(place, caller) ?? {}
    const { statusCode, body = '' } = await callRoute(functions, route, call, callers[caller].id)
    if (statusCode !== 200 || !shows(body, place)) continue
    shown.push(place)
    const looks = await takeLooks()
    if (!looks.some((pk) => pk.endsWith(`.${place}`) || pk.endsWith(`#${place}`)))
      unseen.push(`${route.operation.id} ${place}`)
  }
  return { shown, unseen }
}

describe('whatever shows somebody to others leaves a record of who looked', () => {
  const reads = routes.filter(
    ({ access, method, operation }) =>
      access === 'session' && method === 'GET' && !(operation.id in NOBODYS_FILES),
  )

  test.each(OTHERS)(
    'to the %s',
    async (caller) => {
      const found = []
      for (const route of reads) found.push(await lookedAt(route, caller))
      expect(found.flatMap(({ unseen }) => unseen)).toEqual([])
      // The walk looks at something: persons, requests, ledgers, certificates, accounts, files of all of these.
      expect(found.filter(({ shown }) => shown.length > 0).length).toBeGreaterThan(10)
    },
    600_000,
  )

  test('a search by number says whose people were found and how many, never what was typed', async () => {
    const route = routes.find(({ key }) => key === 'POST /api/search')
    if (route === undefined) throw new Error('There is no search.')
    await takeLooks()
    const { body = '' } = await callRoute(functions, route, { body: { text: 's.j' } }, callers[OTHERS[0]].id)
    expect(JSON.parse(body).persons).toHaveLength(1)
    const [look] = (await everyItem(table)).filter(({ pk }) => String(pk).startsWith('LOOKS#'))
    expect(look).toMatchObject({ organisationId: 'j', list: 'search', count: 1, filter: '' })
    expect(JSON.stringify(look)).not.toContain('s.j')
  })
})
