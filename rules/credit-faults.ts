import { isAmount, ratesOn } from './activity-rates.ts'
import { daysFrom, parseDate, yearOf } from './calendar.ts'
import { mostQuantity } from './credit.ts'
import { type Edition, edition2024 } from './edition.ts'
import { tenths } from './hours.ts'
import type { PlacedFault } from './json-parts.ts'
import type { SalvagedCredit } from './salvage.ts'

const periodFaults = (
  { mode, from, to, halfDays, hours }: SalvagedCredit,
  { halfDaysPerDay, onlineTenthsPerDay }: Edition,
): PlacedFault[] => {
  const [start, end] = [from && parseDate(from), to && parseDate(to)]
  if (!start || !end) return []
  if (end < start) return [{ path: ['to'], code: 'END_BEFORE_START' }]
  const faults: PlacedFault[] = []
  if (yearOf(start) !== yearOf(end)) faults.push({ path: ['to'], code: 'CROSSES_YEAR_END' })
  const days = daysFrom(start, end)
  if (mode === 'offline' && (halfDays ?? 0) > days * halfDaysPerDay)
    faults.push({ path: ['halfDays'], code: 'HALF_DAYS_TOO_MANY' })
  if (mode === 'online' && tenths(hours ?? 0) > days * onlineTenthsPerDay)
    faults.push({ path: ['hours'], code: 'HOURS_TOO_MANY' })
  return faults
}

const amountFaults = ({ mode, halfDays, hours, fullTime }: SalvagedCredit): PlacedFault[] => {
  const faults: PlacedFault[] = []
  if (mode === 'offline') {
    if (halfDays === undefined) faults.push({ path: ['halfDays'], code: 'HALF_DAYS_MISSING' })
    if (hours !== undefined) faults.push({ path: ['hours'], code: 'HOURS_STATED_OFFLINE' })
  }
  if (mode === 'online') {
    if (hours === undefined) faults.push({ path: ['hours'], code: 'HOURS_MISSING' })
    if (halfDays !== undefined) faults.push({ path: ['halfDays'], code: 'HALF_DAYS_ONLINE' })
    if (fullTime === true) faults.push({ path: ['fullTime'], code: 'FULL_TIME_ONLINE' })
  }
  return faults
}

/** Art. 37: an activity states days or sessions only, and no more than its dates hold. */
const activityFaults = (
  { activity, mode, from, to, halfDays, hours, fullTime }: SalvagedCredit,
  edition: Edition,
): PlacedFault[] => {
  const faults: PlacedFault[] = []
  if (halfDays !== undefined) faults.push({ path: ['halfDays'], code: 'AMOUNT_BESIDE_ACTIVITY' })
  if (hours !== undefined) faults.push({ path: ['hours'], code: 'AMOUNT_BESIDE_ACTIVITY' })
  if (fullTime === true)
    faults.push({ path: ['fullTime'], code: mode === 'online' ? 'FULL_TIME_ONLINE' : 'FULL_TIME_ACTIVITY' })
  const [start, end] = [from && parseDate(from), to && parseDate(to)]
  const { kind, quantity } = activity ?? {}
  if (!start || !end || end < start || kind === undefined || quantity === undefined) return faults
  const rate = ratesOn(edition.activities.rates, start)?.[kind]
  if (rate === undefined) faults.push({ path: ['activity'], code: 'RATES_MISSING' })
  else if (!isAmount(quantity, rate.unit))
    faults.push({ path: ['activity', 'quantity'], code: 'QUANTITY_UNFIT' })
  else if (quantity > mostQuantity(rate, daysFrom(start, end), edition))
    faults.push({ path: ['activity', 'quantity'], code: 'QUANTITY_TOO_MANY' })
  return faults
}

/** What is wrong between the fields of one training (Art. 37, 39(1), 41), by paths into it. */
export const creditFaultsIn = (credit: SalvagedCredit, edition: Edition = edition2024): PlacedFault[] => [
  ...periodFaults(credit, edition),
  ...(credit.activity === undefined ? amountFaults(credit) : activityFaults(credit, edition)),
]
