import * as z from 'zod'
import { deskItself, readers } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { idParams, line, Named, Paging, pageOf, Reason } from '../platform/shapes.ts'
import { Subject } from '../platform/terms.ts'
import { ProgrammeState } from './terms.ts'

const Year = z.number().int().min(2024).max(2999)
const MOST_ROWS = 100

const PlanRowBody = z.object({
  id: line(40).optional().meta({ description: 'Of a row that stands already; without one it is new.' }),
  title: line(100),
  subject: Subject,
  audience: line(100),
  people: z.number().int().min(1).max(100_000),
  halfDays: z.number().int().min(1).max(400),
  budgetFen: z.number().int().min(0).max(10_000_000_000),
  month: z.number().int().min(1).max(12),
})

/** What an organisation plans for a year. */
export const PlanBody = z
  .object({
    year: Year,
    rows: z.array(PlanRowBody).max(MOST_ROWS),
    file: z.boolean().meta({ description: 'Files it with the organisation above; else it stays a draft.' }),
    reason: Reason.optional().meta({ description: 'Why a filed plan is adjusted.' }),
    version: z.number().int().min(0).meta({ description: 'Of the plan that was read; 0: there was none.' }),
  })
  .meta({ id: 'TrainingPlanBody' })
export type PlanBody = z.infer<typeof PlanBody>

const OfPlan = z.object({ id: z.string(), title: z.string(), state: ProgrammeState, firstDay: z.string() })

export const PlanView = z
  .object({
    organisation: Named,
    year: z.number().int(),
    state: z.enum(['none', 'draft', 'filed']),
    filedTo: Named.nullable(),
    filedAt: z.string().nullable(),
    late: z.boolean().meta({ description: '[R] It was filed after 31 March.' }),
    mayKeep: z.boolean(),
    rows: z.array(
      PlanRowBody.extend({
        id: z.string(),
        programmes: z.array(OfPlan).meta({ description: 'What was filed to carry it out.' }),
        held: z.object({
          halfDays: z.number().int().meta({ description: 'Of the classes that were closed.' }),
          people: z.number().int().meta({ description: 'Who passed in them.' }),
        }),
      }),
    ),
    besides: z
      .array(OfPlan.extend({ why: z.string().nullable() }))
      .meta({ description: 'Programmes of the year that no row planned.' }),
    acts: z.array(
      z.object({
        ...{ at: z.string(), actorName: z.string(), act: z.enum(['draft', 'file', 'adjust']) },
        reason: z.string().nullable(),
      }),
    ),
    version: z.number().int(),
  })
  .meta({ id: 'TrainingPlan' })
export type PlanView = z.infer<typeof PlanView>

const asked = z.object({ year: z.coerce.number().int().min(2024).max(2999) })

export const keepTrainingPlan = {
  id: 'keep-training-plan',
  callers: deskItself,
  summary: 'Draft an organisation’s annual plan, file it with the one above, or adjust a filed one on record',
  params: idParams,
  body: PlanBody,
  limit: 128 * 1024,
  reply: z.object({ state: z.enum(['draft', 'filed']), version: z.number().int() }),
  refuses: ['NOT_ALLOWED', 'NOT_FOUND', 'STALE_VERSION', 'INPUT_INVALID'],
} as const satisfies Operation

export const readTrainingPlan = {
  id: 'read-training-plan',
  callers: 'account',
  summary:
    'An organisation’s annual plan, set against what was held; a draft for its own desk, a filed one for whoever is signed in',
  params: idParams,
  query: asked,
  reply: PlanView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const listTrainingPlans = {
  id: 'list-training-plans',
  callers: deskItself,
  summary: 'The annual plans that were filed with an organisation',
  params: idParams,
  query: Paging.extend(asked.shape),
  reply: pageOf(
    z.object({
      organisation: Named,
      rows: z.number().int(),
      people: z.number().int(),
      budgetFen: z.number().int(),
      filedAt: z.string(),
      late: z.boolean(),
    }),
  ),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

const count = z.number().int()

/** What an organisation's programmes of a year come to. */
export const ProgrammeFigures = z
  .object({
    organisation: Named,
    hasBelow: z.boolean().meta({ description: 'Others stand below it, whose figures it can be asked for.' }),
    filed: count,
    accepted: count,
    cancelled: count,
    closed: count,
    places: count.meta({ description: 'Of what was accepted and not cancelled.' }),
    enrolled: count.meta({ description: 'This and the next three: of classes that were closed.' }),
    attended: count,
    passed: count,
    hours: count.meta({ description: 'Of those who passed: their half-days, times four.' }),
    feeFenADay: count.nullable().meta({ description: 'What a day offline costs a person, in fen.' }),
    highestShareOfCap: count
      .nullable()
      .meta({ description: 'Of the dearest course: its fee of its cap (Art. 26), in thousandths.' }),
  })
  .meta({ id: 'ProgrammeFigures' })
export type ProgrammeFigures = z.infer<typeof ProgrammeFigures>

export const listProgrammeFigures = {
  id: 'list-programme-figures',
  callers: readers,
  summary: 'What the programmes of an organisation, and of those right below it, come to in a year',
  params: idParams,
  query: z.object({
    ...asked.shape,
    cursor: z.string().max(2000).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  reply: pageOf(ProgrammeFigures),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation
