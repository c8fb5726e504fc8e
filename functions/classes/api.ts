import * as z from 'zod'
import { seers } from '../libraries/api.ts'
import { deskItself, personAndReaders, readers } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { idParams, line, Named, prose, Reason } from '../platform/shapes.ts'
import { Subject } from '../platform/terms.ts'

const EnrolmentState = z.enum(['asked', 'agreed', 'declined', 'left'])
const StaffRef = z.string().min(1).max(200)
const SessionRef = z.string().regex(/^[\w.#-]{1,40}$/)
const Presence = z.enum(['present', 'to_confirm', 'absent'])
/** As many as are enrolled, or entered, at once: each is an item of one transaction. */
const MOST_AT_ONCE = 50
const MOST_ENTRIES = 90
/** As many as a class has. */
const MOST_RESULTS = 2000

const Hint = z.object({
  code: z.enum(['DAYS_TAKEN', 'ON_LEAVE', 'SAME_COURSE', 'CALLED_TWICE']),
  article: z.string(),
  text: z.string(),
})

const ClassSummary = z.object({
  id: z.string(),
  title: z.string(),
  organiser: Named,
  firstDay: z.string(),
  lastDay: z.string(),
  place: z.string(),
  capacity: z.number().int(),
  state: z.enum(['accepted', 'cancelled', 'closed']),
})

const SessionView = z.object({
  id: SessionRef,
  day: z.string(),
  half: z.enum(['morning', 'afternoon']),
  begun: z
    .boolean()
    .meta({ description: 'Whether it may have been attended by now: an afternoon from noon on.' }),
  course: z.string(),
  subject: Subject,
})

const Noted = z.object({
  session: z.string(),
  presence: Presence,
  by: z.enum(['code', 'list']),
  at: z.string(),
  reason: z.string().nullable(),
})

const Mine = z.object({
  state: EnrolmentState,
  /** 0: a seat; else the place on the waiting list. */
  waiting: z.number().int(),
  unheard: z.boolean().meta({ description: 'Nobody at one’s institution may agree yet: it has no account.' }),
  attendance: z.array(Noted),
  /** Of a closed class: what the organiser said of oneself. */
  result: z.object({ passed: z.boolean(), mark: z.string().nullable() }).nullable(),
  evaluation: z
    .enum(['open', 'given', 'none'])
    .meta({ description: 'Whether one may evaluate a closed class still, or has.' }),
})

const NoticeView = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  link: z.string().nullable(),
  files: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.number().int() })),
  at: z.string(),
  byName: z.string(),
})

export const ClassView = ClassSummary.extend({
  sessions: z.array(SessionView),
  enrolled: z.number().int(),
  waiting: z.number().int(),
  mine: Mine.nullable(),
  hints: z.array(Hint).meta({ description: 'What speaks to enrolling oneself (Art. 29); none is a bar.' }),
  organises: z.boolean(),
  notices: z
    .array(NoticeView)
    .meta({ description: 'For its organiser, those above it and whoever is enrolled, the latest first.' }),
}).meta({ id: 'TrainingClass' })
export type ClassView = z.infer<typeof ClassView>

const ParticipantView = z.object({
  staffId: z.string(),
  name: z.string(),
  institution: Named,
  state: EnrolmentState,
  by: z.enum(['person', 'institution', 'organiser']),
  waiting: z.number().int(),
  unheard: z.boolean().meta({ description: 'Nobody at their institution may agree yet: it has no account.' }),
  hints: z.array(Hint),
  attendance: z.array(Noted),
  /** How often what was noted was corrected. */
  corrections: z.number().int(),
  result: z.object({ passed: z.boolean(), mark: z.string().nullable() }).nullable(),
})

const ClaimPart = z.object({
  requestId: z.string(),
  course: z.string(),
  authority: Named,
  department: Named.nullable(),
  participants: z.number().int(),
})

const Claim = z
  .object({
    parts: z.array(ClaimPart),
    leftOut: z.array(
      z.object({ staffId: z.string(), name: z.string(), course: z.string(), why: z.string() }),
    ),
  })
  .meta({ id: 'ClassClaim' })
export type ClaimView = z.infer<typeof Claim>

