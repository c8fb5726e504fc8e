import { viewRequest } from '../acts/view-request.ts'
import { withdrawRequest as act } from '../acts/withdraw-request.ts'
import { withdrawRequest } from '../api/requests.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'

export const handler = http(withdrawRequest, async ({ params, language, actor }) => {
  const withdrawn = await act({ table: table(), workflows: workflows(), clock: clock() })(params.id, actor)
  return withdrawn.ok ? ok(await viewRequest(table(), withdrawn.value, language)) : withdrawn
})
