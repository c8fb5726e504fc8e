import type { ShardInput, ShardProgress } from '../../workflows/year-close/contract.ts'
import { type Clock, timestamp } from '../platform/clock.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { LedgerBrokenError } from '../platform/ledger-broken.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { beginningWith, putNew, readRange } from '../platform/ranges.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { isSealed } from '../platform/seal.ts'
import { type Item, sealOf, type Table, write } from '../platform/table.ts'
import type { Workflows } from '../platform/workflows.ts'
import { type Standing, standingFrom } from '../staff/standing.ts'
import { blockedIn } from './close-blocked.ts'
import { correctResult } from './close-correct.ts'
import { assessedOn } from './close-day.ts'
import { assessStanding, findingOf, frozenEditions, uncertified } from './close-finding.ts'
import { requireClose } from './close-freeze.ts'
import { openClaimsBetween } from './close-open-claims.ts'
import type { Seen, SeenPage } from './close-seen.ts'
import { type Counts, countAll, sumCounts } from './counts.ts'
import { type Finding, isSame, type Result, resultItem, resultsBetween, resultsOf } from './result.ts'
import { type CloseState, putTally, readTally, type ShardTally } from './year.ts'
import { putPage } from './year-page.ts'
import { lineOf, type Row } from './year-sheet.ts'

interface Deps {
  readonly table: Table
  readonly workflows: Workflows
  readonly clock: Clock
}

/** Persons a page: small enough for one call of a function, large enough that 600,000 cost few of them. */
export const PAGE = 1_000
/** Writes of a page that are under way at once. */
const WIDTH = 32

class ShardNotListedError extends Error {
  override name = 'ShardNotListedError'
}

const ends = (items: readonly Standing[]): readonly [string, string] | undefined => {
  const [first, last] = [items[0], items.at(-1)]
  return first && last && [first.staffId, last.staffId]
}

/** Nobody is judged by a standing that is not what was sealed: provisional, until the record is restored. */
const UNJUDGED: Finding = {
  status: 'short',
  missing: { public: 0, professional: 0 },
  madeUp: false,
  provisional: true,
}

/** What is done by a ledger that may turn out to be broken: undefined then, for one must not stop a page of others. */
const whereSound = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof LedgerBrokenError) return undefined
    throw error
  }
}

const seePage = async (
  { table, clock }: Deps,
  input: ShardInput,
  state: CloseState,
  items: readonly Item[],
): Promise<SeenPage> => {
  const { year, shard } = input
  const asOf = assessedOn(year, clock)
  const editionOf = await frozenEditions(table, state)
  const standings = items.map(standingFrom)
  const seal = await sealOf(table)
  const unsealed = new Set(
    items.flatMap((item) => (isSealed(seal, item) ? [] : [standingFrom(item).staffId])),
  )
  const range = ends(standings)
  const claims = range ? await openClaimsBetween(table, shard, year, range) : []
  const claimants = new Set(claims.map(({ staffId }) => staffId))
  const seen = await mapConcurrently(standings, WIDTH, async (standing): Promise<Seen> => {
    if (unsealed.has(standing.staffId)) return { standing, finding: UNJUDGED, uncertified: false }
    const found = await whereSound(() => assessStanding(table, standing, year, asOf, editionOf))
    if (found === undefined) return { standing, finding: UNJUDGED, uncertified: false }
    return {
      standing,
      finding: findingOf(found, claimants.has(standing.staffId)),
      uncertified: uncertified(found, standing.certified),
    }
  })
  return { input, asOf, editionOf, seen, claims }
}

const firstResult = (
  deps: Deps,
  { input, asOf }: SeenPage,
  standing: Standing,
  finding: Finding,
): Result => ({
  ...finding,
  staffId: standing.staffId,
  year: input.year,
  entry: 1,
  institutionId: standing.institutionId,
  asOf,
  of: standing.of,
  at: timestamp(deps.clock),
  by: 'close',
})

/**
 * Enters a person's first result where there is none, and a correction where the latest differs from their
 * standing, unless a newer standing gave it. Answers the first entry.
 *
 * In a first close each result is written under the condition that there is none: one write unit, half of a
 * transaction's. Whoever was settled meanwhile has a result and keeps it.
 */
