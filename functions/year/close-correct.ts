import type { EditionOf } from '../../rules/edition.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import { type Clock, timestamp, today } from '../platform/clock.ts'
import type { StaffId } from '../platform/ids.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, type Write, write } from '../platform/table.ts'
import { shardOf } from '../staff/person.ts'
import { requireStaff } from '../staff/require-staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { standingOf } from '../staff/standing.ts'
import { assessedOn } from './close-day.ts'
import { assessRecord, findingOf, frozenEditions, frozenEditionsOn } from './close-finding.ts'
import { isProvisional } from './close-open-claims.ts'
import { type Counts, recount } from './counts.ts'
import { appendResult, type Finding, isSame, type Result, resultsOf } from './result.ts'
import { type CloseState, putTally, readClose, readCloses, readTally, summedIs } from './year.ts'
import { type Adjustment, isOwed, newAdjustment, readAdjustments, takeAdjustment } from './year-page.ts'
import { changeSheet, changeSum, emptySheet, partOf, placeInYear, readSheet } from './year-sheet.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

const isComplete = ({ status }: Pick<Finding, 'status'>): boolean => status === 'met' || status === 'deemed'

/**
 * A person's finding for a closed year by all that is on record now; null where the year asks nothing of
 * them. Whoever's result was complete by the readings of other years as they were then keeps it (Art. 39(5)).
 */
const findingNow = async (
  { table, clock }: Deps,
  staff: StaffRecord,
  state: CloseState,
  current: Result | undefined,
): Promise<Finding | null> => {
  const asOf = assessedOn(state.year, clock)
  const isOpen = await isProvisional(table, staff.person.id, state.year)
  const by = (editionOf: EditionOf) => findingOf(assessRecord(staff, state.year, asOf, editionOf), isOpen)
  const now = by(await frozenEditions(table, state))
  if (now === null || isComplete(now) || current === undefined || !isComplete(current)) return now
  const then = (await frozenEditionsOn(table, state, current.at.slice(0, 10))).map(by)
  return then.find((finding) => finding !== null && isComplete(finding)) ?? now
}

/** The writes by which a changed result changes its institution's sheet and the sums above it. */
const sumChanges = async (
  table: Table,
  { staffId, year, entry, institutionId, before, after }: Adjustment,
): Promise<Write[]> => {
  const parts = await readSheet(table, institutionId, 'close', year, true)
  const part =
    parts.find((one) => one.part === partOf(staffId, one.parts)) ??
    emptySheet({ ...placeInYear(await institutionOf(table, institutionId)), run: 1 })
  const recounted = (counts: Counts) => recount(counts, before, after)
  const above = [part.departmentId, part.authorityId].flatMap((id) => id ?? [])
  return [
    changeSheet(year, part, { staffId, entry, ...after }, recounted(part.counts)),
    ...(await Promise.all(above.map((id) => changeSum(table, id, year, recounted)))),
  ]
}

/**
 * Enters a result, in one transaction with the shard's tally and with the sums. While the sums are not made,
 * it stores an adjustment instead, which the sums take up.
 */
const enter = async (
  table: Table,
  state: CloseState,
  before: Result | undefined,
  result: Result,
): Promise<void> => {
  const { year, summed } = state
  const shard = shardOf(result.staffId)
  const tally = await readTally(table, 'close', year, shard)
  // The shards are not listed yet: their pages will read today's record.
  if (tally === undefined) return
  const { staffId, entry, institutionId } = result
  const counted = ({ status, provisional }: Finding) => ({ status, provisional })
  const adjustment: Adjustment = {
    ...{ staffId, year, entry, institutionId },
    before: before === undefined ? null : counted(before),
    after: counted(result),
  }
  await write(table, [
    appendResult(result),
    putTally('close', year, tally, {
      ...tally,
      counts: recount(tally.counts, adjustment.before, adjustment.after),
    }),
    ...(summed
      ? await sumChanges(table, adjustment)
      : [summedIs(year, false), newAdjustment(shard, adjustment)]),
  ])
}

/**
 * Corrects a person's result of a year that is closed or closing to what is on record now, by a new entry
 * (Art. 32); without a result yet, enters the first. Whoever has left the register or leads since keeps
 * theirs.
 */
export const correctResult =
  (deps: Deps) =>
  ({ staffId, year }: { readonly staffId: StaffId; readonly year: number }): Promise<void> =>
    retryOnConflict(async () => {
      const { table, clock } = deps
      const state = await readClose(table, 'close', year)
      if (state === undefined) return
      const [staff, entries] = await Promise.all([
        requireStaff(table, staffId),
        resultsOf(table, staffId, year),
      ])
      const current = entries.at(-1)
      const finding = await findingNow(deps, staff, state, current)
      if (finding === null || (current !== undefined && isSame(current, finding))) return
      await enter(table, state, current, {
        ...finding,
        staffId,
        year,
        entry: entries.length + 1,
        institutionId: current?.institutionId ?? staff.person.institutionId,
        asOf: assessedOn(year, clock),
        of: standingOf(staff).of,
        at: timestamp(clock),
        by: 'settle',
      })
    })

/** The years, closed or closing, whose result differs from what a person's record says now. */
export const correctionsDue =
  (deps: Deps) =>
  async (staff: StaffRecord): Promise<number[]> => {
    const { table, clock } = deps
    const staffId = staff.person.id
    const states = await readCloses(table, Number(today(clock).slice(0, 4)))
    const due = await Promise.all(
      states.map(async (state) => {
        const [entries, tally] = await Promise.all([
          resultsOf(table, staffId, state.year),
          readTally(table, 'close', state.year, shardOf(staffId)),
        ])
        const current = entries.at(-1)
        const finding = await findingNow(deps, staff, state, current)
        const agrees = finding === null || (current !== undefined && isSame(current, finding))
        return agrees || tally === undefined ? [] : [state.year]
      }),
    )
    return due.flat()
  }

/**
 * Adds to the sums what was entered while they were being made. Each adjustment is made once; a repeat finds
 * none.
 */
export const makeAdjustments = async (table: Table, shard: number, year: number): Promise<void> => {
  for (const adjustment of await readAdjustments(table, shard, year))
    await retryOnConflict(async () => {
      if (!(await isOwed(table, shard, adjustment))) return
      await write(table, [takeAdjustment(shard, adjustment), ...(await sumChanges(table, adjustment))])
    })
}
