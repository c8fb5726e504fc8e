import { YearCloseInput } from '../../workflows/year-close/contract.ts'
import { reportYear } from '../acts/close-report.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

export const handler = step(YearCloseInput, (input) => reportYear(stepDeps())(input))
