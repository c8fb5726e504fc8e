import { actingHost } from '../platform/acting-host.ts'
import { sealing } from '../platform/sealing.ts'
import { steps } from '../platform/step.ts'
import { deskSteps } from './functions.ts'
import { lateTask } from './late-task.ts'
import { openTask } from './open-task.ts'

export const handler = steps(deskSteps, sealing(actingHost), {
  'open-task': (input, host) => openTask(host)(input),
  'remind-desk': (input, host) => lateTask(host)(input),
  'escalate-desk': (input, host) => lateTask(host)(input),
})
