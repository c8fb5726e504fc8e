import { actingHost } from '../platform/acting-host.ts'
import { steps } from '../platform/step.ts'
import { noticeSteps } from './functions.ts'
import { notifyDue } from './notify-due.ts'

export const handler = steps(noticeSteps, actingHost, {
  'notify-due': ({ day }, host) => notifyDue(host)(day),
})
