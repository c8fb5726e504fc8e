import { catalog } from '../functions/catalog.ts'

export interface Schedules {
  /** When the next schedule falls due, in epoch milliseconds. */
  nextDue(): number
  /** Runs what is due at `now`, in order. */
  fireDue(now: number): Promise<void>
}

/** The schedules of the catalog, by the clock that is given: what was due while the system was off runs once. */
export const openSchedules = (start: number, run: (name: string) => Promise<void>): Schedules => {
  const schedules = catalog.flatMap(({ name, trigger }) =>
    trigger.kind === 'every'
      ? [{ name, every: trigger.minutes * 60_000, due: start + trigger.minutes * 60_000 }]
      : [],
  )
  const nextDue = () => Math.min(...schedules.map(({ due }) => due))
  return {
    nextDue,
    async fireDue(now) {
      for (const schedule of schedules) {
        if (schedule.due > now) continue
        await run(schedule.name)
        // A long jump of the clock runs a repeating job once, not once for every interval that it skipped.
        schedule.due = Math.max(schedule.due + schedule.every, now + 1)
      }
    },
  }
}
