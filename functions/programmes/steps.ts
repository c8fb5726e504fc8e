import { actingHost } from '../platform/acting-host.ts'
import { sealing } from '../platform/sealing.ts'
import { steps } from '../platform/step.ts'
import { acceptUnanswered } from './accept-unanswered.ts'
import { followFiling } from './follow-filing.ts'
import { programmeSteps } from './functions.ts'

export const handler = steps(programmeSteps, sealing(actingHost), {
  'accept-unanswered': (input, host) => acceptUnanswered(host)(input),
  'follow-filing': (input, host) => followFiling(host)(input),
})
