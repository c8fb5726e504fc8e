import { recordsHost } from '../platform/records-host.ts'
import { steps } from '../platform/step.ts'
import { sumUpYear } from './close-sum.ts'
import { yearSums } from './functions.ts'

export const handler = steps(yearSums, recordsHost, {
  'sum-up-year': (input, host) => sumUpYear(host)(input),
})
