import * as z from 'zod'
import { decidingHost } from '../platform/deciding-host.ts'
import { sealing } from '../platform/sealing.ts'
import { job } from '../platform/step.ts'
import { formBatches } from './form-batch.ts'
import { feedBatches } from './functions.ts'

export const handler = job(feedBatches, z.looseObject({}), sealing(decidingHost), (_, host) =>
  formBatches(host)(),
)
