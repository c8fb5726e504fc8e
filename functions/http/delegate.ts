import { delegate as act } from '../acts/delegate.ts'
import { viewDelegation } from '../acts/view-delegation.ts'
import { delegate } from '../api/delegations.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { mailer } from '../kit/mail.ts'
import { created } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(delegate, async ({ body, actor }) => {
  const delegated = await act({ table: table(), clock: clock(), mailer: mailer() })(body, actor)
  return delegated.ok ? created(viewDelegation(delegated.value, clock())) : delegated
})
