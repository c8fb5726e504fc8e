import { readExecution as act } from '../acts/read-execution.ts'
import { readExecution } from '../api/executions.ts'
import { executions } from '../kit/executions.ts'
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
