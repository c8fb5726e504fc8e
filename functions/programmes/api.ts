import * as z from 'zod'
import { deskItself, readers } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { idParams, LONGEST_ORGANISATION_NAME, line, Paging, pageOf } from '../platform/shapes.ts'
import { Category, Mode, PostType, Subject } from '../platform/terms.ts'
import { Half, ProgrammeState, TeachingKind } from './terms.ts'

const Day = z.iso.date()
const Id = z.string().min(1).max(200)

const CourseBody = z.object({
  title: line(100),
  category: Category,
  subject: Subject,
  mode: Mode,
  kind: TeachingKind,
  feeFen: z
    .number()
    .int()
    .min(0)
    .max(100_000_000)
    .meta({ description: 'What a participant pays for this course, in fen.' }),
  minutes: z.number().int().min(1).max(100_000),
  lecturers: z.array(line(200)).max(20),
  fullTime: z.boolean().optional(),
  listed: Id.optional().meta({ description: 'Which of the library’s courses it is (Art. 28).' }),
  from: Day.optional().meta({ description: 'Of a course online: the first day of study.' }),
  to: Day.optional(),
  hours: z.number().min(0.1).max(1000).optional().meta({ description: 'Of a course online: its hours.' }),
})

/** What an organiser files (Art. 8); on a return the same, corrected. */
export const FilingBody = z
  .object({
    organiserId: Id.meta({ description: 'Who answers for it.' }),
    title: line(100),
    entrusted: z
      .object({
        name: line(LONGEST_ORGANISATION_NAME),
        handedOnTo: line(LONGEST_ORGANISATION_NAME).optional(),
      })
      .optional()
      .meta({
        description: 'The training institution that holds it on the organiser’s behalf (Art. 11, 15, 33).',
      }),
    courses: z.array(CourseBody).min(1).max(40),
    sessions: z
      .array(z.object({ day: Day, half: Half, course: z.number().int().min(0).max(39) }))
      .max(200)
      .meta({ description: 'Half-days (Art. 39(1)), each of one course by its index.' }),
    place: line(200),
    capacity: z.number().int().min(1).max(2000),
    audience: z.object({
      organisations: z.array(line(200)).max(100),
      postTypes: z.array(PostType).max(3),
      calledUp: z.boolean().optional(),
      note: line(200).optional(),
    }),
    plan: z.union([
      z.object({
        year: z.number().int().min(2024).max(2999),
        item: line(100),
        row: line(40).optional().meta({ description: 'The row of the organiser’s own plan on record here.' }),
      }),
      z.object({ why: line(200) }),
    ]),
    budget: line(200),
    task: line(200).optional(),
  })
  .meta({ id: 'ProgrammeFiling' })
export type FilingBody = z.infer<typeof FilingBody>

/** What everybody may read of a programme from its acceptance on. */
export const PublicProgramme = z
  .object({
    id: z.string(),
    title: z.string(),
    organiser: z.object({ id: z.string(), name: z.string() }),
    entrusted: z.string().nullable(),
    state: ProgrammeState,
    firstDay: z.string(),
    lastDay: z.string(),
    halfDays: z.number().int(),
    place: z.string(),
    capacity: z.number().int(),
    subjects: z.array(Subject),
    courses: z.array(
      z.object({
        title: z.string(),
        category: Category,
        subject: Subject,
        mode: Mode,
        kind: TeachingKind,
        feeFen: z.number().int(),
        mostFen: z
          .number()
          .int()
          .meta({ description: 'The most that this course may cost (Art. 26), in fen.' }),
        minutes: z.number().int(),
      }),
    ),
    feeFen: z.number().int().meta({ description: 'What all courses cost a participant, in fen.' }),
    audience: z.object({
      organisations: z.array(z.string()),
      postTypes: z.array(PostType),
      calledUp: z.boolean(),
      note: z.string().nullable(),
    }),
    acceptedUnanswered: z.boolean().meta({ description: '[R] Nobody answered the filing in time.' }),
  })
  .meta({ id: 'PublicProgramme' })
export type PublicProgramme = z.infer<typeof PublicProgramme>

/** The same, with what its organiser and the desks see. */
export const ProgrammeView = PublicProgramme.extend({
  filing: FilingBody,
  lecturers: z
    .array(z.object({ id: z.string(), name: z.string(), removed: z.boolean() }))
    .meta({ description: '`removed`: taken off the list since (Art. 31).' }),
  filedAt: z.string(),
  acts: z.array(
    z.object({
      at: z.string(),
      actorName: z.string().nullable(),
      act: z.string(),
      reason: z.string().nullable(),
    }),
  ),
}).meta({ id: 'Programme' })
export type ProgrammeView = z.infer<typeof ProgrammeView>

const Filed = z.object({ id: z.string(), state: ProgrammeState })

const refusesFiling = ['NOT_ALLOWED', 'NOT_FOUND', 'PROGRAMME_REFUSED', 'PROGRAMME_DESK_MISSING'] as const

export const fileProgramme = {
  id: 'file-programme',
  callers: deskItself,
  summary: 'File a programme of training (Art. 8); every fault at once, each with its article',
  body: FilingBody,
  status: 201,
  reply: Filed,
  idempotencyKey: 'required',
  refuses: [...refusesFiling, 'KEY_REUSED'],
} as const satisfies Operation

export const refileProgramme = {
  id: 'refile-programme',
  callers: { person: ['own'] },
  known: readers,
  summary: 'Answer the return of a programme’s filing with the corrected one; by whoever filed it',
  params: idParams,
  body: FilingBody,
  reply: Filed,
  refuses: [...refusesFiling, 'WRONG_STATE'],
} as const satisfies Operation

export const listProgrammes = {
  id: 'list-programmes',
  callers: 'anyone',
  summary: 'The accepted programmes that begin in a month, by their first day; open to everybody',
  query: Paging.extend({
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional()
      .meta({ description: 'Such as 2026-05; the running month where none is said.' }),
    subject: Subject.optional(),
    organiser: Id.optional(),
  }),
  reply: pageOf(PublicProgramme).extend({ month: z.string() }),
  refuses: [],
} as const satisfies Operation

export const readProgramme = {
  id: 'read-programme',
  callers: 'account',
  summary:
    'A programme: its organiser, those above and its desk see the whole filing; once accepted, whoever signs in',
  params: idParams,
  reply: ProgrammeView,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

export const listOwnProgrammes = {
  id: 'list-own-programmes',
  callers: readers,
  summary: 'The programmes that an organisation answers for, whatever became of them, the latest first',
  params: idParams,
  query: Paging,
  reply: pageOf(PublicProgramme),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation
