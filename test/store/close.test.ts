import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Organisation,
  readOrganisation,
  readOrganisations,
} from '../../functions/organisations/organisation.ts'
import { CursorInvalidError } from '../../functions/platform/cursor-invalid.ts'
import { mapConcurrently } from '../../functions/platform/map-concurrently.ts'
import { type Item, type Table, write } from '../../functions/platform/table.ts'
import { assessStaff } from '../../functions/staff/due-obligations.ts'
import { nextEntry } from '../../functions/staff/ledger.ts'
import { requireStaff } from '../../functions/staff/require-staff.ts'
import { recordEntry } from '../../functions/staff/staff.ts'
import { storedStanding } from '../../functions/staff/standing.ts'
import { correctionsDue, correctResult } from '../../functions/year/close-correct.ts'
import { countsOf, progressOf } from '../../functions/year/close-counts.ts'
import { listByDepartment } from '../../functions/year/close-departments.ts'
import { failYear, freezeYear, listShards } from '../../functions/year/close-freeze.ts'
import { assessPage } from '../../functions/year/close-page.ts'
import { reportYear } from '../../functions/year/close-report.ts'
import { allResults, listOrganisations, listResults } from '../../functions/year/close-results.ts'
import { redriveClose, startClose } from '../../functions/year/close-start.ts'
import { sumUpYear } from '../../functions/year/close-sum.ts'
import { Result, resultsOf } from '../../functions/year/result.ts'
import { allShards, readClose } from '../../functions/year/year.ts'
import { readAdjustments } from '../../functions/year/year-page.ts'
import { demoItems, withSeals } from '../../local/demo/seed.ts'
import { always2024 } from '../../rules/edition.ts'
import type { ShardInput } from '../../workflows/year-close/contract.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'

const YEAR = 2025
const PERSONS = 40
const database = withTestDatabase()
let table: Table
let asked: Asked
let now: number

const clock = { now: () => now }
const deps = () => recordingHost(table, clock, asked)

/** The demo's persons with the organisations that they are under, and no others. */
const world: readonly Item[] = (() => {
  const all = [...demoItems(PERSONS)]
  const used = new Set(all.filter(({ sk }) => sk === 'PERSON').map(({ institutionId }) => institutionId))
  const above = new Set(
    all
      .filter(({ sk, id }) => sk === 'ORGANISATION' && used.has(id))
      .flatMap(({ overseers }) => (Array.isArray(overseers) ? overseers : [])),
  )
  return all.filter(({ sk, id }) => sk !== 'ORGANISATION' || used.has(id) || above.has(id))
})()

const seed = async (): Promise<void> => {
  const items = await withSeals(table, world)
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, batch) =>
    items.slice(batch * 25, batch * 25 + 25),
  )
  await Promise.all(
    batches.map((batch) =>
      table.client.send(
        new BatchWriteCommand({
          RequestItems: { [table.name]: batch.map((Item) => ({ PutRequest: { Item } })) },
        }),
      ),
    ),
  )
}

/** A shard, page by page. */
const finish = async (input: ShardInput): Promise<void> => {
  for (let finished = false; !finished; ) ({ finished } = await assessPage(deps(), 2)(input))
}

/** The machine's states, one after the other; `broken` shards fail. */
const runClose = async (year: number, run: number, broken: readonly number[] = []) => {
  const input = { year, mode: 'close', run } as const
  await freezeYear(deps())(input)
  const { shards } = await listShards(deps())(input)
  await mapConcurrently(
    shards.filter((one) => !broken.includes(one)),
    16,
    (shard) => finish({ ...input, shard }),
  )
  const { unfinished } = await sumUpYear(deps())(input)
  await (unfinished === 0 ? reportYear(deps())(input) : failYear(deps())(input))
  return { shards, unfinished }
}

const close = async (year = YEAR, broken: readonly number[] = []) => {
  await startClose(deps())('close', year, 'hr.region')
  const state = await readClose(table, 'close', year)
  return runClose(year, state?.run ?? 0, broken)
}

const region = async (): Promise<Organisation> => {
  const found = await readOrganisation(table, 'authority-15')
  if (found === undefined) throw new Error('The demo has no region.')
  return found
}

const which = { mode: 'close', year: YEAR, run: 1 } as const
const everyResult = async () => (await allResults(table, await region(), YEAR, {}, 10_000)) ?? []
/** The three ways to count agree: shards, organisations, results one by one. */
const counted = async () => {
  const results = await everyResult()
  const count = (status: string) => results.filter((one) => one.status === status).length
  const byResult = {
    met: count('met'),
    deemed: count('deemed'),
    inducting: count('inducting'),
    deferred: count('deferred'),
    short: count('short'),
    overdue: count('overdue'),
    provisional: results.filter(({ provisional }) => provisional).length,
  }
  expect((await progressOf(table, which)).counts).toEqual(byResult)
  expect(await countsOf(table, await region(), which)).toEqual(byResult)
  return byResult
}

