import type { Actor } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { isRegion } from '../organisations/region.ts'
import { hasSeatAt } from '../organisations/visibility.ts'
import { timestamp } from '../platform/clock.ts'
import { allPages } from '../platform/every-page.ts'
import { requestIdFor } from '../platform/identifiers.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { isSameName } from '../staff/name-key.ts'
import { entryOfLecturer, readEntry, replaceEntry } from './entry.ts'
import { type Lecturer, listLecturers, newLecturer, readLecturers, replaceLecturer } from './lecturer.ts'
import { lecturerRemoval, removedEntry } from './set-standing.ts'

/** Whether someone acts for an organisation, at the desk of its kind. */
export const actsFor = async (table: Table, actor: Actor, organisationId: string): Promise<boolean> => {
  const organisation = await readOrganisation(table, organisationId)
  return organisation !== undefined && hasSeatAt(actor, organisation.id, organisation.kind)
}

/** Whether somebody of this name was removed (Art. 31), however it is written. */
const isRemovedName = async (table: Table, name: string): Promise<boolean> => {
  const [beginning = ''] = name
  const alike = await allPages((cursor) => listLecturers(table, { limit: 100, cursor, beginning }))
  return alike.some((one) => one.removed !== undefined && isSameName(one.name, name))
}

/**
 * Proposes somebody who teaches; who proposes answers for them and so has vetted them (Art. 31). Somebody of a name that
 * was removed is proposed by the region alone, which knows whether they are another person.
 */
export const proposeLecturer =
  ({ table, clock }: RecordsHost) =>
  async (
    body: { readonly organisationId: string; readonly name: string; readonly field: string },
    key: string,
    actor: Actor,
  ): Promise<Outcome<Lecturer, 'NOT_ALLOWED' | 'KEY_REUSED' | 'LECTURER_REMOVED'>> =>
    retryOnConflict(async () => {
      const { organisationId, name, field } = body
      if (!(await actsFor(table, actor, organisationId))) return refuse('NOT_ALLOWED', { article: '31' })
      const id = `l${requestIdFor(actor.id, key).slice(1)}`
      const [known] = await readLecturers(table, [id])
      if (known !== undefined)
        return known.name === name && known.field === field && known.proposedBy === organisationId
          ? succeed(known)
          : refuse('KEY_REUSED')
      if (!(await isRegion(table, actor)) && (await isRemovedName(table, name)))
        return refuse('LECTURER_REMOVED', { article: '31' })
      const vetted = [{ organisationId, at: timestamp(clock), by: actor.id }]
      const lecturer = { id, name, field, proposedBy: organisationId, vetted, version: 1 }
      await write(table, [newLecturer(lecturer)])
      return succeed(lecturer)
    })

/** An organiser vets a lecturer for its own programmes (Art. 31). */
export const vetLecturer =
  ({ table, clock }: RecordsHost) =>
  async (
    id: string,
    organisationId: string,
    actor: Actor,
  ): Promise<Outcome<Lecturer, 'LECTURER_REMOVED' | 'NOT_ALLOWED' | 'NOT_FOUND'>> =>
    retryOnConflict(async () => {
      if (!(await actsFor(table, actor, organisationId))) return refuse('NOT_ALLOWED', { article: '31' })
      const [lecturer] = await readLecturers(table, [id])
      if (lecturer === undefined) return refuse('NOT_FOUND')
      if (lecturer.removed !== undefined) return refuse('LECTURER_REMOVED', { article: '31' })
      if (lecturer.vetted.some((one) => one.organisationId === organisationId)) return succeed(lecturer)
      const vetting = { organisationId, at: timestamp(clock), by: actor.id }
      const after = { ...lecturer, vetted: [...lecturer.vetted, vetting] }
      await write(table, [replaceLecturer(lecturer, after)])
      return succeed(after)
    })

/** The region takes a lecturer off the list at once, with the reason (Art. 31), and out of the library with it. */
export const removeLecturer =
  ({ table, clock }: RecordsHost) =>
  async (id: string, reason: string, actor: Actor): Promise<Outcome<Lecturer, 'NOT_FOUND' | 'WRONG_STATE'>> =>
    retryOnConflict(async () => {
      const [lecturer] = await readLecturers(table, [id])
      if (lecturer === undefined) return refuse('NOT_FOUND')
      if (lecturer.removed !== undefined) return refuse('WRONG_STATE')
      const done = { at: timestamp(clock), actor: actor.id, actorName: actor.name, reason }
      const entry = await readEntry(table, entryOfLecturer(id))
      await write(table, [
        lecturerRemoval(lecturer, done),
        ...(entry === undefined || entry.removed !== undefined
          ? []
          : [replaceEntry(entry, removedEntry(entry, done))]),
      ])
      return succeed({ ...lecturer, removed: { at: done.at, by: actor.id, reason } })
    })
