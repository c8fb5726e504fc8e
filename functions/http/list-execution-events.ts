import { viewEvents } from '../operations/execution-history.ts'
import { listExecutionEvents } from '../operations/executions-api.ts'
import { executions } from '../operations/step-functions.ts'
import { watches } from '../organisations/region-roles.ts'
import { http } from '../organisations/session.ts'
import { refuse } from '../platform/refusals.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listExecutionEvents, async ({ params, query, actor }) => {
  if (!(await watches(table(), actor))) return refuse('NOT_ALLOWED')
  const { workflow, name } = params
  if ((await executions().describe(workflow, name)) === undefined) return refuse('NOT_FOUND')
  const { items, cursor } = await executions().history(workflow, name, query)
  return ok({ items: viewEvents(items), cursor: cursor ?? null })
})
