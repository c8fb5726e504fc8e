import { timestamp, today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { settleMarked } from '../settlement/settle-if-due.ts'
import { isAssessable } from '../staff/due-obligations.ts'
import { currentFacts, factsInForce, isSuspended } from '../staff/facts-in-force.ts'
import { type Fact, type LedgerEntry, nextEntry } from '../staff/ledger.ts'
import { readStaff, recordEntry } from '../staff/staff.ts'
import { markUnsettled } from '../staff/unsettled.ts'
import { type Hours, hoursNow } from './hours-now.ts'
import type { Matter } from './inspection.ts'
import { takeOver } from './take-over.ts'

interface By {
  readonly by: string
  readonly reason: string
}

type Correction = Extract<Fact, { kind: 'correction' }>

/** The hours of a matter, as they are in the ledger. */
const hoursOf = (entries: readonly LedgerEntry[], { sequence: asked }: Hours) =>
  currentFacts(entries).find(({ sequence }) => sequence === asked)

/** What held before a suspension: exactly that holds again. */
const heldBefore = (entries: readonly LedgerEntry[], suspension: number, hours: Hours) =>
  hoursOf(
    entries.filter(({ sequence }) => sequence < suspension),
    hours,
  )?.fact

/** Appends an entry about hours, and lets certificates and results follow; undefined: nothing to do. */
const append = async (
  host: DecidingHost,
  { staffId }: Hours,
  occasion: string,
  by: string,
  decide: (entries: readonly LedgerEntry[]) => Correction | undefined,
): Promise<number | undefined> => {
  const { table, clock } = host
  const source = `inspection.${occasion}`
  const sequence = await retryOnConflict(async () => {
    const staff = await readStaff(table, staffId)
    if (staff === undefined) return undefined
    const known = staff.entries.find((entry) => entry.source === source)
    if (known !== undefined) return known.sequence
    const fact = decide(staff.entries)
    if (fact === undefined) return undefined
    const recordedAt = timestamp(clock)
    const entry = nextEntry(staff.entries, { staffId, recordedAt, recordedBy: by, source, fact })
    // What others rest on stays: an authority corrects it by hand.
    if (!isAssessable(staff, factsInForce([...staff.entries, entry]), today(clock))) return undefined
    await write(table, [
      ...recordEntry(staff, entry),
      markUnsettled({ staffId, occasion: `inspection-${occasion}`, since: recordedAt }),
    ])
    return entry.sequence
  })
  if (sequence !== undefined) await settleMarked(host, staffId, `inspection-${occasion}`)
  return sequence
}

/** How often a matter's hours have been suspended or lifted: a name of its own for each time. */
const nthOf = ({ id, entries }: Matter): string => `${id}-${entries}`

/**
 * Suspends a matter's hours by an entry of the ledger (Art. 35): they count no more for years, certificates and
 * eligibility until they are lifted. Those of a record that was merged are suspended where they count now. Answers the
 * matter as it is then; undefined where they are void or suspended already. Safe to repeat.
 */
export const suspendHours = async (
  host: DecidingHost,
  matter: Matter,
  { by, reason }: By,
): Promise<Matter | undefined> => {
  const place = await hoursNow(host.table, matter)
  if (place === undefined) return undefined
  const suspendedBy = await append(host, place, `${nthOf(matter)}-suspended`, by, (entries) => {
    const hours = hoursOf(entries, place)
    return hours?.fact?.kind === 'credit'
      ? { kind: 'correction', of: hours.sequence, reason, fact: null, suspension: 'begun' }
      : undefined
  })
  if (suspendedBy === undefined) return undefined
  return { ...matter, suspendedBy, ...(place.staffId === matter.staffId ? {} : { suspendedIn: place }) }
}

/**
 * Lets suspended hours count again, as if they had never been suspended. Where they are no more suspended, nothing. What
 * stayed behind suspended when its record was merged is taken over now.
 */
export const liftHours = async (host: DecidingHost, matter: Matter, { by, reason }: By): Promise<void> => {
  const place = await hoursNow(host.table, matter)
  if (place === undefined) return
  await append(host, place, `${nthOf(matter)}-lifted`, by, (entries) => {
    const hours = hoursOf(entries, place)
    if (hours === undefined || !isSuspended(hours)) return undefined
    const fact = heldBefore(entries, hours.statedBy.sequence, place)
    return fact?.kind === 'credit'
      ? { kind: 'correction', of: hours.sequence, reason, fact, suspension: 'lifted' }
      : undefined
  })
  await takeOver(host, place, { occasion: `${nthOf(matter)}-lifted`, by })
}
