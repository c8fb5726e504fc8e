import * as z from 'zod'
import { DateJson } from '../../rules/json-parts.ts'
import { organisationReaders } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { Hours, Paging, pageOf } from '../platform/shapes.ts'
import { PostType, RequestType, Stage } from '../platform/terms.ts'

const at = z.string().meta({ description: 'When it came about.' })

/**
 * `check`, `answer`: of samples, orders and violations, what an authority looks at, and what somebody was asked;
 * `enrolment`: in a class, which waits for its institution's word (Art. 34).
 */
const MatterToDoKind = z.enum(['complaint', 'question', 'check', 'answer', 'enrolment'])

export const NewsItem = z
  .discriminatedUnion('kind', [
    z
      .object({ kind: z.literal('task'), at, id: z.string(), type: RequestType, stage: Stage })
      .extend({ title: z.string(), dueOn: z.string() }),
    z
      .object({ kind: z.literal('request'), at, id: z.string(), type: RequestType })
      .extend({ title: z.string(), act: z.string() })
      .meta({ description: 'Of mine, and what someone else did about it last.' }),
    z.object({ kind: z.literal('certificate'), at, id: z.string() }).meta({
      description: 'Issued, corrected or revoked on that day; `id` is its number.',
    }),
    z
      .object({ kind: z.literal('notice'), at, id: z.string(), obligation: z.string() })
      .extend({ by: DateJson })
      .meta({ description: 'A date that I was told of: the obligation, and by when.' }),
    z
      .object({ kind: z.literal('matter'), at, id: z.string(), matter: MatterToDoKind, dueOn: z.string() })
      .meta({ description: 'Of the matters that wait for me outside requests.' }),
  ])
  .meta({ id: 'NewsItem' })
export type NewsItem = z.infer<typeof NewsItem>

export const Waiting = z
  .object({
    matter: MatterToDoKind,
    count: z.number().int(),
    more: z.boolean(),
    late: z.number().int().meta({ description: 'Of these past their day.' }),
  })
  .meta({ id: 'Waiting' })
export type Waiting = z.infer<typeof Waiting>

export const readNews = {
  id: 'read-news',
  callers: 'account',
  lent: true,
  summary: 'What is new for me since I last looked: tasks at my desks, my requests, certificates, due dates',
  description:
    'Looked at are the 50 tasks of each desk that are due last, and my latest 20 requests; by whoever never looked, the last 30 days. Changes nothing.',
  reply: z.object({
    asOf: z.string().meta({ description: 'For `POST /news/seen`.' }),
    count: z.number().int(),
    more: z.boolean().meta({ description: 'A desk has more tasks than were looked at.' }),
    items: z.array(NewsItem),
    waiting: z.array(Waiting).meta({
      description:
        'Complaints, questions, inspections and enrolments that wait for my act, seen or not; none that is kept from me.',
    }),
  }),
  refuses: [],
} as const satisfies Operation

export const markSeen = {
  id: 'mark-news-seen',
  callers: 'account',
  summary: 'I have seen what was new up to a moment',
  body: z.object({ asOf: z.iso.datetime({ offset: true }) }),
  reply: z.object({ seenUntil: z.string() }),
  refuses: [],
} as const satisfies Operation

export const readCalendar = {
  id: 'read-calendar',
  callers: 'account',
  lent: true,
  summary: 'My due dates as a calendar file (iCalendar): what I owe, my classes, and the tasks at my desks',
  description: 'It names obligations and kinds of matters, and no person. Of each desk the 50 due first.',
  reply: z.string(),
  answers: 'text/calendar',
  refuses: [],
} as const satisfies Operation

const yearParams = z.object({ year: z.coerce.number().int().min(2024).max(2999) })
const institution = z.string().min(1).max(200)
const count = z.number().int().nonnegative()
const bySubject = z.object({ public: Hours, professional: Hours })

export const ShortPerson = z
  .object({
    staffId: z.string(),
    name: z.string(),
    staffNo: z.string().nullable(),
    postType: PostType,
    status: z.enum(['open', 'deferred', 'short', 'overdue']),
    hours: bySubject,
    missing: bySubject,
    openClaims: count.meta({ description: 'Claims for the year that lie at a desk, or were sent back.' }),
  })
  .meta({ id: 'ShortPerson' })
export type ShortPerson = z.infer<typeof ShortPerson>

export const listShort = {
  id: 'list-short',
  callers: organisationReaders,
  summary: 'Whose year is not complete yet at an institution, by what is on record now',
  description:
    'In the order of the register. New hires whose induction is under way are left out: their year follows it.',
  params: yearParams,
  query: Paging.extend({ institution }),
  reply: pageOf(ShortPerson),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const YearProgress = z
  .object({
    persons: count.meta({ description: 'Of whom the year asks something.' }),
    complete: count,
    short: count,
    inducting: count,
    unsound: count.meta({ description: 'Whose record must be looked into first: nothing is said by it.' }),
    missing: bySubject.meta({ description: 'Of all who are short, added up.' }),
  })
  .meta({ id: 'YearProgress' })
export type YearProgress = z.infer<typeof YearProgress>

export const readProgress = {
  id: 'read-progress',
  callers: organisationReaders,
  summary: 'How far an institution has come with a year, by what is on record now',
  params: yearParams,
  query: z.object({ institution }),
  reply: YearProgress,
  refuses: ['LIST_TOO_LONG', 'NOT_FOUND'],
} as const satisfies Operation

export const remindShort = {
  id: 'remind-short',
  callers: { institution: ['own'], department: ['lower'], authority: ['lower'] },
  known: organisationReaders,
  summary: 'Remind everyone whose year is not complete at an institution, or some of them, in one act',
  description:
    'A mail each, of what is missing and the lawful ways to close it; nobody is reminded twice on one day. Up to 200 at a call: `remaining` says how many are left, and the same call goes on.',
  params: yearParams,
  body: z.object({ institution, staffIds: z.array(z.string().min(1).max(200)).min(1).max(5000).optional() }),
  limit: 512 * 1024,
  reply: z.object({
    reminded: count,
    already: count.meta({ description: 'Reminded today before.' }),
    without: z
      .array(z.object({ staffId: z.string(), name: z.string() }))
      .meta({ description: 'Who has no account to write to: they are told on paper.' }),
    remaining: count,
  }),
  refuses: ['LIST_TOO_LONG', 'NOT_ALLOWED', 'NOT_FOUND', 'YEAR_OVER'],
} as const satisfies Operation
