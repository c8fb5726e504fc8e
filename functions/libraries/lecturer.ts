import * as z from 'zod'
import type { LecturerStanding } from '../../rules/programme.ts'
import { OrganisationId } from '../platform/ids.ts'
import { keys, lists, lookups } from '../platform/keys.ts'
import {
  atVersion,
  isNew,
  type PageRequest,
  readAll,
  readIndex,
  type Table,
  type Write,
} from '../platform/table.ts'

/** Somebody who teaches (Art. 31): proposed by a body, vetted by each organiser that has them teach. */
export const Lecturer = z.object({
  id: z.string(),
  name: z.string(),
  /** What they teach. */
  field: z.string(),
  proposedBy: OrganisationId,
  vetted: z.array(z.object({ organisationId: OrganisationId, at: z.string(), by: z.string() })),
  /** Art. 31: who is unfit is taken off the list at once, with the reason. */
  removed: z.object({ at: z.string(), by: z.string(), reason: z.string() }).optional(),
  version: z.number().int(),
})
export type Lecturer = z.infer<typeof Lecturer>

const toItem = (lecturer: Lecturer) => ({
  ...keys.lecturer(lecturer.id),
  ...lecturer,
  listed: lists.lecturersOf(lecturer.proposedBy),
  listedOrder: lecturer.id,
  found: lookups.lecturers,
  foundOrder: `${lecturer.name}#${lecturer.id}`,
})

export const newLecturer = (lecturer: Lecturer): Write => ({ put: toItem(lecturer), when: isNew })

export const replaceLecturer = (before: Lecturer, after: Lecturer): Write => ({
  put: toItem({ ...after, version: before.version + 1 }),
  when: atVersion(before.version),
})

/** Those of the given ids that exist, each once. */
export const readLecturers = async (table: Table, ids: readonly string[]): Promise<Lecturer[]> =>
  (await readAll(table, [...new Set(ids)].map(keys.lecturer))).map((item) => Lecturer.parse(item))

/** Everybody who teaches, by name. */
export const listLecturers = async (table: Table, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'found', lookups.lecturers, page)
  return { items: items.map((item) => Lecturer.parse(item)), cursor }
}

/** Those whom an organisation proposed. */
export const lecturersOf = async (table: Table, organisationId: OrganisationId, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'listed', lists.lecturersOf(organisationId), page)
  return { items: items.map((item) => Lecturer.parse(item)), cursor }
}

/** How a lecturer stands with an organiser. */
export const standingWith = (lecturer: Lecturer | undefined, organiserId: string): LecturerStanding => {
  if (lecturer === undefined) return 'unknown'
  if (lecturer.removed !== undefined) return 'removed'
  return lecturer.vetted.some(({ organisationId }) => organisationId === organiserId)
    ? 'vetted'
    : 'not_vetted'
}
