import * as z from 'zod'
import { decidingHost } from '../platform/deciding-host.ts'
import { job } from '../platform/step.ts'
import { formBatches } from './form-batch.ts'
import { feedBatches } from './functions.ts'

export const handler = job(feedBatches, z.looseObject({}), decidingHost, (_, host) => formBatches(host)())
