import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** A program that ended badly: the end of its log tells why. */
export class ProgramFailedError extends Error {
  override name = 'ProgramFailedError'
}

export interface Program {
  readonly command: string
  readonly arguments: readonly string[]
  readonly environment: NodeJS.ProcessEnv
  /** Where its output goes. */
  readonly log: string
}

const PATIENCE_MS = 10_000
const running = new Set<ChildProcess>()

/** Starts a program in a process group of its own, so that its children end with it. */
export const start = ({ command, arguments: list, environment, log }: Program): ChildProcess => {
  const file = openSync(log, 'a')
  const child = spawn(command, list, { env: environment, stdio: ['ignore', file, file], detached: true })
  closeSync(file)
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

const signal = (child: ChildProcess, name: NodeJS.Signals): void => {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name)
  } catch (error) {
    // The group has ended by itself.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** Ends a program and its children: by TERM, after ten seconds by KILL. */
export const stop = async (child: ChildProcess): Promise<void> => {
  if (!hasEnded(child)) {
    const ended = once(child, 'exit')
    signal(child, 'SIGTERM')
    await Promise.race([ended, wait(PATIENCE_MS, undefined, { ref: false })])
  }
  signal(child, 'SIGKILL')
}

/** Ends everything that was started here and still runs. */
export const stopAll = async (): Promise<void> => {
  await Promise.all([...running].map(stop))
}

export const endOf = (log: string, lines = 40): string =>
  readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n')

/** Runs a program to its end. Throws `ProgramFailedError` with the end of its log. */
export const run = async (program: Program): Promise<void> => {
  const child = start(program)
  const [code] = await once(child, 'exit')
  if (code !== 0)
    throw new ProgramFailedError(
      `${[program.command, ...program.arguments].join(' ')} ended with ${code}.\n${endOf(program.log)}\nThe whole log: ${program.log}`,
    )
}
