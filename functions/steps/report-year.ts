import { YearCloseInput } from '../../workflows/year-close/contract.ts'
import { step } from '../platform/step.ts'
import { stepDeps } from '../platform/step-deps.ts'
import { reportYear } from '../year/close-report.ts'

export const handler = step(YearCloseInput, (input) => reportYear(stepDeps())(input))
