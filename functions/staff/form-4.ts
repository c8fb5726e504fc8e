import * as z from 'zod'
import { StaffId } from '../platform/ids.ts'
import type { Item } from '../platform/table.ts'
import { formOf, type Step } from '../platform/walk.ts'
import { isStanding, STANDING_FORM } from './standing.ts'
import { markUnsettled } from './unsettled.ts'

/**
 * From form 3 to 4. Standings bore no seal: the walk seals what stands. Corrections of certificates bore no signature:
 * the walk marks their persons, and the settlement has them signed.
 */

const Corrected = z.object({
  content: z.object({ staffId: StaffId, number: z.string() }),
  history: z.array(z.looseObject({ kind: z.string(), at: z.string(), signed: z.unknown().optional() })),
})

const unsignedIn = (item: Item) => {
  const { data } = Corrected.safeParse(item)
  const change = data?.history.findLast(({ kind, signed }) => kind === 'corrected' && signed === undefined)
  return data && change && { ...data.content, since: change.at }
}

export const sealsToForm4: readonly Step[] = [
  {
    kind: (item) => isStanding(item) && item.seal === undefined,
    from: 2,
    // In a table whose standings were sealed once, one without a seal was put there by somebody else.
    rewrite: async (item, table) =>
      ((await formOf(table)) ?? 1) < 4
        ? { item, sealed: true }
        : { item: { ...item, schema: STANDING_FORM } },
  },
  {
    kind: (item) => String(item.sk).startsWith('CERTIFICATE#') && unsignedIn(item) !== undefined,
    from: 1,
    rewrite: (item) => {
      const unsigned = unsignedIn(item)
      return {
        item: { ...item, schema: 2 },
        before: unsigned
          ? [
              markUnsettled({
                staffId: unsigned.staffId,
                occasion: `sign-${unsigned.number}`,
                since: unsigned.since,
              }),
            ]
          : [],
      }
    },
  },
]
