import type { Organisation } from '../organisations/organisation.ts'
import { withThoseBelow } from '../organisations/organisations-below.ts'
import { type CloseMode, keys } from '../platform/keys.ts'
import { readMany } from '../platform/ranges.ts'
import type { Table } from '../platform/table.ts'
import { type Counts, noCounts, sumCounts } from './counts.ts'
import { readTallies } from './year.ts'
import { readSheet, Sum } from './year-sheet.ts'

/** A close, or one run of a rehearsal. */
export interface Which {
  readonly mode: CloseMode
  readonly year: number
  readonly run: number
}

/**
 * Whether numbers belong to a close, or to this run of a rehearsal: those of earlier runs are out of date.
 */
const isOf =
  ({ mode, run }: Which) =>
  (one: { readonly run: number }): boolean =>
    mode === 'close' || one.run === run

const sumsIn = async (table: Table, ids: readonly string[], which: Which): Promise<Counts> => {
  const items = await readMany(
    table,
    ids.map((id) => keys.sum(id, which.mode, which.year)),
  )
  const sums = items.map((item) => Sum.parse(item)).filter(isOf(which))
  return sumCounts(sums.map(({ counts }) => counts))
}

/** The counts of an organisation, with all below it. */
export const countsOf = async (
  table: Table,
  { id, kind }: Pick<Organisation, 'id' | 'kind'>,
  which: Which,
): Promise<Counts> => {
  if (kind === 'institution') {
    const parts = (await readSheet(table, id, which.mode, which.year)).filter(isOf(which))
    return sumCounts(parts.map(({ counts }) => counts))
  }
  const ids: string[] = []
  for await (const below of withThoseBelow(table, id)) ids.push(below)
  return sumsIn(table, ids, which)
}

/** The shards' progress and counts: those of the whole region, also while a close runs. */
export const progressOf = async (table: Table, which: Which) => {
  const tallies = (await readTallies(table, which.mode, which.year)).filter(isOf(which))
  const current = tallies.filter(({ run }) => run === which.run)
  const total = (of: (tally: (typeof tallies)[number]) => number) =>
    current.reduce((sum, tally) => sum + of(tally), 0)
  return {
    done: total(({ done }) => done),
    total: total(({ done, total, finished }) => (finished ? done : Math.max(done, total))),
    notApplicable: total(({ notApplicable }) => notApplicable),
    counts: tallies.length === 0 ? noCounts : sumCounts(tallies.map(({ counts }) => counts)),
  }
}
