import type { DeskApproved } from '../../workflows/request-line.ts'
import type { RequestId } from '../platform/ids.ts'
import { logger } from '../platform/logger.ts'
import type { Workflows } from '../platform/workflows.ts'
import { goesOn } from './lifecycle.ts'
import type { Task } from './task.ts'

/** The error names by which the workflow catches that a desk returned or refused. */
const errorOf = { return: 'Returned', reject: 'Rejected' } as const

const approved = (patienceSeconds: number): DeskApproved => ({ patienceSeconds, waits: 0 })

/** Whether the desk refused and the line goes on all the same (`goesOn`). */
const saidNo = ({
  decided,
  type,
  stage,
}: Pick<Task, 'decided'> & Partial<Pick<Task, 'type' | 'stage'>>): boolean =>
  decided?.decision === 'reject' && type !== undefined && stage !== undefined && goesOn({ type, stage })

/** Tells one waiting execution what became of its task. */
export const answerToken = async (
  workflows: Workflows,
  task: Pick<Task, 'status' | 'decided' | 'requestId'> & Partial<Pick<Task, 'type' | 'stage'>>,
  token: string,
  patienceSeconds: number,
): Promise<void> => {
  // A desk before took its decision back: the line goes on in an execution of its own, and this one ends.
  if (task.status === 'withdrawn' || task.status === 'taken_back')
    await workflows.fail(token, 'Withdrawn', task.requestId)
  else if (task.status === 'passed' || task.decided?.decision === 'approve' || saidNo(task))
    await workflows.succeed(token, approved(patienceSeconds))
  else if (task.decided) await workflows.fail(token, errorOf[task.decided.decision], task.requestId)
}

/**
 * Answers the token of every execution that waits for a task. The table holds the decision already: where
 * this fails, the reconciler answers later, and the caller's act stands.
 */
export const answerTokens = async (
  workflows: Workflows,
  task: Task,
  patienceSeconds: number,
): Promise<void> => {
  for (const token of Object.values(task.tokens)) {
    try {
      await answerToken(workflows, task, token, patienceSeconds)
    } catch (error) {
      logger.error('A task token could not be answered; the reconciler will.', {
        requestId: task.requestId,
        error,
      })
    }
  }
}

/** Tells the execution that waits for a training that the filing was withdrawn. */
export const endHold = async (workflows: Workflows, requestId: RequestId, token: string): Promise<void> => {
  try {
    await workflows.fail(token, 'Withdrawn', requestId)
  } catch (error) {
    logger.error('A held filing could not be ended; the reconciler will.', { requestId, error })
  }
}

/** Tells an execution that waits for a training that it may go on to the authority. */
export const resumeHold = async (
  workflows: Workflows,
  requestId: RequestId,
  token: string,
  patienceSeconds: number,
): Promise<void> => {
  try {
    await workflows.succeed(token, approved(patienceSeconds))
  } catch (error) {
    logger.error('A held filing could not be resumed; the reconciler will.', { requestId, error })
  }
}
