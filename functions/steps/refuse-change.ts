import { LineStep } from '../../workflows/request-line.ts'
import { refuseChange } from '../acts/record-outcome.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

export const handler = step(LineStep, ({ requestId }) => refuseChange(stepDeps())(requestId))
