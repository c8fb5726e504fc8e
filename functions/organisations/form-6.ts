import { chainAnew } from '../platform/chain.ts'
import { keys } from '../platform/keys.ts'
import { type Item, readPartition } from '../platform/table.ts'
import type { Step } from '../platform/walk.ts'
import { seatChangeItemsOf } from './seat-change.ts'

/** From form 5 to 6: what is on record of organisations and accounts was not chained. The walk chains what stands. */
const isUnsealed = ({ pk, sk, seal }: Item, name: string): boolean =>
  sk === name && String(pk).startsWith(`${name}#`) && seal === undefined

export const recordsToForm6: readonly Step[] = [
  {
    kind: (item) => isUnsealed(item, 'ORGANISATION'),
    from: 1,
    rewrite: async (item, table) => chainAnew(item, await readPartition(table, String(item.pk), 'CHANGE#')),
  },
  {
    kind: (item) => isUnsealed(item, 'ACCOUNT'),
    from: 1,
    rewrite: async (item, table) => {
      const id = String(item.id)
      const acts = await readPartition(table, keys.accountAct(id, 1).pk)
      return chainAnew(item, [...acts, ...(await seatChangeItemsOf(table, id))])
    },
  },
]
