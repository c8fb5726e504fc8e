import { actingHost } from '../platform/acting-host.ts'
import { sealing } from '../platform/sealing.ts'
import { steps } from '../platform/step.ts'
import { noticeSteps } from './functions.ts'
import { notifyDue } from './notify-due.ts'
import { remindYear } from './remind-year.ts'

export const handler = steps(noticeSteps, sealing(actingHost), {
  'notify-due': ({ day }, host) => notifyDue(host)(day),
  'remind-year': (input, host) => remindYear(host)(input),
})
