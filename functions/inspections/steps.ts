import { actingHost } from '../platform/acting-host.ts'
import { sealing } from '../platform/sealing.ts'
import { steps } from '../platform/step.ts'
import { inspectionSteps } from './functions.ts'
import { gatherFrame, inspectionLate, inspectionStands, openInspection } from './inspection-steps.ts'

export const handler = steps(inspectionSteps, sealing(actingHost), {
  'inspection-stands': (input, host) => inspectionStands(host)(input),
  'gather-frame': (input, host) => gatherFrame(host)(input),
  'open-inspection': (input, host) => openInspection(host)(input),
  'inspection-late': (input, host) => inspectionLate(host)(input),
})
