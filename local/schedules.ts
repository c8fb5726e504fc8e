import { existsSync, readFileSync } from 'node:fs'
import { Cron } from 'croner'
import { catalog } from '../functions/catalog.ts'
import { writeDurably } from './durable-file.ts'
import { FiredJson } from './fired-json.ts'

/** The regulation's dates are calendar dates there, whatever the machine's zone. */
const ZONE = 'Asia/Shanghai'

export interface Schedules {
  /** When the next appointment of the calendar falls due, in epoch milliseconds; what merely repeats is none. */
  nextDue(): number | undefined
  /**
   * Runs what is due by `now`, earliest first; two calls never run the same turn. On the way of a jump only the
   * appointments are kept: a job that merely repeats runs when the clock stands again.
   */
  fireDue(now: number, which?: 'all' | 'appointments'): Promise<void>
}

/** Runs a job; `scheduledAt` is the moment for which it was due, in epoch milliseconds. */
type Run = (name: string, scheduledAt: number) => Promise<void>

interface Schedule {
  readonly name: string
  readonly kind: 'calendar' | 'repeating'
  due: number
  /** The turn after the one that was due, as seen at a moment. */
  readonly after: (due: number, now: number) => number | undefined
}

const readFired = (file: string | undefined): Record<string, number> =>
  file !== undefined && existsSync(file) ? FiredJson.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}

const next = (cron: Cron, after: number): number | undefined => cron.nextRun(new Date(after))?.getTime()

/** The latest turn of a calendar schedule that was missed since `since`, or the next one that is to come. */
const firstDue = (cron: Cron, since: number, now: number): number | undefined => {
  let due = next(cron, since)
  for (let later = due; later !== undefined && later <= now; later = next(cron, later)) due = later
  return due
}

/**
 * The schedules of the catalog by the clock that is given. A job that repeats makes up for nothing. An appointment of
 * the calendar that passed while the system was off is kept once, as soon as it runs again: `file` remembers which
 * were kept. (In the cloud the scheduler itself tries again for an hour.)
 */
export const openSchedules = (start: number, run: Run, file?: string): Schedules => {
  const fired = readFired(file)
  const remember = (name: string, at: number): void => {
    fired[name] = at
    if (file !== undefined) writeDurably(file, JSON.stringify(fired))
  }
  const schedules = catalog.flatMap(({ name, work }): Schedule[] => {
    if (work.kind !== 'job') return []
    const { schedule } = work
    if ('every' in schedule) {
      const every = schedule.every * 60_000
      return [{ name, kind: 'repeating', due: start + every, after: (_, now) => now + every }]
    }
    const cron = new Cron(schedule.cron, { timezone: ZONE, paused: true })
    const since = fired[name]
    // From its first start on the system knows what it missed.
    if (since === undefined) remember(name, start)
    const due = firstDue(cron, since ?? start, start)
    return due === undefined ? [] : [{ name, kind: 'calendar', due, after: (last) => next(cron, last) }]
  })
  const appointments = schedules.filter(({ kind }) => kind === 'calendar')

  const fire = async (now: number, among: readonly Schedule[]): Promise<void> => {
    for (;;) {
      const [schedule] = among.filter(({ due }) => due <= now).sort((a, b) => a.due - b.due)
      if (schedule === undefined) return
      const { due } = schedule
      // Taken before it runs: a tick that comes meanwhile does not run it again.
      schedule.due = schedule.after(due, now) ?? Number.POSITIVE_INFINITY
      await run(schedule.name, due)
      if (schedule.kind === 'calendar') remember(schedule.name, due)
    }
  }
  let last: Promise<void> = Promise.resolve()
  return {
    nextDue: () => {
      const due = Math.min(...appointments.map((schedule) => schedule.due))
      return Number.isFinite(due) ? due : undefined
    },
    fireDue: (now, which = 'all') => {
      const turn = last.then(() => fire(now, which === 'all' ? schedules : appointments))
      last = turn.catch(() => undefined)
      return turn
    },
  }
}
