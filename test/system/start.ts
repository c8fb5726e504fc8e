import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const ROOT = resolve(import.meta.dirname, '../..')

export interface RunningSystem {
  readonly url: string
  readonly process: ChildProcess
  /** What it has printed so far. */
  readonly output: () => string
  /** Asks it to end, as Ctrl-C does, and waits until it has. */
  stop(): Promise<void>
  /** Ends it at once, in the middle of whatever it does. */
  kill(): Promise<void>
}

/** Starts the whole local system as `npm start` does, and waits until it answers. */
export const startSystem = async (options: {
  directory: string
  port: number
  arguments?: string[]
  logLevel?: string
  environment?: Readonly<Record<string, string>>
}): Promise<RunningSystem> => {
  const child = spawn(process.execPath, ['local/main.ts', ...(options.arguments ?? [])], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...options.environment,
      POWERTOOLS_LOG_LEVEL: options.logLevel ?? 'WARN',
      PORT: String(options.port),
      DATA_DIR: options.directory,
      npm_lifecycle_event: '',
      // What a start compiles serves the next: a third of what a start costs.
      NODE_COMPILE_CACHE: join(ROOT, '.cache', 'compiled'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that a kill takes the database with it.
    detached: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const url = `http://127.0.0.1:${options.port}`
  const ended = once(child, 'exit')
  const end = Date.now() + 120_000
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The system ended while starting:\n${output}`)
    const answers = await fetch(`${url}/api/health`)
      .then((response) => response.ok)
      .catch(() => false)
    if (answers) break
    if (Date.now() > end) {
      child.kill('SIGKILL')
      throw new Error(`The system did not answer within two minutes:\n${output}`)
    }
    await wait(50)
  }
  const send = async (signal: 'SIGINT' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    if (signal === 'SIGKILL' && child.pid !== undefined) process.kill(-child.pid, signal)
    else child.kill(signal)
    await ended
  }
  return {
    url,
    process: child,
    output: () => output,
    stop: () => send('SIGINT'),
    kill: () => send('SIGKILL'),
  }
}
