import { readExecution } from '../operations/executions-api.ts'
import { readExecution as act } from '../operations/read-execution.ts'
import { executions } from '../operations/step-functions.ts'
import { watches } from '../organisations/region-roles.ts'
import { http } from '../organisations/session.ts'
import { refuse } from '../platform/refusals.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(readExecution, async ({ params, language, actor }) => {
  if (!(await watches(table(), actor))) return refuse('NOT_ALLOWED')
  const { workflow, name } = params
  const found = await act({ executions: executions(), table: table() }, workflow, name, language)
  return found.ok ? ok(found.value) : found
})
