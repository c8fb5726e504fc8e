import * as z from 'zod'
import { TrainingJson } from '../../rules/credit-json.ts'
import type { Operation } from '../kit/operation.ts'
import { LineStatus, RequestStatus, Stage, training } from '../store/terms.ts'
import { Hours, idParams, Paging, pageOf } from './shapes.ts'

const Text = (most: number) => z.string().trim().min(1).max(most)

/** A line of a claim: one training in one subject, judged by the rules. */
export const ClaimLine = TrainingJson.safeExtend({
  activity: z.boolean().optional().meta({ description: 'Practice, conference, lecture or visit (Art. 37).' }),
}).meta({ id: 'ClaimLine' })

export const RecognitionClaim = z
  .object({
    type: z.literal('recognition'),
    staffId: Text(100),
    title: Text(200),
    provider: Text(200).optional(),
    certificateNo: Text(100).optional(),
    lines: z.array(ClaimLine).min(1).max(10),
    evidence: z.array(z.string().min(1).max(100)).max(10),
  })
  .meta({ id: 'RecognitionClaim' })
export type RecognitionClaim = z.infer<typeof RecognitionClaim>

const Line = z
  .object({
    ...training,
    activity: z.boolean(),
    status: LineStatus,
    stage: Stage.nullable(),
    hours: Hours,
    grantedHours: Hours.nullable(),
  })
  .meta({ id: 'RequestLine' })

const Act = z
  .object({
    at: z.string(),
    actor: z.string(),
    actorName: z.string(),
    act: z.string(),
    stage: Stage.nullable(),
    line: z.number().int().nullable(),
    reason: z.string().nullable(),
    grantedHours: Hours.nullable(),
  })
  .meta({ id: 'TimelineEntry' })

export const RequestSummary = z
  .object({
    id: z.string(),
    type: z.literal('recognition'),
    status: RequestStatus,
    stage: Stage.nullable(),
    round: z.number().int(),
    staffId: z.string(),
    title: z.string(),
    submittedAt: z.string(),
  })
  .meta({ id: 'RequestSummary' })
export type RequestSummary = z.infer<typeof RequestSummary>

export const RequestView = RequestSummary.extend({
  staffName: z.string(),
  institution: z.string(),
  submittedBy: z.string(),
  provider: z.string().nullable(),
  certificateNo: z.string().nullable(),
  evidence: z.array(z.object({ id: z.string(), type: z.string(), size: z.number().int() })),
  lines: z.array(Line),
  holder: z.object({ organisation: z.string(), role: Stage, name: z.string() }).nullable(),
  tasks: z.array(
    z.object({ id: z.string(), stage: Stage, line: z.number().int().nullable(), dueOn: z.string() }),
  ),
  timeline: z.array(Act),
}).meta({ id: 'Request' })
export type RequestView = z.infer<typeof RequestView>

export const submitRequest = {
  summary: 'Submit a request',
  description:
    'The same Idempotency-Key with the same body answers with the same request; nothing is done twice.',
  body: RecognitionClaim,
  reply: RequestSummary,
  status: 201,
  idempotencyKey: true,
} as const satisfies Operation

export const readRequest = {
  summary: 'A request with its timeline',
  params: idParams,
  reply: RequestView,
} as const satisfies Operation

export const listRequests = {
  summary: 'Requests that the caller submitted',
  query: Paging.extend({ box: z.literal('mine').default('mine') }),
  reply: pageOf(RequestSummary),
} as const satisfies Operation

export const withdrawRequest = {
  summary: 'Take a request back before the first decision, or after a return',
  params: idParams,
  reply: RequestView,
} as const satisfies Operation

export const resubmitRequest = {
  summary: 'Resubmit a returned request with the corrected body',
  params: idParams,
  body: RecognitionClaim,
  reply: RequestSummary,
} as const satisfies Operation
