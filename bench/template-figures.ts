import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { median } from './median.ts'

const Template = z.object({ Resources: z.record(z.string(), z.unknown()) })

const RUNS = 3

/** Synthesises a tree's app as `cdk synth` does, bundles included, and counts the resources of each template. */
export const benchTemplates = (tree: string) => {
  const seconds: number[] = []
  let resources: Record<string, number> = {}
  for (let run = 0; run < RUNS; run += 1) {
    const directory = mkdtempSync(join(tmpdir(), 'training-platform-synth-'))
    try {
      const begun = performance.now()
      execFileSync(process.execPath, ['infra/app.ts'], {
        cwd: tree,
        env: { ...process.env, CDK_OUTDIR: directory },
        stdio: 'ignore',
      })
      seconds.push((performance.now() - begun) / 1000)
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
  return { resources, synthSeconds: Number(median(seconds).toFixed(1)) }
}
