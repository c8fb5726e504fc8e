import { isSealed } from '../platform/seal.ts'
import { sealOf } from '../platform/table.ts'
import type { Step } from '../platform/walk.ts'
import { breakOf } from './broken-standing.ts'
import { firstBrokenEntry } from './ledger.ts'
import { readStaffAsStored } from './staff.ts'
import { isStanding, STANDING_FORM, standingFrom, standingItem, standingOf } from './standing.ts'

/**
 * From form 6 to 7. A standing kept the change of post of a filing that was refused or withdrawn (Art. 45) until the
 * person's next act. The walk makes it anew from the ledger and the register; what years that are closed came to stands
 * elsewhere, and stays.
 */
export const standingsToForm7: readonly Step[] = [
  {
    // One that is marked as broken waits for the region, as it is.
    kind: (item) => isStanding(item) && breakOf(item) === undefined,
    from: 2,
    async rewrite(item, table) {
      const next = { ...item, schema: STANDING_FORM }
      // What bears no seal of ours is given none by the walk: it stays broken, and is found.
      if (!isSealed(await sealOf(table), item)) return { item: next }
      const staff = await readStaffAsStored(table, standingFrom(item).staffId)
      const isWhole = staff && firstBrokenEntry(staff.entries, standingFrom(item).chain) === undefined
      // Of a ledger that is broken by now the standing keeps the end that it had.
      return { item: isWhole ? standingItem(standingOf(staff)) : next, sealed: true }
    },
  },
]
