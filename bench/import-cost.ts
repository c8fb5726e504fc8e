import { execFileSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'

const Cost = z.object({ milliseconds: z.number(), processor: z.number() })
export type Cost = z.infer<typeof Cost>

/**
 * What importing a module costs in a fresh process, the start of Node itself not counted: milliseconds by the clock, and
 * of the processor, which a busy machine stretches less.
 */
export const importCost = (
  file: string,
  {
    directory = process.cwd(),
    environment = {},
  }: { directory?: string; environment?: NodeJS.ProcessEnv } = {},
): Cost => {
  const script = `const begun = performance.now(), before = process.cpuUsage()
    await import(${JSON.stringify(pathToFileURL(file).href)})
    const { user, system } = process.cpuUsage(before)
    const cost = { milliseconds: performance.now() - begun, processor: (user + system) / 1000 }
    process.stdout.write(JSON.stringify(cost), () => process.exit(0))`
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: directory,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return Cost.parse(JSON.parse(printed.toString()))
}
