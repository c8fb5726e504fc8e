import * as z from 'zod'
import { DateJson } from '../../rules/json-parts.ts'
import { type Matrix, region } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import {
  idParams,
  LONGEST_NAME,
  line,
  Named,
  Paging,
  pageOf,
  prose,
  proseOrNothing,
  Reason,
} from '../platform/shapes.ts'
import { Level, OrganisationKind } from '../platform/terms.ts'
import { ComplaintAct, ComplaintChannel, ComplaintStatus, Finding, MeasureKind, MOST_FILES } from './terms.ts'

const Id = z.string().min(1).max(100)
/** `departments`: those that stand under no other, whole sectors of the region. */
const BodyKind = z.enum(['offices', 'departments', 'institutions'])

/** Whom and what a complaint is about: a body of the platform, or one in the complainant's own words. */
const about = {
  bodyId: Id.optional(),
  described: proseOrNothing(200).default(''),
  persons: z.array(line(LONGEST_NAME)).max(10).default([]),
  text: prose(5000),
}
const isAboutSomeone = ({ bodyId, described }: { bodyId?: string | undefined; described: string }) =>
  bodyId !== undefined || described !== ''
const aboutNobody = {
  path: ['described'],
  params: { zh: '请选择或写明被投诉的单位或机构。', en: 'Say which body it is about.' },
}
/** Who complains: both or neither; without them the complaint is anonymous. */
const complainant = z.object({ name: line(LONGEST_NAME), contact: line(100) })

export const ComplaintBody = z
  .object({
    ...about,
    complainant: complainant.optional(),
    challenge: z
      .string()
      .max(400)
      .regex(/^[\w.-]*$/),
    solution: z.number().int().nonnegative(),
  })
  .refine(isAboutSomeone, aboutNobody)
  .meta({ id: 'ComplaintBody' })
export type ComplaintBody = z.infer<typeof ComplaintBody>

export const ComplaintEntryBody = z
  .object({ ...about, complainant: complainant.optional(), channel: z.enum(['telephone', 'letter']) })
  .refine(isAboutSomeone, aboutNobody)
  .meta({ id: 'ComplaintEntryBody' })
export type ComplaintEntryBody = z.infer<typeof ComplaintEntryBody>

/** What the complainant follows it by: shown in this answer alone. */
export const ComplaintReceipt = z
  .object({ code: z.string(), key: z.string(), desk: z.string(), dueOn: z.string() })
  .meta({ id: 'ComplaintReceipt' })
export type ComplaintReceipt = z.infer<typeof ComplaintReceipt>

const codeParams = z.object({ code: z.string().min(1).max(40) })
/** As people type it: with spaces and hyphens. */
const Key = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[\p{L}\p{N}\p{Pd} ]*$/u)

const Entry = z.object({
  at: z.string(),
  by: z.enum(['complainant', 'desk', 'system']),
  byName: z.string().nullable(),
  act: ComplaintAct,
  text: z.string(),
  shown: z.boolean(),
})

export const FollowedComplaint = z
  .object({
    code: z.string(),
    status: ComplaintStatus,
    filedAt: z.string(),
    desk: z.string(),
    dueOn: z.string().nullable(),
    extended: z.boolean(),
    finding: Finding.nullable(),
    /** What the desk has told, and the complainant has written. Names of officials are left out. */
    entries: z.array(Entry.pick({ at: true, by: true, act: true, text: true })),
    mayReply: z.boolean(),
    files: z.array(z.object({ number: z.number().int(), size: z.number().int(), at: z.string() })),
  })
  .meta({ id: 'FollowedComplaint' })
export type FollowedComplaint = z.infer<typeof FollowedComplaint>

export const ComplaintRow = z
  .object({
    id: z.string(),
    code: z.string().meta({ description: 'What the complainant names it by.' }),
    channel: ComplaintChannel,
    status: ComplaintStatus,
    bodies: z.array(Named),
    described: z.string(),
    filedAt: z.string(),
    dueOn: z.string(),
    overdue: z.boolean(),
    desk: Named,
  })
  .meta({ id: 'ComplaintRow' })
export type ComplaintRow = z.infer<typeof ComplaintRow>

