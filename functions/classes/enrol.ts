import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisations } from '../organisations/organisation.ts'
import { hasSeatAt } from '../organisations/visibility.ts'
import { timestamp } from '../platform/clock.ts'
import type { ProgrammeId, StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { readAll, write } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import type { Programme } from '../programmes/programme.ts'
import { asOfDay } from '../staff/dated.ts'
import { Person } from '../staff/person.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { enrolledLetter } from './class-letters.ts'
import { findClass, isOrganiser, looksAfter } from './class-powers.ts'
import {
  countOrder,
  type EnrolledBy,
  type Enrolment,
  enrolmentsIn,
  isActive,
  putEnrolment,
  readOrder,
  seatChanges,
  seatsOf,
  stillOpen,
} from './enrolment.ts'
import { tellAsked } from './tell-asked.ts'
import { tellMovedDown } from './tell-moved.ts'

type Why =
  | 'NOT_FOUND'
  | 'NOT_ALLOWED'
  | 'CLASS_NOT_OPEN'
  | 'CLASS_NOT_FOR'
  | 'NOT_ON_REGISTER'
  | 'INPUT_INVALID'

/**
 * By what somebody enrols these people: for themselves, as their institution's registrar, or as the organiser, who
 * calls up the people of its own and of those below it. Anybody else is to it as if they did not exist.
 */
const powerOf = (
  actor: Actor,
  programme: Programme,
  persons: readonly Person[],
  institutions: readonly Organisation[],
): EnrolledBy | undefined => {
  if (persons.every(({ id }) => id === actor.staffId)) return 'person'
  if (persons.every(({ institutionId }) => hasSeatAt(actor, institutionId, 'institution')))
    return 'institution'
  return isOrganiser(actor, programme) && institutions.every((one) => looksAfter(programme, one))
    ? 'organiser'
    : undefined
}

/** Whether a class is meant for somebody. */
export const isMeantFor = (
  { audience }: Pick<Programme, 'audience'>,
  { postType, institutionId }: Pick<Person, 'postType' | 'institutionId'>,
  overseers: ReadonlyMap<string, readonly string[]>,
): boolean =>
  (audience.postTypes.length === 0 || audience.postTypes.includes(postType)) &&
  (audience.organisations.length === 0 ||
    [institutionId, ...(overseers.get(institutionId) ?? [])].some((id) =>
      audience.organisations.includes(id),
    ))

/** Whether a class is for somebody; those who are called up are named by others, never by themselves. */
const isFor = (
  programme: Programme,
  person: Person,
  overseers: ReadonlyMap<string, readonly string[]>,
  by: EnrolledBy,
): boolean =>
  !(programme.audience.calledUp === true && by === 'person') && isMeantFor(programme, person, overseers)

/** Whether what was done last with a place is that this actor enrolled them. */
const isByAct = ({ acts }: Enrolment, actor: Actor): boolean => {
  const last = acts.at(-1)
  return last?.act === 'enrol' && last.actor === actor.id
}

/** People who are written to at once. */
const WIDTH = 4

/**
 * Enrols people in a class: who comes first has a seat, the others wait. What a person's own institution enters is
 * registered with it (Art. 34); everybody else waits for that institution's word. Who is enrolled already stays so; a repeat
 * tells again whom it enrolled, by the same message.
 */
export const enrol =
  (deps: WritingHost) =>
  async (
    programmeId: ProgrammeId,
    staffIds: readonly StaffId[],
    actor: Actor,
  ): Promise<Outcome<{ programme: Programme; enrolled: Enrolment[] }, Why>> => {
    const { table, clock } = deps
    const done = await retryOnConflict(async () => {
      const found = await findClass(table, programmeId)
      if (!found.ok) return found
      const programme = found.value
      const asked = [...new Set(staffIds)]
      const persons = (await readAll(table, asked.map(keys.person))).map((item) => Person.parse(item))
      const institutions = await readOrganisations(table, [
        ...new Set(persons.map(({ institutionId }) => institutionId)),
      ])
      const by =
        persons.length === asked.length ? powerOf(actor, programme, persons, institutions) : undefined
      if (by === undefined) return refuse('NOT_ALLOWED')
      if (programme.state !== 'accepted') return refuse('CLASS_NOT_OPEN')
      if (!persons.every((person) => asOfDay(person, programme.firstDay).onRegister))
        return refuse('NOT_ON_REGISTER')
      const overseers = new Map(institutions.map((one) => [one.id, one.overseers]))
      const byOf = ({ id }: Person): EnrolledBy => (id === actor.staffId ? 'person' : by)
      if (!persons.every((person) => isFor(programme, person, overseers, byOf(person))))
        return refuse('CLASS_NOT_FOR')
      const [order, before] = await Promise.all([
        readOrder(table, programmeId),
        enrolmentsIn(table, programmeId),
      ])
      const known = new Map(before.map((one) => [one.staffId, one]))
      const at = timestamp(clock)
      const fresh = persons.filter(({ id }) => !isActive(known.get(id) ?? { state: 'left' }))
      const enrolled = fresh.map((person, index): Enrolment => {
        const own = known.get(person.id)
        return {
          ...{ programmeId, staffId: person.id, institutionId: person.institutionId, by: byOf(person) },
          nth: order.last + index + 1,
          ...(byOf(person) === 'institution' ? { agreedNth: order.last + index + 1 } : {}),
          // Nobody registers their own training (Art. 38), also not among others.
          state: byOf(person) === 'institution' ? 'agreed' : 'asked',
          firstDay: programme.firstDay,
          acts: [...(own?.acts ?? []), { at, actor: actor.id, actorName: actor.name, act: 'enrol' }],
          version: own?.version ?? 0,
        }
      })
      if (enrolled.length > 0)
        await write(table, [
          countOrder(programmeId, order, enrolled.length),
          ...enrolled.map((one) => putEnrolment(known.get(one.staffId), one)),
          stillOpen(programme),
        ])
      const after = [
        ...before.filter((one) => !enrolled.some(({ staffId }) => staffId === one.staffId)),
        ...enrolled,
      ]
      const { movedDown } = seatChanges(before, after, programme.capacity)
      return succeed({
        ...{ programme, enrolled, by, movedDown, order, all: after },
        // A call before may have ended before it told them: the message is the same.
        told: after.filter((one) => asked.includes(one.staffId) && isByAct(one, actor)),
        seated: seatsOf(after, programme.capacity).seated,
      })
    })
    if (!done.ok) return done
    const { programme, enrolled, told, by, seated, movedDown, order, all } = done.value
    if (by !== 'person')
      await mapConcurrently(told, WIDTH, ({ staffId, nth }) =>
        tellPerson(
          deps,
          staffId,
          enrolledLetter(
            programme,
            deps.publicUrl,
            seated.some((one) => one.staffId === staffId),
          ),
          `class-${programmeId}-${staffId}-${nth}`,
        ),
      )
    await tellAsked(deps, programme, told, all)
    await tellMovedDown(deps, programme, movedDown, order.version + 1)
    return succeed({ programme, enrolled })
  }
