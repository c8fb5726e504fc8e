import * as z from 'zod'
import { DateJson } from '../../rules/json-parts.ts'
import type { Operation } from '../platform/operation.ts'
import { RequestType, Stage } from '../platform/terms.ts'

const at = z.string().meta({ description: 'When it came about.' })

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
  ])
  .meta({ id: 'NewsItem' })
export type NewsItem = z.infer<typeof NewsItem>

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
  summary: 'My due dates as a calendar file (iCalendar): what I owe, and the tasks at my desks',
  description: 'It names obligations and kinds of matters, and no person. Of each desk the 50 due first.',
  reply: z.string(),
  answers: 'text/calendar',
  refuses: [],
} as const satisfies Operation
