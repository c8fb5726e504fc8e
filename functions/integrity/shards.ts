import { sealing } from '../platform/sealing.ts'
import { steps } from '../platform/step.ts'
import { integrityShards } from './functions.ts'
import { headsHost } from './integrity-host.ts'
import { walkShard } from './walk-shard.ts'

export const handler = steps(integrityShards, sealing(headsHost), {
  'walk-shard': (input, host) => walkShard(host)(input),
})
