import { decidingHost } from '../platform/deciding-host.ts'
import { steps } from '../platform/step.ts'
import { assessPage } from './close-page.ts'
import { yearPages } from './functions.ts'

export const handler = steps(yearPages, decidingHost, {
  'assess-page': (input, host) => assessPage(host)(input),
})
