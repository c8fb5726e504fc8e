import { timestamp, today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { settleMarked } from '../settlement/settle-if-due.ts'
import { isAssessable } from '../staff/due-obligations.ts'
import { currentFacts, factsInForce, isSuspended } from '../staff/facts-in-force.ts'
import { type Fact, type LedgerEntry, nextEntry, readEntries } from '../staff/ledger.ts'
import { readStaff, recordEntry } from '../staff/staff.ts'
import { markUnsettled } from '../staff/unsettled.ts'
import { type Hours, hoursNow } from './hours-now.ts'
import type { Matter } from './inspection.ts'
import { isSuspendedBesides } from './same-hours.ts'
import { takeOver } from './take-over.ts'
import type { WhyNotSuspended } from './terms.ts'

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

/** What an entry about hours came to: its sequence, or why there is none. */
type Appended = { readonly sequence: number } | { readonly not: WhyNotSuspended }

/** Appends an entry about hours, and lets certificates and results follow. */
const append = async (
  host: DecidingHost,
  { staffId }: Hours,
  occasion: string,
  by: string,
  decide: (entries: readonly LedgerEntry[]) => Correction | undefined,
): Promise<Appended> => {
  const { table, clock } = host
  const source = `inspection.${occasion}`
  const appended = await retryOnConflict(async (): Promise<Appended> => {
    const staff = await readStaff(table, staffId)
    if (staff === undefined) return { not: 'void' }
    const known = staff.entries.find((entry) => entry.source === source)
    if (known !== undefined) return { sequence: known.sequence }
    const fact = decide(staff.entries)
    if (fact === undefined) return { not: 'void' }
    const recordedAt = timestamp(clock)
    const entry = nextEntry(staff.entries, { staffId, recordedAt, recordedBy: by, source, fact })
    // What others rest on stays: an authority corrects it by hand.
    if (!isAssessable(staff, factsInForce([...staff.entries, entry]), today(clock))) return { not: 'needed' }
    await write(table, [
      ...recordEntry(staff, entry),
      markUnsettled({ staffId, occasion: `inspection-${occasion}`, since: recordedAt }),
    ])
    return { sequence: entry.sequence }
  })
  if ('sequence' in appended) await settleMarked(host, staffId, `inspection-${occasion}`)
  return appended
}

/** How often a matter's hours have been suspended or lifted: a name of its own for each time. */
const nthOf = ({ id, entries }: Matter): string => `${id}-${entries}`

/** The entry by which hours are suspended already, as another matter about them has it; undefined: they are not. */
const suspensionOf = async (table: Table, place: Hours): Promise<number | undefined> => {
  const { entries } = await readEntries(table, place.staffId)
  const hours = hoursOf(entries, place)
  return hours !== undefined && isSuspended(hours) ? hours.statedBy.sequence : undefined
}

/** The matter whose hours are suspended by an entry. */
const suspendedIn = (matter: Matter, place: Hours, suspendedBy: number): Matter => ({
  ...matter,
  suspendedBy,
  ...(place.staffId === matter.staffId ? {} : { suspendedIn: place }),
})

/**
 * Suspends a matter's hours by an entry of the ledger (Art. 35): they count no more for years, certificates and
 * eligibility until they are lifted. Those of a record that was merged are suspended where they count now; those that
 * another matter suspended already are not suspended twice: this one holds them as well. Answers the matter as it is then,
 * or why nothing was suspended: they count no more anyway (`void`), or other facts on record rest on them (`needed`).
 * Safe to repeat.
 */
export const suspendHours = async (
  host: DecidingHost,
  matter: Matter,
  { by, reason }: By,
): Promise<{ readonly suspended: Matter } | { readonly not: WhyNotSuspended }> => {
  const place = await hoursNow(host.table, matter)
  if (place === undefined) return { not: 'void' }
  const already = await suspensionOf(host.table, place)
  if (already !== undefined) return { suspended: suspendedIn(matter, place, already) }
  const appended = await append(host, place, `${nthOf(matter)}-suspended`, by, (entries) => {
    const hours = hoursOf(entries, place)
    return hours?.fact?.kind === 'credit'
      ? { kind: 'correction', of: hours.sequence, reason, fact: null, suspension: 'begun' }
      : undefined
  })
  return 'sequence' in appended
    ? { suspended: suspendedIn(matter, place, appended.sequence) }
    : { not: appended.not }
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
  await append(host, place, `${nthOf(matter)}-lifted`, by, (entries) => {
    const hours = hoursOf(entries, place)
    if (hours === undefined || !isSuspended(hours)) return undefined
    const fact = heldBefore(entries, hours.statedBy.sequence, place)
    return fact?.kind === 'credit'
      ? { kind: 'correction', of: hours.sequence, reason, fact, suspension: 'lifted' }
      : undefined
  })
  await takeOver(host, place, { occasion: `${nthOf(matter)}-lifted`, by })
  return { stays: false }
}
