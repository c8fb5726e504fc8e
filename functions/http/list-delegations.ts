import { delegationsFrom, delegationsTo } from '../organisations/delegation.ts'
import { listDelegations } from '../organisations/delegations-api.ts'
import { http } from '../organisations/session.ts'
import { viewDelegation } from '../organisations/view-delegation.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listDelegations, async ({ query, actor }) => {
  const { items, cursor } =
    query.side === 'given'
      ? await delegationsFrom(table(), actor.id, query)
      : { items: await delegationsTo(table(), actor.id), cursor: null }
  return ok({ items: items.map((delegation) => viewDelegation(delegation, clock())), cursor })
})
