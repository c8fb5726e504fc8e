import canonicalize from 'canonicalize'
import type { EntryView } from '../ledger/api.ts'
import { namesOf, viewEntry } from '../ledger/read-entries.ts'
import type { Actor } from '../organisations/account.ts'
import { canonicalHash } from '../platform/canonical-hash.ts'
import { chainAnew, chainFault } from '../platform/chain.ts'
import { timestamp } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import type { StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import {
  always,
  type Item,
  isNew,
  read,
  readPartition,
  stillAs,
  type Table,
  type Write,
  write,
} from '../platform/table.ts'
import { settleMarked } from '../settlement/settle-if-due.ts'
import { LedgerEntry, nextEntry } from '../staff/ledger.ts'
import { recordedOf, standingItem, standingOf } from '../staff/standing.ts'
import { markUnsettled } from '../staff/unsettled.ts'
import { type BrokenRecord, findBroken, restores } from './broken-record.ts'
import type { HeadsHost } from './heads.ts'
import { proposedEntries } from './propose-restoration.ts'
import { endRestoration, mayConfirm, Restoration, restorationItem } from './restoration.ts'

interface Host extends DecidingHost, HeadsHost {}

/** The stored items that are not what the ledger shall hold in their place. */
const wrongItems = (items: readonly Item[], entries: readonly LedgerEntry[]): Item[] =>
  items.filter((item) => {
    const entry = entries.find(({ staffId, sequence }) => keys.ledgerEntry(staffId, sequence).sk === item.sk)
    return entry === undefined || canonicalize(LedgerEntry.safeParse(item).data) !== canonicalize(entry)
  })

/** Keeps what is taken out, then takes it out: a crash in between leaves it in both places, and the ledger broken. */
const takeOut = async (table: Table, staffId: StaffId, wrong: readonly Item[], restoredAs: number) => {
  for (const item of wrong) {
    const { pk, sk, ...content } = item
    // By its content: its own hash may not be its own.
    const place = `${String(sk)}#${canonicalHash(content).slice(0, 16)}`
    await write(table, [{ put: { ...keys.removedEntry(staffId, restoredAs, place), content }, when: always }])
    await write(table, [{ remove: { pk: String(pk), sk: String(sk) }, when: stillAs(item) }])
  }
}

const putBack = async (table: Table, entries: readonly LedgerEntry[]): Promise<void> => {
  for (const entry of entries) {
    const key = keys.ledgerEntry(entry.staffId, entry.sequence)
    if ((await read(table, key)) === undefined)
      await write(table, [{ put: { ...key, ...entry }, when: isNew }])
  }
}

/**
 * The person's record and its changes as they stand, which both persons have looked at: chained and sealed anew, where
 * they are not what was sealed.
 */
const personAnew = async (table: Table, staffId: StaffId): Promise<Write[]> => {
  const { pk } = keys.person(staffId)
  const [own, changes] = await Promise.all([
    read(table, keys.person(staffId)),
    readPartition(table, pk, 'CHANGE#'),
  ])
  if (own === undefined || (await chainFault(table, own, changes)) === undefined) return []
  const { before, item, sealed } = chainAnew(own, changes)
  for (const one of before) await write(table, [one])
  return [{ put: item, sealed, when: stillAs(own) }]
}

/** The hashes of the contents that were taken out for this restoration, in earlier attempts too. */
const takenOut = async (table: Table, staffId: StaffId, restoredAs: number): Promise<string[]> => {
  const { pk, sk } = keys.removedEntry(staffId, restoredAs, '')
  return (await readPartition(table, pk, sk)).map(({ content }) => canonicalHash(content))
}

/** What a standing was told to be as old as; whoever tampered with it may have written anything. */
const ageIn = (standing: Item | undefined): number =>
  typeof standing?.of === 'number' && Number.isSafeInteger(standing.of) ? standing.of : 0

/** The entry that says what was done, after the entries that are restored. */
const restoredEntry = (
  record: BrokenRecord,
  entries: readonly LedgerEntry[],
  { by, reason, entries: backup }: Restoration,
  {
    at,
    confirmedBy,
    removed,
  }: { readonly at: string; readonly confirmedBy: string; readonly removed: string[] },
): LedgerEntry => {
  const { staff, broken, vouched, standing } = record
  const entryOf = (age: number) =>
    nextEntry(entries, {
      staffId: staff.person.id,
      recordedAt: at,
      recordedBy: by,
      source: `restored.${entries.length + 1}`,
      fact: {
        kind: 'restored',
        reason,
        confirmedBy,
        fault: broken.fault,
        vouched: vouched ? { day: vouched.day, length: vouched.length } : null,
        removed,
        putBack: backup.length,
        age,
      },
    })
  const young = recordedOf({ ...staff, entries: [...entries, entryOf(0)] })
  return entryOf(Math.max(0, ageIn(standing) + 1 - young))
}

/**
 * Restores a broken ledger as another person of the region proposed: wrong entries are kept apart, those of a backup put
 * back, and an entry says so with who, why and by which signed root; the standing is sealed anew, in one transaction with
 * it. Until then the ledger stays broken, so a crash at any point leaves something that can be confirmed again. What the
 * wrong entries had brought about is corrected by the settlement.
 */
export const confirmRestoration =
  (host: Host) =>
  async (
    staffId: StaffId,
    actor: Actor,
  ): Promise<
    Outcome<
      EntryView,
      'LEDGER_SOUND' | 'NOT_FOUND' | 'RESTORATION_MISSING' | 'RESTORATION_UNSOUND' | 'SECOND_PERSON_NEEDED'
    >
  > => {
    const { table, clock } = host
    const outcome = await retryOnConflict(async () => {
      const found = await findBroken(host, staffId, actor)
      if (!found.ok) return found
      const item = await restorationItem(staffId, table)
      if (item === undefined) return refuse('RESTORATION_MISSING')
      const proposal = Restoration.parse(item)
      if (!(await mayConfirm(table, actor, proposal))) return refuse('SECOND_PERSON_NEEDED')
      const entries = proposedEntries(found.value, proposal)
      if (entries.length !== proposal.keep + proposal.entries.length || !restores(entries, found.value))
        return refuse('RESTORATION_UNSOUND')
      if (proposal.seen !== found.value.seen) return refuse('RESTORATION_MISSING')
      const restoredAs = entries.length + 1
      await takeOut(table, staffId, wrongItems(found.value.items, entries), restoredAs)
      await putBack(table, entries)
      const removed = await takenOut(table, staffId, restoredAs)
      const at = timestamp(clock)
      const entry = restoredEntry(found.value, entries, proposal, { at, confirmedBy: actor.id, removed })
      const { standing } = found.value
      const person = await personAnew(table, staffId)
      const staff = { ...found.value.staff, entries: [...entries, entry] }
      await write(table, [
        { put: { ...keys.ledgerEntry(staffId, entry.sequence), ...entry }, when: isNew },
        {
          put: standingItem(standingOf(staff)),
          sealed: true,
          when: standing === undefined ? isNew : stillAs(standing),
        },
        ...person,
        endRestoration(item),
        markUnsettled({ staffId, occasion: `restored-${staffId}-${entry.sequence}`, since: at }),
      ])
      return succeed(entry)
    })
    if (!outcome.ok) return outcome
    await settleMarked(host, staffId, `restored-${staffId}-${outcome.value.sequence}`)
    const names = await namesOf(table, [outcome.value.recordedBy, actor.id])
    return succeed(viewEntry(outcome.value, names))
  }
