import { takeBack } from '../organisations/delegate.ts'
import { endDelegation } from '../organisations/delegations-api.ts'
import { http } from '../organisations/session.ts'
import { viewDelegation } from '../organisations/view-delegation.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(endDelegation, async ({ params, actor }) => {
  const ended = await takeBack({ table: table(), clock: clock() })(params.id, actor)
  return ended.ok ? ok(viewDelegation(ended.value, clock())) : ended
})
