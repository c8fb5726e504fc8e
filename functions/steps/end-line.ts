import { EndLine } from '../../workflows/request-line.ts'
import { endLine } from '../outcomes/end-line.ts'
import { step } from '../platform/step.ts'
import { stepDeps } from '../platform/step-deps.ts'

export const handler = step(EndLine, (input) => endLine(stepDeps())(input))