const persons = () => [...demoItems(PERSONS)].filter(({ sk }) => sk === 'PERSON').map(({ id }) => String(id))

const someoneShort = async (): Promise<string> => {
  const found = (await everyResult()).find(({ status }) => status === 'short')
  if (found === undefined) throw new Error('Nobody is short.')
  return found.staffId
}

/** What completes anyone's year. */
const complete = async (staffId: string): Promise<void> => {
  const staff = await requireStaff(table, staffId)
  const entry = nextEntry(staff.entries, {
    staffId,
    recordedAt: '2026-01-10T09:00:00.000+08:00',
    recordedBy: 'hr.city',
    source: 'late',
    fact: { kind: 'deemed', deemed: { kind: 'discretionary', year: YEAR, scope: 'all' } },
  })
  await write(table, recordEntry(staff, entry))
}

const open = async () => {
  table = await database.newTable()
  now = Date.parse('2026-01-01T00:00:10+08:00')
  asked = nothingAsked()
  await seed()
}

/** Every result of a year is what the person's whole ledger says on the day. */
const agree = async (year: number, asOf: string) => {
  const statuses: string[] = []
  await mapConcurrently(persons(), 8, async (staffId) => {
    const { annual } = assessStaff(await requireStaff(table, staffId), year, asOf, always2024)
    const entries = await resultsOf(table, staffId, year)
    if (annual.status === 'not_applicable') expect(entries).toEqual([])
    else {
      expect(entries, staffId).toHaveLength(1)
      expect(entries[0]).toMatchObject({ status: annual.status, missing: annual.missing, asOf })
      expect(Result.parse(entries[0])).toEqual(entries[0])
      statuses.push(annual.status)
    }
  })
  return statuses
}

describe('when a year may be closed', () => {
  beforeAll(async () => {
    table = await database.newTable()
    asked = nothingAsked()
  })

  test.each([
    ['2025-12-30T23:59:59+08:00', false],
    ['2025-12-31T00:00:00+08:00', true],
    ['2027-03-01T09:00:00+08:00', true],
  ])('at %s: %s; a rehearsal at any time, a year before the edition never', async (at, may) => {
    now = Date.parse(at)
    expect((await startClose(deps())('close', YEAR, 'hr.region')).ok).toBe(may)
    expect((await startClose(deps())('rehearsal', YEAR, 'hr.region')).ok).toBe(true)
    expect(await startClose(deps())('close', 2023, 'hr.region')).toMatchObject({
      code: 'YEAR_BEFORE_EDITION',
    })
  })

  test('while it runs, a second start answers the same execution', async () => {
    const first = await startClose(deps())('close', YEAR, 'hr.region')
    expect(await startClose(deps())('close', YEAR, 'hr.region')).toEqual(first)
    expect((await readClose(table, 'close', YEAR))?.executions).toHaveLength(1)
    expect(await redriveClose(deps())('close', YEAR, 'hr.region')).toMatchObject({ ok: true })
  })

  test('started in the last minute it waits for the end of the year', async () => {
    now = Date.parse('2025-12-31T23:59:00+08:00')
    const { waitSeconds } = await freezeYear(deps())({ year: YEAR, mode: 'close', run: 1 })
    expect(waitSeconds).toBeGreaterThanOrEqual(60)
    expect(waitSeconds).toBeLessThan(90)
  })
})

