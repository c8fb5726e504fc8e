import type { Step } from '../platform/walk.ts'
import { readStaff } from './staff.ts'
import { STANDING_FORM, standingItem, standingOf } from './standing.ts'

/**
 * From form 1 to 2 of a standing: what a year's close reads of a person holds dates and failed inductions, which a
 * version before left out. It is made anew from the ledger and the register, which hold both.
 */
const standings: Step = {
  from: 1,
  kind: ({ sk }) => String(sk).startsWith('STANDING#'),
  async rewrite(item, table) {
    const staff = await readStaff(table, String(item.sk).slice('STANDING#'.length))
    return {
      item: staff === undefined ? { ...item, schema: STANDING_FORM } : standingItem(standingOf(staff)),
    }
  },
}

export const standingsToForm3: readonly Step[] = [standings]
