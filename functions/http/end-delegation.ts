import { takeBack } from '../acts/delegate.ts'
import { viewDelegation } from '../acts/view-delegation.ts'
import { endDelegation } from '../api/delegations.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(endDelegation, async ({ params, actor }) => {
  const ended = await takeBack({ table: table(), clock: clock() })(params.id, actor)
  return ended.ok ? ok(viewDelegation(ended.value, clock())) : ended
})
