import { serve } from '../organisations/session.ts'
import { actingHost } from '../platform/acting-host.ts'
import { succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { decideTask } from './decide-task.ts'
import { deskWrites } from './functions.ts'
import { askOpinion, giveOpinion } from './opinions.ts'
import { changePhrases } from './phrases.ts'
import { reassignTask } from './reassign-task.ts'
import { remindTask } from './remind-task.ts'
import { takeBackDecision } from './take-back-decision.ts'
import { takeOverTask } from './take-over-task.ts'
import { viewTask } from './view-task.ts'
import { viewWholeTask } from './view-whole-task.ts'

export const handler = serve(deskWrites, sealing(actingHost), {
  'POST /me/phrases': async ({ host, body, actor }) => {
    const kept = await changePhrases(host.table, actor.id, body)
    return kept.ok ? succeed({ phrases: kept.value }) : kept
  },
  'POST /tasks/{id}/decision': async ({ host, params, body, language, actor }) => {
    const { decision, reason, marked, grantedHours, scope } = body
    const command = {
      taskId: params.id,
      decision,
      reason: reason === '' ? undefined : reason,
      marked,
      scope,
      grantedTenths: grantedHours === undefined ? undefined : Math.round(grantedHours * 10),
    }
    const decided = await decideTask(host)(command, actor)
    if (!decided.ok) return decided
    const { request, task, tasks } = decided.value
    return succeed(await viewWholeTask(host, { request, tasks }, task, actor, language))
  },
  'POST /tasks/{id}/taking-back': async ({ host, params, language, actor }) => {
    const taken = await takeBackDecision(host)(params.id, actor)
    if (!taken.ok) return taken
    return succeed(await viewWholeTask(host, taken.value, taken.value.task, actor, language))
  },
  'POST /tasks/{id}/opinions': async ({ host, params, body, language, actor }) => {
    const { id: taskId } = params
    const after =
      'opinion' in body
        ? await giveOpinion(host)({ taskId, opinion: body.opinion }, actor)
        : await askOpinion(host)({ taskId, to: body.to, question: body.question || undefined }, actor)
    if (!after.ok) return after
    return succeed(await viewWholeTask(host, after.value, after.value.task, actor, language))
  },
  'POST /tasks/{id}/reassignment': async ({ host, params, body, actor }) => {
    const { to, reason } = body
    const reassigned = await reassignTask(host)(
      { taskId: params.id, to, reason: reason === '' ? undefined : reason },
      actor,
    )
    return reassigned.ok
      ? succeed(viewTask(reassigned.value.request, reassigned.value.task, actor, host.clock))
      : reassigned
  },
  'POST /tasks/{id}/taking-over': async ({ host, params, actor }) => {
    const taken = await takeOverTask(host)(params.id, actor)
    return taken.ok ? succeed(viewTask(taken.value.request, taken.value.task, actor, host.clock)) : taken
  },
  'POST /tasks/{id}/remind': async ({ host, params, actor }) => {
    const reminded = await remindTask(host)(params.id, actor)
    return reminded.ok
      ? succeed(viewTask(reminded.value.request, reminded.value.task, actor, host.clock))
      : reminded
  },
})
