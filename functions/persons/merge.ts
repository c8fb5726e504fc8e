import * as z from 'zod'
import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { allPages } from '../platform/every-page.ts'
import { AccountId, StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { type Item, isNew, read, stillAs, type Table, type Write } from '../platform/table.ts'
import { isOpen } from '../requests/request.ts'
import { claimsOf } from '../requests/request-lists.ts'
import { currentFacts, type FactInForce } from '../staff/facts-in-force.ts'
import type { LedgerEntry, StatedFact } from '../staff/ledger.ts'
import { isSameName } from '../staff/name-key.ts'
import { isOneself, oneselfOf } from '../staff/one-person.ts'
import { readStaff } from '../staff/staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { keepsFromAbove } from './needs-confirmation.ts'
import { recordFaults } from './words.ts'

/** What one person proposes and another confirms: that two records are one person's. Kept beside the one that stays. */
export const Merge = z.object({
  into: StaffId,
  from: StaffId,
  /** Entries of the record that is closed which the other has already. */
  leaveOut: z.array(z.number().int()),
  reason: z.string(),
  by: AccountId,
  at: z.string(),
  /** How both records stood when it was proposed. */
  seen: z.string(),
  /** `under_way`: confirmed; of a long ledger a part may be taken over already. */
  status: z.enum(['proposed', 'under_way', 'done']),
  confirmedBy: AccountId.optional(),
})
export type Merge = z.infer<typeof Merge>

export const mergeItem = (table: Table, into: StaffId): Promise<Item | undefined> =>
  read(table, keys.merge(into))

export const putMerge = (merge: Merge, before: Item | undefined): Write => ({
  put: { ...keys.merge(merge.into), ...merge },
  when: before === undefined ? isNew : stillAs(before),
})

export interface Side {
  readonly staff: StaffRecord
  readonly institution: Organisation
}

/** Of two records that are one person's, as much as it takes to carry entries over. */
export interface Ledgers {
  readonly into: Pick<Side, 'staff'>
  readonly from: Pick<Side, 'staff'>
}

/** The record that stays, and the one that is closed. */
export interface Both {
  readonly into: Side
  readonly from: Side
}

/** A record with its institution, for an authority above that; undefined: there is none that they may know of. */
export const overseenSide = async (table: Table, id: StaffId, actor: Actor): Promise<Side | undefined> => {
  const staff = await readStaff(table, id)
  const institution = staff && (await readOrganisation(table, staff.person.institutionId))
  return staff && institution && keepsFromAbove(actor, institution) ? { staff, institution } : undefined
}

/**
 * Both records, for an authority above both institutions. One that took part in a merge that is done is closed: it may
 * only go on into the same one, where something was entered in it since.
 */
export const findBoth = async (
  table: Table,
  intoId: StaffId,
  fromId: StaffId,
  actor: Actor,
): Promise<Outcome<Both, 'MERGE_IMPOSSIBLE' | 'NOT_FOUND' | 'OWN_RECORD'>> => {
  const [into, from] = await Promise.all([
    overseenSide(table, intoId, actor),
    overseenSide(table, fromId, actor),
  ])
  if (into === undefined || from === undefined) return refuse('NOT_FOUND')
  const oneself = await oneselfOf(table, actor)
  if (isOneself(oneself, intoId) || isOneself(oneself, fromId)) return refuse('OWN_RECORD')
  // Which records are one person's is the question: whoever bears the name may be that person, by whatever account.
  if ([into, from].some(({ staff }) => isSameName(staff.person.name, actor.name)))
    return refuse('OWN_RECORD', { errors: [{ pointer: '/from', detail: recordFaults.sameNameAsActor }] })
  const { mergedInto } = from.staff.person
  if (intoId === fromId || into.staff.person.mergedInto !== undefined) return refuse('MERGE_IMPOSSIBLE')
  if (mergedInto !== undefined && mergedInto !== intoId) return refuse('MERGE_IMPOSSIBLE')
  return succeed({ into, from })
}

/** Changes when either record does. */
export const markOf = ({ into, from }: Both): string =>
  [into, from]
    .map(({ staff }) => `${staff.person.version} ${staff.entries.length} ${staff.entries.at(-1)?.hash ?? ''}`)
    .join(' | ')

/** The name of the entry that repeats one of another record: each is taken over once. */
export const sourceOf = (from: StaffId, sequence: number): string => `merge.${from}.${sequence}`

/** A fact of the record that is closed, which holds and was not taken over yet. */
export interface Taken {
  readonly fact: StatedFact
  readonly stated: LedgerEntry
}

/** What the record that is closed states now, without what was taken over before. */
export const factsToTake = ({ into, from }: Ledgers): Taken[] => {
  const there = new Set(into.staff.entries.map(({ source }) => source))
  const { person, entries } = from.staff
  return currentFacts(entries).flatMap(({ sequence, fact }: FactInForce) => {
    const stated = entries.find((entry) => entry.sequence === sequence)
    return fact === null || stated === undefined || there.has(sourceOf(person.id, sequence))
      ? []
      : [{ fact, stated }]
  })
}

/** How many requests about a person are not decided. */
export const openRequestsOf = async (table: Table, staffId: StaffId): Promise<number> =>
  (await allPages((cursor) => claimsOf(table, staffId, { limit: 100, cursor }))).filter(isOpen).length
