import * as z from 'zod'
import { DateJson } from '../../rules/json-parts.ts'
import { ReadingsJson } from '../../rules/readings-json.ts'
import type { Matrix } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { ArticleNumber, idParams, line, Named, pageOf, prose, proseOrNothing } from '../platform/shapes.ts'
import { PublishedRow } from '../questions/api.ts'

/** `interpretation`: how an article is read (Art. 48); by the region alone. */
export const PolicyKind = z.enum(['policy', 'interpretation'])
export type PolicyKind = z.infer<typeof PolicyKind>

export const PolicyStatus = z.enum(['coming', 'in_force', 'ended', 'replaced'])
export type PolicyStatus = z.infer<typeof PolicyStatus>

export const PolicyBody = z
  .object({
    kind: PolicyKind,
    number: line(60),
    title: line(120),
    summary: prose(500),
    text: proseOrNothing(20_000),
    /** Files that the publisher has uploaded, in place of the text or beside it. */
    files: z.array(z.string().min(1).max(100)).max(10).default([]),
    articles: z.array(ArticleNumber).max(20).default([]),
    inForceFrom: DateJson,
    inForceUntil: DateJson.optional(),
    /** The version that it takes the place of, and what is otherwise. */
    replacesId: z.string().min(1).max(100).optional(),
    changed: proseOrNothing(1000).default(''),
    /** Readings that an interpretation sets from its first day on, until its last. */
    readings: ReadingsJson.partial().optional(),
    enteredLater: z.literal(true).optional().meta({
      description:
        'That it was published elsewhere and is in force already: only so may its first day be before today.',
    }),
  })
  .refine(({ text, files }) => text !== '' || files.length > 0, {
    path: ['text'],
    params: { zh: '请填写正文，或者附上文件。', en: 'Give the text, or a file.' },
  })
  .refine(({ replacesId, changed }) => replacesId === undefined || changed !== '', {
    path: ['changed'],
    params: {
      zh: '请写明与所替代的版本有什么不同。',
      en: 'Say what differs from the version that it takes the place of.',
    },
  })
  .meta({ id: 'PolicyBody' })
export type PolicyBody = z.infer<typeof PolicyBody>

export const PolicyRow = z
  .object({
    id: z.string(),
    kind: PolicyKind,
    number: z.string(),
    title: z.string(),
    summary: z.string(),
    articles: z.array(z.string()),
    inForceFrom: z.string(),
    inForceUntil: z.string().nullable(),
    status: PolicyStatus,
    publisher: z.string(),
    publishedAt: z.string(),
    /** The readings that it sets. */
    readings: z.array(z.string()),
  })
  .meta({ id: 'PolicyRow' })
export type PolicyRow = z.infer<typeof PolicyRow>

/** A reading that an interpretation sets: its value, and from when until when by that interpretation. */
const SetReading = z
  .object({
    name: z.string(),
    article: z.string(),
    value: z.unknown(),
    from: z.string(),
    until: z.string().nullable().meta({ description: 'The last day; null: until another one sets it.' }),
    holds: z.boolean().meta({ description: 'Whether it is this interpretation by which it is read today.' }),
    goesOn: z.boolean().meta({
      description:
        'In force no more, it is read so all the same, until the region sets the reading anew: recorded before versions said until when.',
    }),
  })
  .meta({ id: 'SetReading' })

export const PolicyView = PolicyRow.extend({
  sets: z.array(SetReading),
  enteredLater: z.boolean().meta({ description: 'It was in force before it was published here.' }),
  text: z.string(),
  files: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.number().int() })),
  changed: z.string(),
  replaces: Named.nullable(),
  replacedBy: Named.nullable(),
}).meta({ id: 'PolicyView' })
export type PolicyView = z.infer<typeof PolicyView>

/** What publishing would change in how a year is read. */
export const PolicyPreview = z
  .object({
    changes: z.array(
      z.object({
        name: z.string(),
        article: z.string(),
        what: z.string(),
        whom: z.string().meta({ description: 'Whose obligations are read anew.' }),
        before: z.unknown().meta({ description: 'What would hold on the first day without it.' }),
        after: z.unknown(),
        afterEnd: z
          .unknown()
          .meta({ description: 'What holds again once it has ended; null: it has no end.' }),
      }),
    ),
    from: z.string(),
    until: z.string().nullable(),
    firstYear: z.number().int().nullable().meta({
      description: 'The first year that is judged by it; null: it is in force at no year’s end.',
    }),
  })
  .meta({ id: 'PolicyPreview' })
