import * as z from 'zod'
import { activityKinds } from './activity-rates.ts'
import { creditFaultsIn } from './credit-faults.ts'
import { asParams, type Fault, faultsOf } from './faults.ts'
import { isHours, MOST_HOURS } from './hours.ts'
import { DateJson, IdJson, report, YearJson } from './json-parts.ts'
import { salvageCredit } from './salvage.ts'

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

const ActivityJson = z
  .object({
    kind: z.enum(activityKinds),
    quantity: z.number().meta({ description: 'Days, which may be halved, or sessions.' }),
  })
  .meta({
    description:
      'In place of half-days or hours: its hours follow from the table in force on its first day (Art. 37).',
  })

/** One training as it is claimed. What it refers to (a change, a delayed year) is judged with the facts it stands in. */
export const TrainingJson = z
  .object(training)
  .superRefine((claimed, context) => report(context, creditFaultsIn(salvageCredit(claimed))), {
    when: () => true,
  })
  .meta({ id: 'Training' })

const RaisedJson = z
  .array(
    z.object({
      halfDays: HalfDaysJson.optional(),
      quantity: z.number().optional().meta({ description: 'In place of half-days, of an activity.' }),
      after: z.number().int().min(0).meta({ description: 'How many credits of the list were there before.' }),
      turn: z.number().int().min(0).default(0).meta({
        description: 'Its place among what was added after the same credit.',
      }),
    }),
  )
  .meta({
    description:
      'What corrections added to its half-days, or to the quantity of its activity: each finds its days, or its part of the cap, after the credits that were there.',
  })

/** The form of one training as it counts: a credit belongs to the year in which the training took place. */
export const CreditJson = z
  .object({
    id: IdJson,
    ...training,
    training: IdJson.optional().meta({
      description: 'What its lines share: one session across New Year is one training (Art. 16).',
    }),
    activity: ActivityJson.optional(),
    raised: RaisedJson.optional(),
  })
  .meta({ id: 'Credit' })
export type CreditJson = z.infer<typeof CreditJson>

/** Every fault of a training by itself, with pointers into it; none where it could be credited. */
export const creditFaults = (training: unknown): Fault[] => {
  const parsed = TrainingJson.safeParse(training, { reportInput: true })
  return parsed.success ? [] : faultsOf(parsed.error)
}
