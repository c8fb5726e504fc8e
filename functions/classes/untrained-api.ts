import * as z from 'zod'
import { organisationReaders } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { idParams, Named, Paging, pageOf } from '../platform/shapes.ts'
import { PostType } from '../platform/terms.ts'

/**
 * What came of the class that was meant for somebody. `not_enrolled`: nobody enrolled them; `declined`: their institution
 * said no; `left`: they were taken out; `waiting`: there was no seat; `absent`: they had one and were at no half-day;
 * `failed`: they were there.
 */
export const UntrainedState = z.enum(['not_enrolled', 'declined', 'left', 'waiting', 'absent', 'failed'])
export type UntrainedState = z.infer<typeof UntrainedState>

export const UntrainedPerson = z
  .object({
    staffId: z.string(),
    name: z.string(),
    staffNo: z.string().nullable(),
    postType: PostType,
    institution: Named,
    state: UntrainedState.nullable().meta({ description: 'Null where no class is asked about.' }),
    lastTrainedOn: z
      .string()
      .nullable()
      .meta({ description: 'The last day of training that was recognised; null: none ever was.' }),
  })
  .meta({ id: 'UntrainedPerson' })
export type UntrainedPerson = z.infer<typeof UntrainedPerson>

export const UntrainedQuery = Paging.extend({
  year: z.coerce
    .number()
    .int()
    .min(2024)
    .max(2999)
    .optional()
    .meta({ description: 'Who had no training recognised that took place in it; of a plan: its year.' }),
  months: z.coerce
    .number()
    .int()
    .min(1)
    .max(120)
    .optional()
    .meta({ description: 'Whom nobody has trained for so many months (Art. 29).' }),
  programme: z.string().min(1).max(200).optional().meta({
    description: 'For whom this class was meant, and who did not pass it.',
  }),
  row: z.string().min(1).max(40).optional().meta({
    description: 'The same, of all classes that carried out this row of the plan of `organiser` and `year`.',
  }),
  organiser: z.string().min(1).max(200).optional(),
})
export type UntrainedQuery = z.infer<typeof UntrainedQuery>

export const listUntrained = {
  id: 'list-untrained',
  callers: organisationReaders,
  summary:
    'Who was not trained, at an institution or at those right below an organisation: of a class, of a row of an annual plan, of a year, or for so many months',
  description:
    'By name for those who may see these people; an organiser sees those of others as numbers of its classes alone. What is asked for is one of `programme`, `row` with `organiser` and `year`, `months`, `year`. Classes that are not over yet count as training where somebody has a seat.',
  params: idParams,
  query: UntrainedQuery,
  reply: pageOf(UntrainedPerson),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation
