import * as z from 'zod'
import { actingHost } from '../platform/acting-host.ts'
import { sealing } from '../platform/sealing.ts'
import { job } from '../platform/step.ts'
import { markEndedCloses } from './ended-closes.ts'
import { reconciler } from './functions.ts'
import { reconcile } from './reconcile.ts'
import { everyShard, restartLost, shardOfTurn } from './restart-lost.ts'
import { executionsFromEnvironment } from './step-functions.ts'

/** `graceSeconds` is how long a request may wait before it is looked at; a host that starts after a crash gives 0. */
const Input = z.looseObject({ graceSeconds: z.number().optional() })

const reconcilingHost = () => ({ ...sealing(actingHost)(), executions: executionsFromEnvironment() })

export const handler = job(reconciler, Input, reconcilingHost, async ({ graceSeconds }, host) => {
  const done = await reconcile(host, graceSeconds === undefined ? undefined : graceSeconds * 1000)()
  await markEndedCloses(host)
  // What a host that has just started works with may have been lost meanwhile: it looks at all at once.
  const restarted =
    graceSeconds === 0
      ? await restartLost(host, 0)(everyShard)
      : await restartLost(host)([shardOfTurn(host.clock)])
  return { ...done, restarted }
})
