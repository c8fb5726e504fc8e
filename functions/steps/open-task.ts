import * as z from 'zod'
import { openTask } from '../acts/open-task.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'
import { Stage } from '../store/terms.ts'

const Input = z.object({
  requestId: z.string(),
  round: z.number(),
  line: z.number(),
  stage: Stage,
  token: z.string(),
})

export const handler = step(Input, (input) => openTask(stepDeps())(input))
