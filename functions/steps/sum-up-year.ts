import { YearCloseInput } from '../../workflows/year-close/contract.ts'
import { sumUpYear } from '../acts/close-sum.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

export const handler = step(YearCloseInput, (input) => sumUpYear(stepDeps())(input))
