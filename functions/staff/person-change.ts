import * as z from 'zod'
import { type RegisterAct, registerChange } from '../organisations/register-change.ts'
import { StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { atVersion, isNew, readPartition, type Table, type Write } from '../platform/table.ts'
import { newPerson, Person, type PostChange, personItem } from './person.ts'
import { moveRelease } from './release.ts'
import { moveNumber } from './staff-number.ts'
import type { StaffRecord } from './staff-record.ts'
import { putStanding } from './standing.ts'
import { entered } from './uncounted.ts'
import { openWatches } from './watch.ts'

/** One change of a person's record, and the record as it was before: null for the registration itself. */
export const PersonChange = z.object({
  ...registerChange,
  staffId: StaffId,
  before: Person.nullable(),
  /** Of the body that registered someone, so that a repeat is told from a different use of the same key. */
  bodyHash: z.string().optional(),
})
export type PersonChange = z.infer<typeof PersonChange>

const newChange = (change: PersonChange): Write => ({
  put: {
    ...keys.personChange(change.staffId, change.version),
    ...change,
    ...entered(change.staffId, change.at),
  },
  when: isNew,
})

/** The record was not written since it was read; a record without a version counts as version 1. */
const unchangedSince = (version: number): Write['when'] =>
  version === 1
    ? {
        expression: 'attribute_exists(pk) AND (attribute_not_exists(#version) OR #version = :version)',
        names: { '#version': 'version' },
        values: { ':version': 1 },
      }
    : atVersion(version)

/** Enters a new person with their standing and watches: for one transaction. */
export const registerPerson = (
  person: Person,
  act: Omit<RegisterAct, 'what'>,
  bodyHash?: string,
): Write[] => {
  const first = { ...person, version: 1 }
  const staff: StaffRecord = { person: first, entries: [], certificates: [] }
  return [
    newPerson(first),
    newChange({
      ...act,
      what: 'registered',
      version: 1,
      staffId: person.id,
      before: null,
      ...(bodyHash === undefined ? {} : { bodyHash }),
    }),
    ...moveNumber(undefined, first),
    putStanding(staff),
    ...openWatches(staff, act.at.slice(0, 10)),
  ]
}

/**
 * Changes a person's record with all that depends on it: standing, watches, staff number, releases. For one
 * transaction; fails where the record was changed since it was read. Counts the version.
 */
export const changePerson = (before: StaffRecord, changed: Person, act: RegisterAct): Write[] => {
  const person: Person = { ...changed, id: before.person.id, version: before.person.version + 1 }
  const after: StaffRecord = { ...before, person }
  return [
    { put: personItem(person), when: unchangedSince(before.person.version) },
    newChange({ ...act, version: person.version, staffId: person.id, before: before.person }),
    ...moveNumber(before.person, person),
    ...moveRelease(before.person, person, act.at),
    putStanding(after),
    ...openWatches(after, act.at.slice(0, 10)),
  ]
}

/** Opens the transfer training of a post change (Art. 21). */
export const addPostChange = (
  before: StaffRecord,
  change: PostChange,
  act: Omit<RegisterAct, 'what'>,
): Write[] =>
  changePerson(
    before,
    { ...before.person, postChanges: [...before.person.postChanges, change] },
    { ...act, what: 'post_change' },
  )

/** Every change of a person's record, the oldest first. */
export const personChanges = async (table: Table, staffId: StaffId): Promise<PersonChange[]> =>
  (await readPartition(table, keys.person(staffId).pk, 'CHANGE#')).map((item) => PersonChange.parse(item))

/**
 * The record at the end of a day, `YYYY-MM-DD` in Shanghai: what the first later change replaced; undefined
 * before the registration.
 */
export const personOn = (
  current: Person,
  changes: readonly PersonChange[],
  day: string,
): Person | undefined => {
  const next = changes.find(({ at }) => at.slice(0, 10) > day)
  return next === undefined ? current : (next.before ?? undefined)
}
