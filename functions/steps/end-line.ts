import { EndLine } from '../../workflows/request-line.ts'
import { endLine } from '../acts/end-line.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

export const handler = step(EndLine, (input) => endLine(stepDeps())(input))
