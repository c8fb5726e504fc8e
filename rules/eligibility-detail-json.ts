import * as z from 'zod'
import { EligibilityRow } from './assessment-json.ts'

const DateText = z.string().meta({ format: 'date' })
const HoursNumber = z.number().meta({ description: 'Hours, at most one decimal place.' })
const DaysNumber = z.number().meta({ description: 'Offline days; half a day is 0.5.' })

/** What one obligation still lacks. Hours or days: either suffices, but for a year. */
export const MissingJson = z.discriminatedUnion('obligation', [
  z.object({
    obligation: z.literal('annual'),
    year: z.int(),
    status: z.enum(['open', 'inducting', 'deferred', 'overdue', 'short']),
    dueOn: DateText,
    hours: HoursNumber,
    public: HoursNumber,
    professional: HoursNumber,
  }),
  z.object({
    obligation: z.literal('induction'),
    dueOn: DateText,
    limitOn: DateText,
    hours: HoursNumber,
    days: DaysNumber,
  }),
  z
    .object({
      obligation: z.literal('term'),
      from: DateText,
      to: DateText,
      dueOn: DateText,
      hours: HoursNumber,
      days: DaysNumber,
      longestHours: HoursNumber,
      longestDays: DaysNumber,
    })
    .meta({ description: 'One session of so many hours or days; sessions are not summed (Art. 16).' }),
  z.object({
    obligation: z.literal('transfer'),
    id: z.string(),
    dueOn: DateText,
    hours: HoursNumber,
    days: DaysNumber,
  }),
  z
    .object({ obligation: z.literal('certificate'), name: z.string() })
    .meta({ description: 'Revoked for fraud: one under a new number is needed (Art. 32, 35).' }),
  z
    .object({ obligation: z.literal('no_term') })
    .meta({ description: 'No term is on record that could be judged (Art. 44).' }),
])
export type MissingJson = z.infer<typeof MissingJson>

/** A verdict with all that someone needs who has to act on it. */
export const EligibilityDetail = EligibilityRow.extend({
  /** The year that was asked about. */
  year: z.int(),
  /** The first date by which something that is missing is due; of a year's own businesses its date; else null. */
  dueOn: DateText.nullable(),
  missing: z.array(MissingJson),
  /** The lawful ways to mend it, by article. */
  mend: EligibilityRow.shape.reasons,
})
export type EligibilityDetail = z.infer<typeof EligibilityDetail>
