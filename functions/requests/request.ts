import * as z from 'zod'
import { OrganisationId, ProgrammeId, RequestId, StaffId } from '../platform/ids.ts'
import {
  Activity,
  DeemedKind,
  DiscretionGround,
  LineStatus,
  PostChangeKind,
  PostType,
  RecordFact,
  RequestStatus,
  Scope,
  Stage,
  training,
} from '../platform/terms.ts'
import { Act } from './act.ts'
import { StoredFlag } from './flag.ts'
import type { Task } from './task.ts'

export { Act }

/** How far one line has come: its own way through the desks, and its own outcome. */
export const Progress = z.object({
  status: LineStatus,
  /** The round that this line runs in: a line that was decided keeps its round when another is resubmitted. */
  round: z.number().int(),
  /** The desk that holds the line now. */
  stage: Stage.optional(),
  /** Hours as granted, in tenths; set by the first desk that recognises. */
  grantedTenths: z.number().int().optional(),
  /** What a discretionary recognition granted. */
  grantedScope: Scope.optional(),
  /** How often a desk took its decision on the line back in this round. Derived from the tasks, never stored. */
  takenBack: z.number().int().optional(),
  /** The workflow has something to do now (a desk to open, a credit to enter, a person to tell). */
  awaiting: z.boolean(),
})
export type Progress = z.infer<typeof Progress>

/** One line of a claim: one training in one subject. */
export const TrainingLine = Progress.extend({
  ...training,
  /** Art. 37: practice, conferences, lectures and visits go to the personnel authority alone. */
  activity: z.union([Activity.extend({ unit: z.enum(['day', 'session']) }), z.boolean()]),
  /** Hours as claimed, in tenths. */
  claimedTenths: z.number().int(),
})
export type TrainingLine = z.infer<typeof TrainingLine>

const shared = {
  id: RequestId,
  institutionId: OrganisationId,
  submittedBy: z.string(),
  submittedAt: z.string(),
  status: RequestStatus,
  round: z.number().int(),
  title: z.string(),
  evidence: z.array(z.string()),
  /** Papers that may recur: nothing is taken by them (Art. 40). */
  supporting: z.array(z.string()).optional(),
  /** Fingerprints of what only one request may hold: its proofs (Art. 40), or the year that it asks about. */
  fingerprints: z.array(z.string()),
  /** Warnings for the desks; none of them is a refusal. */
  notices: z.array(StoredFlag).optional(),
  /** Of the body that was submitted, so that a repeat is told from a different use of the same key. */
  bodyHash: z.string(),
  acts: z.array(Act),
  /** Filed by its person: it is listed among that person's claims alone. */
  ownFiling: z.boolean().optional(),
  /** When an act of the request itself last left something for its workflow to do. */
  awaitingSince: z.string().optional(),
  version: z.number().int(),
  /** The versions of all its items, by sort key, as they were read. Derived, never stored as such. */
  seen: z.record(z.string(), z.number()).optional(),
}

export const RecognitionRequest = z.object({
  ...shared,
  type: z.literal('recognition'),
  staffId: StaffId,
  provider: z.string().optional(),
  certificateNo: z.string().optional(),
  /** The competent department held it under state rules: its provider need not be listed (Art. 41). */
  organisedBy: z.literal('department').optional(),
  lines: z.array(TrainingLine),
})
export type RecognitionRequest = z.infer<typeof RecognitionRequest>

/** Art. 32: to complete a year in the next one. */
export const DelayRequest = z.object({
  ...shared,
  type: z.literal('make_up_delay'),
  staffId: StaffId,
  year: z.number().int(),
  reason: z.string(),
  lines: z.array(Progress),
})
export type DelayRequest = z.infer<typeof DelayRequest>

/** Art. 18–21, 45: a change of post, filed by the institution; the request's id names the change. */
export const PostChangeRequest = z.object({
  ...shared,
  type: z.literal('post_change'),
  staffId: StaffId,
  kind: PostChangeKind,
  toPostType: PostType.optional(),
  effectiveOn: z.string(),
  reason: z.string(),
  /** The change that it takes over, where an earlier filing of the same one came to nothing. */
  changeId: z.string().optional(),
  /**
   * The hold for the training and its last day; `over` once the filing goes on or was withdrawn. An execution
   * of the version before waits itself and is answered by `token`.
   */
  hold: z
    .object({
      token: z.string().optional(),
      until: z.string(),
      over: z.boolean(),
      /** The hold's number: after a correction undoes the training that ended a hold, another begins. */
      nth: z.number().int().optional(),
    })
    .optional(),
  lines: z.array(Progress),
})
export type PostChangeRequest = z.infer<typeof PostChangeRequest>

