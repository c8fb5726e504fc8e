import { Temporal } from 'temporal-polyfill'
import type { RequestId, StaffId } from '../platform/ids.ts'
import type { Write } from '../platform/table.ts'
import { openWatch } from './watch.ts'

/**
 * Watches for the daily job that are no obligations: a filing on hold, and a day on which an approved change
 * comes into force. They stand in the same lists, under names of their own.
 */

const HOLD = 'hold:'
const DAY = 'in-force:'

/** The name under which a filing on hold is watched. */
export const holdName = (requestId: RequestId): string => `${HOLD}${requestId}`

/** The filing that a watch is about; undefined where it watches something else. */
export const heldFiling = (obligation: string): string | undefined =>
  obligation.startsWith(HOLD) ? obligation.slice(HOLD.length) : undefined

/** The name under which the day is watched on which something of the register comes into force. */
export const dayName = (day: string): string => `${DAY}${day}`

export const isDay = (obligation: string): boolean => obligation.startsWith(DAY)

export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

/** Watches a filing on hold every morning, from the day after the hold, until it goes on or is refused. */
export const watchHold = ({
  staffId,
  obligation,
  day,
}: {
  readonly staffId: StaffId
  readonly obligation: string
  /** The day of the hold. */
  readonly day: string
}): Write => openWatch({ staffId, obligation, nextOn: dayAfter(day), of: 0 })

/** Watches the day on which a change of the register comes into force. */
export const watchDay = (staffId: StaffId, day: string): Write =>
  openWatch({ staffId, obligation: dayName(day), nextOn: day, of: 0 })