export type PolicyPreview = z.infer<typeof PolicyPreview>

const ArticleText = z.object({
  article: z.string(),
  chapter: z.string(),
  paragraphs: z.array(z.string()),
})

export const ArticleView = ArticleText.extend({
  /** Where the text is open: how it is read today, and why. */
  readings: z.array(
    z.object({
      name: z.string(),
      what: z.string(),
      why: z.string(),
      value: z.unknown(),
      default: z.unknown(),
      /** The interpretation in force that set it. */
      interpretation: Named.nullable(),
    }),
  ),
  figures: z.array(z.object({ name: z.string(), value: z.number(), unit: z.string() })),
  policies: z.array(PolicyRow),
}).meta({ id: 'ArticleView' })
export type ArticleView = z.infer<typeof ArticleView>

export const listArticles = {
  id: 'list-articles',
  callers: 'anyone',
  summary: 'The articles of the implementation rules, with their text',
  reply: z.object({ items: z.array(ArticleText) }),
  refuses: [],
} as const satisfies Operation

export const readArticle = {
  id: 'read-article',
  callers: 'anyone',
  summary: 'An article: its text, how it is read today, its figures, and what was published about it',
  params: z.object({ article: z.string().min(1).max(10) }),
  reply: ArticleView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const listPolicies = {
  id: 'list-policies',
  callers: 'anyone',
  summary: 'What region and cities have published, the latest first; replaced versions with their mark',
  reply: pageOf(PolicyRow),
  refuses: [],
} as const satisfies Operation

export const readPolicy = {
  id: 'read-policy',
  callers: 'anyone',
  summary: 'What was published, word for word, and what took its place',
  params: idParams,
  reply: PolicyView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const searchPolicies = {
  id: 'search-policies',
  callers: 'anyone',
  summary:
    'Articles by their text, documents by number, title, summary and text, published questions with their answers',
  description: 'All of the words have to be there. They travel in the body. Files are not searched.',
  body: z.object({ words: line(60) }),
  reply: z.object({
    articles: z.array(ArticleText),
    policies: z.array(PolicyRow),
    answers: z.array(PublishedRow),
  }),
  refuses: [],
} as const satisfies Operation

export const readPolicyFile = {
  id: 'read-policy-file',
  callers: 'anyone',
  summary: 'The bytes of a file that was published',
  params: z.object({ id: z.string().min(1).max(100), file: z.string().min(1).max(100) }),
  reply: z.string(),
  answers: ['application/pdf', 'image/jpeg', 'image/png'],
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

const Subscription = z.object({ subscribed: z.boolean() }).meta({ id: 'Subscription' })

export const readSubscription = {
  id: 'read-subscription',
  callers: 'account',
  summary: 'Whether the caller is written to when a document is published',
  reply: Subscription,
  refuses: [],
} as const satisfies Operation

export const changeSubscription = {
  id: 'change-subscription',
  callers: 'account',
  summary: 'Be written to when region or cities publish a document (Art. 8), or no longer',
  description: 'To the address of the account. A repeat changes nothing.',
  body: Subscription,
  reply: Subscription,
  refuses: [],
} as const satisfies Operation

/** Why a document is not published, or not even looked at before. */
const publishing = ['NOT_ALLOWED', 'POLICY_REPLACED', 'VERSION_NOT_LATER', 'YEAR_FROZEN'] as const

export const previewPolicy = {
  id: 'preview-policy',
  callers: { authority: ['own'] } as const satisfies Matrix,
  summary: 'What publishing it would change: each reading, from what to what, since which year, for whom',
  description: 'Looks at everything that publishing looks at and writes nothing.',
  body: PolicyBody,
  limit: 128 * 1024,
  reply: PolicyPreview,
  refuses: publishing,
} as const satisfies Operation

export const publishPolicy = {
  id: 'publish-policy',
  callers: { authority: ['own'] } as const satisfies Matrix,
  summary: 'Publishes a policy or an interpretation (Art. 8, 48); by the region or a city',
  description:
    'Nothing that was published is edited: a new version says what it replaces and what is otherwise, and ends it the day before. An interpretation that sets readings sets them from its first day on, in the same transaction; once it has ended or is replaced by one that does not set them, they are what they would be without it. Closed years keep theirs.',
  body: PolicyBody,
  limit: 128 * 1024,
  reply: PolicyView,
  status: 201,
  idempotencyKey: 'required',
  refuses: [...publishing, 'KEY_REUSED'],
} as const satisfies Operation
