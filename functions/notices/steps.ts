import { tellExpiring } from '../libraries/tell-expiring.ts'
import { actingHost } from '../platform/acting-host.ts'
import { sealing } from '../platform/sealing.ts'
import { steps } from '../platform/step.ts'
import { noticeSteps } from './functions.ts'
import { notifyDue } from './notify-due.ts'
import { remindYear } from './remind-year.ts'

export const handler = steps(noticeSteps, sealing(actingHost), {
  'notify-due': ({ day }, host) => notifyDue(host)(day),
  'remind-year': async (input, host) => {
    // Once a morning, with the first round.
    if (input.at === '') await tellExpiring(host)(input.day)
    return remindYear(host)(input)
  },
})
