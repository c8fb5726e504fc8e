import * as z from 'zod'
import { inspectionTerms } from '../../rules/inspections.ts'
import { DateJson } from '../../rules/json-parts.ts'
import type { Matrix } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { ArticleNumber, Hours, idParams, Named, Paging, pageOf, prose, Reason } from '../platform/shapes.ts'
import { Mode, Subject } from '../platform/terms.ts'
import {
  DrawStatus,
  MatterAct,
  MatterKind,
  MatterOutcome,
  MatterStatus,
  Sign,
  WhyNotSuspended,
} from './terms.ts'

const Id = z.string().min(1).max(100)
const text = prose(2000)

/** The longest time that one draw looks at, in days: a year. */
const LONGEST_TIME = 366

export const DrawBody = z
  .object({
    deskId: Id,
    from: DateJson,
    to: DateJson,
    bySign: z.number().int().min(0).max(50),
    byLot: z.number().int().min(0).max(50),
    reason: Reason,
  })
  .refine(({ bySign, byLot }) => bySign + byLot > 0, {
    path: ['byLot'],
    params: { zh: '请至少抽取一条。', en: 'Draw at least one.' },
  })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= LONGEST_TIME * 86_400_000, {
    path: ['to'],
    params: { zh: '止日不能早于起日，最长一年。', en: 'Not before the first day, and within a year.' },
  })
  .meta({ id: 'DrawBody' })
export type DrawBody = z.infer<typeof DrawBody>

export const DrawRow = z
  .object({
    id: z.string(),
    authority: Named,
    desk: Named,
    from: z.string(),
    to: z.string(),
    bySign: z.number().int(),
    byLot: z.number().int(),
    status: DrawStatus,
    createdAt: z.string(),
    drawnAt: z.string().nullable(),
  })
  .meta({ id: 'DrawRow' })
export type DrawRow = z.infer<typeof DrawRow>

/** How it is redrawn by hand, step by step. */
const Recipe = z.object({ zh: z.array(z.string()), en: z.array(z.string()) })

export const DrawView = DrawRow.extend({
  reason: z.string(),
  createdBy: z.string(),
  commitment: z.string().meta({ description: 'SHA-256 of the seed, said before anything was drawn.' }),
  seed: z.string().nullable().meta({
    description:
      'Null until the sample is drawn; for the desk that was looked at, until all of it is closed.',
  }),
  open: z.boolean().meta({
    description:
      'False for the desk that was looked at while something of it is open: names are numbers then, signs are not said, frame and document not to be had.',
  }),
  recipe: Recipe,
  frameSize: z.number().int(),
  counts: z
    .object({
      withSigns: z.number().int().nullable().meta({ description: 'Of the frame; null: an older draw.' }),
      bySign: z
        .number()
        .int()
        .meta({ description: 'Drawn by signs: fewer than asked for where fewer have one.' }),
      byLot: z.number().int().meta({ description: 'Drawn by lot: fewer where no others were left.' }),
    })
    .nullable(),
  frameHash: z.string().nullable().meta({
    description:
      'SHA-256 over the names of the frame in the order of their characters, a line feed between two, none at the end.',
  }),
  drawn: z.array(
    z.object({
      name: z.string(),
      signs: z.array(Sign).meta({ description: 'None: drawn by lot.' }),
      matterId: z.string().nullable().meta({ description: 'For the authority alone.' }),
      person: Named.nullable().meta({ description: 'Whose hours; for the authority alone.' }),
      status: MatterStatus.nullable(),
      outcome: MatterOutcome.nullable(),
      suspended: z.boolean().meta({ description: 'The hours count no more until they are proved.' }),
    }),
  ),
}).meta({ id: 'DrawView' })
export type DrawView = z.infer<typeof DrawView>

/** All that it takes to redraw a sample, in one document. */
export const DrawDocument = z
  .object({
    ...{ id: z.string(), authority: z.string(), desk: z.string(), from: z.string(), to: z.string() },
    ...{ bySign: z.number().int(), byLot: z.number().int(), orderedAt: z.string(), drawnAt: z.string() },
    ...{ commitment: z.string(), seed: z.string(), frameHash: z.string() },
    outlierAbove: z
      .object({ online: Hours.nullable(), offline: Hours.nullable() })
      .meta({ description: 'In hours, by mode; null: too few to say what is usual.' }),
    frame: z.array(
      z.object({
        name: z.string(),
        hours: Hours,
        mode: Mode,
        days: z.number().int().nullable(),
        signs: z.array(Sign),
      }),
    ),
    drawn: z.array(z.object({ name: z.string(), by: z.enum(['sign', 'lot']), signs: z.array(Sign) })),
    recipe: Recipe,
  })
  .meta({ id: 'DrawDocument' })
export type DrawDocument = z.infer<typeof DrawDocument>

