import { actingHost } from '../platform/acting-host.ts'
import { sealing } from '../platform/sealing.ts'
import { steps } from '../platform/step.ts'
import { settling } from '../settlement/settling.ts'
import { followObjection } from './follow-objection.ts'
import { remedySteps } from './functions.ts'

export const handler = steps(remedySteps, sealing(actingHost), {
  'follow-objection': (input, host) => followObjection(settling(host))(input),
})