describe('Art. 32: the close of a year', () => {
  beforeAll(async () => {
    await open()
    await close()
  })

  test('every person on the register has the result that their ledger has on 1 January, once', async () => {
    const statuses = await agree(YEAR, '2026-01-01')
    const { met, deemed, deferred, short } = await counted()
    expect(met + deemed + deferred + short).toBe(statuses.length)
    for (const kind of ['met', 'deemed', 'deferred', 'short']) expect(statuses).toContain(kind)
    expect(await progressOf(table, which)).toMatchObject({
      done: PERSONS,
      total: PERSONS,
      notApplicable: PERSONS - statuses.length,
    })
    expect((await readClose(table, 'close', YEAR))?.status).toBe('closed')
  })

  test('Art. 35: whoever is complete without a certificate is settled, once', async () => {
    const { met, deemed } = await counted()
    const settled = asked.started.filter(({ machine }) => machine === 'settle').map(({ name }) => name)
    expect(settled).toHaveLength(met + deemed)
    expect(new Set(settled).size).toBe(settled.length)
  })

  test('authorities are told numbers, not names; each its own', async () => {
    expect(asked.sent.length).toBeGreaterThan(2)
    expect(new Set(asked.sent.map(({ id }) => id)).size).toBe(asked.sent.length)
    const [first] = await everyResult()
    for (const { subject, text } of asked.sent) {
      expect(subject).toContain('2025')
      expect(text).not.toContain(first?.name)
    }
  })

  test('the pages of a list hold everyone once, whatever is chosen', async () => {
    const all = await everyResult()
    for (const choice of [{}, { status: 'short' as const }, { provisional: false }]) {
      const paged: string[] = []
      let cursor: string | null | undefined
      do {
        const page = await listResults(table, await region(), YEAR, choice, {
          limit: 7,
          ...(cursor ? { cursor } : {}),
        })
        paged.push(...page.items.map(({ staffId }) => staffId))
        cursor = page.cursor
      } while (cursor)
      const chosen = all.filter(({ status }) => !('status' in choice) || status === choice.status)
      expect(paged.sort()).toEqual(chosen.map(({ staffId }) => staffId).sort())
    }
  })

  test('a cursor made by hand reads nobody else’s results', async () => {
    const all = await everyResult()
    const [mine, other] = [...new Set(all.map(({ institution }) => institution.id))]
    const root = mine === undefined ? undefined : await readOrganisation(table, mine)
    if (root === undefined || other === undefined) throw new Error('Two institutions were expected.')
    const at = (place: object) => Buffer.from(JSON.stringify(place)).toString('base64url')
    const page = (cursor: string) => listResults(table, root, YEAR, {}, { limit: 100, cursor })
    for (const place of [
      { node: root.id, institution: other, staffId: '' },
      { node: other, institution: other, staffId: '' },
      { node: root.id, institution: '', staffId: '' },
    ])
      await expect(page(at(place))).rejects.toThrow(CursorInvalidError)
    const own = await page(at({ node: root.id, institution: root.id, staffId: '' }))
    expect(new Set(own.items.map(({ institution }) => institution.id))).toEqual(new Set([root.id]))
  })

  test('the rows right below an organisation add up to its own', async () => {
    const top = await countsOf(table, await region(), which)
    const { items, cursor } = await listOrganisations(table, await region(), YEAR, { limit: 100 })
    expect(cursor).toBeNull()
    expect(items.reduce((sum, { counts }) => sum + counts.met, 0)).toBe(top.met)
    expect(items.reduce((sum, { counts }) => sum + counts.short, 0)).toBe(top.short)
  })

  test('so do the rows by competent department, of the region and of each city', async () => {
    const { items } = await listOrganisations(table, await region(), YEAR, { limit: 100 })
    const cities = items.map(({ organisation }) => organisation.id).filter((id) => /^authority-/.test(id))
    expect(cities.length).toBeGreaterThan(2)
    for (const authority of await readOrganisations(table, ['authority-15', ...cities])) {
      const rows = (await listByDepartment(table, authority, YEAR)).items
      const { overdue, provisional, ...counts } = await countsOf(table, authority, which)
      const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0)
      for (const status of ['met', 'deemed', 'deferred', 'short'] as const)
        expect(
          sum((row) => row.counts[status]),
          authority.name,
        ).toBe(counts[status])
      expect(sum((row) => row.overdue)).toBe(overdue)
      expect(sum((row) => row.provisional)).toBe(provisional)
      for (const { organisation } of rows)
        expect(organisation.kind === 'department' || organisation.id === authority.id).toBe(true)
    }
  })

  test('a later decision corrects a result by a new entry; the earlier one stays; every count follows', async () => {
    const before = await counted()
    const staffId = await someoneShort()
    const [first] = await resultsOf(table, staffId, YEAR)
    await complete(staffId)
    const staff = await requireStaff(table, staffId)
    expect(await correctionsDue(deps())(staff)).toEqual([YEAR])
    await correctResult(deps())({ staffId, year: YEAR })
    await correctResult(deps())({ staffId, year: YEAR })
    expect(await correctionsDue(deps())(staff)).toEqual([])
    const [kept, corrected, ...more] = await resultsOf(table, staffId, YEAR)
    expect(kept).toEqual(first)
    expect(corrected).toMatchObject({ entry: 2, status: 'deemed', by: 'settle' })
    expect(more).toEqual([])
    expect(await counted()).toEqual({ ...before, short: before.short - 1, deemed: before.deemed + 1 })
  })

  test('a repeat changes nothing that is right', async () => {
    const before = await everyResult()
    const counts = await counted()
    expect(await close()).toMatchObject({ unfinished: 0 })
    expect(await everyResult()).toEqual(before)
    expect(await counted()).toEqual(counts)
    expect((await readClose(table, 'close', YEAR))?.executions.map(({ name }) => name)).toEqual([
      'close-2025',
      'close-2025-2',
    ])
  })

  test('a delayed year becomes overdue on the day after its due date', async () => {
    const deferred = (await everyResult()).find(({ status }) => status === 'deferred')?.staffId ?? ''
    const staff = await requireStaff(table, deferred)
    now = Date.parse('2026-12-31T23:00:00+08:00')
    expect(await correctionsDue(deps())(staff)).toEqual([])
    now = Date.parse('2027-01-01T08:30:00+08:00')
    expect(await correctionsDue(deps())(staff)).toEqual([YEAR])
    await correctResult(deps())({ staffId: deferred, year: YEAR })
    expect((await resultsOf(table, deferred, YEAR)).at(-1)).toMatchObject({ status: 'overdue', entry: 2 })
    await counted()
  })
})

