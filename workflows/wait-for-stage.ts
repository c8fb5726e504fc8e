import { retryUnless, startedWith, stepOf } from './call.ts'
import type { Task } from './definition.ts'

interface StageWait<To extends string> {
  readonly comment: string
  readonly stage: string
  /** The input's field that names the matter. */
  readonly matter: string
  /** The placeholder of the step that keeps the token. */
  readonly to: string
  /** Where it goes when the time has passed, and when the desk has acted: the table says how it stands then. */
  readonly late: To
  readonly next: To
}

/**
 * A desk's time for a stage of a matter that is no request (Art. 8, 36): it ends by an act of the desk, or when the
 * time has passed. What was decided is in the table; the token says only that there is something to look at.
 */
export const waitForStage = <const To extends string>({
  comment,
  stage,
  matter,
  to,
  late,
  next,
}: StageWait<To>): Task<To> => ({
  Comment: comment,
  Type: 'Task',
  Resource: 'arn:${Partition}:states:::lambda:invoke.waitForTaskToken',
  TimeoutSeconds: '{% $states.input.patienceSeconds %}',
  Arguments: {
    FunctionName: `\${${to}}`,
    Payload: {
      step: stepOf(to),
      ...startedWith(matter),
      stage,
      token: '{% $states.context.Task.Token %}',
      execution: '{% $states.context.Execution.Name %}',
    },
  },
  Retry: retryUnless('States.Timeout'),
  Catch: [{ ErrorEquals: ['States.Timeout'], Output: { stage }, Next: late }],
  Next: next,
})
