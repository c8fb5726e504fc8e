import { countExecutions } from '../operations/executions-api.ts'
import { countExecutions as count } from '../operations/list-executions.ts'
import { executions } from '../operations/step-functions.ts'
import { watches } from '../organisations/region-roles.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { refuse } from '../platform/refusals.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(countExecutions, async ({ actor }) =>
  (await watches(table(), actor)) ? ok(await count(executions(), clock())) : refuse('NOT_ALLOWED'),
)
