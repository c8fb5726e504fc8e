import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The system can't start here; the message is one sentence that says what to do. */
export class InstanceRefusedError extends Error {
  override name = 'InstanceRefusedError'
}

export interface Instance {
  /** Removes everything in the folder, and keeps the lock. */
  clear(): void
  release(): void
}

const LOCK = 'instance.lock'
const HOLDER = 'instance.pid'

/** Kept here, because an unreferenced lock would be garbage-collected and so released. */
const held = new Set<DatabaseSync>()

const holderOf = (directory: string): string => {
  try {
    return readFileSync(join(directory, HOLDER), 'utf8').trim()
  } catch {
    return '?'
  }
}

const isBusy = (error: unknown): boolean => error instanceof Error && /locked|busy/i.test(error.message)

/**
 * Locks a data folder for this process. The operating system holds the lock on a file (through SQLite, as
 * Node has no call for it) and releases it when the process ends in any way, so no lock is ever stale. Waits
 * up to `patience` milliseconds for an instance that is ending.
 * @throws InstanceRefusedError where another instance runs, or the folder can't be written
 */
export const openInstance = (directory: string, patience = 0): Instance => {
  let lock: DatabaseSync | undefined
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    lock = new DatabaseSync(join(directory, LOCK), { timeout: patience })
    lock.exec('BEGIN EXCLUSIVE')
    writeFileSync(join(directory, HOLDER), String(process.pid))
  } catch (error) {
    lock?.close()
    const message = isBusy(error)
      ? `数据目录 ${directory} 正由另一个实例使用（进程 ${holderOf(directory)}），请先停止它，或用 DATA_DIR 换一个目录。 Another instance is running on this data folder: stop it first, or choose another folder by DATA_DIR.`
      : `数据目录 ${directory} 不能写入，请检查权限，或用 DATA_DIR 换一个目录。 The data folder can't be written: check its permissions or choose another by DATA_DIR.`
    throw new InstanceRefusedError(message, { cause: error })
  }
  const taken = lock
  held.add(taken)
  return {
    clear() {
      for (const name of readdirSync(directory))
        if (!name.startsWith(LOCK) && name !== HOLDER) rmSync(join(directory, name), { recursive: true })
    },
    release() {
      if (!held.delete(taken)) return
      rmSync(join(directory, HOLDER), { force: true })
      taken.close()
    },
  }
}

/**
 * Listens on this machine alone.
 * @throws InstanceRefusedError where the port is in use
 */
export const listenLocally = async (server: Server, port: number): Promise<void> => {
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw new InstanceRefusedError(
      `端口 ${port} 已被占用，请关闭占用它的程序，或换一个端口：PORT=${port + 1} npm start。 Port ${port} is in use: end the program that holds it, or run PORT=${port + 1} npm start.`,
      { cause: error },
    )
  }
}

/** For a script under npm, whose end does not reach it: calls `shutdown` once when npm has gone. */
export const exitWithParent = (shutdown: () => void, everyMilliseconds = 500): void => {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    shutdown()
  }, everyMilliseconds)
  timer.unref()
}
