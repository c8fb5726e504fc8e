import * as z from 'zod'
import { personAndReaders, readers } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { idParams, Paging, pageOf } from '../platform/shapes.ts'
import { ListedRequest, RequestSummary, RequestView } from './request-shapes.ts'
import { Correction, ObjectionForm, Submission } from './submissions.ts'

export const submitRequest = {
  id: 'submit-request',
  callers: { person: ['own'], institution: ['own'], department: ['lower'], authority: ['lower'] },
  summary: 'Submit a request',
  description:
    'The same Idempotency-Key with the same body answers with the same request; nothing is done twice.',
  body: Submission,
  reply: RequestSummary,
  status: 201,
  idempotencyKey: 'required',
  refuses: [
    'ALREADY_JUSTIFIED',
    'CHANGE_NOTHING',
    'DEEMED_ALREADY_ASKED',
    'DEEMED_UNFOUNDED',
    'DEEMED_WORKERS_ONLY',
    'DELAY_OUTSIDE_WINDOW',
    'EVIDENCE_ALREADY_USED',
    'KEY_REUSED',
    'NOT_ALLOWED',
    'NOT_FOUND',
    'NOTHING_TO_JUSTIFY',
    'OBJECTION_ALREADY_MADE',
    'OBJECTION_TOO_LATE',
    'OBJECTION_UNFOUNDED',
    'POST_CHANGE_UNDER_WAY',
    'POST_TYPE_BY_FILING',
    'PROVIDER_NOT_LISTED',
    'YEAR_ALREADY_DELAYED',
    'YEAR_COMPLETE',
    'YEAR_NOT_APPLICABLE',
  ],
} as const satisfies Operation

export const submitObjection = {
  id: 'submit-objection',
  callers: { person: ['own'] },
  known: readers,
  summary: 'Object to a decision, within 30 days, by whom it concerns (Art. 7, 35)',
  description:
    'The desk that decided looks again once; where it stands by its decision, the one above it. The same as a request of type `objection`.',
  body: ObjectionForm,
  reply: RequestSummary,
  status: 201,
  idempotencyKey: 'optional',
  refuses: [
    'EVIDENCE_ALREADY_USED',
    'KEY_REUSED',
    'NOT_ALLOWED',
    'NOT_FOUND',
    'OBJECTION_ALREADY_MADE',
    'OBJECTION_TOO_LATE',
    'OBJECTION_UNFOUNDED',
  ],
} as const satisfies Operation

export const readRequest = {
  id: 'read-request',
  callers: personAndReaders,
  lent: true,
  summary: 'A request with its timeline',
  params: idParams,
  reply: RequestView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const listRequests = {
  id: 'list-requests',
  callers: 'account',
  summary:
    'Requests that the caller submitted or that were filed for them, the latest first, and who holds each',
  query: Paging.extend({
    box: z.literal('mine').default('mine'),
    state: z
      .enum(['open', 'done'])
      .optional()
      .meta({ description: '`open`: in review, on hold or returned; `done`: all others.' }),
  }),
  reply: pageOf(ListedRequest),
  refuses: [],
} as const satisfies Operation

export const withdrawRequest = {
  id: 'withdraw-request',
  callers: { person: ['own'] },
  known: readers,
  summary: 'Take a request back before the first decision, or after a return',
  params: idParams,
  reply: RequestView,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND', 'WRONG_STATE'],
} as const satisfies Operation

export const resubmitRequest = {
  id: 'resubmit-request',
  callers: { person: ['own'] },
  known: readers,
  summary: 'Resubmit a returned request with the corrected body',
  description:
    'A returned line may be corrected, split into several, joined with another or dropped: `lines` holds those of before at their places and further ones behind them, `dropped` the places of those that are claimed no more. What was not returned stays as it is; so do the kind of the matter and the year.',
  params: idParams,
  body: Correction,
  reply: RequestSummary,
  refuses: [
    'ALREADY_JUSTIFIED',
    'CHANGE_NOTHING',
    'DEEMED_ALREADY_ASKED',
    'DEEMED_UNFOUNDED',
    'DEEMED_WORKERS_ONLY',
    'DELAY_OUTSIDE_WINDOW',
    'EVIDENCE_ALREADY_USED',
    'NOT_ALLOWED',
    'NOT_FOUND',
    'NOTHING_TO_JUSTIFY',
    'OBJECTION_ALREADY_MADE',
    'OBJECTION_TOO_LATE',
    'OBJECTION_UNFOUNDED',
    'POST_CHANGE_UNDER_WAY',
    'POST_TYPE_BY_FILING',
    'PROVIDER_NOT_LISTED',
    'WRONG_STATE',
    'YEAR_ALREADY_DELAYED',
    'YEAR_COMPLETE',
    'YEAR_NOT_APPLICABLE',
  ],
} as const satisfies Operation
