import * as z from 'zod'
import { creditLine } from '../acts/credit-line.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

const Input = z.object({ requestId: z.string(), line: z.number() })

export const handler = step(Input, (input) => creditLine(stepDeps())(input))
