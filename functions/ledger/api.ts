import * as z from 'zod'
import { EligibilityDetail } from '../../rules/eligibility-detail-json.ts'
import { AssessmentJson, FactsJson } from '../../rules/json.ts'
import { DateJson } from '../../rules/json-parts.ts'
import { deskAndCorrectors, personAndReaders, readers } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { Hours, idParams, line, Problem, prose } from '../platform/shapes.ts'
import { Category, Mode, Subject } from '../platform/terms.ts'
import { RequestSummary } from '../requests/request-shapes.ts'

const Year = z.coerce.number().int().min(2024).max(2999)

export const SuspendedHours = z
  .object({
    entry: z.number().int(),
    year: z.number().int().meta({ description: 'That they served.' }),
    hours: Hours,
    subject: Subject,
    from: DateJson,
    to: DateJson,
    since: DateJson,
  })
  .meta({
    id: 'SuspendedHours',
    description: 'Hours that nobody has proved: after notice they count no more, until they are (Art. 35).',
  })
export type SuspendedHours = z.infer<typeof SuspendedHours>

export const readLedger = {
  id: 'read-ledger',
  callers: personAndReaders,
  summary: "A person's year: the facts, what they amount to, and the claims still open",
  description:
    'With `asOf`, a past day: the facts and the assessment as they were known and due on it. The claims still open are those of today.',
  params: idParams,
  query: z.object({ year: Year.optional(), asOf: DateJson.optional() }),
  reply: z.object({
    staffId: z.string(),
    name: z.string(),
    facts: FactsJson,
    assessment: AssessmentJson,
    suspended: z.array(SuspendedHours).meta({ description: 'Of this year.' }),
    open: z.array(RequestSummary),
  }),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const EntryView = z
  .object({
    sequence: z.number().int(),
    recordedAt: z.string(),
    recordedBy: z.string(),
    recordedByName: z.string().nullable(),
    source: z.string(),
    /** What the entry states; of a correction what holds instead, null where it makes the entry void. */
    fact: z.looseObject({ kind: z.string() }).nullable(),
    correctionOf: z.number().int().nullable(),
    suspension: z.enum(['begun', 'lifted']).nullable().meta({
      description:
        'Of a correction: it suspends hours that nobody has proved, or lets them count again (Art. 35).',
    }),
    reason: z.string().nullable(),
    quotes: z
      .object({ staffId: z.string(), sequence: z.number().int(), hash: z.string(), recordedAt: z.string() })
      .nullable()
      .meta({
        description: 'Of an entry that came with another record of the same person: the one it repeats.',
      }),
    hash: z.string(),
  })
  .meta({ id: 'LedgerEntry' })
export type EntryView = z.infer<typeof EntryView>

export const readEntries = {
  id: 'read-entries',
  callers: personAndReaders,
  summary: "A person's ledger as a history: every entry as it was made, and whether the chain is whole",
  params: idParams,
  reply: z.object({
    items: z.array(EntryView),
    chain: z.object({ whole: z.boolean(), firstBroken: z.number().int().nullable() }),
  }),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

const named = {
  /** Null where an entry came in without a request. */
  title: z.string().nullable(),
  provider: z.string().nullable(),
  certificateNo: z.string().nullable(),
  category: Category,
  from: DateJson,
  to: DateJson,
  hours: Hours,
  /** The examination's result; null where none is on record. */
  passed: z.boolean().nullable(),
}

export const TrainingRecord = z
  .object({
    id: z.string(),
    requestId: z.string().nullable(),
    /** Whether the reader may open the request: it stays visible to the desks where it was filed. */
    mayOpenRequest: z.boolean(),
    ...named,
    subject: Subject,
    mode: Mode,
    fullTime: z.boolean(),
    makeUpFor: z.number().int().nullable(),
  })
  .meta({ id: 'TrainingRecord' })
export type TrainingRecord = z.infer<typeof TrainingRecord>

export const FullTimeTraining = z.object(named).meta({ id: 'FullTimeTraining' })
export type FullTimeTraining = z.infer<typeof FullTimeTraining>

export const TrainingArchive = z
  .object({
    staffId: z.string(),
    name: z.string(),
    items: z.array(TrainingRecord),
    appraisal: z.array(z.object({ year: z.number().int(), trainings: z.array(FullTimeTraining) })).meta({
      description: 'What is entered in the form of the annual appraisal: full-time training, by year.',
    }),
    cadre: z.array(FullTimeTraining).meta({
      description: 'What is entered in the form of cadres: full-time training of two months or more.',
    }),
  })
  .meta({ id: 'TrainingArchive' })
export type TrainingArchive = z.infer<typeof TrainingArchive>

export const readTrainingArchive = {
  id: 'read-training-archive',
  callers: personAndReaders,
  summary: "A person's training archive: kind, content, time and result of all training on record (Art. 34)",
  params: idParams,
  reply: TrainingArchive,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

const Why = prose(1000)

export const CorrectionBody = z
  .object({
    entry: z.number().int().min(1).meta({ description: 'The sequence of the entry.' }),
    reason: Why,
    grantedHours: Hours.positive().multipleOf(0.1).optional(),
    void: z.literal(true).optional(),
  })
  .refine((body) => (body.grantedHours === undefined) !== (body.void === undefined), {
    path: ['grantedHours'],
    params: {
      zh: '请填写更正后的学时（grantedHours），或作废（void: true），二者只能选一。',
      en: 'State either the hours that shall hold (grantedHours), or void: true.',
    },
  })
  .meta({ id: 'Correction' })
export type CorrectionBody = z.infer<typeof CorrectionBody>

export const correctEntry = {
  id: 'correct-entry',
  callers: deskAndCorrectors,
  known: readers,
  summary:
    'A higher authority, or once the desk that decided itself, corrects an entry of a ledger or makes it void, by a new one (Art. 35)',
  params: idParams,
  body: CorrectionBody,
  reply: EntryView,
  status: 201,
  idempotencyKey: 'required',
  refuses: [
    'ALREADY_CORRECTED',
    'BUILT_ON',
    'CORRECTION_BREAKS_LEDGER',
    'CORRECTION_CHANGES_NOTHING',
    'ENTRY_SUSPENDED',
    'ENTRY_UNKNOWN',
    'ENTRY_VOID',
    'GRANT_NOT_HALF_DAYS',
    'GRANT_TOO_HIGH',
    'KEY_REUSED',
    'NOT_ALLOWED',
    'NOT_FOUND',
    'OWN_REQUEST',
  ],
} as const satisfies Operation

export const JustifiedBody = z
  .object({ year: z.number().int().min(2024).max(2999), reason: Why })
  .meta({ id: 'JustifiedReason' })
export type JustifiedBody = z.infer<typeof JustifiedBody>

export const recordJustified = {
  id: 'record-justified',
  callers: { department: ['lower'], authority: ['lower'] },
  known: readers,
  summary: 'Put on record that a justified reason was found for an incomplete year (Art. 7)',
  params: idParams,
  body: JustifiedBody,
  reply: EntryView,
  status: 201,
  refuses: ['ALREADY_JUSTIFIED', 'NOTHING_TO_JUSTIFY', 'NOT_ALLOWED', 'NOT_FOUND', 'OWN_REQUEST'],
} as const satisfies Operation

export const EligibilityView = EligibilityDetail.extend({
  /** For the years that this business looks at: who found the reason for an incomplete year justified. */
  justifiedBy: z.array(
    z.object({
      year: z.number().int(),
      id: z.string(),
      name: z.string().nullable(),
      at: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  suspended: z.array(SuspendedHours).meta({ description: 'Of the years that this business looks at.' }),
}).meta({ id: 'Eligibility' })
export type EligibilityView = z.infer<typeof EligibilityView>

export const readEligibility = {
  id: 'read-eligibility',
  callers: personAndReaders,
  summary:
    'Whether a business may go ahead for a person, by the recorded facts; all that apply where none is named',
  params: idParams,
  query: z.object({
    business: z.string().max(50).optional(),
    year: Year.optional().meta({
      description:
        'By default the last year that is over for excellence, commendation and promotion, else the current one.',
    }),
    change: z
      .string()
      .max(100)
      .optional()
      .meta({ description: 'Of changes of post: which one; by default the one that stands worst.' }),
  }),
  reply: z.union([EligibilityView, z.object({ items: z.array(EligibilityView) })]),
  refuses: ['BUSINESS_NOT_APPLICABLE', 'NOT_FOUND'],
} as const satisfies Operation

const Id = z.string().min(1).max(200)

export const EligibilityCheck = z
  .object({
    staffId: Id.optional(),
    staffNo: z.string().trim().min(1).max(40).optional().meta({
      description: 'The institution’s own number of the person, with `institution`, in place of `staffId`.',
    }),
    institution: Id.optional(),
    business: line(50),
    year: z.number().int().min(2024).max(2999).optional(),
    changeId: z.string().min(1).max(100).optional(),
  })
  .refine(
    ({ staffId, staffNo, institution }) =>
      staffId === undefined
        ? staffNo !== undefined && institution !== undefined
        : staffNo === undefined && institution === undefined,
    {
      path: ['staffId'],
      params: {
        zh: '请写明人员编号（staffId），或者单位（institution）和该单位的工号（staffNo），二者选一。',
        en: 'Name the person by staffId, or by institution and staffNo, one of the two.',
      },
    },
  )
  .meta({ id: 'EligibilityCheck' })
export type EligibilityCheck = z.infer<typeof EligibilityCheck>

export const checkEligibility = {
  id: 'check-eligibility',
  callers: personAndReaders,
  scope: 'eligibility',
  summary: 'Whether businesses may go ahead for many persons, for the systems of HR',
  description:
    'Up to 500 checks, answered in their order, each as the single one is; what cannot be answered stands with its problem. By people who may see the persons, and by other systems with the scope `eligibility`. Each person who was asked about has it on record: when, by whom, and what was answered.',
  body: z.object({ checks: z.array(EligibilityCheck).min(1).max(500) }).meta({ id: 'EligibilityChecks' }),
  limit: 512 * 1024,
  reply: z.object({
    items: z.array(
      z.object({
        staffId: z.string().nullable().meta({ description: 'Null where there is nobody for the caller.' }),
        business: z.string(),
        eligibility: EligibilityView.nullable(),
        problem: Problem.omit({ instance: true }).meta({ id: 'CheckProblem' }).nullable(),
      }),
    ),
  }),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation
