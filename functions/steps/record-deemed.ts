import * as z from 'zod'
import { recordDeemed } from '../acts/record-outcome.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

const Input = z.object({ requestId: z.string() })

export const handler = step(Input, ({ requestId }) => recordDeemed(stepDeps())(requestId))
