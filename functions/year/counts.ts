import * as z from 'zod'
import type { Finding } from './result.ts'

const count = z.number().int()

/** Results counted: by status, and of these the provisional ones. */
export const Counts = z.object({
  met: count,
  deemed: count,
  /** Sums written before this status existed have none. */
  inducting: count.default(0),
  deferred: count,
  short: count,
  overdue: count,
  provisional: count,
})
export type Counts = z.infer<typeof Counts>

export const noCounts: Counts = {
  met: 0,
  deemed: 0,
  inducting: 0,
  deferred: 0,
  short: 0,
  overdue: 0,
  provisional: 0,
}

type Counted = Pick<Finding, 'status' | 'provisional'>

const add = (counts: Counts, { status, provisional }: Counted, by: 1 | -1): Counts => ({
  ...counts,
  [status]: counts[status] + by,
  provisional: counts.provisional + (provisional ? by : 0),
})

/** The counts after one result replaces another, or after a first one. */
export const recount = (counts: Counts, before: Counted | null, after: Counted): Counts =>
  add(before === null ? counts : add(counts, before, -1), after, 1)

export const countAll = (found: Iterable<Counted>): Counts => {
  const counts = { ...noCounts }
  for (const { status, provisional } of found) {
    counts[status] += 1
    if (provisional) counts.provisional += 1
  }
  return counts
}

export const sumCounts = (all: Iterable<Counts>): Counts => {
  const sum = { ...noCounts }
  for (const one of all) {
    sum.met += one.met
    sum.deemed += one.deemed
    sum.inducting += one.inducting
    sum.deferred += one.deferred
    sum.short += one.short
    sum.overdue += one.overdue
    sum.provisional += one.provisional
  }
  return sum
}

/** What is left of counts when a part of them is taken away. */
export const subtractCounts = (all: Counts, part: Counts): Counts => ({
  met: all.met - part.met,
  deemed: all.deemed - part.deemed,
  inducting: all.inducting - part.inducting,
  deferred: all.deferred - part.deferred,
  short: all.short - part.short,
  overdue: all.overdue - part.overdue,
  provisional: all.provisional - part.provisional,
})

/** Whether the counts hold nobody; provisional results are counted under their status too. */
export const isNobody = ({ met, deemed, inducting, deferred, short, overdue }: Counts): boolean =>
  met + deemed + inducting + deferred + short + overdue === 0
