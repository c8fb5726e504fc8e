import * as z from 'zod'
import { reconcile } from '../operations/reconcile.ts'
import { step } from '../platform/step.ts'
import { stepDeps } from '../platform/step-deps.ts'

/** `graceSeconds` is how long a request may wait before it is looked at; a host that starts after a crash gives 0. */
const Input = z.looseObject({ graceSeconds: z.number().optional() })

export const handler = step(Input, ({ graceSeconds }) =>
  reconcile(stepDeps(), graceSeconds === undefined ? undefined : graceSeconds * 1000)(),
)