const enterResult = async (
  deps: Deps,
  page: SeenPage,
  { standing, finding }: Seen,
  known: readonly Result[],
  summed: boolean,
): Promise<Result | undefined> => {
  const { table } = deps
  const { staffId } = standing
  const { year } = page.input
  if (finding === null) return known[0]
  if (known.length === 0 && !summed) {
    const result = firstResult(deps, page, standing, finding)
    if (await putNew(table, resultItem(result))) return result
  }
  const entries = known.length > 0 ? known : await resultsOf(table, staffId, year)
  const current = entries.at(-1)
  if (current === undefined || (!isSame(current, finding) && standing.of >= current.of))
    await whereSound(() => correctResult(deps)({ staffId, year }))
  return entries[0]
}

interface Found {
  readonly rows: readonly (Row & { readonly institutionId: OrganisationId })[]
  readonly counts: Counts
}

const closePage = async (deps: Deps, page: SeenPage, summed: boolean): Promise<Found> => {
  const { year, shard } = page.input
  const range = ends(page.seen.map(({ standing }) => standing))
  const known: Map<string, Result[]> = range
    ? await resultsBetween(deps.table, shard, year, range)
    : new Map()
  const entered = await mapConcurrently(page.seen, WIDTH, (seen) =>
    enterResult(deps, page, seen, known.get(seen.standing.staffId) ?? [], summed),
  )
  // Not counted here: results entered after the sums are made, and results that no page entered.
  const own = summed ? [] : entered.flatMap((result) => (result?.by === 'close' ? [result] : []))
  return { rows: own, counts: countAll(own) }
}

const rehearsePage = ({ seen }: SeenPage): Found => {
  const rows = seen.flatMap(({ standing: { staffId, institutionId }, finding }) =>
    finding === null ? [] : [{ ...finding, staffId, institutionId, entry: 1 }],
  )
  return { rows, counts: countAll(rows) }
}

/** Settles those who are complete without a certificate; usually nobody, for certificates arise at once. */
const settleMissing = async ({ workflows }: Deps, { input, seen }: SeenPage): Promise<void> => {
  const { year, run } = input
  await mapConcurrently(
    seen.filter((one) => one.uncertified && one.finding !== null),
    WIDTH,
    ({ standing: { staffId } }) =>
      workflows.start('settle', `close-${year}-${staffId}${run > 1 ? `-${run}` : ''}`, { staffId }),
  )
}

const byInstitution = (rows: Found['rows']): Record<string, string> => {
  const lines = new Map<string, string>()
  for (const row of rows) {
    const before = lines.get(row.institutionId)
    lines.set(row.institutionId, before === undefined ? lineOf(row) : `${before}\n${lineOf(row)}`)
  }
  return Object.fromEntries(lines)
}

/**
 * Assesses the next page of a shard by the frozen rules, stores what it found, and moves the shard's tally
 * on. A page that was interrupted is assessed again and counts once.
 */
export const assessPage =
  (deps: Deps, size = PAGE) =>
  async (input: ShardInput): Promise<ShardProgress> => {
    const { table } = deps
    const { mode, year, run, shard } = input
    const tally = await readTally(table, mode, year, shard)
    if (tally?.run !== run)
      throw new ShardNotListedError(`Shard ${shard} has not begun run ${run} of ${year}.`)
    if (tally.finished) return { ...input, finished: true }
    const { items, more } = await readRange(
      table,
      keys.standing(shard, '').pk,
      beginningWith('STANDING#', tally.after ?? ''),
      { limit: size },
    )
    const state = await requireClose(table, mode, year)
    const { summed } = state
    const page = await seePage(deps, input, state, items)
    const found = mode === 'close' ? await closePage(deps, page, summed) : rehearsePage(page)
    const blocked = mode === 'rehearsal' ? await blockedIn(table, page) : []
    if (mode === 'close') await settleMissing(deps, page)
    if (!summed) {
      const rows = byInstitution(found.rows)
      const content = blocked.length > 0 ? { rows, blocked } : { rows }
      await write(table, [putPage({ mode, year, shard }, tally.pages, content)])
    }
    return retryOnConflict(async () => {
      const before = await readTally(table, mode, year, shard)
      // Another execution has finished this page.
      if (before?.run !== run || before.pages !== tally.pages)
        return { ...input, finished: before?.finished ?? false }
      await write(table, [putTally(mode, year, before, movedOn(before, page, found.counts, more))])
      return { ...input, finished: !more }
    })
  }

const movedOn = (before: ShardTally, { seen }: SeenPage, counts: Counts, more: boolean): ShardTally => {
  const last = seen.at(-1)?.standing.staffId
  return {
    ...before,
    done: before.done + seen.length,
    ...(last === undefined ? {} : { after: last }),
    pages: before.pages + 1,
    finished: !more,
    counts: sumCounts([before.counts, counts]),
    notApplicable: before.notApplicable + seen.filter(({ finding }) => finding === null).length,
  }
}
