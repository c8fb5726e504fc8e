import * as z from 'zod'
import type { Actor } from '../organisations/account.ts'
import { AccountId, StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { type Item, isNew, read, stillAs, type Table, type Write } from '../platform/table.ts'
import { LedgerEntry } from '../staff/ledger.ts'
import { isOnePerson, isOneself, oneselfOf } from '../staff/one-person.ts'

/** What one person of the region proposes, for another to confirm: the entries that shall be the ledger. */
export const Restoration = z.object({
  staffId: StaffId,
  by: AccountId,
  at: z.string(),
  reason: z.string(),
  /** The entries that stand and hold: up to this place. */
  keep: z.number().int(),
  /** Those that follow them, from a backup. */
  entries: z.array(LedgerEntry),
  /** How the ledger stood when it was proposed. */
  seen: z.string(),
})
export type Restoration = z.infer<typeof Restoration>

export const restorationItem = (staffId: StaffId, table: Table): Promise<Item | undefined> =>
  read(table, keys.restoration(staffId))

export const readRestoration = async (table: Table, staffId: StaffId): Promise<Restoration | undefined> => {
  const item = await restorationItem(staffId, table)
  return item && Restoration.parse(item)
}

/** Puts a proposal in the place of the one before; of two who propose at once, one reads again. */
export const proposeInstead = (restoration: Restoration, before: Item | undefined): Write => ({
  put: { ...keys.restoration(restoration.staffId), ...restoration },
  when: before === undefined ? isNew : stillAs(before),
})

/** Whether somebody confirms a proposal: another person than who proposed it, and than the one whose ledger it is. */
export const mayConfirm = async (
  table: Table,
  actor: Actor,
  { staffId, by }: Pick<Restoration, 'staffId' | 'by'>,
): Promise<boolean> =>
  !isOneself(await oneselfOf(table, actor), staffId) && !(await isOnePerson(table, actor, { id: by }))

export const endRestoration = (item: Item): Write => ({
  remove: keys.restoration(StaffId.parse(item.staffId)),
  when: stillAs(item),
})
