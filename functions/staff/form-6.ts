import { chainAnew } from '../platform/chain.ts'
import { readPartition } from '../platform/table.ts'
import type { Step } from '../platform/walk.ts'

/** From form 5 to 6: the changes of a person's record were not chained. The walk chains what stands. */
export const personsToForm6: readonly Step[] = [
  {
    kind: ({ sk, seal }) => sk === 'PERSON' && seal === undefined,
    from: 1,
    rewrite: async (item, table) => chainAnew(item, await readPartition(table, String(item.pk), 'CHANGE#')),
  },
]
