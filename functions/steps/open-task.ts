import * as z from 'zod'
import { openTask } from '../desks/open-task.ts'
import { step } from '../platform/step.ts'
import { stepDeps } from '../platform/step-deps.ts'
import { Stage } from '../platform/terms.ts'

const Input = z.object({
  requestId: z.string(),
  round: z.number(),
  line: z.number(),
  stage: Stage,
  token: z.string(),
})

export const handler = step(Input, (input) => openTask(stepDeps())(input))
