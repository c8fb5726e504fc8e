import type { Actor } from '../organisations/account.ts'
import { type Clock, timestamp } from '../platform/clock.ts'
import type { StaffId } from '../platform/ids.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { LedgerEntry } from '../staff/ledger.ts'
import { isOneself, oneselfOf } from '../staff/one-person.ts'
import type { RestorationBody } from './api.ts'
import { type BrokenRecord, findBroken, restores } from './broken-record.ts'
import type { HeadsHost } from './heads.ts'
import { proposeInstead, type Restoration, restorationItem } from './restoration.ts'

/** The ledger as a proposal would have it. */
export const proposedEntries = (
  { items }: BrokenRecord,
  { keep, entries }: Pick<Restoration, 'keep' | 'entries'>,
): LedgerEntry[] => [
  ...items.slice(0, keep).flatMap((item) => LedgerEntry.safeParse(item).data ?? []),
  ...entries,
]

/** Proposes which entries shall be a broken ledger again. Nobody acts on their own ledger. */
export const proposeRestoration =
  (host: HeadsHost & { readonly clock: Clock }) =>
  (
    staffId: StaffId,
    { keep, entries: backup = [], reason }: RestorationBody,
    actor: Actor,
  ): Promise<
    Outcome<
      { keep: number; putBack: number },
      'LEDGER_SOUND' | 'NOT_FOUND' | 'RESTORATION_UNSOUND' | 'SECOND_PERSON_NEEDED'
    >
  > =>
    retryOnConflict(async () => {
      const { table, clock } = host
      const found = await findBroken(host, staffId, actor)
      if (!found.ok) return found
      if (isOneself(await oneselfOf(table, actor), staffId)) return refuse('SECOND_PERSON_NEEDED')
      const { items, seen } = found.value
      const entries = backup.flatMap((item) => LedgerEntry.safeParse(item).data ?? [])
      if (entries.length !== backup.length) return refuse('RESTORATION_UNSOUND')
      const proposed = proposedEntries(found.value, { keep, entries })
      const isOwn = proposed.every((entry) => entry.staffId === staffId)
      if (keep > items.length || proposed.length !== keep + entries.length || !isOwn)
        return refuse('RESTORATION_UNSOUND')
      if (!restores(proposed, found.value)) return refuse('RESTORATION_UNSOUND')
      const before = await restorationItem(staffId, table)
      const restoration = { staffId, by: actor.id, at: timestamp(clock), reason, keep, entries, seen }
      await write(table, [proposeInstead(restoration, before)])
      return succeed({ keep, putBack: entries.length })
    })
