import * as z from 'zod'
import { DateJson } from '../../rules/json-parts.ts'
import { organisationReaders } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { Hours, Paging, pageOf } from '../platform/shapes.ts'
import { Category, Level, Mode, Population, PostType, Subject } from '../platform/terms.ts'

const count = z.number().int()
const yearParams = z.object({ year: z.coerce.number().int().min(2024).max(2999) })

/** Which part of the cube: hours by all of these, people by their post and establishment alone. */
export const Choice = z.object({
  organisation: z.string().min(1).max(200).optional(),
  asOf: DateJson.optional().meta({ description: 'As it stood at the end of a day; today by default.' }),
  beside: z.coerce.number().int().min(2024).max(2999).optional().meta({
    description:
      'Another year beside it, both as they stood on the same day of their year: a running year is never compared with a whole one. `asOf` of the answer says which.',
  }),
  postType: PostType.optional(),
  quota: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  population: Population.optional(),
  subject: Subject.optional(),
  category: Category.optional(),
  mode: Mode.optional(),
})
export type Choice = z.infer<typeof Choice>

export const Figures = z
  .object({
    persons: count.meta({ description: 'Of whom the year asks something.' }),
    complete: count,
    short: count.meta({ description: 'All others of these, new hires in their induction included.' }),
    rate: z.number().nullable().meta({
      description:
        'Complete of those asked, in percent, rounded half up to one decimal, and 100 only where nobody is short; null: nobody is asked.',
    }),
    hours: Hours.meta({ description: 'Recognised for the year, before any cap of the rules.' }),
    public: Hours,
    professional: Hours,
    online: Hours,
    offline: Hours,
    missingPublic: Hours,
    missingProfessional: Hours,
    costYuan: z
      .number()
      .nonnegative()
      .meta({ description: 'What participants paid for classes that were filed and closed here.' }),
  })
  .meta({ id: 'Figures' })
export type Figures = z.infer<typeof Figures>

export const DeskFigures = z
  .object({
    decided: count.meta({ description: 'Decisions in the year, of all kinds of requests.' }),
    waitedDays: count.meta({
      description:
        'Working days that these waited at the desk, added up; divided by `decided`, how long it takes.',
    }),
    late: count.meta({ description: 'Decided after their day.' }),
    returned: count,
    refused: count,
    takenBack: count,
    corrected: count.meta({
      description:
        'Entries for the year that it recognised and that somebody at another desk corrected (Art. 35).',
    }),
    open: count.meta({ description: 'Tasks there now, whatever the year.' }),
    openLate: count.meta({ description: 'Of these past their day.' }),
  })
  .meta({ id: 'DeskFigures' })
export type DeskFigures = z.infer<typeof DeskFigures>

const part = <Key extends z.ZodType>(key: Key) => z.array(z.object({ key, hours: Hours }))
const ofPeople = z.object({ persons: count, complete: count, hours: Hours })

const organisation = z.object({ id: z.string(), name: z.string(), kind: z.string(), level: z.string() })

const Months = z
  .array(z.object({ month: count, public: Hours, professional: Hours }))
  .meta({ description: 'By the month of the training’s first day.' })

export const Statistics = z
  .object({
    year: z.number().int(),
    asOf: z.string(),
    organisation,
    total: Figures,
    beside: z
      .object({ year: z.number().int(), asOf: z.string(), total: Figures, months: Months })
      .nullable()
      .meta({ description: 'The other year, as of the same day of its year.' }),
    desk: DeskFigures.meta({ description: 'Of its own desk, not of those below. Not filtered.' }),
    months: Months,
    subjects: part(Subject),
    categories: part(Category),
    modes: part(Mode),
    postTypes: z.array(ofPeople.extend({ key: PostType })),
    quota: z.array(ofPeople.extend({ key: z.boolean() })),
    populations: z
      .array(ofPeople.extend({ key: Population }))
      .meta({ description: 'Whose staff (Art. 47).' }),
    levels: z.array(ofPeople.extend({ key: Level })).meta({
      description:
        'By the level of the authority, or department, that an institution is under; the highest first, those that there are.',
    }),
    providers: z.array(z.object({ id: z.string(), name: z.string().nullable(), hours: Hours })).meta({
      description:
        'By who held it, of the providers that the region lists; all others together have no name. Not filtered.',
    }),
  })
  .meta({ id: 'Statistics' })
export type Statistics = z.infer<typeof Statistics>

export const readStatistics = {
  id: 'read-statistics',
  callers: organisationReaders,
  summary: 'A year of an organisation and all below it, in numbers, as of any day',
  description:
    'From counters: no person is read. They follow an act within minutes. Hours count from the day of recording; a person counts a year where they were on the register on its last day, a running one where they are now.',
  params: yearParams,
  query: Choice,
  reply: Statistics,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND'],
} as const satisfies Operation

export const PlaceFigures = z
  .object({
    organisation,
    figures: Figures,
    beside: Figures.nullable().meta({ description: 'Of the other year, where one is asked for.' }),
    desk: DeskFigures,
  })
  .meta({ id: 'PlaceFigures' })
export type PlaceFigures = z.infer<typeof PlaceFigures>

export const listStatistics = {
  id: 'list-statistics',
  callers: organisationReaders,
  summary:
    'The organisations right below one, each with its numbers: those of its kind, then its institutions',
  params: yearParams,
  query: Choice.extend(Paging.shape).extend({
    by: z.enum(['organisation', 'department']).default('organisation').meta({
      description:
        '`organisation`: they add up to the one above. `department`: of the region, its sectors, each with all below it.',
    }),
    limit: z.coerce.number().int().min(1).max(50).default(50),
  }),
  reply: pageOf(PlaceFigures),
  refuses: ['NOT_ALLOWED', 'NOT_FOUND'],
} as const satisfies Operation

export const exportStatistics = {
  id: 'export-statistics',
  callers: organisationReaders,
  summary: 'The same numbers as a file: what the page shows, and each organisation right below',
  params: yearParams,
  query: Choice.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  reply: z.string(),
  answers: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  refuses: ['EXPORT_TOO_LARGE', 'NOT_ALLOWED', 'NOT_FOUND'],
} as const satisfies Operation
