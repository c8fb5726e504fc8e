import * as z from 'zod'
import { OrganisationId, StaffId } from '../platform/ids.ts'
import type { Programme } from '../programmes/programme.ts'
import { Participant } from '../requests/request.ts'
import { type Attendance, attended } from './attendance.ts'
import type { Enrolment } from './enrolment.ts'

/** How somebody did, as the organiser says (Art. 42); the mark is the organiser's own word. */
export const Result = z.object({ staffId: StaffId, passed: z.boolean(), mark: z.string().optional() })
export type Result = z.infer<typeof Result>

/** Why a course is not claimed for somebody who was there. */
export const LeftOut = z.object({
  staffId: StaffId,
  course: z.number().int(),
  why: z.enum(['not_agreed', 'left', 'claimed_already', 'rule']),
  detail: z.object({ zh: z.string(), en: z.string() }).optional(),
})
export type LeftOut = z.infer<typeof LeftOut>

/** How many of a part were in another class in the same half-days, by its record, and in which. */
export const Elsewhere = z.object({ people: z.number().int(), titles: z.array(z.string()) })
export type Elsewhere = z.infer<typeof Elsewhere>

/** A course for the people of one department and authority: what one pair of desks decides (Art. 38). */
export const Part = z.object({
  course: z.number().int(),
  departmentId: OrganisationId.optional(),
  authorityId: OrganisationId,
  participants: z.array(Participant),
  elsewhere: Elsewhere.optional(),
})
export type Part = z.infer<typeof Part>

/** Where the hours of an institution's people are recognised. */
export interface Place {
  readonly departmentId?: OrganisationId | undefined
  readonly authorityId?: OrganisationId | undefined
}

/** Somebody's half-days of a course, as its attendance and the result say. Nobody who failed has any. */
export interface Earned {
  readonly staffId: StaffId
  readonly course: number
  readonly halfDays: number
  readonly passed: boolean
}

/** What everybody earned, course by course (Art. 39(1), 42): the half-days that they attended. */
export const earnedIn = (
  { sessions, courses }: Pick<Programme, 'sessions' | 'courses'>,
  seated: readonly Pick<Enrolment, 'staffId'>[],
  noted: readonly Attendance[],
  results: readonly Result[],
): Earned[] =>
  seated.flatMap(({ staffId }) => {
    const passed = results.find((one) => one.staffId === staffId)?.passed === true
    const there = attended(sessions, noted, staffId)
    return courses.flatMap(({ mode }, course) =>
      // What is learned online is delivered by its provider (Art. 41).
      mode === 'online' || !sessions.some((one) => one.course === course)
        ? []
        : [{ staffId, course, halfDays: there.filter((one) => one.course === course).length, passed }],
    )
  })

const routeOf = (subject: 'public' | 'professional', { departmentId, authorityId = '' }: Place) => ({
  authorityId,
  // The public subject is the authority's alone (Art. 38).
  ...(subject === 'public' || departmentId === undefined ? {} : { departmentId }),
})

/** Whether a part brings somebody hours: one in which nobody passed asks its desks for nothing. */
export const bringsHours = ({ participants }: Pick<Part, 'participants'>): boolean =>
  participants.some(({ halfDays = 0, passed }) => passed === true && halfDays > 0)

/** Splits what was earned by course and lawful route; each person stands in one part of a course. */
export const partsOf = (
  courses: Programme['courses'],
  earned: readonly Earned[],
  placeOf: (staffId: StaffId) => Place,
): Part[] => {
  const parts = new Map<string, Part>()
  for (const { staffId, course, halfDays, passed } of earned) {
    const route = routeOf(courses[course]?.subject ?? 'public', placeOf(staffId))
    const name = JSON.stringify([course, route.authorityId, route.departmentId ?? ''])
    const part = parts.get(name) ?? { course, ...route, participants: [] }
    parts.set(name, { ...part, participants: [...part.participants, { staffId, halfDays, passed }] })
  }
  return [...parts.values()]
}
