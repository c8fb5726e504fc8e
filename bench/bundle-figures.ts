import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import { importCost } from './import-cost.ts'
import { median } from './median.ts'

type BundleAll = (directory: string) => Map<string, { directory: string; bytes: number }>

/** What `infra/bundles.ts` of a tree exports, whatever its version. */
const Bundles = z.object({ bundle: z.custom<BundleAll>((value) => typeof value === 'function') })

const environment = { AWS_REGION: 'us-east-1', POWERTOOLS_METRICS_DISABLED: 'true' }

/** Bundles every function of a tree's catalog, and imports each in processes of its own, so many. */
export const benchBundles = async (tree: string, runs: number) => {
  const { bundle } = Bundles.parse(await import(pathToFileURL(join(tree, 'infra/bundles.ts')).href))
  const directory = mkdtempSync(join(tmpdir(), 'training-platform-figures-'))
  try {
    const bundles = [...bundle(directory)].map(([name, { directory: folder, bytes }]) => {
      const costs = Array.from({ length: runs }, () => importCost(join(folder, 'index.mjs'), { environment }))
      return {
        name,
        bytes,
        milliseconds: median(costs.map(({ milliseconds }) => milliseconds)),
        processor: median(costs.map(({ processor }) => processor)),
      }
    })
    const most = (of: (one: (typeof bundles)[number]) => number) =>
      bundles.reduce((one, other) => (of(other) > of(one) ? other : one))
    const largest = most(({ bytes }) => bytes)
    const slowest = most(({ processor }) => processor)
    return {
      functions: bundles.length,
      kilobytes: Math.round(bundles.reduce((sum, { bytes }) => sum + bytes, 0) / 1024),
      largest: `${largest.name}, ${Math.round(largest.bytes / 1024)} KB`,
      importMilliseconds: Math.round(median(bundles.map(({ milliseconds }) => milliseconds))),
      importProcessorMilliseconds: Math.round(median(bundles.map(({ processor }) => processor))),
      slowestImport: `${slowest.name}, ${Math.round(slowest.processor)} ms of the processor`,
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