test('a failed shard stops no other, and a redrive does it alone; an old year is closed from the ledgers', async () => {
  await open()
  expect((await close(2024, [7, 9])).unfinished).toBe(2)
  expect(await readClose(table, 'close', 2024)).toMatchObject({
    status: 'closing',
    failed: { shards: 2 },
    summed: false,
  })
  expect(await redriveClose(deps())('close', 2024, 'hr.region')).toEqual({
    ok: true,
    value: { execution: 'close-2024.2' },
  })
  expect(await runClose(2024, 1)).toEqual({ shards: [7, 9], unfinished: 0 })
  await agree(2024, '2026-01-01')
  expect(await redriveClose(deps())('close', 2024, 'hr.region')).toMatchObject({
    ok: false,
    code: 'NOTHING_TO_REDRIVE',
  })
})

test('pages that are delivered twice, and corrections before, during and after them, are counted once', async () => {
  await open()
  await startClose(deps())('close', YEAR, 'hr.region')
  const input = { year: YEAR, mode: 'close', run: 1 } as const
  await freezeYear(deps())(input)
  await listShards(deps())(input)
  const ids = persons()
  const correctSome = (from: number) =>
    mapConcurrently(
      ids.filter((_, place) => place % 8 === from),
      1,
      async (staffId) => {
        await complete(staffId)
        await correctResult(deps())({ staffId, year: YEAR })
      },
    )
  await correctSome(1)
  const pages = mapConcurrently(allShards, 8, (shard) =>
    Promise.all([finish({ ...input, shard }), finish({ ...input, shard })]),
  )
  await correctSome(2)
  await pages
  await correctSome(3)
  expect(await sumUpYear(deps())(input)).toEqual({ unfinished: 0 })
  await counted()
  expect((await progressOf(table, which)).done).toBe(PERSONS)
  // Summing up again is safe, and so is a correction afterwards.
  await correctSome(4)
  await sumUpYear(deps())(input)
  await counted()
  expect(
    (await mapConcurrently(allShards, 16, (shard) => readAdjustments(table, shard, YEAR))).flat(),
  ).toEqual([])
  await mapConcurrently(ids, 8, async (staffId) => {
    expect(await correctionsDue(deps())(await requireStaff(table, staffId)), staffId).toEqual([])
  })
})

test('nobody is judged by a standing that was tampered with: provisional, until it is restored', async () => {
  await open()
  const [one = '', other = ''] = persons()
  const forge = async (staffId: string, change: object) => {
    const standing = await storedStanding(table, staffId)
    await table.client.send(new PutCommand({ TableName: table.name, Item: { ...standing, ...change } }))
    return standing
  }
  const whole = await forge(one, { deemed: [{ kind: 'degree_course', year: YEAR }] })
  await forge(other, { seal: undefined })
  await close()
  const unjudged = { status: 'short', provisional: true, missing: { public: 0, professional: 0 } }
  for (const staffId of [one, other]) expect(await resultsOf(table, staffId, YEAR)).toMatchObject([unjudged])
  await counted()
  await forge(one, { ...whole, deemed: whole?.deemed })
  await correctResult(deps())({ staffId: one, year: YEAR })
  const { annual } = assessStaff(await requireStaff(table, one), YEAR, '2026-01-01', always2024)
  expect((await resultsOf(table, one, YEAR)).at(-1)).toMatchObject({
    status: annual.status,
    missing: annual.missing,
    entry: 2,
  })
  await counted()
})
