/** Hours (学时) as an integer number of tenths, so that sums are exact. */
export type Tenths = number

/** More than any training has; beyond it sums would no longer be exact. */
export const MOST_HOURS = 1_000_000

export const tenths = (hours: number): Tenths => Math.round(hours * 10)

export const hours = (tenths: Tenths): number => tenths / 10

/** Hours as people state them: at most one decimal place, not negative. */
export const isHours = (value: number): boolean =>
  value >= 0 && value <= MOST_HOURS && hours(tenths(value)) === value
