import * as z from 'zod'
import { region } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { Hours, idParams, LONGEST_NAME, line, Named, Paging, pageOf, Reason } from '../platform/shapes.ts'
import { Subject } from '../platform/terms.ts'
import { FeedCode } from './feed-codes.ts'

/** As many rows as a call may carry. */
export const MOST_RECORDS = 1000

const RecordNo = line(64)
/** A staff number, the platform’s own id of a person, or the provider’s number of a learner who is bound here. */
const Learner = line(64)

/**
 * Text as a provider delivers it. Bytes that are no UTF-8 arrive as U+FFFD, whatever they were: two numbers of records
 * would be one, and the second would correct the first.
 */
const delivered = (most: number) =>
  line(most).refine((text) => !text.includes('\uFFFD'), {
    params: { zh: '文字编码有误，请用 UTF-8 编码推送。', en: 'The text is not encoded in UTF-8.' },
  })

const oneDecimal = (hours: number): boolean => Math.round(hours * 10) / 10 === hours

/** A completion as it must be to be read; a row that is not is refused alone. */
export const FeedRecord = z.object({
  recordNo: delivered(64),
  staffNo: delivered(64),
  name: delivered(LONGEST_NAME),
  course: delivered(200),
  subject: Subject,
  from: z.string().max(10),
  to: z.string().max(10),
  hours: z
    .number()
    .min(0)
    .max(10_000)
    .refine(oneDecimal, {
      params: { zh: '学时至多一位小数。', en: 'Hours have at most one decimal place.' },
    }),
  passed: z.boolean(),
})
export type FeedRecord = z.infer<typeof FeedRecord>

/** What of a row must be right for the call to be answered row by row. */
const Delivered = z
  .looseObject({
    recordNo: delivered(64).meta({
      description: 'The provider’s own number of the record: its natural key.',
    }),
    staffNo: z.unknown().optional().meta({
      description: 'A text: staff number, or the learner’s number at the provider where a code has bound it.',
    }),
    name: z.unknown().optional().meta({ description: 'A text: the person’s name.' }),
    course: z.unknown().optional().meta({ description: 'A text: the course.' }),
    subject: z.unknown().optional().meta({ description: '`professional` (Art. 41).' }),
    from: z.unknown().optional().meta({ description: 'The first day of study, `YYYY-MM-DD`.' }),
    to: z.unknown().optional().meta({ description: 'The last one, in the same year.' }),
    hours: z
      .unknown()
      .optional()
      .meta({ description: 'Hours, at most one decimal place; 0 takes the record back.' }),
    passed: z
      .unknown()
      .optional()
      .meta({ description: '`false` under a number that is known takes the record back.' }),
  })
  .meta({ id: 'FeedRecord' })

export const DeliveryBody = z
  .object({ records: z.array(Delivered).min(1).max(MOST_RECORDS) })
  .meta({ id: 'Delivery' })
export type DeliveryBody = z.infer<typeof DeliveryBody>

const FeedResult = z
  .object({
    recordNo: z.string(),
    state: z.enum(['accepted', 'known', 'held', 'refused']).meta({
      description:
        'accepted: on its way, or a correction that was taken; known: a repeat, with the code that holds it where it waits; held: somebody must look at it; refused: a rule refuses it.',
    }),
    code: FeedCode.optional(),
    article: z.string().optional(),
    detail: z.string().optional(),
  })
  .meta({ id: 'FeedResult' })
export type FeedResult = z.infer<typeof FeedResult>

export const FeedRowView = z
  .object({
    provider: z.string(),
    recordNo: z.string(),
    staffNo: z.string(),
    name: z.string(),
    course: z.string(),
    subject: Subject,
    from: z.string(),
    to: z.string(),
    hours: Hours,
    passed: z.boolean(),
    state: z.enum(['accepted', 'held', 'recognised', 'refused', 'withdrawn']),
    code: FeedCode.nullable(),
    article: z.string().nullable(),
    detail: z.string().nullable(),
    reason: z.string().nullable().meta({ description: 'Of the desk that looked at it.' }),
    receivedAt: z.string(),
    day: z.string().nullable().meta({ description: 'The day whose batch it is in.' }),
    version: z.number().int(),
  })
  .meta({ id: 'FeedRow' })
export type FeedRowView = z.infer<typeof FeedRowView>

