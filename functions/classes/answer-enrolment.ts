import type { Actor } from '../organisations/account.ts'
import { hasSeatAt } from '../organisations/visibility.ts'
import { timestamp } from '../platform/clock.ts'
import type { ProgrammeId, StaffId } from '../platform/ids.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import type { Programme } from '../programmes/programme.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { attendanceIn, attendedSome } from './attendance.ts'
import { answeredLetter } from './class-letters.ts'
import { findClass, isOrganiser } from './class-powers.ts'
import {
  countOrder,
  type Enrolment,
  enrolmentsIn,
  isActive,
  putEnrolment,
  readOrder,
  seatChanges,
  seatsOf,
  stillOpen,
} from './enrolment.ts'
import { tellMovedDown, tellMovedUp } from './tell-moved.ts'

/** What is said to an enrolment: by the institution that it is agreed or not, by whoever may that somebody leaves. */
export interface Answer {
  readonly staffId: StaffId
  readonly action: 'agree' | 'decline' | 'leave'
  readonly reason?: string | undefined
}

type Why =
  | 'NOT_FOUND'
  | 'NOT_ALLOWED'
  | 'CLASS_NOT_OPEN'
  | 'NOT_ENROLLED'
  | 'WRONG_STATE'
  | 'ATTENDED_ALREADY'

const mayAnswer = (
  actor: Actor,
  programme: Programme,
  { staffId, institutionId }: Pick<Enrolment, 'staffId' | 'institutionId'>,
  action: Answer['action'],
): boolean => {
  const isOwn = actor.staffId === staffId
  // Nobody registers their own training (Art. 38).
  if (action !== 'leave') return hasSeatAt(actor, institutionId, 'institution') && !isOwn
  return isOwn || hasSeatAt(actor, institutionId, 'institution') || isOrganiser(actor, programme)
}

const states = { agree: 'agreed', decline: 'declined', leave: 'left' } as const

/**
 * Answers an enrolment. Who loses a seat makes room for the first who waits, who is told. A repeat changes nothing.
 * Whoever was at a half-day has earned it and stays (Art. 39(1)): what they missed is for the result to say.
 */
export const answerEnrolment =
  (deps: WritingHost) =>
  async (
    programmeId: ProgrammeId,
    { staffId, action, reason }: Answer,
    actor: Actor,
  ): Promise<Outcome<{ programme: Programme; enrolment: Enrolment }, Why>> => {
    const { table, clock } = deps
    const done = await retryOnConflict(async () => {
      const found = await findClass(table, programmeId)
      if (!found.ok) return found
      const programme = found.value
      const [order, before] = await Promise.all([
        readOrder(table, programmeId),
        enrolmentsIn(table, programmeId),
      ])
      const enrolment = before.find((one) => one.staffId === staffId)
      if (enrolment === undefined)
        return isOrganiser(actor, programme) || actor.staffId === staffId
          ? refuse('NOT_ENROLLED')
          : refuse('NOT_ALLOWED')
      if (!mayAnswer(actor, programme, enrolment, action)) return refuse('NOT_ALLOWED')
      const state = states[action]
      if (enrolment.state === state)
        return succeed({
          programme,
          enrolment,
          movedUp: [],
          movedDown: [],
          isWaiting: false,
          isNew: false,
          order,
        })
      if (programme.state !== 'accepted') return refuse('CLASS_NOT_OPEN')
      if (!isActive(enrolment) || (action !== 'leave' && enrolment.state !== 'asked'))
        return refuse('WRONG_STATE')
      if (action === 'leave' && attendedSome(await attendanceIn(table, programmeId, staffId)).size > 0)
        return refuse('ATTENDED_ALREADY', { article: '39(1)' })
      const act = { at: timestamp(clock), actor: actor.id, actorName: actor.name, act: action, reason }
      const after: Enrolment = {
        ...{ ...enrolment, state, acts: [...enrolment.acts, act] },
        ...(action === 'agree' ? { agreedNth: order.last + 1 } : {}),
      }
      await write(table, [
        countOrder(programmeId, order, action === 'agree' ? 1 : 0),
        putEnrolment(enrolment, after),
        stillOpen(programme),
      ])
      const all = before.map((one) => (one === enrolment ? after : one))
      const { movedUp, movedDown } = seatChanges(before, all, programme.capacity)
      return succeed({
        ...{ programme, enrolment: after, isNew: true, order },
        isWaiting: seatsOf(all, programme.capacity).waiting.includes(after),
        movedUp: movedUp.filter((one) => one !== after),
        movedDown: movedDown.filter((one) => one !== after),
      })
    })
    if (!done.ok) return done
    const { programme, enrolment, movedUp, movedDown, isWaiting, isNew, order } = done.value
    if (isNew && actor.staffId !== staffId)
      await tellPerson(
        deps,
        staffId,
        answeredLetter(programme, deps.publicUrl, action, reason, isWaiting),
        `class-${programmeId}-${staffId}-${enrolment.nth}-${action}`,
      )
    await tellMovedUp(deps, programme, movedUp)
    await tellMovedDown(deps, programme, movedDown, order.version + 1)
    return succeed({ programme, enrolment })
  }
