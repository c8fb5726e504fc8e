import { takeBack } from '../acts/delegate.ts'
import { viewDelegation } from '../acts/view-delegation.ts'
import { endDelegation } from '../api/delegations.ts'
import { http } from '../kit/http.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(endDelegation, async ({ params, actor }) => {
  const ended = await takeBack({ table: table(), clock: clock() })(params.id, actor)
  return ended.ok ? ok(viewDelegation(ended.value, clock())) : ended
})
