import * as z from 'zod'
import { deskItself, type Matrix, region } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { idParams, LONGEST_NAME, line, Paging, pageOf, Reason } from '../platform/shapes.ts'

const Id = z.string().min(1).max(200)

export const LecturerView = z
  .object({
    id: z.string(),
    name: z.string(),
    field: z.string(),
    proposedBy: z.string(),
    vettedBy: z.array(z.string()),
    removed: z.object({ at: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'Lecturer' })
export type LecturerView = z.infer<typeof LecturerView>

/** Any desk may have a lecturer teach, whoever proposed them. */
const anyDesk = { institution: ['any'], department: ['any'], authority: ['any'] } as const satisfies Matrix

export const listLecturers = {
  id: 'list-lecturers',
  callers: { ...anyDesk, auditor: ['any'] },
  summary: 'Everybody who teaches (Art. 31), by name',
  query: Paging,
  reply: pageOf(LecturerView),
  refuses: [],
} as const satisfies Operation

export const proposeLecturer = {
  id: 'propose-lecturer',
  callers: deskItself,
  summary: 'Propose somebody who teaches (Art. 30, 31); the proposer has vetted them',
  body: z.object({ organisationId: Id, name: line(LONGEST_NAME), field: line(100) }),
  status: 201,
  reply: LecturerView,
  idempotencyKey: 'required',
  refuses: ['NOT_ALLOWED', 'KEY_REUSED', 'LECTURER_REMOVED'],
} as const satisfies Operation

export const vetLecturer = {
  id: 'vet-lecturer',
  callers: deskItself,
  summary: 'Vet a lecturer for an organiser’s own programmes (Art. 31)',
  params: idParams,
  body: z.object({ organisationId: Id }),
  reply: LecturerView,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND', 'LECTURER_REMOVED'],
} as const satisfies Operation

export const removeLecturer = {
  id: 'remove-lecturer',
  callers: region,
  summary: 'Take a lecturer off the list at once, with the reason (Art. 31); by the region',
  params: idParams,
  body: z.object({ reason: Reason }),
  reply: LecturerView,
  refuses: ['NOT_FOUND', 'WRONG_STATE'],
} as const satisfies Operation