export const ComplaintView = ComplaintRow.extend({
  auditName: z.string().meta({
    description:
      'By what auditors know it, who see that its sealed parts were opened, and nothing else of it.',
  }),
  persons: z.array(z.string()),
  text: z.string(),
  extended: z.boolean(),
  inquirers: z.array(Named),
  finding: Finding.nullable(),
  closedOn: z.string().nullable(),
  /** `kept`: those who inquire may open it; `none`: anonymous; `deleted`: its time is over. */
  identity: z.enum(['none', 'kept', 'deleted']),
  readings: z.array(
    z.object({
      at: z.string(),
      byName: z.string(),
      reason: z.string(),
      file: z.number().int().nullable().meta({ description: 'Which file; null: who complained.' }),
    }),
  ),
  files: z.array(
    z.object({ number: z.number().int(), type: z.string(), size: z.number().int(), at: z.string() }),
  ),
  entries: z.array(Entry),
  /** Who else may inquire. */
  colleagues: z.array(Named),
  maybeMeant: z.array(Named).meta({
    description:
      'Of an open complaint: who of its desk bears a name, or holds the tasks of someone with a name, that stands in its text. A hint alone; whoever looks names them (`concern`) where they are meant.',
  }),
  measures: z
    .array(MeasureKind)
    .meta({ description: 'What the reader could do about it themselves, on the pages of these acts.' }),
  may: z.object({
    act: z.boolean(),
    assign: z
      .boolean()
      .meta({ description: 'Name who inquires: whoever inquires, and the head of the desk.' }),
    readIdentity: z.boolean(),
    readFiles: z.boolean(),
    takeOver: z.boolean(),
  }),
}).meta({ id: 'ComplaintView' })
export type ComplaintView = z.infer<typeof ComplaintView>

const text = prose(2000)
/** What a desk does with a complaint, in the order in which it may. */
export const ComplaintActBody = z
  .discriminatedUnion('act', [
    /** Begins the inquiry; whoever accepts inquires, with a colleague where one is named. */
    z.object({ act: z.literal('accept'), colleagueId: Id.optional() }),
    z.object({ act: z.literal('assign'), colleagueId: Id }),
    /** To the desk above another body (`bodyId`), or to one that is not on the platform (`outside`). */
    z.object({
      act: z.literal('pass_on'),
      bodyId: Id.optional(),
      outside: line(100).optional(),
      reason: Reason,
    }),
    z.object({ act: z.literal('note'), text }),
    z.object({ act: z.literal('ask_papers'), text }),
    z.object({ act: z.literal('message'), text }),
    /** A body or person that the inquiry has found to be concerned: from now on it is kept from them too. */
    z.object({
      act: z.literal('concern'),
      bodyId: Id.optional(),
      person: line(LONGEST_NAME).optional(),
      reason: Reason,
    }),
    z.object({ act: z.literal('extend'), reason: Reason }),
    z.object({ act: z.literal('find'), finding: Finding, text }),
    z.object({ act: z.literal('measure'), kind: MeasureKind, reference: line(100).optional(), text }),
    /** To a body that was found at fault: what was found, and what is asked of it by when. */
    z.object({ act: z.literal('tell_body'), bodyId: Id, text, asked: text, until: DateJson }),
    z.object({ act: z.literal('report'), text }),
    z.object({ act: z.literal('take_over'), reason: Reason }),
  ])
  .meta({ id: 'ComplaintActBody' })
export type ComplaintActBody = z.infer<typeof ComplaintActBody>

/** Whoever sits at a desk that has it; nobody else is told that it is there. */
const complaintDesks = { department: ['own'], authority: ['own'] } as const satisfies Matrix

export const requestChallenge = {
  id: 'request-complaint-challenge',
  callers: 'anyone',
  summary: 'The puzzle that a complaint is sent with (Art. 36)',
  description:
    'Find a whole number such that SHA-256 of `challenge.number` begins with `difficulty` zero bits. Good for half an hour, for one complaint.',
  reply: z.object({ challenge: z.string(), difficulty: z.number().int(), expiresAt: z.string() }),
  refuses: [],
} as const satisfies Operation

const ListBodies = Paging.extend({
  under: Id.optional(),
  kind: BodyKind.default('offices'),
})
export type ListBodies = z.infer<typeof ListBodies>

