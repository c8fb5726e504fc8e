import { serve } from '../organisations/session.ts'
import { decidingHost } from '../platform/deciding-host.ts'
import { succeed } from '../platform/refusals.ts'
import { problemBody } from '../platform/reply.ts'
import { sealing } from '../platform/sealing.ts'
import { approveTasks } from './approve-tasks.ts'
import { approvals } from './functions.ts'
import { returnTasks } from './return-tasks.ts'

export const handler = serve(approvals, sealing(decidingHost), {
  'POST /tasks/decisions': async ({ host, body, language, actor }) => {
    const { tasks: ids, seen, reason } = body
    const approved = await approveTasks(host)(
      { ids, seen, reason: reason === '' ? undefined : reason },
      actor,
    )
    if (!approved.ok) return approved
    const items = approved.value.map(({ id, outcome }) => ({
      id,
      approved: outcome.ok,
      problem: outcome.ok ? null : problemBody(outcome, language),
    }))
    return succeed({ approved: items.filter((one) => one.approved).length, items })
  },
  'POST /tasks/returns': async ({ host, body, language, actor }) => {
    const outcomes = await returnTasks(host)({ ids: body.tasks, reason: body.reason }, actor)
    const items = outcomes.map(({ id, outcome }) => ({
      id,
      returned: outcome.ok,
      problem: outcome.ok ? null : problemBody(outcome, language),
    }))
    return succeed({ returned: items.filter((one) => one.returned).length, items })
  },
})
