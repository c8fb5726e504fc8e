import { YearCloseInput } from '../../workflows/year-close/contract.ts'
import { failYear } from '../acts/close-freeze.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

export const handler = step(YearCloseInput, (input) => failYear(stepDeps())(input))
