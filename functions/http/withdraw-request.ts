import { viewRequest } from '../acts/view-request.ts'
import { withdrawRequest as act } from '../acts/withdraw-request.ts'
import { withdrawRequest } from '../api/requests.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { workflows } from '../kit/workflows.ts'
import { table } from '../store/table.ts'

export const handler = http(withdrawRequest, async ({ params, language, actor }) => {
  const withdrawn = await act({ table: table(), workflows: workflows(), clock: clock() })(params.id, actor)
  return withdrawn.ok ? ok(await viewRequest(table(), withdrawn.value, language)) : withdrawn
})
