import { OpenTask } from '../../workflows/request-line.ts'
import { openTask } from '../desks/open-task.ts'
import { step } from '../platform/step.ts'
import { stepDeps } from '../platform/step-deps.ts'

export const handler = step(OpenTask, (input) => openTask(stepDeps())(input))
