import { existsSync, readFileSync } from 'node:fs'
import { writeDurably } from './durable-file.ts'

/** The system's clock on this machine: it runs as fast as the machine's, and can be moved forward. */
export interface MovableClock {
  /** Epoch milliseconds. */
  now(): number
  /** Moves the clock to a moment, epoch milliseconds; false, without a change, where that is in its past. */
  moveTo(to: number): boolean
}

/** The file holds something else than a number of milliseconds. */
class ClockUnreadableError extends Error {
  override name = 'ClockUnreadableError'
}

const readOffset = (file: string): number => {
  const offset = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  // Without its offset the clock would jump.
  if (!Number.isFinite(offset)) throw new ClockUnreadableError(`The clock's file ${file} cannot be read.`)
  return offset
}

/** Opens the clock with its stored offset; `initial`, ISO 8601, moves it forward at once. */
export const openClock = (file: string, initial?: string): MovableClock => {
  let offset = readOffset(file)
  const now = () => Date.now() + offset
  const moveTo = (to: number): boolean => {
    if (to < now()) return false
    offset = to - Date.now()
    writeDurably(file, String(offset))
    return true
  }
  if (initial !== undefined) {
    // At the first start `initial` may also lie in the past; later the clock only moves forward.
    if (!existsSync(file)) {
      offset = Date.parse(initial) - Date.now()
      writeDurably(file, String(offset))
    } else moveTo(Date.parse(initial))
  }
  // Written at the first start, so that a missing file later is known as lost.
  if (!existsSync(file)) writeDurably(file, String(offset))
  return { now, moveTo }
}
