import { actingHost } from '../platform/acting-host.ts'
import { sealing } from '../platform/sealing.ts'
import { steps } from '../platform/step.ts'
import { settling } from '../settlement/settling.ts'
import { creditPart } from './credit-part.ts'
import { feedSteps } from './functions.ts'

export const handler = steps(feedSteps, sealing(actingHost), {
  'credit-part': (input, host) => creditPart(settling(host))(input),
})
