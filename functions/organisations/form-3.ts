import { LOANS_OF_BEFORE } from '../platform/keys.ts'
import type { Item } from '../platform/table.ts'
import type { Step } from '../platform/walk.ts'
import { LOAN_FORM } from './delegation.ts'

/**
 * Loans of the version before, which lent everything for any time, are marked for whoever ends them in their new time
 * and tells both sides (`loans-of-before.ts`). Those that were taken back stay as they are.
 */
const markLoan: Step = {
  kind: ({ sk }) => typeof sk === 'string' && sk.startsWith('DELEGATION#'),
  from: 1,
  rewrite: (item: Item) => ({
    item: {
      ...item,
      schema: LOAN_FORM,
      ...(item.revokedAt === undefined ? { swept: LOANS_OF_BEFORE, sweptOrder: String(item.id) } : {}),
    },
  }),
}

export const loansToForm3: readonly Step[] = [markLoan]