/** Art. 39(2)–(6): a year, or a subject of it, complete without hours. */
export const DeemedRequest = z.object({
  ...shared,
  type: z.literal('deemed'),
  staffId: StaffId,
  kind: DeemedKind,
  year: z.number().int(),
  reason: z.string(),
  /** What is asked for, of a discretionary kind, and on which ground. */
  scope: Scope.optional(),
  ground: DiscretionGround.optional(),
  /** Of a grade examination its day; of a leave whether its appraisal is passed. */
  passedOn: z.string().optional(),
  appraised: z.boolean().optional(),
  lines: z.array(Progress),
})
export type DeemedRequest = z.infer<typeof DeemedRequest>

/** Art. 4, 9, 12, 18: what exempts a person or bends a date, filed with a document and confirmed by another. */
export const RecordChangeRequest = z.object({
  ...shared,
  type: z.literal('record_change'),
  staffId: StaffId,
  fact: RecordFact,
  from: z.string(),
  to: z.string().optional(),
  /** Of a flag whether it holds; of a post its type, of a leave its kind. */
  value: z.union([z.boolean(), z.string()]).optional(),
  reason: z.string(),
  lines: z.array(Progress),
})
export type RecordChangeRequest = z.infer<typeof RecordChangeRequest>

/** Art. 7, 43: a year that was left incomplete for a reason that may be justified. */
export const JustifiedReasonRequest = z.object({
  ...shared,
  type: z.literal('justified_reason'),
  staffId: StaffId,
  year: z.number().int(),
  ground: z.string(),
  reason: z.string(),
  /** The institution filed it, and so has said its word. */
  byInstitution: z.boolean(),
  lines: z.array(Progress),
})
export type JustifiedReasonRequest = z.infer<typeof JustifiedReasonRequest>

/** What an objection is about: a line of a request, a certificate, or an entry of the ledger. */
export const ObjectedTo = z.union([
  z.object({ requestId: RequestId, line: z.number().int() }),
  z.object({ certificate: z.string() }),
  z.object({ entry: z.number().int() }),
])
export type ObjectedTo = z.infer<typeof ObjectedTo>

/** Art. 7, 35: an objection to a decision; the desk that decided looks again once, then the one above. */
export const ObjectionRequest = z.object({
  ...shared,
  type: z.literal('objection'),
  staffId: StaffId,
  about: ObjectedTo,
  /** Years whose results the objection may change; they are provisional until it is decided. */
  years: z.array(z.number().int()),
  reason: z.string(),
  /** The desks that look, in their order: the one that decided, and the one above where there is one. */
  desks: z.array(z.object({ organisationId: OrganisationId, role: Stage })).min(1),
  /** The index in `desks` of the one that looks now. */
  look: z.number().int(),
  lines: z.array(Progress),
})
export type ObjectionRequest = z.infer<typeof ObjectionRequest>

/** Art. 8: a programme of training that its organiser files; one desk looks at it. The programme has the same id. */
export const ProgrammeFilingRequest = z.object({
  ...shared,
  type: z.literal('programme_filing'),
  staffId: z.undefined().optional(),
  organiser: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  place: z.string(),
  /** The desk that looks: the authority's, or of professional courses alone the department's. */
  desk: z.object({ organisationId: OrganisationId, role: Stage }),
  /** The personnel authority of the organiser's level: it decides or is informed. */
  authorityId: OrganisationId.optional(),
  lines: z.array(Progress),
})
export type ProgrammeFilingRequest = z.infer<typeof ProgrammeFilingRequest>

export const Participant = z.object({
  staffId: StaffId,
  halfDays: z.number().int().optional(),
  hours: z.number().optional(),
  passed: z.boolean().optional(),
  /** The year that it makes up for, and the change of post that it prepares for, where they are this person's alone. */
  makeUpFor: z.number().int().optional(),
  forChange: z.string().optional(),
  /** Of hours taken over: the certificate that the earlier platform issued for the year. */
  certificateNo: z.string().optional(),
})
export type Participant = z.infer<typeof Participant>

/** Whose desks a claim goes to that was not filed by an institution (Art. 38). */
export interface OwnRoute {
  readonly departmentId?: OrganisationId | undefined
  readonly authorityId: OrganisationId
}

/** A part of a class that was held and closed here: its participants of one department and authority. */
export const ClassPart = z.object({
  programmeId: ProgrammeId,
  /** The class's own title; the request's is that of its course. */
  title: z.string(),
  /** Who answers for it, where somebody else held it on their behalf. */
  organiserName: z.string().optional(),
  departmentId: OrganisationId.optional(),
  authorityId: OrganisationId,
})