const BodyList = pageOf(z.object({ id: z.string(), name: z.string(), kind: OrganisationKind, level: Level }))
export type BodyList = z.infer<typeof BodyList>

export const listComplaintBodies = {
  id: 'list-complaint-bodies',
  callers: 'anyone',
  summary: 'The bodies that a complaint may be about, level by level from the region down',
  query: ListBodies,
  reply: BodyList,
  refuses: ['NOT_FOUND', 'COMPLAINTS_NOT_OPEN'],
} as const satisfies Operation

export const FindBodies = z
  .object({ text: line(100), officesOnly: z.boolean().default(false) })
  .meta({ id: 'FindBodies' })
export type FindBodies = z.infer<typeof FindBodies>

const FoundBodies = z
  .object({
    items: z.array(
      z.object({
        ...{ id: z.string(), name: z.string(), kind: OrganisationKind, level: Level },
        under: z.array(z.string()).meta({ description: 'The offices above it, the highest first.' }),
      }),
    ),
    more: z.boolean().meta({
      description:
        'Others are called so, or may be: of more than some five thousand bodies the lowest are left out.',
    }),
  })
  .meta({ id: 'FoundBodies' })
export type FoundBodies = z.infer<typeof FoundBodies>

export const findComplaintBodies = {
  id: 'find-complaint-bodies',
  callers: 'anyone',
  summary: 'A body by a part of its name, at whatever level; what is looked for travels in the body',
  body: FindBodies,
  reply: FoundBodies,
  refuses: ['COMPLAINTS_NOT_OPEN'],
} as const satisfies Operation

export const fileComplaint = {
  id: 'file-complaint',
  callers: 'anyone',
  summary: 'Complains about a body or a person, with a name or without one (Art. 36)',
  description:
    'Answers a code and a key. The same call again, with the same solution, answers the same; nothing else ever answers the key.',
  body: ComplaintBody,
  reply: ComplaintReceipt,
  status: 201,
  refuses: ['CHALLENGE_INVALID', 'CHALLENGE_USED', 'COMPLAINTS_NOT_OPEN', 'NO_BODY_ABOVE'],
} as const satisfies Operation

