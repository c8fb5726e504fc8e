import { approveTasks as act } from '../acts/approve-tasks.ts'
import { approveTasks } from '../api/tasks.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { ok, problemBody } from '../kit/reply.ts'
import { workflows } from '../kit/workflows.ts'
import { table } from '../store/table.ts'

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
