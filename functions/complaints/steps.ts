import { actingHost } from '../platform/acting-host.ts'
import { steps } from '../platform/step.ts'
import { complaintLate, complaintStands, openComplaint } from './complaint-steps.ts'
import { complaintSteps } from './functions.ts'

export const handler = steps(complaintSteps, actingHost, {
  'complaint-stands': (input, host) => complaintStands(host)(input),
  'open-complaint': (input, host) => openComplaint(host)(input),
  'complaint-late': (input, host) => complaintLate(host)(input),
})
