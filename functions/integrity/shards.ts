import { sealing } from '../platform/sealing.ts'
import { steps } from '../platform/step.ts'
import { integrityShards } from './functions.ts'
import { headsHost } from './integrity-host.ts'
import { walkShards } from './walk-shards.ts'

export const handler = steps(integrityShards, sealing(headsHost), {
  'walk-shards': (input, host) => walkShards(host)(input),
})
