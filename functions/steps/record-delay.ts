import * as z from 'zod'
import { recordDelay } from '../outcomes/record-outcome.ts'
import { step } from '../platform/step.ts'
import { stepDeps } from '../platform/step-deps.ts'

const Input = z.object({ requestId: z.string() })

export const handler = step(Input, ({ requestId }) => recordDelay(stepDeps())(requestId))
