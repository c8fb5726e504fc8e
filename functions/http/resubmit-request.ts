import { resubmitRequest as act } from '../acts/resubmit-request.ts'
import { summarise } from '../acts/view-request.ts'
import { resubmitRequest } from '../api/requests.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { workflows } from '../kit/workflows.ts'
import { table } from '../store/table.ts'

export const handler = http(resubmitRequest, async ({ params, body, actor }) => {
  const resubmitted = await act({ table: table(), workflows: workflows(), clock: clock() })(
    params.id,
    body,
    actor,
  )
  return resubmitted.ok ? ok(summarise(resubmitted.value)) : resubmitted
})
