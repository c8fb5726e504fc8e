import { factsToTake } from '../persons/merge.ts'
import { withFacts } from '../persons/merged-records.ts'
import { timestamp } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { settleMarked } from '../settlement/settle-if-due.ts'
import { readStaff, recordEntry } from '../staff/staff.ts'
import { markUnsettled } from '../staff/unsettled.ts'
import type { Hours } from './hours-now.ts'

interface By {
  readonly occasion: string
  readonly by: string
}

/**
 * Takes hours over into the record into which theirs was merged, as the merge takes what counts then (Art. 35): suspended at
 * the time, they had stayed behind. Where the record was not merged, or they were taken over, nothing. Safe to repeat.
 */
export const takeOver = async (host: DecidingHost, hours: Hours, { occasion, by }: By): Promise<void> => {
  const { table, clock } = host
  const next = await retryOnConflict(async (): Promise<Hours | undefined> => {
    const from = await readStaff(table, hours.staffId)
    const mergedInto = from?.person.mergedInto
    const into = mergedInto === undefined ? undefined : await readStaff(table, mergedInto)
    if (from === undefined || into === undefined) return undefined
    const both = { into: { staff: into }, from: { staff: from } }
    const facts = factsToTake(both).filter(({ stated }) => stated.sequence === hours.sequence)
    const at = timestamp(clock)
    const entry = withFacts(both, facts, { at, by }).slice(into.entries.length)[0]
    if (entry === undefined) return undefined
    await write(table, [
      ...recordEntry(into, entry),
      markUnsettled({ staffId: entry.staffId, occasion: `inspection-${occasion}`, since: at }),
    ])
    return { staffId: entry.staffId, sequence: entry.sequence }
  })
  if (next === undefined) return
  await settleMarked(host, next.staffId, `inspection-${occasion}`)
  await takeOver(host, next, { occasion, by })
}