export const ClassDesk = z
  .object({
    courses: z
      .array(
        z.object({
          title: z.string(),
          lecturers: z.array(z.object({ id: z.string(), name: z.string(), removed: z.boolean() })),
        }),
      )
      .meta({
        description: 'Who teaches; who was removed since is replaced before the class opens (Art. 31).',
      }),
    participants: z.array(ParticipantView),
    closed: z.object({ at: z.string(), byName: z.string(), claim: Claim.nullable() }).nullable(),
  })
  .meta({ id: 'ClassDesk' })
export type ClassDesk = z.infer<typeof ClassDesk>

const EnrolmentView = z.object({ staffId: z.string(), state: EnrolmentState })

const MyClass = ClassSummary.extend({ enrolment: EnrolmentState, waiting: z.number().int() })
const Asked = z.object({
  class: ClassSummary,
  staffId: z.string(),
  name: z.string(),
  by: z.enum(['person', 'institution', 'organiser']),
  hints: z.array(Hint),
})

export const listClasses = {
  id: 'list-classes',
  callers: 'account',
  summary: 'One’s own classes, and the enrolments that wait for the word of one’s institution (Art. 34)',
  reply: z.object({ mine: z.array(MyClass), asked: z.array(Asked) }),
  refuses: [],
} as const satisfies Operation