export const MatterRow = z
  .object({
    id: z.string(),
    kind: MatterKind,
    status: MatterStatus,
    outcome: MatterOutcome.nullable(),
    authority: Named,
    body: Named,
    person: Named.nullable(),
    text: z.string(),
    article: z.string().nullable(),
    dueOn: z.string(),
    overdue: z.boolean(),
    suspended: z.boolean(),
    expiresOn: z.string().nullable(),
  })
  .meta({ id: 'MatterRow' })
export type MatterRow = z.infer<typeof MatterRow>

export const MatterView = MatterRow.extend({
  createdAt: z.string(),
  noticeUntil: z.string().nullable(),
  institutionAgrees: z.boolean().nullable(),
  sample: z
    .object({
      drawId: z.string().nullable().meta({ description: 'Null: asked for by name.' }),
      entry: z.number().int(),
      hours: Hours,
      subject: Subject,
      mode: Mode,
      from: z.string(),
      to: z.string(),
      desk: Named,
      requestId: z.string().nullable(),
      /** For the authority alone: why these hours. */
      signs: z.array(Sign).nullable(),
      /** For the authority alone: by which entries the hours were corrected since. */
      corrections: z.array(z.object({ entry: z.number().int(), at: z.string(), reason: z.string() })),
      sameHours: z
        .array(
          z.object({
            ...{ id: z.string().nullable(), authority: Named, createdAt: z.string() },
            ...{ status: MatterStatus, outcome: MatterOutcome.nullable(), suspended: z.boolean() },
          }),
        )
        .meta({
          description:
            'Other matters in which proof of the same hours was asked for, and how they stand; `id` where the reader sees that one. Hours are suspended once, and count again with the last matter that holds them.',
        }),
      notSuspended: WhyNotSuspended.nullable().meta({
        description:
          'Nobody proved the hours in time, and they were not suspended: they count no more anyway (`void`), or other facts on record rest on them (`needed`).',
      }),
    })
    .nullable(),
  evidence: z.array(z.string()),
  entries: z.array(
    z.object({ at: z.string(), byName: z.string().nullable(), act: MatterAct, text: z.string() }),
  ),
  may: z.object({ answer: z.boolean(), check: z.boolean() }),
}).meta({ id: 'MatterView' })
export type MatterView = z.infer<typeof MatterView>

export const AnswerBody = z
  .object({
    text,
    evidence: z.array(Id).max(10).default([]),
    /** Of an institution about a violation: whether it sees it so too. */
    agrees: z.boolean().optional(),
  })
  .meta({ id: 'AnswerBody' })
export type AnswerBody = z.infer<typeof AnswerBody>

export const CheckBody = z
  .discriminatedUnion('act', [
    z.object({ act: z.literal('fits'), text }),
    /** The sequence of the entry by which the hours were corrected. */
    z.object({ act: z.literal('corrected'), entry: z.number().int().min(1), text }),
    z.object({ act: z.literal('rectify'), until: DateJson, text }),
    z.object({ act: z.literal('verify'), text }),
    z.object({ act: z.literal('again'), until: DateJson, text }),
    z.object({ act: z.literal('lift'), text }),
    z.object({ act: z.literal('withdraw'), text }),
    /** A violation, until the day on which it expires. */
    z.object({ act: z.literal('confirm'), until: DateJson, text }),
    z.object({ act: z.literal('dismiss'), text }),
  ])
  .meta({ id: 'CheckBody' })
export type CheckBody = z.infer<typeof CheckBody>

export const OrderBody = z
  .object({
    bodyId: Id,
    text,
    article: ArticleNumber,
    until: DateJson.meta({ description: `Within ${inspectionTerms.longestDays} days.` }),
    hours: z
      .object({ staffId: Id, entry: z.number().int().min(1) })
      .optional()
      .meta({
        description:
          'Hours of a person of that institution, by their entry, for which proof is asked: suspended after notice where nobody shows any, as those that are drawn.',
      }),
  })
  .meta({ id: 'OrderBody' })
export type OrderBody = z.infer<typeof OrderBody>

export const ViolationBody = z
  .object({ staffId: Id, text, article: ArticleNumber.default('32') })
  .meta({ id: 'ViolationBody' })
export type ViolationBody = z.infer<typeof ViolationBody>

/** The authority that draws and checks. */
const checkers = { authority: ['own'] } as const satisfies Matrix
/** The same, and the desk that is looked at. */
const checkersAndChecked = { department: ['own'], authority: ['own'] } as const satisfies Matrix
/** Those, whoever was asked, and the person. */
const everyoneConcerned = {
  person: ['own'],
  institution: ['own'],
  department: ['own'],
  authority: ['own'],
} as const satisfies Matrix

/** An authority, on those below it; the region on departments too, which stand under no authority. */
const overseers = { authority: ['lower', 'region'] } as const satisfies Matrix

export const listDraws = {
  id: 'list-draws',
  callers: checkersAndChecked,
  summary: 'The draws of one’s authority (`by`), or from what one’s own desk recognised, once drawn (`from`)',
  query: Paging.extend({ box: z.enum(['by', 'from']).default('by') }),
  reply: pageOf(DrawRow),
  refuses: [],
} as const satisfies Operation

