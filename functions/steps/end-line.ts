import * as z from 'zod'
import { endLine } from '../acts/end-line.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

const Input = z.object({ requestId: z.string(), round: z.number(), line: z.number() })

export const handler = step(Input, (input) => endLine(stepDeps())(input))
