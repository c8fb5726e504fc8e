import type { WritingHost } from '../platform/writing-host.ts'
import type { Programme } from '../programmes/programme.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { movedDownLetter, movedUpLetter } from './class-letters.ts'
import type { Enrolment } from './enrolment.ts'

/** Tells those who have a seat now. */
export const tellMovedUp = async (
  deps: WritingHost,
  programme: Programme,
  people: readonly Enrolment[],
): Promise<void> => {
  for (const { staffId, nth } of people)
    await tellPerson(
      deps,
      staffId,
      movedUpLetter(programme, deps.publicUrl),
      `class-${programme.id}-${staffId}-${nth}-up`,
    )
}

/** Tells those who wait again, since institutions agreed to others; `order` names the moment. */
export const tellMovedDown = async (
  deps: WritingHost,
  programme: Programme,
  people: readonly Enrolment[],
  order: number,
): Promise<void> => {
  for (const { staffId } of people)
    await tellPerson(
      deps,
      staffId,
      movedDownLetter(programme, deps.publicUrl),
      `class-${programme.id}-${staffId}-${order}-down`,
    )
}
