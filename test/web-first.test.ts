import { runShard } from './web/shards.ts'

runShard('first')
