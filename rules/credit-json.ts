import * as z from 'zod'
import { daysFrom, parseDate, yearOf } from './calendar.ts'
import { edition2024 } from './edition.ts'
import { asParams, type Fault, faultsOf } from './faults.ts'
import { isHours, MOST_HOURS } from './hours.ts'
import { DateJson, IdJson, type PlacedFault, report, YearJson } from './json-parts.ts'
import { type SalvagedCredit, salvageCredit } from './salvage.ts'

const HalfDaysJson = z
  .number()
  .refine((count) => Number.isSafeInteger(count) && count >= 1, { params: asParams('HALF_DAYS_NOT_WHOLE') })
  .meta({ type: 'integer', minimum: 1, description: 'Of offline training: 4 hours each (Art. 39(1)).' })

const HoursJson = z
  .number()
  .refine((hours) => hours > 0 && isHours(hours), { params: asParams('HOURS_UNFIT') })
  .meta({
    exclusiveMinimum: 0,
    maximum: MOST_HOURS,
    multipleOf: 0.1,
    description: 'Of online training, as certified.',
  })

/** What a training is, whether it is claimed or credited. */
const training = {
  subject: z.enum(['public', 'professional']),
  category: z.enum(['induction', 'in_service', 'transfer', 'special']),
  mode: z.enum(['online', 'offline']),
  from: DateJson,
  to: DateJson,
  halfDays: HalfDaysJson.optional(),
  hours: HoursJson.optional(),
  fullTime: z.boolean().optional().meta({ description: 'Released from the post while training (脱产).' }),
  passed: z.boolean().optional(),
  forChange: z.string().optional().meta({ description: 'The id of the post change that it prepares for.' }),
  makeUpFor: YearJson.optional().meta({
    description: 'The delayed year that it counts for instead of its own (Art. 32).',
  }),
}

const periodFaults = ({ mode, from, to, halfDays }: SalvagedCredit): PlacedFault[] => {
  const [start, end] = [from && parseDate(from), to && parseDate(to)]
  if (!start || !end) return []
  if (end < start) return [{ path: ['to'], code: 'END_BEFORE_START' }]
  const faults: PlacedFault[] = []
  if (yearOf(start) !== yearOf(end)) faults.push({ path: ['to'], code: 'CROSSES_YEAR_END' })
  if (mode === 'offline' && (halfDays ?? 0) > daysFrom(start, end) * edition2024.halfDaysPerDay)
    faults.push({ path: ['halfDays'], code: 'HALF_DAYS_TOO_MANY' })
  return faults
}

const amountFaults = ({ mode, halfDays, hours }: SalvagedCredit): PlacedFault[] => {
  const faults: PlacedFault[] = []
  if (mode === 'offline') {
    if (halfDays === undefined) faults.push({ path: ['halfDays'], code: 'HALF_DAYS_MISSING' })
    if (hours !== undefined) faults.push({ path: ['hours'], code: 'HOURS_STATED_OFFLINE' })
  }
  if (mode === 'online') {
    if (hours === undefined) faults.push({ path: ['hours'], code: 'HOURS_MISSING' })
    if (halfDays !== undefined) faults.push({ path: ['halfDays'], code: 'HALF_DAYS_ONLINE' })
  }
  return faults
}

const judge = (credit: unknown, context: Parameters<typeof report>[0]): void => {
  const salvaged = salvageCredit(credit)
  report(context, [...periodFaults(salvaged), ...amountFaults(salvaged)])
}

/** One training as it is claimed. What it refers to (a change, a delayed year) is judged with the facts it stands in. */
export const TrainingJson = z
  .object(training)
  .superRefine(judge, { when: () => true })
  .meta({ id: 'Training' })

/** One training as it counts: a credit belongs to the year in which the training took place. */
export const CreditJson = z
  .object({ id: IdJson, ...training })
  .superRefine(judge, { when: () => true })
  .meta({ id: 'Credit' })
export type CreditJson = z.infer<typeof CreditJson>

/** Every fault of a training by itself, with pointers into it; none where it could be credited. */
export const creditFaults = (training: unknown): Fault[] => {
  const parsed = TrainingJson.safeParse(training, { reportInput: true })
  return parsed.success ? [] : faultsOf(parsed.error)
}
