import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import { median } from './median.ts'

type BundleAll = (directory: string) => Map<string, { directory: string; bytes: number }>

/** What `infra/bundles.ts` of a tree exports, whatever its version. */
const Bundles = z.object({ bundle: z.custom<BundleAll>((value) => typeof value === 'function') })

const RUNS = 5

/** Milliseconds that a fresh process takes to import a bundle, the start of Node itself not counted. */
const importTime = (file: string): number => {
  const script = `const begun = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)});
    process.stdout.write(String(performance.now() - begun)); process.exit(0)`
  const environment = { ...process.env, AWS_REGION: 'us-east-1', POWERTOOLS_METRICS_DISABLED: 'true' }
  return Number(
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { env: environment }),
  )
}

/** Bundles every function of a tree's catalog, and imports each in processes of its own. */
export const benchBundles = async (tree: string) => {
  const { bundle } = Bundles.parse(await import(pathToFileURL(join(tree, 'infra/bundles.ts')).href))
  const directory = mkdtempSync(join(tmpdir(), 'training-platform-figures-'))
  try {
    const bundles = [...bundle(directory)].map(([name, { directory: folder, bytes }]) => {
      const times = Array.from({ length: RUNS }, () => importTime(join(folder, 'index.mjs')))
      return { name, bytes, milliseconds: median(times) }
    })
    const largest = bundles.reduce((one, other) => (other.bytes > one.bytes ? other : one))
    const slowest = bundles.reduce((one, other) => (other.milliseconds > one.milliseconds ? other : one))
    return {
      functions: bundles.length,
      kilobytes: Math.round(bundles.reduce((sum, { bytes }) => sum + bytes, 0) / 1024),
      largest: `${largest.name}, ${Math.round(largest.bytes / 1024)} KB`,
      importMedianMilliseconds: Math.round(median(bundles.map(({ milliseconds }) => milliseconds))),
      slowestImport: `${slowest.name}, ${Math.round(slowest.milliseconds)} ms`,
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
