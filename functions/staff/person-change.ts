import * as z from 'zod'
import { type RegisterAct, registerChange } from '../organisations/register-change.ts'
import { linkTo } from '../platform/chain.ts'
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

/** A change as it is stored, chained to those before it. */
const linked = (before: Pick<Person, 'chain'>, change: PersonChange) => {
  const { item, chain } = linkTo(before, {
    ...keys.personChange(change.staffId, change.version),
    ...change,
    ...entered(change.staffId, change.at),
  })
  return { chain, write: { put: item, when: isNew } }
}

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
  const registration = linked(
    {},
    {
      ...act,
      what: 'registered',
      version: 1,
      staffId: person.id,
      before: null,
      ...(bodyHash === undefined ? {} : { bodyHash }),
    },
  )
  const first = { ...person, version: 1, chain: registration.chain }
  const staff: StaffRecord = { person: first, entries: [], certificates: [] }
  return [
    newPerson(first),
    registration.write,
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
  const { id } = before.person
  const version = before.person.version + 1
  const { chain, write } = linked(before.person, { ...act, version, staffId: id, before: before.person })
  const person: Person = { ...changed, id, version, chain }
  const after: StaffRecord = { ...before, person }
  return [
    { put: personItem(person), sealed: true, when: unchangedSince(before.person.version) },
    write,
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
