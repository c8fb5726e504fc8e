import { existsSync, readFileSync } from 'node:fs'
import { Cron } from 'croner'
import { catalog } from '../functions/catalog.ts'
import { writeDurably } from './durable-file.ts'
import { FiredJson } from './fired-json.ts'

/** The regulation's dates are calendar dates there, whatever the machine's zone. */
const ZONE = 'Asia/Shanghai'

export interface Schedules {
  /** When the next calendar appointment is due, in epoch milliseconds; repeating jobs are left out. */
  nextDue(): number | undefined
  /**
   * Runs what is due by `now`, earliest first; two calls never run the same turn. With `appointments` it
   * leaves repeating jobs out, which run when a jump of the clock has ended.
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

/** The latest turn of a calendar schedule missed since `since`, else the next one. */
const firstDue = (cron: Cron, since: number, now: number): number | undefined => {
  let due = next(cron, since)
  for (let later = due; later !== undefined && later <= now; later = next(cron, later)) due = later
  return due
}

/**
 * The schedules of the catalog, by the given clock. A repeating job, and one that looks at the present alone,
 * makes up for nothing. A calendar
 * appointment missed while the system was off runs once at the next start: `file` remembers which ran. (In
 * the cloud the scheduler tries for an hour.)
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
    if (schedule.present) {
      const due = next(cron, start)
      return due === undefined ? [] : [{ name, kind: 'repeating', due, after: (_, now) => next(cron, now) }]
    }
    const since = fired[name]
    // Remembered from the first start on, so that later starts know what was missed.
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
      // Set before the run, so that a tick during it does not run the turn again.
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
