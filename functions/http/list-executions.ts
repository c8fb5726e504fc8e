import { listExecutions } from '../operations/executions-api.ts'
import { executionsOfRequest, listExecutions as list } from '../operations/list-executions.ts'
import { executions } from '../operations/step-functions.ts'
import { watches } from '../organisations/region-roles.ts'
import { http } from '../organisations/session.ts'
import { refuse } from '../platform/refusals.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listExecutions, async ({ query, actor }) => {
  if (!(await watches(table(), actor))) return refuse('NOT_ALLOWED')
  const { request, status } = query
  return ok(
    request === undefined
      ? await list(executions(), query)
      : await executionsOfRequest({ executions: executions(), table: table() }, request, status),
  )
})
