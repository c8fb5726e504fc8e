import * as z from 'zod'
import { edition2024 } from '../../rules/edition.ts'
import { StoredReadings } from '../../rules/readings-json.ts'
import { type CloseMode, keys, SHARDS } from '../platform/keys.ts'
import { readMany } from '../platform/ranges.ts'
import { atVersion, isNew, read, readAll, type Table, type Write } from '../platform/table.ts'
import { Counts, noCounts } from './counts.ts'

/** The first year that may be closed: before it the rules were not in force. */
export const FIRST_YEAR = edition2024.firstYear

/** An execution of the close, and who asked for it. */
const Execution = z.object({ name: z.string(), at: z.string(), by: z.string() })

/**
 * The state of a year's close or rehearsal; none before the first. A year with a close's state is never open
 * again.
 */
export const CloseState = z.object({
  year: z.number().int(),
  mode: z.enum(['close', 'rehearsal']),
  status: z.enum(['closing', 'closed']),
  /** 1 for the first close; a repeat counts on. */
  run: z.number().int(),
  /** Executions of this run: above 1 after shards had failed. */
  attempt: z.number().int(),
  /** The latest one last. */
  executions: z.array(Execution),
  startedAt: z.string(),
  closedAt: z.string().optional(),
  /** Frozen by the first execution: the rules by which results are found and corrected, for ever. */
  edition: z.object({ name: z.string(), readings: StoredReadings, hash: z.string() }).optional(),
  /** The personnel authorities above this year's institutions, to be told of the close. */
  authorities: z.array(z.string()),
  /** Whether the organisations' sums are made: corrections adjust them from then on. */
  summed: z.boolean(),
  /** What the latest execution could not finish. */
  failed: z.object({ at: z.string(), shards: z.number().int() }).optional(),
  version: z.number().int(),
})
export type CloseState = z.infer<typeof CloseState>

export const executionOf = ({ executions }: CloseState): string => executions.at(-1)?.name ?? ''

export const readClose = async (
  table: Table,
  mode: CloseMode,
  year: number,
): Promise<CloseState | undefined> => {
  const item = await read(table, keys.close(mode, year))
  return item && CloseState.parse(item)
}

/** The years up to one that have been closed, or are being closed; strongly consistent. */
export const readCloses = async (table: Table, lastYear: number): Promise<CloseState[]> => {
  const years = Array.from({ length: Math.max(0, lastYear - FIRST_YEAR + 1) }, (_, past) => FIRST_YEAR + past)
  const items = await readAll(
    table,
    years.map((year) => keys.close('close', year)),
  )
  return items.map((item) => CloseState.parse(item))
}

/** Replaces the state; of two writers one fails. Counts the version. */
export const putClose = (before: CloseState | undefined, after: CloseState): Write => ({
  put: {
    ...keys.close(after.mode, after.year),
    ...after,
    version: before === undefined ? 1 : before.version + 1,
  },
  when: before === undefined ? isNew : atVersion(before.version),
})

/** Checks, in a transaction, whether the sums are made. */
export const summedIs = (year: number, summed: boolean): Write => ({
  check: keys.close('close', year),
  when: { expression: '#summed = :summed', names: { '#summed': 'summed' }, values: { ':summed': summed } },
})

/** How far a shard has come in a run, and what its results in force count. */
export const ShardTally = z.object({
  shard: z.number().int(),
  run: z.number().int(),
  /** Persons in the shard when the run began. */
  total: z.number().int(),
  done: z.number().int(),
  /** The last person of the last finished page. */
  after: z.string().optional(),
  pages: z.number().int(),
  finished: z.boolean(),
  counts: Counts,
  notApplicable: z.number().int(),
  version: z.number().int(),
})
export type ShardTally = z.infer<typeof ShardTally>

export const newTally = (shard: number, run: number, total: number): ShardTally => ({
  shard,
  run,
  total,
  done: 0,
  pages: 0,
  finished: false,
  counts: noCounts,
  notApplicable: 0,
  version: 0,
})

export const putTally = (
  mode: CloseMode,
  year: number,
  before: ShardTally | undefined,
  after: ShardTally,
): Write => ({
  put: {
    ...keys.shardTally(after.shard, mode, year),
    ...after,
    version: before === undefined ? 1 : before.version + 1,
  },
  when: before === undefined ? isNew : atVersion(before.version),
})

export const readTally = async (
  table: Table,
  mode: CloseMode,
  year: number,
  shard: number,
): Promise<ShardTally | undefined> => {
  const item = await read(table, keys.shardTally(shard, mode, year))
  return item && ShardTally.parse(item)
}

export const allShards: readonly number[] = Array.from({ length: SHARDS }, (_, shard) => shard)

/** Every shard's tally, a moment old at most. */
export const readTallies = async (table: Table, mode: CloseMode, year: number): Promise<ShardTally[]> =>
  (
    await readMany(
      table,
      allShards.map((shard) => keys.shardTally(shard, mode, year)),
    )
  ).map((item) => ShardTally.parse(item))
