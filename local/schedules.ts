import { catalog } from '../functions/catalog.ts'

export interface Schedules {
  /** When the next schedule falls due, in epoch milliseconds. */
  nextDue(): number
  /** Runs what is due by `now`, earliest first. */
  fireDue(now: number): Promise<void>
}

/** The schedules of the catalog, by the clock that is given: what was due while the system was off is not made up for. */
export const openSchedules = (start: number, run: (name: string) => Promise<void>): Schedules => {
  const schedules = catalog.flatMap(({ name, trigger }) =>
    trigger.kind === 'every'
      ? [{ name, every: trigger.minutes * 60_000, due: start + trigger.minutes * 60_000 }]
      : [],
  )
  return {
    nextDue: () => Math.min(...schedules.map(({ due }) => due)),
    async fireDue(now) {
      const due = schedules.filter((schedule) => schedule.due <= now).sort((a, b) => a.due - b.due)
      for (const schedule of due) {
        // Taken before it runs: a tick that comes meanwhile does not run it again.
        schedule.due = now + schedule.every
        await run(schedule.name)
      }
    },
  }
}
