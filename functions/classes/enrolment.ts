import * as z from 'zod'
import { OrganisationId, type ProgrammeId, StaffId } from '../platform/ids.ts'
import { keys, lists, lookups } from '../platform/keys.ts'
import { beginningWith, readIndexKeys, readMany } from '../platform/ranges.ts'
import { atVersion, isNew, read, readPartition, type Table, type Write } from '../platform/table.ts'
import type { Programme } from '../programmes/programme.ts'

export const EnrolledBy = z.enum(['person', 'institution', 'organiser'])
export type EnrolledBy = z.infer<typeof EnrolledBy>

/** `asked`: it waits for the institution; `agreed`: the institution has registered it (Art. 34). */
export const EnrolmentState = z.enum(['asked', 'agreed', 'declined', 'left'])
export type EnrolmentState = z.infer<typeof EnrolmentState>

/** Somebody's place in a class. */
export const Enrolment = z.object({
  programmeId: z.string(),
  staffId: StaffId,
  institutionId: OrganisationId,
  by: EnrolledBy,
  /** The place in the order of enrolment, from 1: who comes first has a seat first. */
  nth: z.number().int(),
  /** The place, in the same count, at which the institution agreed; agreed before this was kept: `nth`. */
  agreedNth: z.number().int().optional(),
  state: EnrolmentState,
  firstDay: z.string(),
  acts: z.array(
    z.object({
      at: z.string(),
      actor: z.string(),
      actorName: z.string(),
      act: z.enum(['enrol', 'agree', 'decline', 'leave']),
      reason: z.string().optional(),
    }),
  ),
  version: z.number().int(),
})
export type Enrolment = z.infer<typeof Enrolment>

/** Whether somebody still wants to come, and may. */
export const isActive = ({ state }: Pick<Enrolment, 'state'>): boolean =>
  state === 'asked' || state === 'agreed'

const orderOf = ({ nth, agreedNth = nth }: Enrolment): number => agreedNth

/**
 * Who is in a class: first those whose institution agreed, in that order, then of those who wait for its word the
 * first, as many as it holds. So nobody who is agreed to loses a seat, and none is held by a word that never comes.
 * `here` attended already, and stay. The others wait, in the same order.
 */
export const seatsOf = (
  enrolments: readonly Enrolment[],
  capacity: number,
  here: ReadonlySet<string> = new Set(),
): { readonly seated: Enrolment[]; readonly waiting: Enrolment[] } => {
  const active = enrolments
    .filter(isActive)
    .toSorted(
      (one, other) =>
        Number(other.state === 'agreed') - Number(one.state === 'agreed') || orderOf(one) - orderOf(other),
    )
  const isSeated = (one: Enrolment, place: number) => place < capacity || here.has(one.staffId)
  return {
    seated: active.filter(isSeated),
    waiting: active.filter((one, place) => !isSeated(one, place)),
  }
}

/** Who gains and who loses a seat by what was written, of those who want to come before and after. */
export const seatChanges = (before: readonly Enrolment[], after: readonly Enrolment[], capacity: number) => {
  const sat = new Set(seatsOf(before, capacity).seated.map(({ staffId }) => staffId))
  const { seated, waiting } = seatsOf(after, capacity)
  const waited = new Set(seatsOf(before, capacity).waiting.map(({ staffId }) => staffId))
  return {
    movedUp: seated.filter(({ staffId }) => waited.has(staffId)),
    movedDown: waiting.filter(({ staffId }) => sat.has(staffId)),
  }
}

/** Writes an enrolment over the one that was read; undefined: there was none. */
export const putEnrolment = (before: Enrolment | undefined, after: Enrolment): Write => ({
  put: {
    ...keys.enrolment(after.programmeId, after.staffId),
    ...after,
    version: (before?.version ?? 0) + 1,
    ...(isActive(after)
      ? { found: lookups.classesOf(after.staffId), foundOrder: `${after.firstDay}#${after.programmeId}` }
      : {}),
    ...(after.state === 'asked'
      ? {
          listed: lists.enrolmentsAsked(after.institutionId),
          listedOrder: `${after.firstDay}#${after.programmeId}#${after.staffId}`,
        }
      : {}),
  },
  when: before === undefined ? isNew : atVersion(before.version),
})

export const readEnrolment = async (
  table: Table,
  programmeId: ProgrammeId,
  staffId: StaffId,
): Promise<Enrolment | undefined> => {
  const item = await read(table, keys.enrolment(programmeId, staffId))
  return item && Enrolment.parse(item)
}

export const enrolmentsIn = async (table: Table, programmeId: ProgrammeId): Promise<Enrolment[]> =>
  (await readPartition(table, keys.programme(programmeId).pk, 'ENROLMENT#')).map((item) =>
    Enrolment.parse(item),
  )

/** The classes that a person is enrolled in, from a day on. */
export const classesOf = async (table: Table, staffId: StaffId, from: string): Promise<Enrolment[]> => {
  const range = { ...beginningWith(''), from }
  const found = await readIndexKeys(table, 'found', lookups.classesOf(staffId), range)
  return (
    await readMany(
      table,
      found.map(({ key }) => key),
    )
  )
    .map((item) => Enrolment.parse(item))
    .filter(isActive)
}

/** All places of a person in classes that they have not left, whenever these are. */
export const enrolmentsOfPerson = (table: Table, staffId: StaffId): Promise<Enrolment[]> =>
  classesOf(table, staffId, '0')

/** The enrolments that wait for an institution's word. */
export const askedOf = async (table: Table, institutionId: OrganisationId): Promise<Enrolment[]> => {
  const found = await readIndexKeys(table, 'listed', lists.enrolmentsAsked(institutionId))
  return (
    await readMany(
      table,
      found.map(({ key }) => key),
    )
  )
    .map((item) => Enrolment.parse(item))
    .filter(({ state }) => state === 'asked')
}

const Order = z.object({ last: z.number().int(), version: z.number().int() })
export type Order = z.infer<typeof Order>

export const readOrder = async (table: Table, programmeId: ProgrammeId): Promise<Order> => {
  const item = await read(table, keys.classOrder(programmeId))
  return item === undefined ? { last: 0, version: 0 } : Order.parse(item)
}

/** Counts `more` further enrolments. Whatever changes who has a seat is written with it, one after the other. */
export const countOrder = (programmeId: ProgrammeId, { last, version }: Order, more: number): Write => ({
  put: { ...keys.classOrder(programmeId), last: last + more, version: version + 1 },
  when: version === 0 ? isNew : atVersion(version),
})

/** The class is neither closed nor cancelled at the moment of the write. */
export const stillOpen = ({ id }: Pick<Programme, 'id'>): Write => ({
  check: keys.programme(id),
  when: {
    expression: '#state = :accepted',
    names: { '#state': 'state' },
    values: { ':accepted': 'accepted' },
  },
})
