import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'
import { resubmitRequest } from '../requests/api.ts'
import { resubmitRequest as act } from '../requests/resubmit-request.ts'
import { summarise } from '../requests/view-request.ts'

export const handler = http(resubmitRequest, async ({ params, body, actor }) => {
  const resubmitted = await act({ table: table(), workflows: workflows(), clock: clock() })(
    params.id,
    body,
    actor,
  )
  return resubmitted.ok ? ok(summarise(resubmitted.value)) : resubmitted
})
