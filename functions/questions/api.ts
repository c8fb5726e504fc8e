import * as z from 'zod'
import type { Matrix } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import {
  ArticleNumber,
  idParams,
  LONGEST_NAME,
  line,
  Named,
  Paging,
  pageOf,
  prose,
  Reason,
} from '../platform/shapes.ts'
import { QuestionAct, QuestionStatus } from './terms.ts'

const Id = z.string().min(1).max(100)
const Articles = z.array(ArticleNumber).max(20).default([])

const Mail = z
  .string()
  .max(200)
  .trim()
  .refine((text) => z.email().safeParse(text).success, {
    params: { zh: '请填写正确的邮箱地址。', en: 'Please give a mail address.' },
  })

/** What is asked, and whom: without a desk, one's own institution's authority, else the region. */
const asked = { text: prose(2000), deskId: Id.optional() }

export const QuestionBody = z
  .object({
    ...asked,
    /** Who asks; left out, the question is anonymous. The address is written to once, when there is an answer. */
    asker: z.object({ name: line(LONGEST_NAME), mail: Mail }).optional(),
    challenge: z
      .string()
      .max(400)
      .regex(/^[\w.-]*$/),
    solution: z.number().int().nonnegative(),
  })
  .meta({ id: 'QuestionBody' })
export type QuestionBody = z.infer<typeof QuestionBody>

export const OwnQuestionBody = z.object(asked).meta({ id: 'OwnQuestionBody' })
export type OwnQuestionBody = z.infer<typeof OwnQuestionBody>

/** What it is followed by without an account: shown in this answer alone. */
export const QuestionReceipt = z
  .object({ code: z.string(), key: z.string(), desk: z.string(), dueOn: z.string() })
  .meta({ id: 'QuestionReceipt' })
export type QuestionReceipt = z.infer<typeof QuestionReceipt>

const Answer = z.object({ text: z.string(), articles: z.array(z.string()) })

export const FollowedQuestion = z
  .object({
    code: z.string(),
    status: QuestionStatus,
    askedAt: z.string(),
    text: z.string(),
    desk: z.string(),
    dueOn: z.string().nullable(),
    answer: Answer.nullable(),
    /** The request that a single case belongs to. */
    requestId: z.string().nullable(),
    publishedId: z.string().nullable(),
  })
  .meta({ id: 'FollowedQuestion' })
export type FollowedQuestion = z.infer<typeof FollowedQuestion>

export const QuestionRow = z
  .object({
    id: z.string(),
    text: z.string(),
    status: QuestionStatus,
    askedAt: z.string(),
    dueOn: z.string(),
    overdue: z.boolean(),
    desk: Named,
    published: z.boolean(),
  })
  .meta({ id: 'QuestionRow' })
export type QuestionRow = z.infer<typeof QuestionRow>

export const QuestionView = QuestionRow.extend({
  code: z.string(),
  asker: z.object({ name: z.string(), mail: z.string() }).nullable(),
  answer: Answer.nullable(),
  requestId: z.string().nullable(),
  entries: z.array(
    z.object({
      at: z.string(),
      by: z.enum(['asker', 'desk', 'system']),
      byName: z.string().nullable(),
      act: QuestionAct,
      text: z.string(),
    }),
  ),
  may: z.object({
    answer: z.boolean(),
    publish: z.boolean(),
    retract: z.boolean(),
    takeOver: z.boolean(),
  }),
}).meta({ id: 'QuestionView' })
export type QuestionView = z.infer<typeof QuestionView>

/** What a desk does with a question. */
export const QuestionActBody = z
  .discriminatedUnion('act', [
    z.object({ act: z.literal('answer'), text: prose(4000), articles: Articles }),
    /** It is about a single case: says where that is dealt with, and by which request. */
    z.object({ act: z.literal('refer'), text: prose(1000), requestId: Id.optional() }),
    z.object({ act: z.literal('pass_on'), deskId: Id, reason: Reason }),
    /** In the desk's own words, without whoever asked. */
    z.object({ act: z.literal('publish'), question: prose(500), answer: prose(4000), articles: Articles }),
    z.object({ act: z.literal('retract'), reason: Reason }),
    z.object({ act: z.literal('take_over'), reason: Reason }),
  ])
  .meta({ id: 'QuestionActBody' })