/** A row as a desk sees it: with whose hours it takes them to be. */
const DeskRowView = FeedRowView.extend({
  staffId: z.string().nullable(),
  batch: z.string().nullable(),
}).meta({ id: 'FeedRowAtDesk' })
export type DeskRowView = z.infer<typeof DeskRowView>

const providerParams = z.object({ provider: z.string().min(1).max(200) })

export const deliverCompletions = {
  id: 'deliver-completions',
  callers: 'client',
  summary: 'Deliver online completions, up to 1,000 a call (Art. 41); by the provider’s program',
  description:
    'Answers each record in order. The same record again is `known`; another content under a known number is a correction. Safe to repeat whatever happened to the call before.',
  params: providerParams,
  body: DeliveryBody,
  limit: 2 * 1024 * 1024,
  reply: z.object({ results: z.array(FeedResult) }),
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation

export const deliverSignedFile = {
  id: 'deliver-signed-file',
  callers: region,
  summary: 'Upload a file of completions that a listed provider has signed (Art. 41); by the region',
  description:
    'A JSON Web Signature in compact form (RFC 7515; EdDSA or ES256), signed by the key that the list of providers has, over `{"provider","issuedAt","records":[…]}` with up to 1,000 records as in a call. Answers each record in order. The same file again changes nothing; one that was issued before the latest is refused.',
  body: z.object({ file: z.string().trim().min(1).max(3_000_000) }).meta({ id: 'SignedFile' }),
  limit: 3 * 1024 * 1024,
  reply: z.object({ provider: Named, issuedAt: z.string(), results: z.array(FeedResult) }),
  refuses: ['NOT_ALLOWED', 'INPUT_INVALID'],
} as const satisfies Operation

export const listCompletions = {
  id: 'list-completions',
  callers: 'client',
  summary:
    'What became of delivered completions: one by its number, or all in pages; by the provider’s program',
  params: providerParams,
  query: Paging.extend({ recordNo: RecordNo.optional() }),
  reply: pageOf(FeedRowView),
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation

export const bindLearner = {
  id: 'bind-learner',
  callers: 'client',
  summary: 'Bind a learner to the person whose code they entered; by the provider’s program',
  params: providerParams,
  body: z.object({ code: line(40), learner: Learner }),
  reply: z.object({ learner: z.string(), bound: z.literal(true) }),
  refuses: ['NOT_ALLOWED', 'NOT_FOUND', 'LINK_EXPIRED', 'LINK_USED', 'LEARNER_TAKEN'],
} as const satisfies Operation

export const createLearnerCode = {
  id: 'create-learner-code',
  callers: { person: ['own'] },
  summary: 'A code by which a provider’s learner is bound to oneself, shown once and good for 14 days',
  params: idParams,
  reply: z.object({ code: z.string(), expiresAt: z.string() }),
  status: 201,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND'],
} as const satisfies Operation

export const listHeld = {
  id: 'list-held-completions',
  callers: { authority: ['own', 'region'] },
  summary:
    'Delivered completions that somebody must look at: those of an authority’s people; of nobody known, the region',
  query: Paging,
  reply: pageOf(DeskRowView),
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation

export const listBatchRows = {
  id: 'list-batch-rows',
  callers: { department: ['own', 'lower'], authority: ['own', 'lower'] },
  summary: 'The rows of a day’s online hours, page by page',
  params: idParams,
  query: z.object({ cursor: z.string().max(2000).optional() }),
  reply: pageOf(DeskRowView),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const resolveCompletion = {
  id: 'resolve-completion',
  callers: { department: ['lower'], authority: ['lower', 'region'] },
  summary: 'Accept a held completion as somebody’s, or refuse one that is held or with the desks',
  body: z
    .object({
      providerId: z.string().min(1).max(200),
      recordNo: RecordNo,
      version: z.number().int().min(1),
      action: z.enum(['accept', 'refuse']),
      staffId: z.string().min(1).max(200).optional(),
      reason: Reason,
    })
    .meta({ id: 'FeedResolution' }),
  reply: DeskRowView,
  refuses: [
    ...(['NOT_ALLOWED', 'NOT_FOUND', 'OWN_REQUEST', 'STALE_VERSION'] as const),
    ...(['WRONG_STATE', 'PROVIDER_NOT_LISTED', 'INPUT_INVALID'] as const),
  ],
} as const satisfies Operation