/** Art. 34, 39(1): one class, its participants, one proof; recognised at once for all of them. */
export const RosterRequest = z.object({
  ...shared,
  type: z.literal('class_roster'),
  staffId: z.undefined().optional(),
  provider: z.string().optional(),
  certificateNo: z.string().optional(),
  /** How many took part; `participants` are those of them that were read. */
  participantCount: z.number().int(),
  participants: z.array(Participant),
  /** Their institutions registered them by agreeing to their enrolment (Art. 34). */
  ofClass: ClassPart.optional(),
  /** Not a class: a year's hours of one subject, as an earlier platform had counted them. */
  takenOver: z.literal(true).optional(),
  lines: z.array(TrainingLine),
})
export type RosterRequest = z.infer<typeof RosterRequest>

/**
 * Art. 41: what listed providers delivered on a day for one department and authority, recognised at once for all of its
 * rows. Nobody files it; it is listed at the authority.
 */
export const FeedBatchRequest = z.object({
  ...shared,
  type: z.literal('feed_batch'),
  staffId: z.undefined().optional(),
  /** The day on which its rows were accepted. */
  day: z.string(),
  departmentId: OrganisationId.optional(),
  authorityId: OrganisationId,
  /** The providers' names, as people read them. */
  provider: z.string(),
  /** No desk looks at it: the region trusts its provider. */
  atOnce: z.boolean(),
  rowCount: z.number().int(),
  participantCount: z.number().int(),
  /** Those of its people who were read. */
  participants: z.array(Participant),
  /** In how many parts its rows are stored. */
  parts: z.number().int(),
  lines: z.array(TrainingLine),
})
export type FeedBatchRequest = z.infer<typeof FeedBatchRequest>

export const Request = z.discriminatedUnion('type', [
  RecognitionRequest,
  DelayRequest,
  PostChangeRequest,
  DeemedRequest,
  RosterRequest,
  RecordChangeRequest,
  JustifiedReasonRequest,
  ObjectionRequest,
  FeedBatchRequest,
  ProgrammeFilingRequest,
])
export type Request = z.infer<typeof Request>

/** The change that a filing is about, as `forChange` of its training names it. */
export const changeOf = ({ id, changeId }: Pick<PostChangeRequest, 'id' | 'changeId'>): string =>
  changeId ?? id

/** The desk that an objection lies with now. */
export const lookingDesk = ({ desks, look }: Pick<ObjectionRequest, 'desks' | 'look'>) =>
  desks[look] ?? desks[0]

/** Whether a request is about many people at once: a class, or a day's online hours. */
export const isOfMany = (request: Request): request is RosterRequest | FeedBatchRequest =>
  request.type === 'class_roster' || request.type === 'feed_batch'

/** The route of a request that names its own desks; undefined: it goes the way of its institution. */
export const ownRouteOf = (request: Request): OwnRoute | undefined => {
  if (request.type === 'feed_batch') return request
  return request.type === 'class_roster' ? request.ofClass : undefined
}

/** Whether a request is about hours of training. */
export const isOfHours = (
  request: Request,
): request is RecognitionRequest | RosterRequest | FeedBatchRequest =>
  request.type === 'recognition' || isOfMany(request)

/** Whose matter a request is. */
export const subjectsOf = (request: Request): readonly string[] =>
  isOfMany(request)
    ? request.participants.map(({ staffId }) => staffId)
    : request.type === 'programme_filing'
      ? []
      : [request.staffId]

/** The years that a request may yet change for its person. */
export const yearsOf = (request: Request): readonly number[] => {
  switch (request.type) {
    case 'recognition':
    case 'class_roster':
    case 'feed_batch':
      return [...new Set(request.lines.map((line) => line.makeUpFor ?? Number(line.from.slice(0, 4))))]
    case 'make_up_delay':
    case 'deemed':
    case 'justified_reason':
      return [request.year]
    case 'objection':
      return request.years
    case 'post_change':
    case 'record_change':
    case 'programme_filing':
      return []
  }
}

/**
 * A request's status: `returned` where any line is, then on hold, in review, approved, rejected, withdrawn.
 */
export const statusOf = (request: Request): RequestStatus => {
  const has = (status: LineStatus) => request.lines.some((line) => line.status === status)
  if (has('returned')) return 'returned'
  if (request.type === 'post_change' && request.hold?.over === false) return 'on_hold'
  if (has('in_review')) return 'in_review'
  if (has('approved')) return 'approved'
  return has('rejected') ? 'rejected' : 'withdrawn'
}

/** Whether a request has not ended yet: it is in review, on hold or returned. */
export const isOpen = ({ status }: Pick<Request, 'status'>): boolean =>
  status === 'in_review' || status === 'on_hold' || status === 'returned'

/** A request with all its tasks, read at one moment from one partition. */
export interface RequestRecord {
  readonly request: Request
  readonly tasks: readonly Task[]
}