export const followComplaint = {
  id: 'follow-complaint',
  callers: 'anyone',
  summary: 'Where a complaint stands, by its code and key; the key travels in the body, never in an address',
  params: codeParams,
  body: z.object({ key: Key }),
  reply: FollowedComplaint,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const replyToComplaint = {
  id: 'reply-to-complaint',
  callers: 'anyone',
  summary: 'The complainant writes to the desk that inquires, by code and key',
  params: codeParams,
  body: z.object({ key: Key, text }),
  reply: FollowedComplaint,
  status: 201,
  refuses: ['NOT_FOUND', 'WRONG_STATE'],
} as const satisfies Operation

export const addComplaintFile = {
  id: 'add-complaint-file',
  callers: 'anyone',
  summary: 'Adds a file to a complaint, by code and key: a scanned letter, a picture, a list',
  description:
    'Multipart form fields `file` (PDF, PNG, JPEG; at most 4 MB; ten a complaint) and `key`. Kept encrypted, without its name and its metadata; read by those who inquire alone. The same file again adds nothing.',
  params: codeParams,
  accepts: 'multipart/form-data',
  form: z.object({ key: z.string() }),
  reply: FollowedComplaint,
  status: 201,
  refuses: [
    'COMPLAINT_FILES_TOO_MANY',
    'FILE_DAMAGED',
    'FILE_HARMFUL',
    'FILE_LOCKED',
    'FILE_NAMES_MAKER',
    'FILE_MISSING',
    'FILE_TOO_LARGE',
    'FILE_TYPE_REFUSED',
    'NOT_FOUND',
    'WRONG_STATE',
  ],
} as const satisfies Operation

export const readComplaintFile = {
  id: 'read-complaint-file',
  callers: complaintDesks,
  summary:
    'Opens a file of a complaint, for those who inquire alone; each reading is on record with its reason',
  params: z.object({ id: Id, number: z.coerce.number().int().min(1).max(MOST_FILES) }),
  body: z.object({ reason: Reason }),
  reply: z.string(),
  answers: ['application/pdf', 'image/jpeg', 'image/png'],
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const readComplaintFigures = {
  id: 'read-complaint-figures',
  callers: 'anyone',
  summary:
    'How many complaints of a city were reported back in a quarter, from five on, and which bodies were found at fault',
  reply: z.object({
    from: z.number().int(),
    items: z.array(
      z.object({
        quarter: z.string(),
        city: z.string(),
        closed: z.number().int(),
      }),
    ),
    faults: z
      .array(z.object({ quarter: z.string(), body: z.string(), cases: z.number().int() }))
      .meta({ description: 'Once it is decided and reported back; in how many complaints. Never a person.' }),
  }),
  refuses: [],
} as const satisfies Operation

export const listComplaints = {
  id: 'list-complaints',
  callers: complaintDesks,
  summary: 'The complaints at one’s desk, or overdue below it, without those that are kept from one',
  query: Paging.extend({ box: z.enum(['at', 'above']).default('at') }),
  reply: pageOf(ComplaintRow),
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation

export const readComplaint = {
  id: 'read-complaint',
  callers: complaintDesks,
  summary: 'A complaint with what was done about it; never who complained',
  params: idParams,
  reply: ComplaintView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const enterComplaint = {
  id: 'enter-complaint',
  callers: complaintDesks,
  summary: 'A desk enters what came by telephone or letter; it goes to the desk that it belongs to',
  body: ComplaintEntryBody,
  reply: ComplaintReceipt,
  status: 201,
  idempotencyKey: 'required',
  refuses: ['COMPLAINTS_NOT_OPEN', 'KEY_REUSED', 'NOT_ALLOWED', 'NO_BODY_ABOVE'],
} as const satisfies Operation

export const actOnComplaint = {
  id: 'act-on-complaint',
  callers: complaintDesks,
  summary: 'What a desk does with a complaint: accepts, passes on, inquires, finds, reports back',
  params: idParams,
  body: ComplaintActBody,
  reply: z.object({ id: z.string(), status: ComplaintStatus }),
  refuses: ['NOT_FOUND', 'NO_BODY_ABOVE', 'WRONG_STATE'],
} as const satisfies Operation

export const readComplainant = {
  id: 'read-complainant',
  callers: complaintDesks,
  summary: 'Opens who complained, for those who inquire alone; each reading is on record with its reason',
  params: idParams,
  body: z.object({ reason: Reason }),
  reply: z.object({ name: z.string(), contact: z.string() }),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const ComplainantReading = z
  .object({
    at: z.string(),
    by: Named,
    desk: Named,
    file: z.number().int().nullable().meta({ description: 'Which file; null: who complained.' }),
    complaint: z.string().meta({
      description: 'The same for all readings of one complaint, and shown to its desk; it leads nowhere.',
    }),
  })
  .meta({ id: 'ComplainantReading' })
export type ComplainantReading = z.infer<typeof ComplainantReading>

export const listComplainantReadings = {
  id: 'list-complainant-readings',
  callers: { auditor: ['region'] },
  summary:
    'Who opened a complainant’s identity or a file, when and at which desk, the latest first (Art. 36)',
  description:
    'Neither whose identity it was, nor about whom the complaint is, nor the reason, which stands with the complaint for its desk. Of complaints that are kept from the auditor there is nothing.',
  query: Paging,
  reply: pageOf(ComplainantReading),
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation

export const ComplaintSettingsView = z.object({
  open: z.boolean(),
  aboveRegion: Named.nullable(),
  at: z.string().nullable(),
  reason: z.string().nullable(),
})
export type ComplaintSettingsView = z.infer<typeof ComplaintSettingsView>

export const readSettings = {
  id: 'read-complaint-settings',
  callers: region,
  summary: 'Whether complaints are taken, and which body takes those about the region',
  reply: ComplaintSettingsView,
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation

export const ComplaintSettingsBody = z.object({ aboveRegionId: Id.nullable(), reason: Reason })
export type ComplaintSettingsBody = z.infer<typeof ComplaintSettingsBody>

export const setSettings = {
  id: 'set-complaint-settings',
  callers: region,
  summary: 'Opens complaints, and names the body that takes those about the region itself',
  body: ComplaintSettingsBody,
  reply: ComplaintSettingsView,
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation
