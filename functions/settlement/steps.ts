import { recordsHost } from '../platform/records-host.ts'
import { sealing } from '../platform/sealing.ts'
import { steps } from '../platform/step.ts'
import { findDue } from './find-due.ts'
import { settlementSteps } from './functions.ts'

export const handler = steps(settlementSteps, sealing(recordsHost), {
  'find-due': ({ staffId }, host) => findDue(host)(staffId),
})
