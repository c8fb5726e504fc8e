import { Stage } from '../platform/terms.ts'
import type { Request } from './request.ts'
import { type Task, taskPlace } from './task.ts'

/**
 * For a withdrawal: a withdrawn task at every desk that could still open for its lines. A desk opens by
 * writing its task where none exists. When a desk opens during a withdrawal, the later of the two writes
 * fails and its act reads again: no desk decides on a withdrawn line.
 */
export const barredTasks = (request: Request, tasks: readonly Task[], at: string): Task[] => {
  const barred = new Map<string, Task>()
  for (const [line, { status, round }] of request.lines.entries()) {
    if (status !== 'in_review') continue
    for (const stage of Stage.options) {
      const place = taskPlace(round, stage, line)
      if (tasks.some((task) => task.place === place)) continue
      barred.set(place, {
        requestId: request.id,
        place,
        type: request.type,
        stage,
        ...(stage === 'institution' ? {} : { line }),
        round,
        organisationId: request.institutionId,
        role: stage,
        openedAt: at,
        dueOn: at.slice(0, 10),
        status: 'withdrawn',
        tokens: {},
        lateNotices: 0,
        version: 1,
      })
    }
  }
  return [...barred.values()]
}
