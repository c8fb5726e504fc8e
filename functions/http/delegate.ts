import { delegate as act } from '../acts/delegate.ts'
import { viewDelegation } from '../acts/view-delegation.ts'
import { delegate } from '../api/delegations.ts'
import { http } from '../kit/http.ts'
import { clock } from '../platform/clock.ts'
import { mailer } from '../platform/mail.ts'
import { created } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(delegate, async ({ body, actor }) => {
  const delegated = await act({ table: table(), clock: clock(), mailer: mailer() })(body, actor)
  return delegated.ok ? created(viewDelegation(delegated.value, clock())) : delegated
})
