import type { SummedUp, YearCloseInput } from '../../workflows/year-close/contract.ts'
import { Organisation } from '../organisations/organisation.ts'
import { organisationAt } from '../organisations/organisation-at.ts'
import type { Clock } from '../platform/clock.ts'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import { keys } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { readMany } from '../platform/ranges.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { readAll, type Table, type Write, write } from '../platform/table.ts'
import { makeAdjustments } from './close-correct.ts'
import { requireClose } from './close-freeze.ts'
import { type Counts, noCounts, sumCounts } from './counts.ts'
import { allShards, putClose, ShardTally } from './year.ts'
import { type Blocked, type BlockingDesk, putBlockingDesk, readPages } from './year-page.ts'
import { newSheet, newSum, placeInYear, rowsIn, sheetOf } from './year-sheet.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

const WIDTH = 32
/** Of a desk's matters so many are listed; all are counted. */
const LISTED = 100

/** The rows of all pages by institution, and everyone whom a desk blocks. */
const gather = async (table: Table, { mode, year }: YearCloseInput, tallies: readonly ShardTally[]) => {
  const rows = new Map<string, string[]>()
  const blocked: Blocked[] = []
  await mapConcurrently(tallies, 8, async ({ shard, pages }) => {
    for (const page of await readPages(table, { mode, year, shard }, pages)) {
      blocked.push(...(page.blocked ?? []))
      for (const [institutionId, lines] of Object.entries(page.rows)) {
        const known = rows.get(institutionId)
        if (known) known.push(lines)
        else rows.set(institutionId, [lines])
      }
    }
  })
  return { rows, blocked }
}

/** Writes unless a corrected version of the same stands there, from an earlier try of this step. */
const unlessNewer = async (table: Table, one: Write): Promise<void> => {
  try {
    await write(table, [one])
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error
  }
}

/** The desks that block persons, with these; the desk with most persons first. */
const desksOf = (blocked: readonly Blocked[], institutions: ReadonlyMap<string, Organisation>) => {
  const desks = new Map<string, Blocked[]>()
  for (const one of blocked) {
    const institution = institutions.get(one.institutionId)
    if (institution === undefined) continue
    const desk = `${one.stage} ${organisationAt(institution, one.stage)}`
    desks.set(desk, [...(desks.get(desk) ?? []), one])
  }
  return [...desks]
    .map(([desk, held]): BlockingDesk => {
      const oldestFirst = held.toSorted((one, other) => (one.since < other.since ? -1 : 1))
      const [first] = oldestFirst
      return {
        organisationId: desk.slice(desk.indexOf(' ') + 1),
        stage: first?.stage ?? 'authority',
        persons: new Set(held.map(({ staffId }) => staffId)).size,
        since: first?.since ?? '',
        requests: oldestFirst
          .slice(0, LISTED)
          .map(({ staffId, requestId, since }) => ({ staffId, requestId, since })),
      }
    })
    .sort((one, other) => other.persons - one.persons || (one.since < other.since ? -1 : 1))
}

const readInstitutions = async (table: Table, ids: Iterable<string>): Promise<Map<string, Organisation>> => {
  const items = await readMany(table, [...new Set(ids)].map(keys.organisation))
  return new Map(
    items.map((item) => {
      const organisation = Organisation.parse(item)
      return [organisation.id, organisation] as const
    }),
  )
}

/** Writes the sheets of the institutions and the sums above them; answers the authorities above. */
const makeSums = async (
  table: Table,
  input: YearCloseInput,
  tallies: readonly ShardTally[],
): Promise<string[]> => {
  const { mode, year, run } = input
  const { rows, blocked } = await gather(table, input, tallies)
  const institutions = await readInstitutions(table, [
    ...rows.keys(),
    ...blocked.map(({ institutionId }) => institutionId),
  ])
  const sums = new Map<string, Counts>()
  await mapConcurrently(rows, WIDTH, async ([institutionId, lines]) => {
    const institution = institutions.get(institutionId)
    const place = institution === undefined ? { institutionId } : placeInYear(institution)
    const sheet = sheetOf({ ...place, run }, lines.flatMap(rowsIn))
    const counts = sumCounts(sheet.map((part) => part.counts))
    for (const id of [institution?.departmentId, institution?.authorityId])
      if (id !== undefined) sums.set(id, sumCounts([sums.get(id) ?? noCounts, counts]))
    for (const part of sheet) await unlessNewer(table, newSheet(mode, year, part))
  })
  await mapConcurrently(sums, WIDTH, ([id, counts]) =>
    unlessNewer(table, newSum(keys.sum(id, mode, year), run, counts)),
  )
  if (mode === 'rehearsal')
    await mapConcurrently(desksOf(blocked, institutions).entries(), WIDTH, ([place, desk]) =>
      write(table, [putBlockingDesk(year, run, place, desk)]),
    )
  return [
    ...new Set(
      [...institutions.values()].flatMap(({ authorityId, overseers }) => [
        ...overseers,
        ...(authorityId === undefined ? [] : [authorityId]),
      ]),
    ),
  ].sort()
}

/**
 * Sums up a year once every shard is finished: writes sheets and sums, then the adjustments entered
 * meanwhile. Later corrections adjust the sums themselves. Answers how many shards are unfinished; with any,
 * nothing is summed.
 */
export const sumUpYear =
  ({ table }: Pick<Deps, 'table'>) =>
  async (input: YearCloseInput): Promise<SummedUp> => {
    const { mode, year, run } = input
    const tallies = (
      await readAll(
        table,
        allShards.map((shard) => keys.shardTally(shard, mode, year)),
      )
    ).map((item) => ShardTally.parse(item))
    const finished = tallies.filter((tally) => tally.run === run && tally.finished)
    if (finished.length < allShards.length) return { unfinished: allShards.length - finished.length }
    if (!(await requireClose(table, mode, year)).summed) {
      const authorities = await makeSums(table, input, tallies)
      await retryOnConflict(async () => {
        const state = await requireClose(table, mode, year)
        if (!state.summed) await write(table, [putClose(state, { ...state, summed: true, authorities })])
      })
    }
    if (mode === 'close')
      await mapConcurrently(allShards, WIDTH, (shard) => makeAdjustments(table, shard, year))
    return { unfinished: 0 }
  }
