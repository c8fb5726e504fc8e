import type { Actor } from '../organisations/account.ts'
import { timestamp } from '../platform/clock.ts'
import type { ProgrammeId } from '../platform/ids.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { type Programme, replaceProgramme } from '../programmes/programme.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { attendanceIn, attendedSome } from './attendance.ts'
import { cancelledLetter } from './class-letters.ts'
import { findOwnClass } from './class-powers.ts'
import { enrolmentsIn, isActive } from './enrolment.ts'

/** People who are told at once. */
const WIDTH = 8

/**
 * Cancels a class, a thin one say, and tells everybody who wanted to come. A repeat tells whoever was not told. One of
 * which half-days were attended is closed instead, so that nobody loses them (Art. 39(1)).
 */
export const cancelClass =
  (deps: WritingHost) =>
  async (
    programmeId: ProgrammeId,
    reason: string,
    actor: Actor,
  ): Promise<Outcome<Programme, 'NOT_FOUND' | 'NOT_ALLOWED' | 'CLASS_NOT_OPEN' | 'CLASS_HELD'>> => {
    const { table, clock } = deps
    const cancelled = await retryOnConflict(async () => {
      const found = await findOwnClass(table, programmeId, actor)
      if (!found.ok || found.value.state === 'cancelled') return found
      const programme = found.value
      if (programme.state !== 'accepted') return refuse('CLASS_NOT_OPEN')
      if (attendedSome(await attendanceIn(table, programmeId)).size > 0)
        return refuse('CLASS_HELD', { article: '39(1)' })
      const act = { at: timestamp(clock), actor: actor.id, actorName: actor.name, act: 'cancel', reason }
      const after: Programme = { ...programme, state: 'cancelled', acts: [...programme.acts, act] }
      await write(table, [replaceProgramme(programme, after)])
      const stored = { ...after, version: programme.version + 1 }
      // Nothing is noted any more: whoever scanned at the same moment has opened the class again.
      if (attendedSome(await attendanceIn(table, programmeId)).size === 0) return succeed(stored)
      const acts = [...stored.acts, { at: act.at, act: 'reopen' }]
      await write(table, [replaceProgramme(stored, { ...stored, state: 'accepted', acts })])
      return refuse('CLASS_HELD', { article: '39(1)' })
    })
    if (!cancelled.ok) return cancelled
    const letter = cancelledLetter(cancelled.value, deps.publicUrl, reason)
    await mapConcurrently((await enrolmentsIn(table, programmeId)).filter(isActive), WIDTH, ({ staffId }) =>
      tellPerson(deps, staffId, letter, `class-${programmeId}-${staffId}-cancelled`),
    )
    return cancelled
  }
