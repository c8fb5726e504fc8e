import { decidingHost } from '../platform/deciding-host.ts'
import { sealing } from '../platform/sealing.ts'
import { steps } from '../platform/step.ts'
import { assessPage } from './close-page.ts'
import { yearPages } from './functions.ts'

export const handler = steps(yearPages, sealing(decidingHost), {
  'assess-page': (input, host) => assessPage(host)(input),
})
