import type { Session } from './class-marks.tsx'

const SHANGHAI_MS = 8 * 3_600_000
const halves = { morning: 0, afternoon: 1 } as const

const orderOf = ({ day, half }: Session): string => `${day} ${halves[half]}`

/**
 * The half-day that an organiser works with at a moment: of today's the one that is on, in the morning the morning's; else
 * the last before, else the first to come. `today`: the platform's day; a browser whose clock shows another one is
 * not asked for the hour.
 */
export const halfDayOn = (
  sessions: readonly Session[],
  today: string,
  now: number = Date.now(),
): Session | undefined => {
  const shanghai = new Date(now + SHANGHAI_MS).toISOString()
  const isAfternoon = shanghai.slice(0, 10) === today && Number(shanghai.slice(11, 13)) >= 12
  const sorted = sessions.toSorted((one, other) => orderOf(one).localeCompare(orderOf(other)))
  const until = `${today} ${isAfternoon ? 1 : 0}`
  const isOn = sorted.filter(({ day }) => day === today)
  return (
    isOn.findLast((one) => orderOf(one) <= until) ??
    // A class that begins this afternoon.
    isOn[0] ??
    sorted.findLast(({ day }) => day < today) ??
    sorted[0]
  )
}