export const readDraw = {
  id: 'read-draw',
  callers: checkersAndChecked,
  summary: 'A draw with its commitment and, once drawn, its seed, frame and sample (Art. 35)',
  description:
    'Redraw it: of each name of the frame the SHA-256 of `SEED`, a line feed and the name; the lowest are drawn, first among those with signs, then by lot among the others.',
  params: idParams,
  reply: DrawView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const readFrame = {
  id: 'read-sampling-frame',
  callers: checkersAndChecked,
  summary: 'The hours that a draw drew from, by their names, once it is drawn',
  description: 'For the desk that was looked at once nothing of it is open.',
  params: idParams,
  query: Paging,
  reply: pageOf(z.object({ name: z.string(), hours: Hours, signs: z.array(Sign) })),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const readDrawDocument = {
  id: 'read-draw-document',
  callers: checkersAndChecked,
  summary:
    'A draw as one document: seed, frame with hours and signs, sample, and how it is redrawn (Art. 35)',
  description: 'For the desk that was looked at once nothing of it is open.',
  params: idParams,
  reply: DrawDocument,
  refuses: ['EXPORT_TOO_LARGE', 'NOT_FOUND'],
} as const satisfies Operation

export const orderDraw = {
  id: 'order-draw',
  callers: overseers,
  summary: 'Draws a sample from what a lower desk has recognised (Art. 8, 35)',
  description:
    'The seed is made and committed to now, the frame is gathered at once, then the sample is drawn: within moments where the frame is small. The commitment shows that the seed was not changed after the frame was known. Nobody is told seed or frame before; no draw can be taken back, so that whoever orders until they like what is drawn is seen.',
  body: DrawBody,
  reply: DrawRow,
  status: 201,
  idempotencyKey: 'required',
  refuses: ['KEY_REUSED', 'NOT_ALLOWED'],
} as const satisfies Operation

export const listMatters = {
  id: 'list-inspections',
  callers: 'account',
  summary:
    'Samples, orders and violations: of one’s authority (`check`), asked of one’s body (`asked`), about oneself (`own`)',
  query: Paging.extend({
    box: z.enum(['check', 'asked', 'own']).default('check'),
    kind: MatterKind.optional().meta({ description: 'Of `check`: which; samples where nothing is said.' }),
  }),
  reply: pageOf(MatterRow),
  refuses: [],
} as const satisfies Operation

export const readMatter = {
  id: 'read-inspection',
  callers: everyoneConcerned,
  summary: 'A sample, order or violation with what was done about it',
  params: idParams,
  reply: MatterView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const readMatterEvidence = {
  id: 'read-inspection-evidence',
  callers: everyoneConcerned,
  summary: 'The bytes of a file that was shown as proof',
  params: z.object({ id: z.string().min(1).max(200), evidence: z.string().min(1).max(100) }),
  reply: z.string(),
  answers: ['application/pdf', 'image/jpeg', 'image/png'],
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

const Stands = z.object({ id: z.string(), status: MatterStatus })

export const answerMatter = {
  id: 'answer-inspection',
  callers: everyoneConcerned,
  summary: 'Answers what was asked, with words and files (Art. 32, 35)',
  params: idParams,
  body: AnswerBody,
  reply: Stands,
  status: 201,
  refuses: ['NOT_FOUND', 'WRONG_STATE'],
} as const satisfies Operation

export const checkMatter = {
  id: 'check-inspection',
  callers: checkers,
  summary: 'What the authority says of it, by somebody who did not act in it (Art. 32, 35)',
  params: idParams,
  body: CheckBody,
  reply: Stands,
  refuses: ['NOT_FOUND', 'OWN_INSPECTION', 'WRONG_STATE'],
} as const satisfies Operation

export const orderSupervision = {
  id: 'order-supervision',
  callers: overseers,
  summary: 'An order to a lower body: what, which article, by when; or proof of certain hours (Art. 35)',
  body: OrderBody,
  reply: Stands,
  status: 201,
  idempotencyKey: 'required',
  refuses: ['KEY_REUSED', 'NOT_ALLOWED', 'OWN_INSPECTION'],
} as const satisfies Operation

/** Those above an institution; what they find is decided by an authority. */
const finders = { department: ['lower'], authority: ['lower'] } as const satisfies Matrix

export const findViolation = {
  id: 'find-violation',
  callers: finders,
  summary: 'A violation that a desk has found; its person is heard first (Art. 32)',
  description: 'It informs those who decide, until it expires. Nothing follows from it by itself.',
  body: ViolationBody,
  reply: Stands,
  status: 201,
  idempotencyKey: 'required',
  refuses: ['KEY_REUSED', 'NOT_FOUND', 'OWN_INSPECTION'],
} as const satisfies Operation

export const listViolations = {
  id: 'list-violations',
  callers: { person: ['own'], department: ['lower'], authority: ['lower'] },
  summary:
    'The violations of a person that were confirmed and have not expired, for those who decide (Art. 32)',
  params: idParams,
  reply: z.object({ items: z.array(MatterRow) }),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation
