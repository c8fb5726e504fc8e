import { OpenTask } from '../../workflows/request-line.ts'
import { openTask } from '../acts/open-task.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

export const handler = step(OpenTask, (input) => openTask(stepDeps())(input))
