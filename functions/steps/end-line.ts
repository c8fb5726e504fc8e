import * as z from 'zod'
import { endLine } from '../outcomes/end-line.ts'
import { step } from '../platform/step.ts'
import { stepDeps } from '../platform/step-deps.ts'

const Input = z.object({ requestId: z.string(), round: z.number(), line: z.number() })

export const handler = step(Input, (input) => endLine(stepDeps())(input))
