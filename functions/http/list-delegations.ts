import { viewDelegation } from '../acts/view-delegation.ts'
import { listDelegations } from '../api/delegations.ts'
import { http } from '../kit/http.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { delegationsFrom, delegationsTo } from '../store/delegation.ts'

export const handler = http(listDelegations, async ({ query, actor }) => {
  const { items, cursor } =
    query.side === 'given'
      ? await delegationsFrom(table(), actor.id, query)
      : { items: await delegationsTo(table(), actor.id), cursor: null }
  return ok({ items: items.map((delegation) => viewDelegation(delegation, clock())), cursor })
})
