import { Stage } from '../platform/terms.ts'
import type { Request } from './request.ts'
import { type Task, taskPlace } from './task.ts'

/**
 * A desk opens by writing its task where none exists. Who ends a line's way, or turns it back, writes a closed task at
 * every desk that could still open: when one opens at that moment, the later of the two writes fails and its act reads
 * again.
 */

interface Barred {
  readonly status: 'withdrawn' | 'taken_back'
  /** Which lines, by their place. */
  readonly lines: readonly number[]
  /** At which desks. */
  readonly stages: readonly Stage[]
  readonly at: string
}

/** A closed task for each of some lines, at each of some desks that has none. */
export const barredAt = (
  request: Request,
  tasks: readonly Task[],
  { status, lines, stages, at }: Barred,
): Task[] => {
  const barred = new Map<string, Task>()
  for (const line of lines) {
    const round = request.lines[line]?.round ?? request.round
    for (const stage of stages) {
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
        status,
        tokens: {},
        lateNotices: 0,
        version: 1,
      })
    }
  }
  return [...barred.values()]
}

/** For a withdrawal: no desk decides on a withdrawn line. */
export const barredTasks = (request: Request, tasks: readonly Task[], at: string): Task[] => {
  const lines = request.lines.flatMap(({ status }, index) => (status === 'in_review' ? [index] : []))
  return barredAt(request, tasks, { status: 'withdrawn', lines, stages: Stage.options, at })
}
