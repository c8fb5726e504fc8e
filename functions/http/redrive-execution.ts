import { redriveExecution } from '../operations/executions-api.ts'
import { redriveExecution as act } from '../operations/read-execution.ts'
import { executions } from '../operations/step-functions.ts'
import { operates } from '../organisations/region-roles.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { refuse } from '../platform/refusals.ts'
import { accepted } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(redriveExecution, async ({ params, body, actor }) => {
  if (!(await operates(table(), actor))) return refuse('NOT_ALLOWED')
  const redriven = await act({ executions: executions(), table: table(), clock: clock() })(
    params.workflow,
    params.name,
    body.reason,
    actor,
  )
  return redriven.ok ? accepted(redriven.value) : redriven
})
