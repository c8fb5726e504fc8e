import * as z from 'zod'
import { creditLine } from '../acts/credit-line.ts'
import { stepDeps } from '../kit/step-deps.ts'
import { step } from '../kit/step.ts'

const Input = z.object({ requestId: z.string(), line: z.number() })

export const handler = step(Input, (input) => creditLine(stepDeps())(input))