export type QuestionActBody = z.infer<typeof QuestionActBody>

/** A question as it is published: without a name, and without its answer. */
export const PublishedRow = z
  .object({
    id: z.string(),
    question: z.string(),
    articles: z.array(z.string()),
    desk: z.string(),
    publishedAt: z.string(),
  })
  .meta({ id: 'PublishedQuestion' })

/** Whoever sits at a desk that has it; nobody else is told that it is there. */
const questionDesks = { department: ['own'], authority: ['own'] } as const satisfies Matrix

export const askQuestion = {
  id: 'ask-question',
  callers: 'anyone',
  summary: 'Asks about the rules in general, with a name or without one (Art. 8, 48)',
  description:
    'With a puzzle of `GET /complaints/challenge`, solved. Answers a code and a key; the same call again answers the same, nothing else ever answers the key. What is about a single request belongs to that request.',
  body: QuestionBody,
  reply: QuestionReceipt,
  status: 201,
  refuses: ['CHALLENGE_INVALID', 'CHALLENGE_USED', 'QUESTIONS_NOT_OPEN'],
} as const satisfies Operation

export const followQuestion = {
  id: 'follow-question',
  callers: 'anyone',
  summary: 'Where a question stands, by its code and key; the key travels in the body, never in an address',
  params: z.object({ code: z.string().min(1).max(40) }),
  body: z.object({
    key: z
      .string()
      .min(1)
      .max(60)
      .regex(/^[\p{L}\p{N}\p{Pd} ]*$/u),
  }),
  reply: FollowedQuestion,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const listAnswers = {
  id: 'list-answers',
  callers: 'anyone',
  summary: 'The questions that were published with their answers, the latest first',
  reply: pageOf(PublishedRow),
  refuses: [],
} as const satisfies Operation

export const readAnswer = {
  id: 'read-answer',
  callers: 'anyone',
  summary: 'A published question with its answer; never who asked',
  params: idParams,
  reply: PublishedRow.extend({ answer: z.string() }).meta({ id: 'PublishedAnswer' }),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const askWithAccount = {
  id: 'ask-with-account',
  callers: 'account',
  summary: 'Asks about the rules with one’s account: the answer stands among one’s own questions',
  body: OwnQuestionBody,
  reply: QuestionReceipt,
  status: 201,
  idempotencyKey: 'required',
  refuses: ['KEY_REUSED', 'QUESTIONS_NOT_OPEN'],
} as const satisfies Operation

export const listOwnQuestions = {
  id: 'list-own-questions',
  callers: 'account',
  summary: 'What one has asked with one’s account, and the answers',
  query: Paging,
  reply: pageOf(FollowedQuestion),
  refuses: [],
} as const satisfies Operation

export const listQuestions = {
  id: 'list-questions',
  callers: questionDesks,
  summary: 'The questions at one’s desk, or overdue below it',
  query: Paging.extend({ box: z.enum(['at', 'above']).default('at') }),
  reply: pageOf(QuestionRow),
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation

export const readQuestion = {
  id: 'read-question',
  callers: questionDesks,
  summary: 'A question at one’s desk, with who asked where they said so',
  params: idParams,
  reply: QuestionView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const actOnQuestion = {
  id: 'act-on-question',
  callers: questionDesks,
  summary:
    'What a desk does with a question: answers it, leads it to its request, passes it on, publishes it',
  params: idParams,
  body: QuestionActBody,
  reply: z.object({ id: z.string(), status: QuestionStatus }),
  refuses: ['NOT_FOUND', 'WRONG_STATE'],
} as const satisfies Operation
