import { YearCloseInput } from '../../workflows/year-close/contract.ts'
import { reportYear } from '../acts/close-report.ts'
import { step } from '../platform/step.ts'
import { stepDeps } from '../platform/step-deps.ts'

export const handler = step(YearCloseInput, (input) => reportYear(stepDeps())(input))
