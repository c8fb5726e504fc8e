import type { Step } from '../platform/walk.ts'
import { firstBrokenEntry } from './ledger.ts'
import { readStaffAsStored } from './staff.ts'
import { standingFrom, standingItem, standingOf } from './standing.ts'

/**
 * From form 1 to 2 of a standing: what a year's close reads of a person holds dates and failed inductions, which a
 * version before left out. It is made anew from the ledger and the register, which hold both.
 */
const standings: Step = {
  from: 1,
  kind: ({ sk }) => String(sk).startsWith('STANDING#'),
  async rewrite(item, table) {
    const staff = await readStaffAsStored(table, String(item.sk).slice('STANDING#'.length))
    // A ledger that is broken by now stays so: its standing keeps the end that it had.
    const isWhole = staff && firstBrokenEntry(staff.entries, standingFrom(item).chain) === undefined
    return {
      item: { ...(isWhole ? standingItem(standingOf(staff)) : item), schema: 2 },
    }
  },
}

export const standingsToForm3: readonly Step[] = [standings]
