import * as z from 'zod'
import { StaffId } from '../platform/ids.ts'
import { keys, lookups } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { readIndexKeys, readMany } from '../platform/ranges.ts'
import type { Table } from '../platform/table.ts'
import { isSameName } from '../staff/name-key.ts'
import { Person } from '../staff/person.ts'
import type { FeedCode } from './feed-codes.ts'

/** Whose a row is, or why nobody can say. */
export type Learner =
  | { readonly found: true; readonly person: Person }
  | {
      readonly found: false
      readonly code: Extract<FeedCode, 'PERSON_UNKNOWN' | 'PERSON_AMBIGUOUS' | 'NAME_DIFFERS'>
    }

/** Finds the person of a row by what it calls them. */
export type FindLearner = (row: { readonly staffNo: string; readonly name: string }) => Learner

const Bound = z.object({ learner: z.string(), staffId: StaffId })
const Numbered = z.object({ staffNo: z.string(), staffId: StaffId })

/** Numbers that are looked up at once. */
const WIDTH = 32

/** As institutions' numbers are kept. */
const asNumber = (text: string): string => text.toUpperCase()

/**
 * Finds the people of many rows at once: a learner who was bound by a code; else whose number it is at an institution, or
 * the platform's own id, where the name is theirs. Reads may be a moment old: a row that names nobody is held, and its
 * repeat is looked up again.
 */
export const findLearners = async (
  table: Table,
  providerId: string,
  staffNos: readonly string[],
): Promise<{ readonly find: FindLearner; readonly people: readonly Person[] }> => {
  const asked = [...new Set(staffNos)]
  const [bound, numberKeys] = await Promise.all([
    readMany(
      table,
      asked.map((learner) => keys.learner(providerId, learner)),
    ),
    mapConcurrently(new Set(asked.map(asNumber)), WIDTH, (staffNo) =>
      readIndexKeys(table, 'found', lookups.staffNumber(staffNo)),
    ),
  ])
  const learners = new Map(bound.map((item) => Bound.parse(item)).map((one) => [one.learner, one.staffId]))
  const numbered = (
    await readMany(
      table,
      numberKeys.flat().map(({ key }) => key),
    )
  ).map((item) => Numbered.parse(item))
  const holders = Map.groupBy(numbered, ({ staffNo }) => staffNo)
  const ids = new Set([...asked, ...learners.values(), ...numbered.map(({ staffId }) => staffId)])
  const people = new Map(
    (
      await readMany(
        table,
        [...ids].map((id) => keys.person(id)),
      )
    )
      .map((item) => Person.parse(item))
      .map((person) => [person.id, person]),
  )
  const find: FindLearner = ({ staffNo, name }) => {
    const bound = people.get(learners.get(staffNo) ?? '')
    // A closed record has nobody to credit: the code has to be given anew.
    const own = bound?.mergedInto === undefined ? bound : undefined
    if (own !== undefined) return { found: true, person: own }
    const numbers = holders.get(asNumber(staffNo)) ?? []
    const candidates = [...new Set([staffNo, ...numbers.map(({ staffId }) => staffId)])]
      .flatMap((id) => people.get(id) ?? [])
      .filter(({ mergedInto }) => mergedInto === undefined)
    const [first, second] = candidates.filter((person) => isSameName(person.name, name))
    if (first === undefined)
      return { found: false, code: candidates.length === 0 ? 'PERSON_UNKNOWN' : 'NAME_DIFFERS' }
    return second === undefined ? { found: true, person: first } : { found: false, code: 'PERSON_AMBIGUOUS' }
  }
  return { find, people: [...people.values()] }
}
