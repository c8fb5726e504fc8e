import * as z from 'zod'
import { DateJson } from '../../rules/json-parts.ts'
import { deskItself, type Matrix, readers, region } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import {
  idParams,
  LONGEST_ORGANISATION_NAME,
  line,
  Named,
  Paging,
  pageOf,
  prose,
  Reason,
} from '../platform/shapes.ts'
import { Subject } from '../platform/terms.ts'
import { Criterion, LibraryActName, LibraryKind, LibraryState, StandingAct } from './terms.ts'

const Id = z.string().min(1).max(200)

/** What is submitted to a library, by its kind. */
export const LibraryBody = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('lecturer'),
      lecturerId: Id.meta({ description: 'Whom the organisation has vetted before (Art. 31).' }),
      body: line(LONGEST_ORGANISATION_NAME).meta({ description: 'Where they work.' }),
      rank: line(50).meta({ description: 'As what: a title or a post.' }),
      courses: line(200).meta({ description: 'What they teach.' }),
      consentedOn: DateJson.meta({ description: 'The day on which they agreed to be listed.' }),
    }),
    z.object({
      kind: z.literal('course'),
      name: line(100),
      edition: line(40),
      subject: Subject,
      minutes: z
        .number()
        .int()
        .min(1)
        .max(100_000)
        .meta({ description: 'Taught minutes; 45 are a class period.' }),
      provider: line(LONGEST_ORGANISATION_NAME).optional(),
      outline: prose(1000),
    }),
    z.object({
      kind: z.literal('institution'),
      name: line(LONGEST_ORGANISATION_NAME),
      place: line(100),
      fields: line(200),
      criteria: z.object({
        teachers: prose(300),
        staff: prose(300),
        premises: prose(300),
        management: prose(300),
        quality: prose(300),
      }),
    }),
  ])
  .meta({ id: 'LibraryBody' })
export type LibraryBody = z.infer<typeof LibraryBody>

const UpheldView = z.array(z.object({ quarter: z.string(), cases: z.number().int() })).meta({
  description: 'Complaints about its body that were upheld, as published (Art. 36); never of a person.',
})

const Listed = z.object({
  id: z.string(),
  kind: LibraryKind,
  name: z.string(),
  from: z.string(),
  until: z.string(),
  excellent: z.boolean(),
  details: z.object({
    field: z.string().optional(),
    body: z.string().optional(),
    rank: z.string().optional(),
    courses: z.string().optional(),
    edition: z.string().optional(),
    subject: Subject.optional(),
    minutes: z.number().int().optional(),
    periods: z
      .number()
      .int()
      .optional()
      .meta({ description: 'Whole class periods of 45 minutes (Art. 26).' }),
    provider: z.string().optional(),
    place: z.string().optional(),
    fields: z.string().optional(),
  }),
  upheld: UpheldView,
})

/** What everybody may read of an entry that is listed. */
export const PublicLibraryEntry = Listed.meta({ id: 'PublicLibraryEntry' })
export type PublicLibraryEntry = z.infer<typeof PublicLibraryEntry>

export const LibraryRow = z
  .object({
    id: z.string(),
    kind: LibraryKind,
    name: z.string(),
    state: LibraryState,
    submittedBy: Named,
    submittedAt: z.string(),
    until: z.string().nullable(),
    inReview: z.boolean(),
    reviews: z.number().int().meta({ description: 'Those given in the latest round.' }),
    mine: z.boolean().meta({ description: 'Whether a review is the caller’s to give now.' }),
  })
  .meta({ id: 'LibraryRow' })
export type LibraryRow = z.infer<typeof LibraryRow>

export const LibraryEntryView = LibraryRow.extend({
  version: z.number().int(),
  from: z.string().nullable(),
  excellent: z.boolean(),
  /** What is listed; null: nothing yet. */
  listed: LibraryBody.nullable(),
  /** What the latest round is about. */
  asked: LibraryBody,
  result: z.enum(['open', 'listed', 'refused']),
  given: z
    .array(
      z.object({
        organisation: z.string(),
        at: z.string(),
        approves: z.boolean().nullable(),
        reason: z.string().nullable(),
      }),
    )
    .meta({
      description: 'While a course is in review, only what one’s own body said of it: two look apart.',
    }),
  closed: z.object({ at: z.string(), reason: z.string() }).nullable().meta({
    description: 'Why it is suspended, or was removed.',
  }),
  upheld: UpheldView,
  acts: z.array(
    z.object({ at: z.string(), actorName: z.string(), act: LibraryActName, reason: z.string().nullable() }),
  ),
}).meta({ id: 'LibraryEntry' })
export type LibraryEntryView = z.infer<typeof LibraryEntryView>

