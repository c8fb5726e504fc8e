import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'
import { withdrawRequest } from '../requests/api.ts'
import { viewRequest } from '../requests/view-request.ts'
import { withdrawRequest as act } from '../requests/withdraw-request.ts'

export const handler = http(withdrawRequest, async ({ params, language, actor }) => {
  const withdrawn = await act({ table: table(), workflows: workflows(), clock: clock() })(params.id, actor)
  return withdrawn.ok ? ok(await viewRequest(table(), withdrawn.value, language)) : withdrawn
})
