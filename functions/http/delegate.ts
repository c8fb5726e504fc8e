import { delegate as act } from '../organisations/delegate.ts'
import { delegate } from '../organisations/delegations-api.ts'
import { http } from '../organisations/session.ts'
import { viewDelegation } from '../organisations/view-delegation.ts'
import { clock } from '../platform/clock.ts'
import { mailer } from '../platform/mail.ts'
import { created } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(delegate, async ({ body, actor }) => {
  const delegated = await act({ table: table(), clock: clock(), mailer: mailer() })(body, actor)
  return delegated.ok ? created(viewDelegation(delegated.value, clock())) : delegated
})
