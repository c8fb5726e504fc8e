import { countExecutions as count } from '../acts/list-executions.ts'
import { watches } from '../acts/watchers.ts'
import { countExecutions } from '../api/executions.ts'
import { clock } from '../kit/clock.ts'
import { executions } from '../kit/executions.ts'
import { http } from '../kit/http.ts'
import { refuse } from '../kit/refusals.ts'
import { ok } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(countExecutions, async ({ actor }) =>
  (await watches(table(), actor)) ? ok(await count(executions(), clock())) : refuse('NOT_ALLOWED'),
)