export const readClass = {
  id: 'read-class',
  callers: 'account',
  summary:
    'A class with its half-days, one’s own place and attendance, and what speaks to enrolling (Art. 29)',
  params: idParams,
  reply: ClassView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const readClassDesk = {
  id: 'read-class-desk',
  callers: deskItself,
  summary: 'The participants of a class with attendance and results, and its claim; by the organiser',
  params: idParams,
  reply: ClassDesk,
  refuses: ['NOT_FOUND', 'NOT_ALLOWED'],
} as const satisfies Operation

export const ClassPartView = z
  .object({
    classId: z.string(),
    title: z.string(),
    organiser: Named,
    course: z.string(),
    halfDays: z.number().int().meta({ description: 'Of the whole course.' }),
    closedAt: z.string(),
    closedBy: z.string(),
    participants: z.array(
      z.object({
        staffId: z.string(),
        name: z.string(),
        institution: z.string(),
        present: z.number().int().meta({ description: 'Half-days attended: four hours each (Art. 39(1)).' }),
        byCode: z.number().int(),
        byList: z.number().int(),
        absent: z.number().int(),
        corrected: z.number().int().meta({ description: 'How often what was noted was corrected.' }),
        passed: z.boolean(),
        mark: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ClassPart' })
export type ClassPartView = z.infer<typeof ClassPartView>

export const readClassPart = {
  id: 'read-class-part',
  callers: personAndReaders,
  lent: true,
  summary:
    'What the hours of a closed class’s part rest on: who closed it, and the half-days of each of its people by code and by list',
  params: idParams,
  reply: z.object({ part: ClassPartView.nullable().meta({ description: 'Null: of no class held here.' }) }),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const readSessionCode = {
  id: 'read-session-code',
  callers: deskItself,
  summary: 'The code that the screen of a session shows now; another every 30 seconds; by the organiser',
  params: idParams,
  query: z.object({ session: SessionRef }),
  reply: z.object({ code: z.string(), changesIn: z.number().int().meta({ description: 'Milliseconds.' }) }),
  refuses: ['NOT_FOUND', 'NOT_ALLOWED', 'CLASS_NOT_OPEN', 'NO_CODE_NOW', 'LECTURER_REMOVED'],
} as const satisfies Operation

export const enrolInClass = {
  id: 'enrol-in-class',
  callers: { person: ['own'], ...deskItself },
  summary:
    'Enrol oneself, one’s institution’s people (registered at once, Art. 34), or whom the organiser calls up; safe to repeat',
  params: idParams,
  body: z.object({ staffIds: z.array(StaffRef).min(1).max(MOST_AT_ONCE) }).meta({ id: 'Enrolling' }),
  reply: z.object({ enrolled: z.array(EnrolmentView) }),
  refuses: [
    'NOT_FOUND',
    'NOT_ALLOWED',
    'CLASS_NOT_OPEN',
    'CLASS_NOT_FOR',
    'NOT_ON_REGISTER',
    'INPUT_INVALID',
  ],
} as const satisfies Operation

export const answerClassEnrolment = {
  id: 'answer-class-enrolment',
  callers: { person: ['own'], ...deskItself },
  summary:
    'The institution agrees, and so registers (Art. 34), or declines; somebody leaves, or is taken out',
  params: idParams,
  body: z
    .object({
      staffId: StaffRef,
      action: z.enum(['agree', 'decline', 'leave']),
      reason: Reason.optional(),
    })
    .meta({ id: 'EnrolmentAnswer' }),
  reply: EnrolmentView,
  refuses: [
    ...(['NOT_FOUND', 'NOT_ALLOWED', 'CLASS_NOT_OPEN'] as const),
    ...(['NOT_ENROLLED', 'WRONG_STATE', 'ATTENDED_ALREADY'] as const),
  ],
} as const satisfies Operation

export const attendClass = {
  id: 'attend-class',
  callers: { person: ['own'] },
  summary:
    'Attend a session by its code: in time it counts, up to ten minutes later the organiser confirms it',
  params: idParams,
  body: z.object({ code: line(200) }).meta({ id: 'SessionCode' }),
  reply: Noted,
  refuses: ['NOT_FOUND', 'NOT_ALLOWED', 'CLASS_NOT_OPEN', 'NOT_ENROLLED', 'CODE_EXPIRED'],
} as const satisfies Operation

export const recordClassAttendance = {
  id: 'record-class-attendance',
  callers: deskItself,
  summary: 'Enter a session’s printed list, confirm late scans, correct on record; by the organiser',
  params: idParams,
  body: z
    .object({
      session: SessionRef,
      entries: z
        .array(z.object({ staffId: StaffRef, present: z.boolean() }))
        .min(1)
        .max(MOST_ENTRIES),
      reason: Reason.optional(),
    })
    .meta({ id: 'AttendanceList' }),
  reply: z.object({ entered: z.number().int() }),
  refuses: [
    ...(['NOT_FOUND', 'NOT_ALLOWED', 'CLASS_NOT_OPEN', 'NOT_ENROLLED'] as const),
    ...(['OWN_REQUEST', 'INPUT_INVALID', 'LECTURER_REMOVED'] as const),
  ],
} as const satisfies Operation

export const cancelTrainingClass = {
  id: 'cancel-class',
  callers: deskItself,
  summary: 'Cancel a class that will not be held; everybody enrolled is told; by the organiser',
  params: idParams,
  body: z.object({ reason: Reason }).meta({ id: 'ClassCancelling' }),
  reply: z.object({ state: z.literal('cancelled') }),
  refuses: ['NOT_FOUND', 'NOT_ALLOWED', 'CLASS_NOT_OPEN', 'CLASS_HELD'],
} as const satisfies Operation

export const postClassNotice = {
  id: 'post-class-notice',
  callers: deskItself,
  summary:
    'Tell all of a class something, with a link to its material or with files; everybody enrolled is written to; by the organiser',
  params: idParams,
  body: z
    .object({
      title: line(100),
      text: prose(2000),
      link: z
        .url({ protocol: /^https$/ })
        .max(500)
        .optional(),
      files: z
        .array(z.string().min(1).max(100))
        .max(10)
        .optional()
        .meta({ description: 'Ids of files that the caller has uploaded by `POST /evidence`.' }),
    })
    .meta({ id: 'ClassNotice' }),
  reply: NoticeView,
  refuses: ['NOT_FOUND', 'NOT_ALLOWED', 'CLASS_NOT_OPEN', 'INPUT_INVALID'],
} as const satisfies Operation

export const readClassFile = {
  id: 'read-class-file',
  callers: 'account',
  summary: 'The bytes of a file of a class’s notices, for whoever reads these',
  params: z.object({ id: idParams.shape.id, file: z.string().min(1).max(100) }),
  reply: z.string(),
  answers: ['application/pdf', 'image/jpeg', 'image/png'],
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const ChangingBody = z
  .object({
    place: line(200).optional(),
    sessions: z
      .array(z.object({ id: SessionRef, day: z.iso.date(), half: z.enum(['morning', 'afternoon']) }))
      .max(200)
      .optional()
      .meta({ description: 'Half-days that are moved; `id` is the one that they had.' }),
    lecturers: z
      .array(z.object({ course: z.number().int().min(0).max(39), lecturers: z.array(line(200)).max(20) }))
      .max(40)
      .optional()
      .meta({ description: 'Who teaches in a course, by its index, in place of those who did.' }),
    reason: Reason,
  })
  .meta({ id: 'ClassChanging' })
export type ChangingBody = z.infer<typeof ChangingBody>

export const changeTrainingClass = {
  id: 'change-class',
  callers: deskItself,
  summary:
    'Move a class to another place or other half-days, or have others teach; everybody enrolled is told; by the organiser',
  params: idParams,
  body: ChangingBody,
  reply: z.object({ firstDay: z.string(), lastDay: z.string(), place: z.string() }),
  refuses: ['NOT_FOUND', 'NOT_ALLOWED', 'CLASS_NOT_OPEN', 'INPUT_INVALID'],
} as const satisfies Operation

export const evaluateTrainingClass = {
  id: 'evaluate-class',
  callers: { person: ['own'] },
  summary: 'Evaluate a closed class that one was in, once, without one’s name; safe to repeat',
  params: idParams,
  body: z
    .object({
      scores: z
        .array(z.number().int().min(1).max(5))
        .length(5)
        .meta({ description: 'Content, teaching, organisation, use for one’s work, the whole; 5 is best.' }),
      comment: prose(300).optional(),
    })
    .meta({ id: 'ClassEvaluation' }),
  reply: z.object({ given: z.literal(true) }),
  refuses: ['NOT_FOUND', 'NOT_ALLOWED', 'NOT_ENROLLED', 'WRONG_STATE'],
} as const satisfies Operation

export const EvaluationView = z
  .object({
    until: z.string().nullable().meta({ description: 'The last day of evaluating; figures come after it.' }),
    answers: z.number().int().nullable(),
    least: z.number().int().meta({ description: 'Fewer answers are shown to nobody.' }),
    averages: z.array(z.number()).nullable(),
    comments: z.array(z.string()).nullable(),
  })
  .meta({ id: 'ClassEvaluated' })
export type EvaluationView = z.infer<typeof EvaluationView>

export const readClassEvaluation = {
  id: 'read-class-evaluation',
  callers: readers,
  summary:
    'What participants thought of a class, nobody named, from five answers on; for organiser and above',
  params: idParams,
  reply: EvaluationView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const TaughtView = z
  .object({
    held: z
      .number()
      .int()
      .meta({ description: 'Closed classes that it had a part in; of the latest 20 more is said.' }),
    answers: z.number().int().meta({ description: 'Of those whose figures are shown.' }),
    averages: z
      .array(z.number())
      .nullable()
      .meta({ description: 'Over all answers, in the order of the questions.' }),
    classes: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        organiser: z.string(),
        lastDay: z.string(),
        passed: z.number().int().nullable(),
        answers: z
          .number()
          .int()
          .nullable()
          .meta({ description: 'Null: not shown yet, or fewer than five.' }),
        averages: z.array(z.number()).nullable(),
      }),
    ),
  })
  .meta({ id: 'TaughtClasses' })
export type TaughtView = z.infer<typeof TaughtView>

export const readTaughtClasses = {
  id: 'read-taught-classes',
  callers: seers,
  summary:
    'What participants thought of the classes that a lecturer, a course or an institution of the libraries had a part in',
  params: idParams,
  reply: TaughtView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const closeTrainingClass = {
  id: 'close-class',
  callers: deskItself,
  summary:
    'Close a class with a result for everybody who was there (Art. 42): it becomes one claim with a part for each lawful route; safe to repeat',
  params: idParams,
  body: z
    .object({
      results: z
        .array(z.object({ staffId: StaffRef, passed: z.boolean(), mark: line(20).optional() }))
        .max(MOST_RESULTS),
      papers: z.array(z.string().min(1).max(100)).max(10).optional().meta({
        description:
          'Files that the organiser uploaded: the signed lists, its summary. Desks see them with each part.',
      }),
    })
    .meta({ id: 'ClassClosing' }),
  limit: 512 * 1024,
  reply: Claim,
  refuses: [
    'NOT_FOUND',
    'NOT_ALLOWED',
    'CLASS_NOT_OPEN',
    'CLASS_NOT_OVER',
    'CONFIRM_FIRST',
    'INPUT_INVALID',
    'OWN_REQUEST',
  ],
} as const satisfies Operation
