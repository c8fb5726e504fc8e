import { ShardInput } from '../../workflows/year-close/contract.ts'
import { assessPage } from '../acts/close-page.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

export const handler = step(ShardInput, (input) => assessPage(stepDeps())(input))
