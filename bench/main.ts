/**
 * The benchmark: every figure counted or measured in this run, printed and written to `bench/results.json`.
 * Timings are ratios of interleaved pairs, so that the machine's speed and load cancel out.
 * Run: `npm run bench`; `-- --persons 2000 --pairs 5` makes the close shorter, `--rows 2200` the feed, `--region 2000` the
 * region whose reads are counted.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { benchAssess } from './assess.ts'
import { benchClose } from './close.ts'
import { benchFeed } from './feed.ts'
import { benchLatency } from './latency.ts'
import { benchRegionReads } from './region-reads.ts'
import { benchStart } from './start.ts'
import { benchUnits } from './units.ts'

const { values } = parseArgs({
  options: {
    persons: { type: 'string', default: '20000' },
    pairs: { type: 'string', default: '5' },
    rows: { type: 'string', default: '200000' },
    region: { type: 'string', default: '600000' },
  },
})

const results: Record<string, unknown> = { at: new Date().toISOString(), node: process.version }
const measure = async (name: string, run: () => Promise<unknown>): Promise<void> => {
  results[name] = await run()
  console.log(name, JSON.stringify(results[name], null, 2))
}
await measure('assess', benchAssess)
await measure('recognition', async () => {
  const { calls: _, ...counted } = await benchUnits()
  return counted
})
await measure('latency', () => benchLatency(200))
await measure('start', () => benchStart(7))
await measure('close', () => benchClose(Number(values.persons), Number(values.pairs)))
await measure('feed', () => benchFeed(Number(values.rows), 11))
await measure('region', () => benchRegionReads(Number(values.region)))
writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
