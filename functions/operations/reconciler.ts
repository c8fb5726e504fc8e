import * as z from 'zod'
import { actingHost } from '../platform/acting-host.ts'
import { sealing } from '../platform/sealing.ts'
import { job } from '../platform/step.ts'
import { reconciler } from './functions.ts'
import { reconcile } from './reconcile.ts'

/** `graceSeconds` is how long a request may wait before it is looked at; a host that starts after a crash gives 0. */
const Input = z.looseObject({ graceSeconds: z.number().optional() })

export const handler = job(reconciler, Input, sealing(actingHost), ({ graceSeconds }, host) =>
  reconcile(host, graceSeconds === undefined ? undefined : graceSeconds * 1000)(),
)
