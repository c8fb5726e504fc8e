import { sealing } from '../platform/sealing.ts'
import { steps } from '../platform/step.ts'
import { writingHost } from '../platform/writing-host.ts'
import { correctResult } from './close-correct.ts'
import { failYear, freezeYear, listShards } from './close-freeze.ts'
import { reportYear } from './close-report.ts'
import { yearSteps } from './functions.ts'

export const handler = steps(yearSteps, sealing(writingHost), {
  'freeze-year': (input, host) => freezeYear(host)(input),
  'list-shards': (input, host) => listShards(host)(input),
  'report-year': (input, host) => reportYear(host)(input),
  'fail-year': (input, host) => failYear(host)(input),
  'correct-result': (input, host) => correctResult(host)(input),
})
