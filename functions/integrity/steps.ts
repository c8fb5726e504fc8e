import { steps } from '../platform/step.ts'
import { writingHost } from '../platform/writing-host.ts'
import { integritySteps } from './functions.ts'
import { tellWalk } from './tell-walk.ts'

export const handler = steps(integritySteps, writingHost, {
  'tell-walk': (input, host) => tellWalk(host)(input),
})
