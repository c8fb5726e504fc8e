import * as z from 'zod'
import { OrganisationId, ProgrammeId } from '../platform/ids.ts'
import { keys, lists, lookups } from '../platform/keys.ts'
import {
  atVersion,
  type Item,
  isNew,
  type Page,
  type PageRequest,
  read,
  readIndex,
  type Table,
  type Write,
} from '../platform/table.ts'
import { Category, Mode, PostType, Subject } from '../platform/terms.ts'
import { Half, ProgrammeState, TeachingKind } from './terms.ts'

/** Of a course offline its days follow from its sessions; one online states them, and its hours, itself. */
export const Course = z.object({
  title: z.string(),
  category: Category,
  subject: Subject,
  mode: Mode,
  kind: TeachingKind,
  /** What a participant pays for this course, in fen; 0: nothing. */
  feeFen: z.number().int(),
  minutes: z.number().int(),
  /** Ids of the lecturers' record. */
  lecturers: z.array(z.string()),
  /** Art. 16: away from the post. */
  fullTime: z.boolean().optional(),
  /** Which of the library's courses it is, where it is one (Art. 28). */
  listed: z.string().optional(),
  /** Online alone: the first and last day of study, and the hours in tenths. */
  from: z.string().optional(),
  to: z.string().optional(),
  tenths: z.number().int().optional(),
})
export type Course = z.infer<typeof Course>

/** Half a day of one course (Art. 39(1)). */
export const Session = z.object({
  day: z.string(),
  half: Half,
  /** The index of its course in the programme's courses. */
  course: z.number().int(),
})
export type Session = z.infer<typeof Session>

export { Half, ProgrammeState, TeachingKind }

/** What became of a programme, when and by whom; a rule or a deadline that did it has no actor. */
export const ProgrammeAct = z.object({
  at: z.string(),
  actor: z.string().optional(),
  actorName: z.string().optional(),
  act: z.string(),
  reason: z.string().optional(),
})
export type ProgrammeAct = z.infer<typeof ProgrammeAct>

/** Who may enrol: the staff of the named organisations and of all below them; nothing named: everybody. */
export const Audience = z.object({
  organisations: z.array(OrganisationId),
  postTypes: z.array(PostType),
  /** They are called up by the organiser, and do not choose themselves. */
  calledUp: z.boolean().optional(),
  /** In the organiser's own words. */
  note: z.string().optional(),
})
export type Audience = z.infer<typeof Audience>

/** Whom a closed class reached: who had a seat, who was there at all, who passed, and the half-days of those. */
export const Held = z.object({
  enrolled: z.number().int(),
  attended: z.number().int(),
  passed: z.number().int(),
  halfDays: z.number().int(),
})
export type Held = z.infer<typeof Held>

/** A programme of training as it was filed last, and how far it has come (Art. 8). */
export const Programme = z.object({
  id: ProgrammeId,
  /** The calendar year that all of it lies in. */
  year: z.number().int(),
  title: z.string(),
  /** Who answers for it: an authority, a department or an institution, on whose behalf an entrusted one holds it. */
  organiserId: OrganisationId,
  organiserName: z.string(),
  /** Art. 11, 15, 33: the training institution that is entrusted with holding it, where one is. */
  entrusted: z
    .object({ name: z.string(), id: z.string().optional(), handedOnTo: z.string().optional() })
    .optional(),
  courses: z.array(Course),
  sessions: z.array(Session),
  firstDay: z.string(),
  lastDay: z.string(),
  place: z.string(),
  capacity: z.number().int(),
  audience: Audience,
  /** The item of the annual plan that it carries out, or why there is none. */
  plan: z.union([
    z.object({
      year: z.number().int(),
      item: z.string(),
      /** The row of the organiser's own plan, where that is on record here. */
      row: z.string().optional(),
    }),
    z.object({ why: z.string() }),
  ]),
  /** Where its money comes from (Art. 25). */
  budget: z.string(),
  /** Art. 22: the project or task that a special training serves. */
  task: z.string().optional(),
  filedBy: z.string(),
  filedAt: z.string(),
  state: ProgrammeState,
  /** When it became public, and whether because nobody answered in time [R]. */
  acceptedAt: z.string().optional(),
  acceptedUnanswered: z.boolean().optional(),
  acts: z.array(ProgrammeAct),
  /** Of one that was closed: whom it reached. Closed before this was counted, it has none. */
  held: Held.optional(),
  version: z.number().int(),
})
export type Programme = z.infer<typeof Programme>

/** Everybody may read it: it was accepted, whatever became of it since. */
export const isPublic = ({ acceptedAt }: Pick<Programme, 'acceptedAt'>): boolean => acceptedAt !== undefined

const orderOf = ({ firstDay, id }: Programme): string => `${firstDay}#${id}`

const toItem = (programme: Programme): Item => ({
  ...keys.programme(programme.id),
  ...programme,
  listed: lists.programmesOf(programme.organiserId),
  listedOrder: orderOf(programme),
  ...(isPublic(programme)
    ? { found: lookups.publicProgrammes(programme.firstDay.slice(0, 7)), foundOrder: orderOf(programme) }
    : {}),
})

export const newProgramme = (programme: Programme): Write => ({
  put: toItem({ ...programme, version: 1 }),
  when: isNew,
})

/** Replaces a programme as it was read; fails where it was written since. The version is counted here. */
export const replaceProgramme = (before: Programme, after: Programme): Write => ({
  put: toItem({ ...after, version: before.version + 1 }),
  when: atVersion(before.version),
})

export const readProgramme = async (table: Table, id: string): Promise<Programme | undefined> => {
  const item = await read(table, keys.programme(id))
  return item && Programme.parse(item)
}

const programmesIn = ({ items, cursor }: Page) => ({
  items: items.map((item) => Programme.parse(item)),
  cursor,
})

/** The programmes that an organisation answers for, by their first day. */
export const programmesOf = async (table: Table, organiserId: OrganisationId, page: PageRequest) =>
  programmesIn(await readIndex(table, 'listed', lists.programmesOf(organiserId), page))

/** The public programmes that begin in a month (2026-05), by their first day. */
export const publicProgrammes = async (table: Table, month: string, page: PageRequest) =>
  programmesIn(await readIndex(table, 'found', lookups.publicProgrammes(month), page))
