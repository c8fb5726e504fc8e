import { LateTask } from '../../workflows/request-line.ts'
import { lateTask } from '../desks/late-task.ts'
import { step } from '../platform/step.ts'
import { stepDeps } from '../platform/step-deps.ts'

export const handler = step(LateTask, (input) => lateTask(stepDeps(), 'escalate')(input))
