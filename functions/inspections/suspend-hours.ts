import { timestamp, today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, type Write, write } from '../platform/table.ts'
import { settleMarked } from '../settlement/settle-if-due.ts'
import { isAssessable } from '../staff/due-obligations.ts'
import { factsInForce, isSuspended } from '../staff/facts-in-force.ts'
import { type Fact, type LedgerEntry, nextEntry, readEntries } from '../staff/ledger.ts'
import { readStaff, recordEntry } from '../staff/staff.ts'
import { markUnsettled } from '../staff/unsettled.ts'
import { type Hours, hoursNow, hoursOf, suspendedAt } from './hours-now.ts'
import type { Matter } from './inspection.ts'
import { isSuspendedBesides } from './same-hours.ts'
import { takeOver } from './take-over.ts'
import type { WhyNotSuspended } from './terms.ts'

interface By {
  readonly by: string
  readonly reason: string
}

type Correction = Extract<Fact, { kind: 'correction' }>

/** What held before a suspension: exactly that holds again. */
const heldBefore = (entries: readonly LedgerEntry[], suspension: number, hours: Hours) =>
  hoursOf(
    entries.filter(({ sequence }) => sequence < suspension),
    hours,
  )?.fact

/** An entry about hours that was not written yet, or that a call before wrote (then nothing is left to write). */
interface Entered {
  readonly sequence: number
  readonly writes: readonly Write[]
}

/** What appends an entry about hours, with the mark that certificates and results follow; or why there is none. */
const entered = async (
  { table, clock }: DecidingHost,
  { staffId }: Hours,
  occasion: string,
  by: string,
  decide: (entries: readonly LedgerEntry[]) => Correction | undefined,
): Promise<Entered | { readonly not: WhyNotSuspended }> => {
  const source = `inspection.${occasion}`
  const staff = await readStaff(table, staffId)
  if (staff === undefined) return { not: 'void' }
  const known = staff.entries.find((entry) => entry.source === source)
  if (known !== undefined) return { sequence: known.sequence, writes: [] }
  const fact = decide(staff.entries)
  if (fact === undefined) return { not: 'void' }
  const recordedAt = timestamp(clock)
  const entry = nextEntry(staff.entries, { staffId, recordedAt, recordedBy: by, source, fact })
  // What others rest on stays: an authority corrects it by hand.
  if (!isAssessable(staff, factsInForce([...staff.entries, entry]), today(clock))) return { not: 'needed' }
  const mark = markUnsettled({ staffId, occasion: `inspection-${occasion}`, since: recordedAt })
  return { sequence: entry.sequence, writes: [...recordEntry(staff, entry), mark] }
}

/** How often a matter's hours have been suspended or lifted: a name of its own for each time. */
const nthOf = ({ id, entries }: Matter): string => `${id}-${entries}`

/** The entry by which hours are suspended already, as another matter about them has it; undefined: they are not. */
const suspensionOf = async (table: Table, place: Hours): Promise<number | undefined> => {
  const { entries } = await readEntries(table, place.staffId)
  const hours = hoursOf(entries, place)
  return hours !== undefined && isSuspended(hours) ? hours.statedBy.sequence : undefined
}

/** A matter after its hours were suspended, what suspends them, and what follows once that is written. */
export interface Suspension {
  readonly matter: Matter
  /** To be written with the matter, in one transaction: an answer in between keeps both from being written. */
  readonly writes: readonly Write[]
  /** Lets certificates and results follow; what a crash leaves of it the reconciler does. */
  settle(): Promise<void>
}

/**
 * Suspends a matter's hours by an entry of the ledger (Art. 35): they count no more for years, certificates and
 * eligibility until they are lifted. Those of a record that was merged are suspended where they count now; those that
 * another matter suspended already are not suspended twice: this one holds them as well. Answers why nothing is suspended
 * where they count no more anyway (`void`), or other facts on record rest on them (`needed`). Nothing is written here.
 */
export const suspension = async (
  host: DecidingHost,
  matter: Matter,
  { by, reason }: By,
): Promise<Suspension | { readonly not: WhyNotSuspended }> => {
  const place = await hoursNow(host.table, matter)
  if (place === undefined) return { not: 'void' }
  const already = await suspensionOf(host.table, place)
  if (already !== undefined)
    return { matter: suspendedAt(matter, place, already), writes: [], settle: async () => {} }
  const occasion = `${nthOf(matter)}-suspended`
  const entry = await entered(host, place, occasion, by, (entries) => {
    const hours = hoursOf(entries, place)
    return hours?.fact?.kind === 'credit'
      ? { kind: 'correction', of: hours.sequence, reason, fact: null, suspension: 'begun' }
      : undefined
  })
  if ('not' in entry) return entry
  return {
    matter: suspendedAt(matter, place, entry.sequence),
    writes: entry.writes,
    settle: () => settleMarked(host, place.staffId, `inspection-${occasion}`),
  }
}

/**
 * Lets suspended hours count again, as if they had never been suspended, and answers so; while another matter about them
 * holds them suspended, they stay so. Where they are no more suspended, nothing. What stayed behind suspended when its
 * record was merged is taken over now.
 */
export const liftHours = async (
  host: DecidingHost,
  matter: Matter,
  { by, reason }: By,
): Promise<{ readonly stays: boolean }> => {
  const place = await hoursNow(host.table, matter)
  if (place === undefined) return { stays: false }
  if (await isSuspendedBesides(host.table, matter)) return { stays: true }
  const occasion = `${nthOf(matter)}-lifted`
  const isLifted = await retryOnConflict(async () => {
    const entry = await entered(host, place, occasion, by, (entries) => {
      const hours = hoursOf(entries, place)
      if (hours === undefined || !isSuspended(hours)) return undefined
      const fact = heldBefore(entries, hours.statedBy.sequence, place)
      return fact?.kind === 'credit'
        ? { kind: 'correction', of: hours.sequence, reason, fact, suspension: 'lifted' }
        : undefined
    })
    if ('not' in entry) return false
    await write(host.table, entry.writes)
    return true
  })
  if (isLifted) await settleMarked(host, place.staffId, `inspection-${occasion}`)
  await takeOver(host, place, { occasion, by })
  return { stays: false }
}
