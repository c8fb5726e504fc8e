import { type Clock, timestamp } from '../platform/clock.ts'
import type { CloseMode } from '../platform/keys.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { formOf, TABLE_FORM } from '../platform/walk.ts'
import type { Workflows } from '../platform/workflows.ts'
import { closesFrom } from './close-day.ts'
import { type CloseState, executionOf, FIRST_YEAR, putClose, readClose } from './year.ts'

interface Deps {
  readonly table: Table
  readonly workflows: Workflows
  readonly clock: Clock
}

const HOUR = 3_600_000

/** `close-2026`; a second run is `close-2026-2`, its third attempt after failed shards `close-2026-2.3`. */
const nameOf = (mode: CloseMode, year: number, run: number, attempt: number): string =>
  `${mode}-${year}${run > 1 ? `-${run}` : ''}${attempt > 1 ? `.${attempt}` : ''}`

const started = (
  before: CloseState | undefined,
  { mode, year, at, by }: { mode: CloseMode; year: number; at: string; by: string },
): CloseState => {
  const run = (before?.run ?? 0) + 1
  const execution = { name: nameOf(mode, year, run, 1), at, by }
  return {
    year,
    mode,
    status: 'closing',
    run,
    attempt: 1,
    executions: [...(before?.executions ?? []), execution],
    startedAt: at,
    ...(mode === 'close' && before?.edition ? { edition: before.edition } : {}),
    summed: mode === 'close' && (before?.summed ?? false),
    authorities: before?.authorities ?? [],
    version: 0,
  }
}

const redriven = ({ failed: _, ...before }: CloseState, at: string, by: string): CloseState => {
  const attempt = before.attempt + 1
  const name = nameOf(before.mode, before.year, before.run, attempt)
  return { ...before, attempt, executions: [...before.executions, { name, at, by }] }
}

/** Whether a run needs someone: it has failed, or its last execution began over an hour ago. */
const isStuck = ({ failed, executions }: CloseState, clock: Clock): boolean =>
  failed !== undefined || clock.now() - Date.parse(executions.at(-1)?.at ?? '') > HOUR

/** Starts the execution that the state names. A repeat starts nothing: the name is the same. */
const startExecution = async ({ workflows }: Deps, state: CloseState): Promise<string> => {
  const name = executionOf(state)
  const { year, mode, run } = state
  await workflows.start('year-close', name, { year, mode, run })
  return name
}

/**
 * Starts the close of a year (Art. 32) or its rehearsal, and answers the execution's name. A running one is
 * answered as it is, a failed one goes on with its unfinished shards, and after one has ended a new run
 * begins. A close may be started from 31 December on, a rehearsal at any time.
 */
export const startClose =
  (deps: Deps) =>
  async (
    mode: CloseMode,
    year: number,
    by: string,
  ): Promise<
    Outcome<{ readonly execution: string }, 'TABLE_BEHIND' | 'YEAR_BEFORE_EDITION' | 'YEAR_NOT_OVER'>
  > => {
    const { table, clock } = deps
    if (year < FIRST_YEAR) return refuse('YEAR_BEFORE_EDITION', { article: '49' })
    if (mode === 'close' && clock.now() < closesFrom(year)) return refuse('YEAR_NOT_OVER', { article: '32' })
    // What a close reads of each person is made anew first, where a version before has left it.
    if (((await formOf(table)) ?? TABLE_FORM) < TABLE_FORM) return refuse('TABLE_BEHIND')
    const state = await retryOnConflict(async () => {
      const before = await readClose(table, mode, year)
      const at = timestamp(clock)
      const running = before?.status === 'closing'
      if (running && before.failed === undefined) return before
      const after = running ? redriven(before, at, by) : started(before, { mode, year, at, by })
      await write(table, [putClose(before, after)])
      return after
    })
    return succeed({ execution: await startExecution(deps, state) })
  }

/** Redrives a failed close: only its unfinished shards are done again. */
export const redriveClose =
  (deps: Deps) =>
  async (
    mode: CloseMode,
    year: number,
    by: string,
  ): Promise<Outcome<{ readonly execution: string }, 'NOTHING_TO_REDRIVE'>> => {
    const { table, clock } = deps
    const state = await retryOnConflict(async () => {
      const before = await readClose(table, mode, year)
      if (before?.status !== 'closing' || !isStuck(before, clock)) return undefined
      const after = redriven(before, timestamp(clock), by)
      await write(table, [putClose(before, after)])
      return after
    })
    return state === undefined
      ? refuse('NOTHING_TO_REDRIVE')
      : succeed({ execution: await startExecution(deps, state) })
  }
