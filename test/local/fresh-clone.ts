import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const SCRIPTS = resolve(import.meta.dirname, '../../scripts')
const FILES = ['run.mjs', 'prepare.mjs', 'prepare-java.mjs', 'prepare-lock.mjs', 'java-runtime.txt']

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** All that it printed, on either stream. */
  readonly said: string
}

/** A folder with the launcher and nothing installed, at a path that shells like to stumble over. */
export const makeClone = async (): Promise<string> => {
  const clone = await mkdtemp(join(tmpdir(), '培训 平台 clone-'))
  await mkdir(join(clone, 'scripts'))
  for (const file of FILES) await cp(join(SCRIPTS, file), join(clone, 'scripts', file))
  await writeFile(join(clone, 'package-lock.json'), '{}')
  await writeFile(join(clone, 'package.json'), '{"devDependencies":{"tool":"1.0.0"}}')
  return clone
}

/**
 * A stand-in for npm that says when it was called, takes a while, and ends as it is told. It installs this Node as
 * the project's own and one package with a program.
 */
export const fakeNpm = (clone: string, exitCode: number, milliseconds = 0): Promise<void> =>
  writeFile(
    join(clone, 'npm.js'),
    `const { appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } = require('node:fs')
    appendFileSync(${JSON.stringify(join(clone, 'calls'))}, process.argv.slice(2).join(' ') + '\\n')
    if (process.argv[2] !== 'ci') process.exit(${exitCode})
    rmSync('node_modules', { recursive: true, force: true })
    mkdirSync('node_modules/node/bin', { recursive: true })
    symlinkSync(${JSON.stringify(process.execPath)}, 'node_modules/node/bin/node')
    mkdirSync('node_modules/tool', { recursive: true })
    writeFileSync('node_modules/tool/package.json', '{"bin":{"turn":"turn.js"}}')
    writeFileSync('node_modules/tool/turn.js', 'console.log("turned", ...process.argv.slice(2))')
    setTimeout(() => process.exit(${exitCode}), ${milliseconds})`,
  )

/** What the stand-in for npm was called with, one line a call. */
export const npmCalls = async (clone: string): Promise<string[]> =>
  (await readFile(join(clone, 'calls'), 'utf8').catch(() => '')).split('\n').filter(Boolean)

/** Starts the launcher in a clone; not under npm unless the environment says so. */
export const launch = (clone: string, argv: string[] = [], environment: Record<string, string> = {}) =>
  spawn(process.execPath, [join(clone, 'scripts/run.mjs'), ...argv], {
    env: { ...process.env, npm_lifecycle_event: '', npm_execpath: join(clone, 'npm.js'), ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })

export const ending = async (child: ReturnType<typeof launch>): Promise<Ended> => {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  const [code, signal] = await once(child, 'close')
  return { code, signal, said }
}

/** Runs the launcher in a clone to its end. */
export const run = (...given: Parameters<typeof launch>): Promise<Ended> => ending(launch(...given))
