import type { StaffId } from '../platform/ids.ts'
import type { Table } from '../platform/table.ts'
import { currentFacts, isSuspended } from '../staff/facts-in-force.ts'
import { type LedgerEntry, readEntries } from '../staff/ledger.ts'
import { survivorOf } from '../staff/one-person.ts'
import { readPerson } from '../staff/person.ts'
import { twinIn } from '../staff/twin-fact.ts'
import type { Matter } from './inspection.ts'

/** A training in a ledger, by the entry that first stated it there. */
export interface Hours {
  readonly staffId: StaffId
  readonly sequence: number
}

/** Where hours of a record that was merged count now: in the entry that took them over, or the one that says the same. */
const inNext = async (table: Table, hours: Hours): Promise<Hours | undefined> => {
  const mergedInto = (await readPerson(table, hours.staffId))?.mergedInto
  if (mergedInto === undefined) return undefined
  const [from, into] = await Promise.all([readEntries(table, hours.staffId), readEntries(table, mergedInto)])
  const taken = into.entries.find(
    ({ quotes }) => quotes?.staffId === hours.staffId && quotes.sequence === hours.sequence,
  )
  const { fact } = currentFacts(from.entries).find(({ sequence }) => sequence === hours.sequence) ?? {}
  const sequence = taken?.sequence ?? (fact ? twinIn(into.entries, fact) : undefined)
  return sequence === undefined ? undefined : { staffId: mergedInto, sequence }
}

/**
 * Where the hours of a matter stand now (Art. 35): a merge of their person's records leads on to the record that stays, or
 * nobody would have to prove what it took over. Undefined of a matter without hours.
 */
export const hoursNow = async (
  table: Table,
  { staffId, sample, suspendedIn }: Pick<Matter, 'staffId' | 'sample' | 'suspendedIn'>,
): Promise<Hours | undefined> => {
  if (staffId === undefined || sample === undefined) return undefined
  let hours: Hours = suspendedIn ?? { staffId, sequence: sample.sequence }
  for (let next = await inNext(table, hours); next !== undefined; next = await inNext(table, hours))
    hours = next
  return hours
}

/** A matter with its person and entry as they are known now, for whoever looks at it. */
export const asItStands = async (table: Table, matter: Matter): Promise<Matter> => {
  const { staffId, sample } = matter
  if (staffId === undefined) return matter
  const hours = await hoursNow(table, matter)
  if (sample === undefined || hours === undefined)
    return { ...matter, staffId: await survivorOf(table, staffId) }
  return { ...matter, staffId: hours.staffId, sample: { ...sample, sequence: hours.sequence } }
}

/** The hours of a matter, as they are in the ledger. */
export const hoursOf = (entries: readonly LedgerEntry[], { sequence: asked }: Hours) =>
  currentFacts(entries).find(({ sequence }) => sequence === asked)

/** Whether the hours of a matter count, by what the ledger says. */
export const isCounting = async (table: Table, matter: Matter): Promise<boolean> => {
  const place = await hoursNow(table, matter)
  if (place === undefined) return false
  const { entries } = await readEntries(table, place.staffId)
  return hoursOf(entries, place)?.fact?.kind === 'credit'
}

/** A matter whose hours are suspended: by an entry, at the place where they count. */
export const suspendedAt = (matter: Matter, place: Hours, suspendedBy: number): Matter => ({
  ...matter,
  suspendedBy,
  ...(place.staffId === matter.staffId ? {} : { suspendedIn: place }),
})

/**
 * A matter with what the ledger says of its hours (Art. 35): whether they are suspended by it. A version before wrote the
 * two one after the other, and an answer in between left the matter without what the ledger said.
 */
export const asInLedger = async (table: Table, matter: Matter): Promise<Matter> => {
  const place = await hoursNow(table, matter)
  if (place === undefined) return matter
  const { entries } = await readEntries(table, place.staffId)
  const hours = hoursOf(entries, place)
  const { suspendedBy: _, suspendedIn: __, ...rest } = matter
  if (hours === undefined || !isSuspended(hours)) return rest
  // Suspended by itself, or held with another matter that suspended them.
  if (matter.suspendedBy !== undefined) return matter
  const { sequence, source } = hours.statedBy
  return source.startsWith(`inspection.${matter.id}-`) ? suspendedAt(rest, place, sequence) : rest
}
