import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseUnavailableError, databaseFault } from './database-fault.ts'
import { endLeftover, prepareDirectory } from './database-files.ts'
import { databaseKey } from './database-key.ts'
import { databaseCommand } from './database-program.ts'
import { freePort } from './free-port.ts'
import { javaPath } from './java.ts'

export { DatabaseUnavailableError } from './database-fault.ts'

export interface Database {
  readonly endpoint: string
  /** The key by which clients see this database, and no other. */
  readonly accessKey: string
  /** Java's process id. */
  readonly pid: number
  /** Fulfilled when Java has gone, by `stop` or by itself. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

const WATCHER = resolve(import.meta.dirname, 'database-watcher.ts')

/** The key of a database in memory, which tests and measurements begin with nothing in. */
const IN_MEMORY = 'local'

const STOP_SECONDS = 5
const START_SECONDS = 60
/** Another program may take a free port before Java does. */
const TRIES = 3

const answers = (endpoint: string): Promise<boolean> =>
  fetch(endpoint, { signal: AbortSignal.timeout(1000) }).then(
    (response) => response.headers.has('x-amzn-requestid'),
    () => false,
  )

/** Ends Java: asked first, then made to. */
const end = async (java: ChildProcess, ended: Promise<void>): Promise<void> => {
  java.kill('SIGTERM')
  const patience = setTimeout(() => java.kill('SIGKILL'), STOP_SECONDS * 1000)
  await ended
  clearTimeout(patience)
}

/**
 * Writes down Java's id for the next start, and has a watcher end Java should this process go first: it waits for the
 * end of a pipe that this process alone holds open.
 */
const noteAndWatch = (java: ChildProcess, pid: number, directory: string | undefined): void => {
  const pidFile = directory === undefined ? undefined : join(directory, 'database.pid')
  if (pidFile !== undefined) writeFileSync(pidFile, `${pid}\n`)
  const { stdin } = spawn(process.execPath, [WATCHER, String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    windowsHide: true,
  })
  stdin.on('error', () => undefined)
  java.once('exit', () => {
    // A word releases the watcher: Java's number may soon be another program's.
    stdin.end('gone')
    if (pidFile !== undefined) rmSync(pidFile, { force: true })
  })
}

const launch = async (
  directory: string | undefined,
  port: number,
  accessKey: string,
  isForMuch: boolean | undefined,
): Promise<Database> => {
  const java = spawn('java', databaseCommand(directory, port, isForMuch), {
    env: {
      ...process.env,
      PATH: javaPath(process.env),
      // Without a UTF-8 locale Java opens no path with Chinese in it; and `databaseFault` reads English.
      LC_ALL: 'C.UTF-8',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own: Ctrl-C reaches only this process, which ends the parts in order.
    detached: true,
    windowsHide: true,
  })
  let output = ''
  for (const stream of [java.stdout, java.stderr])
    stream.on('data', (chunk) => {
      output = (output + String(chunk)).slice(-8000)
    })
  java.once('error', ({ message }) => {
    output += message
  })
  const ended = new Promise<void>((resolveEnded) => java.once('close', () => resolveEnded()))
  if (java.pid !== undefined) noteAndWatch(java, java.pid, directory)
  const endpoint = `http://127.0.0.1:${port}`
  const deadline = Date.now() + START_SECONDS * 1000
  while (!(await answers(endpoint))) {
    if (java.exitCode !== null || java.signalCode !== null || Date.now() > deadline) {
      await end(java, ended)
      throw (
        databaseFault(output, port) ??
        new DatabaseUnavailableError(
          'DATABASE_FAILED',
          `数据库没有启动，原因：${output.trim().split('\n').at(-1) ?? ''}。 The database did not start; its last words stand before this sentence.`,
        )
      )
    }
    await wait(20)
  }
  if (java.pid === undefined)
    throw new DatabaseUnavailableError('DATABASE_FAILED', 'The database has no process.')
  return { endpoint, accessKey, pid: java.pid, ended, stop: () => end(java, ended) }
}

/**
 * Starts AWS's DynamoDB Local and waits until it answers: on disk with a directory, else in memory.
 * `isForMuch`: tuned for hundreds of thousands of writes. It ends with this process, and one that an earlier
 * process left on the directory is ended first.
 * @throws DatabaseUnavailableError with one sentence that says what to do
 */
export const startDatabase = async (
  options: { readonly directory?: string; readonly port?: number; readonly isForMuch?: boolean } = {},
): Promise<Database> => {
  const { port } = options
  const directory = options.directory === undefined ? undefined : resolve(options.directory)
  if (directory !== undefined) {
    await endLeftover(directory)
    prepareDirectory(directory)
  }
  const accessKey = directory === undefined ? IN_MEMORY : databaseKey(directory)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launch(directory, port ?? (await freePort()), accessKey, options.isForMuch)
    } catch (error) {
      const again = error instanceof DatabaseUnavailableError && error.code === 'PORT_IN_USE'
      if (port !== undefined || !again || attempt === TRIES) throw error
    }
  }
}
