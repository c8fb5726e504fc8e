import type { Actor } from '../organisations/account.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Approved } from './approve-tasks.ts'
import { decideTask } from './decide-task.ts'

/** Decisions that are under way at once. */
const WIDTH = 4

/**
 * Returns up to fifty tasks with one reason, each by itself, as if decided alone: a task that cannot be returned stays as
 * it is and is answered with why. A repeat returns nothing twice.
 */
export const returnTasks =
  (deps: DecidingHost) =>
  async (
    { ids, reason }: { readonly ids: readonly string[]; readonly reason: string },
    actor: Actor,
  ): Promise<Approved[]> => {
    const decide = decideTask(deps)
    return mapConcurrently(ids, WIDTH, async (id) => ({
      id,
      outcome: await decide({ taskId: id, decision: 'return', reason }, actor),
    }))
  }
