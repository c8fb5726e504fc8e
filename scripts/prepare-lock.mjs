// Lets one process at a time prepare this folder, also after a holder was killed.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
// Outside node_modules, which npm ci removes; the same place for everyone who prepares this folder.
const LOCK = join(ROOT, '.cache', 'prepare.lock')

const isRunning = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const holderOf = (lock) => {
  try {
    return Number(readFileSync(join(lock, 'pid'), 'utf8'))
  } catch {
    return 0
  }
}

/** The lock is a folder, which only one can make, with its holder's process number in it. */
const takeLock = () => {
  mkdirSync(dirname(LOCK), { recursive: true })
  try {
    mkdirSync(LOCK)
    writeFileSync(join(LOCK, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  return false
}

/** Removes a lock whose holder was killed. */
const dropLeftLock = () => {
  try {
    const holder = holderOf(LOCK)
    const isLeft = holder > 0 ? !isRunning(holder) : Date.now() - statSync(LOCK).mtimeMs > 10_000
    if (!isLeft) return
    const aside = `${LOCK}.${process.pid}`
    renameSync(LOCK, aside)
    // Another process may have removed it and taken a new lock since: puts that one back.
    if (holderOf(aside) === holder) rmSync(aside, { recursive: true, force: true })
    else renameSync(aside, LOCK)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

const pause = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

/** Does `work` unless it is done, or another process does it; answers whether it is done now. */
export const doOnce = (isDone, work) => {
  for (let waited = 0; !isDone(); waited += 1) {
    if (takeLock()) {
      try {
        // Another process may have finished between the check and the lock.
        return isDone() || work()
      } finally {
        rmSync(LOCK, { recursive: true, force: true })
      }
    }
    dropLeftLock()
    if (waited === 4)
      console.error('另一个进程正在安装，等它完成…… Another process is installing; waiting for it.')
    pause(500)
  }
  return true
}
