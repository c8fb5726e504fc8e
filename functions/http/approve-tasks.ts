import { approveTasks } from '../desks/api.ts'
import { approveTasks as act } from '../desks/approve-tasks.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { ok, problemBody } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'

export const handler = http(approveTasks, async ({ body, language, actor }) => {
  const { tasks: ids, reason } = body
  const approved = await act({ table: table(), workflows: workflows(), clock: clock() })(
    { ids, reason: reason === '' ? undefined : reason },
    actor,
  )
  if (!approved.ok) return approved
  const items = approved.value.map(({ id, outcome }) => ({
    id,
    approved: outcome.ok,
    problem: outcome.ok ? null : problemBody(outcome, language),
  }))
  return ok({ approved: items.filter((one) => one.approved).length, items })
})
