/**
 * How long `npm start` takes to its first answered request on a warm data folder, beside DynamoDB Local alone from its
 * start to its first answer: interleaved pairs. Nothing is built: the pages stand in `web/dist`.
 * Run: `node bench/start.ts [--pairs 7]`.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startDatabase } from '../local/database.ts'
import { freePort } from '../local/free-port.ts'
import { median } from './median.ts'

const MAIN = resolve(import.meta.dirname, '../local/main.ts')
/** As `npm start` has it (`scripts/run.mjs`). */
const NODE_COMPILE_CACHE = resolve(import.meta.dirname, '../.cache/compiled')
const POLL_MILLISECONDS = 10

class NotStartedError extends Error {
  override name = 'NotStartedError'
}

const answered = async (url: string, child: ChildProcess): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new NotStartedError(`The system ended with ${child.exitCode}.`)
    const isThere = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isThere) return
    await wait(POLL_MILLISECONDS)
  }
}

/** Milliseconds from the start of the process to the first answer of its API; ended in order afterwards. */
const systemStart = async (directory: string): Promise<number> => {
  const port = await freePort()
  const begun = performance.now()
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, NODE_COMPILE_CACHE, PORT: String(port), DATA_DIR: directory },
    stdio: 'ignore',
  })
  await answered(`http://127.0.0.1:${port}/api/health`, child)
  const took = performance.now() - begun
  child.kill('SIGTERM')
  await once(child, 'exit')
  return took
}

/** The same for AWS's program alone, on a folder of its own that has been there before. */
const databaseStart = async (directory: string): Promise<number> => {
  const begun = performance.now()
  const database = await startDatabase({ directory })
  const took = performance.now() - begun
  await database.stop()
  return took
}

export const benchStart = async (pairs: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'training-platform-start-'))
  const [system, database] = [join(folder, 'system'), join(folder, 'database')]
  try {
    // The first of each makes its folder, and is not counted.
    await systemStart(system)
    await databaseStart(database)
    const ours: number[] = []
    const alone: number[] = []
    for (let pair = 0; pair < pairs; pair += 1) {
      ours.push(await systemStart(system))
      alone.push(await databaseStart(database))
    }
    const ratios = ours.map((took, pair) => took / (alone[pair] ?? Number.NaN)).toSorted((a, b) => a - b)
    const hundredths = (value: number) => Math.round(value * 100) / 100
    return {
      pairs,
      milliseconds: { start: Math.round(median(ours)), databaseAlone: Math.round(median(alone)) },
      timesDatabase: {
        median: hundredths(median(ratios)),
        least: hundredths(ratios[0] ?? Number.NaN),
        most: hundredths(ratios.at(-1) ?? Number.NaN),
      },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { pairs: { type: 'string', default: '7' } } })
  console.log(JSON.stringify(await benchStart(Number(values.pairs)), null, 2))
}
