import type { LateTask, LateTold } from '../../workflows/request-line.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp } from '../platform/clock.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { note, SYSTEM } from '../requests/lifecycle.ts'
import { dueOn, patienceSeconds } from '../requests/patience.ts'
import { advanceAtDesk } from '../requests/stored-request.ts'
import { taskPlace } from '../requests/task.ts'
import { requireRequest } from './open-task.ts'
import { type DeskMatter, tellDesk } from './tell-desk.ts'

/**
 * A desk has let its time pass: the first time it is reminded, later its head is asked to step in; each time
 * it gets a new due date. Two lines that wait for one task make one notice.
 */
export const lateTask =
  (deps: ActingHost, occasion: 'late' | 'escalate') =>
  async (late: LateTask): Promise<LateTold> => {
    const { table, clock } = deps
    const told = await retryOnConflict(async (): Promise<DeskMatter | undefined> => {
      const { request, tasks } = await requireRequest(table, late.requestId, [])
      const task = tasks.find(({ place }) => place === taskPlace(late.round, late.stage, late.line))
      if (task?.status !== 'open') return undefined
      if (task.lateNotices >= late.waits) return { request, task }
      const after = { ...task, lateNotices: late.waits, dueOn: dueOn(clock) }
      const act = {
        act: occasion === 'late' ? ('remind' as const) : ('escalate' as const),
        stage: task.stage,
        ...(task.line === undefined ? {} : { line: task.line }),
      }
      const noted = note(request, act, SYSTEM, timestamp(clock))
      await write(table, advanceAtDesk({ request, task }, { request: noted, task: after }))
      return { request, task: after }
    })
    if (told) await tellDesk(deps, told, occasion, `late-${late.waits}`)
    return { patienceSeconds: patienceSeconds(clock) }
  }
