import type { Frozen, Listed, YearCloseInput } from '../../workflows/year-close/contract.ts'
import { canonicalHash } from '../platform/canonical-hash.ts'
import { type Clock, timestamp } from '../platform/clock.ts'
import { type CloseMode, lookups } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { countIndex } from '../platform/ranges.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { editionFor } from '../registers/edition-for.ts'
import { secondsLeft } from './close-day.ts'
import {
  allShards,
  type CloseState,
  newTally,
  putClose,
  putTally,
  readClose,
  readTallies,
  readTally,
} from './year.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

class CloseMissingError extends Error {
  override name = 'CloseMissingError'
}

/** @throws CloseMissingError the execution's year has no state */
export const requireClose = async (table: Table, mode: CloseMode, year: number): Promise<CloseState> => {
  const state = await readClose(table, mode, year)
  if (state === undefined) throw new CloseMissingError(`Nobody has begun the ${mode} of ${year}.`)
  return state
}

/** After this many seconds an index shows what was written before. */
const SETTLING_SECONDS = 5

/**
 * Freezes the year's rules (a close's once and for ever, a rehearsal's with each run), and answers how many
 * seconds to wait for the year's end.
 */
export const freezeYear =
  ({ table, clock }: Deps) =>
  async ({ year, mode, run }: YearCloseInput): Promise<Frozen> => {
    await retryOnConflict(async () => {
      const state = await requireClose(table, mode, year)
      if (state.edition !== undefined) return
      const edition = await editionFor(table, year)
      const hash = canonicalHash(edition)
      await write(table, [
        putClose(state, { ...state, edition: { name: edition.name, readings: edition.readings, hash } }),
      ])
    })
    const waitSeconds = mode === 'close' ? secondsLeft(year, clock) + SETTLING_SECONDS : 0
    return { year, mode, run, waitSeconds }
  }

/**
 * The tally with which a shard begins a run. A repeated close keeps its counts, because its results stand.
 */
const begun = (
  before: Awaited<ReturnType<typeof readTally>>,
  shard: number,
  { mode, run }: YearCloseInput,
  total: number,
) => {
  const fresh = newTally(shard, run, total)
  return before === undefined || mode === 'rehearsal' ? fresh : { ...fresh, counts: before.counts }
}

/** Begins the run in every shard where it has not begun, and lists the shards that are not finished. */
export const listShards =
  ({ table }: Pick<Deps, 'table'>) =>
  async (input: YearCloseInput): Promise<Listed> => {
    const { mode, year, run } = input
    const finished = await mapConcurrently(allShards, 16, (shard) =>
      retryOnConflict(async () => {
        const before = await readTally(table, mode, year, shard)
        if (before?.run === run) return before.finished
        const total = await countIndex(table, 'found', lookups.shard(shard))
        await write(table, [putTally(mode, year, before, begun(before, shard, input, total))])
        return false
      }),
    )
    return { shards: allShards.filter((shard) => !finished[shard]) }
  }

/** Records on the year that an execution failed, and how many shards it did not finish. */
export const failYear =
  ({ table, clock }: Deps) =>
  ({ year, mode, run }: YearCloseInput): Promise<void> =>
    retryOnConflict(async () => {
      const [state, tallies] = await Promise.all([
        requireClose(table, mode, year),
        readTallies(table, mode, year),
      ])
      if (state.status === 'closed' || state.run !== run) return
      const finished = tallies.filter((tally) => tally.run === run && tally.finished).length
      const failed = { at: timestamp(clock), shards: allShards.length - finished }
      await write(table, [putClose(state, { ...state, failed })])
    })
