import * as z from 'zod'
import { holdChange } from '../acts/held-changes.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

const Input = z.object({ requestId: z.string(), token: z.string() })

export const handler = step(Input, (input) => holdChange(stepDeps())(input))
