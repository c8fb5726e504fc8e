import * as z from 'zod'
import { organisationReaders, region } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { Hours, Paging, pageOf } from '../platform/shapes.ts'

const yearParams = z.object({ year: z.coerce.number().int().min(1000).max(2999) })
const OrganisationId = z.string().min(1).max(200)

const Status = z.enum(['met', 'deemed', 'inducting', 'deferred', 'short', 'overdue'])
const count = z.number().int().nonnegative()
const counts = {
  counts: z.object({
    met: count,
    deemed: count,
    inducting: count,
    deferred: count,
    overdue: count.meta({ description: 'Delayed years whose due date has passed, not complete.' }),
    short: count,
  }),
  overdue: count.meta({ description: 'The same as in `counts`, where it stood before.' }),
  provisional: count.meta({ description: 'Of all of these: results with a claim that is still open.' }),
}
const organisation = z.object({ id: z.string(), name: z.string(), kind: z.string(), level: z.string() })
const progress = z.object({ done: count, total: count })

export const YearView = z
  .object({
    year: z.number().int(),
    status: z.enum(['open', 'closing', 'closed']),
    progress,
    ...counts,
    notApplicable: count.meta({ description: 'On the register, but the year asks nothing of them.' }),
    failedShards: count,
    run: count,
    execution: z.string().nullable(),
    edition: z.object({ name: z.string(), hash: z.string() }).nullable(),
    startedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    organisation,
  })
  .meta({ id: 'Year' })
export type YearView = z.infer<typeof YearView>

const ofOrganisation = z.object({ organisation: OrganisationId.optional() })

export const readYear = {
  id: 'read-year',
  callers: organisationReaders,
  summary: "A year's close: its state, its progress, and its results counted",
  description:
    'The counts are those of the organisation asked for (by default the caller’s own) with all that is below it; progress is the whole region’s.',
  params: yearParams,
  query: ofOrganisation,
  reply: YearView,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND', 'YEAR_BEFORE_EDITION'],
} as const satisfies Operation

const started = z.object({ execution: z.string() })

export const startClose = {
  id: 'start-close',
  callers: region,
  summary: 'Closes a year, once it is over; repeated, it changes nothing that is right (the region alone)',
  params: yearParams,
  reply: started,
  status: 202,
  refuses: ['NOT_ALLOWED', 'TABLE_BEHIND', 'YEAR_BEFORE_EDITION', 'YEAR_NOT_OVER'],
} as const satisfies Operation

export const startRehearsal = {
  id: 'start-rehearsal',
  callers: region,
  summary: 'Rehearses the close of a year, apart from it, at any time (the region alone)',
  params: yearParams,
  reply: started,
  status: 202,
  refuses: ['NOT_ALLOWED', 'TABLE_BEHIND', 'YEAR_BEFORE_EDITION', 'YEAR_NOT_OVER'],
} as const satisfies Operation

export const redriveClose = {
  id: 'redrive-close',
  callers: region,
  summary: 'Lets a close that has failed go on: what failed is done again, and that alone (the region alone)',
  params: yearParams,
  query: z.object({ of: z.enum(['close', 'rehearsal']).default('close') }),
  reply: started,
  status: 202,
  refuses: ['NOTHING_TO_REDRIVE', 'NOT_ALLOWED'],
} as const satisfies Operation

export const RehearsalView = YearView.omit({ status: true })
  .extend({
    status: z.enum(['running', 'done']),
    blocking: pageOf(
      z.object({
        organisation,
        stage: z.string(),
        persons: count.meta({ description: 'Whose year would be complete by what this desk holds.' }),
        since: z.string(),
        requests: z.array(z.object({ requestId: z.string(), staffId: z.string(), since: z.string() })),
      }),
    ),
  })
  .meta({ id: 'Rehearsal' })
export type RehearsalView = z.infer<typeof RehearsalView>

export const readRehearsal = {
  id: 'read-rehearsal',
  callers: organisationReaders,
  summary: 'The latest rehearsal: who would qualify today, and whose desk keeps whom',
  params: yearParams,
  query: Paging.extend(ofOrganisation.shape),
  reply: RehearsalView,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND', 'YEAR_BEFORE_EDITION', 'YEAR_NOT_REHEARSED'],
} as const satisfies Operation

const chosenResults = ofOrganisation.extend({
  status: Status.optional(),
  provisional: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
})

export const ResultRow = z
  .object({
    staffId: z.string(),
    name: z.string(),
    institution: z.object({ id: z.string(), name: z.string() }),
    status: Status,
    provisional: z.boolean(),
    madeUp: z.boolean(),
    missing: z.object({ hours: Hours, public: Hours, professional: Hours }),
    asOf: z.string(),
    /** 1 from the close; each correction adds one. */
    entry: count,
  })
  .meta({ id: 'Result' })
export type ResultRow = z.infer<typeof ResultRow>

export const LeftRegister = z.object({ staffId: z.string(), name: z.string(), leftOn: z.string() })
export type LeftRegister = z.infer<typeof LeftRegister>

export const listResults = {
  id: 'list-results',
  callers: organisationReaders,
  summary: "A closed year's results, person by person, of an organisation and all that is below it",
  params: yearParams,
  query: Paging.extend(chosenResults.shape),
  reply: pageOf(ResultRow).extend({
    left: z.array(LeftRegister).meta({
      description:
        'On the first page of an institution’s whole list: who stood on its register in the year and left it before the year’s end, with their last day there. The year asks nothing of them.',
    }),
  }),
  refuses: ['NOT_ALLOWED', 'NOT_FOUND'],
} as const satisfies Operation

export const OrganisationYear = z.object({ organisation, ...counts }).meta({ id: 'OrganisationYear' })
export type OrganisationYear = z.infer<typeof OrganisationYear>

export const listYearOrganisations = {
  id: 'list-year-organisations',
  callers: organisationReaders,
  summary:
    'The organisations right below one, each with its results counted: those of its kind, then the institutions',
  description:
    'Below an authority also by competent department: `by=department` counts what the authority oversees by department of its level, and under its own id the institutions that have none; `department` lists its institutions under one department. A department’s own row elsewhere counts all its institutions, those of other authorities too.',
  params: yearParams,
  query: Paging.extend({
    parent: OrganisationId.optional(),
    by: z.enum(['organisation', 'department']).default('organisation'),
    department: OrganisationId.optional(),
  }),
  reply: pageOf(OrganisationYear),
  refuses: ['NOT_ALLOWED', 'NOT_FOUND'],
} as const satisfies Operation

export const exportResults = {
  id: 'export-results',
  callers: organisationReaders,
  summary: "A closed year's results as a table, at most 30,000 persons",
  params: yearParams,
  query: chosenResults.extend({ format: z.enum(['csv', 'xlsx']).default('csv') }),
  reply: z.string(),
  answers: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  refuses: ['EXPORT_TOO_LARGE', 'NOT_ALLOWED', 'NOT_FOUND'],
} as const satisfies Operation
