import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { type Cost, importCost } from './import-cost.ts'
import { median } from './median.ts'

const Template = z.object({ Resources: z.record(z.string(), z.unknown()) })

/** A production wants to be told who signs its people in. */
const ISSUER = 'https://login.example'

/** Synthesises a tree's app as `cdk synth` does, with bundles that are there, and counts the resources of each template. */
export const benchTemplates = (tree: string, runs: number) => {
  const costs: Cost[] = []
  let resources: Record<string, number> = {}
  for (let run = 0; run < runs; run += 1) {
    const directory = mkdtempSync(join(tmpdir(), 'training-platform-synth-'))
    try {
      costs.push(
        importCost(join(tree, 'infra/app.ts'), {
          directory: tree,
          environment: { CDK_OUTDIR: directory, CDK_CONTEXT_JSON: JSON.stringify({ oidcIssuer: ISSUER }) },
        }),
      )
      resources = Object.fromEntries(
        readdirSync(directory)
          .filter((name) => name.endsWith('.template.json'))
          .map((name) => {
            const template = Template.parse(JSON.parse(readFileSync(join(directory, name), 'utf8')))
            return [name.replace('.template.json', ''), Object.keys(template.Resources).length]
          }),
      )
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  }
  const seconds = (of: (cost: Cost) => number) => Number((median(costs.map(of)) / 1000).toFixed(1))
  return {
    resources,
    synthSeconds: seconds(({ milliseconds }) => milliseconds),
    // Without esbuild, which is a process of its own.
    synthProcessorSeconds: seconds(({ processor }) => processor),
  }
}
