import { LineStep } from '../../workflows/request-line.ts'
import { recordDeemed } from '../acts/record-outcome.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

export const handler = step(LineStep, ({ requestId }) => recordDeemed(stepDeps())(requestId))