/** Its own body and those above, and every personnel authority, which may be asked to review it. */
export const seers = {
  institution: ['own'],
  department: ['own', 'lower'],
  authority: ['any'],
  auditor: ['any'],
} as const satisfies Matrix

const reviewers = { authority: ['any'] } as const satisfies Matrix

export const listLibrary = {
  id: 'list-library',
  callers: 'anyone',
  summary:
    'What a library lists today, by name and in no other order (Art. 27, 28, 30, 33); open to everybody',
  params: z.object({ kind: LibraryKind }),
  query: Paging,
  reply: pageOf(PublicLibraryEntry),
  refuses: [],
} as const satisfies Operation

export const readLibraryEntry = {
  id: 'read-library-entry',
  callers: seers,
  summary: 'An entry of a library with its reviews',
  params: idParams,
  reply: LibraryEntryView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const listSubmittedEntries = {
  id: 'list-submitted-entries',
  callers: readers,
  summary: 'What an organisation submitted to the libraries, the latest first',
  params: idParams,
  query: Paging,
  reply: pageOf(LibraryRow),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const listLibraryReviews = {
  id: 'list-library-reviews',
  callers: reviewers,
  summary:
    'What the libraries have in review, the oldest first; `mine` where the caller’s word is asked for now',
  query: Paging,
  reply: pageOf(LibraryRow),
  refuses: [],
} as const satisfies Operation

export const submitToLibrary = {
  id: 'submit-to-library',
  callers: deskItself,
  summary: 'Submit a lecturer (Art. 30), a course (28) or an institution that trains (27) to its library',
  body: z.object({ organisationId: Id, entry: LibraryBody }),
  status: 201,
  reply: LibraryRow,
  idempotencyKey: 'required',
  refuses: ['NOT_ALLOWED', 'KEY_REUSED', 'LECTURER_REMOVED', 'LIBRARY_ENTRY_KNOWN'],
} as const satisfies Operation

export const renewLibraryEntry = {
  id: 'renew-library-entry',
  callers: deskItself,
  summary:
    'Ask for an entry’s renewal, or for another edition of it: it is reviewed anew; by whoever submitted it',
  params: idParams,
  body: z.object({ entry: LibraryBody, version: z.number().int().min(1) }),
  reply: LibraryRow,
  refuses: ['NOT_FOUND', 'STALE_VERSION', 'WRONG_STATE', 'LECTURER_REMOVED'],
} as const satisfies Operation

export const reviewLibraryEntry = {
  id: 'review-library-entry',
  callers: reviewers,
  summary: 'Review an entry; nobody reviews what they or their body submitted',
  description:
    'A course: two personnel authorities apart, a third where they differ (Art. 28). A lecturer: the city recommends, the region decides (30). An institution: the region, by all five criteria (27).',
  params: idParams,
  body: z.object({
    approves: z.boolean(),
    reason: Reason,
    criteria: z
      .array(Criterion)
      .max(5)
      .optional()
      .meta({ description: 'Of an institution: those that it meets.' }),
  }),
  reply: LibraryRow,
  refuses: [
    'NOT_FOUND',
    'NOT_ALLOWED',
    'OWN_LIBRARY_ENTRY',
    'ALREADY_DECIDED',
    'WRONG_STATE',
    'LECTURER_REMOVED',
  ],
} as const satisfies Operation

export const setLibraryStanding = {
  id: 'set-library-standing',
  callers: region,
  summary:
    'Suspend, resume or remove an entry at once, or mark a course as excellent; by the region, with the reason',
  params: idParams,
  body: z.object({ act: StandingAct, reason: Reason }),
  reply: LibraryRow,
  refuses: ['NOT_FOUND', 'NOT_ALLOWED', 'OWN_LIBRARY_ENTRY', 'WRONG_STATE'],
} as const satisfies Operation
