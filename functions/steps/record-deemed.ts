import { LineStep } from '../../workflows/request-line.ts'
import { recordDeemed } from '../outcomes/record-outcome.ts'
import { step } from '../platform/step.ts'
import { stepDeps } from '../platform/step-deps.ts'

export const handler = step(LineStep, ({ requestId }) => recordDeemed(stepDeps())(requestId))
