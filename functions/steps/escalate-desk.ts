import { LateTask } from '../../workflows/request-line.ts'
import { lateTask } from '../acts/late-task.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

export const handler = step(LateTask, (input) => lateTask(stepDeps(), 'escalate')(input))
