import type { Actor } from '../organisations/account.ts'
import { isPersonOf } from '../organisations/same-human.ts'
import { timestamp, today } from '../platform/clock.ts'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import type { ProgrammeId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { isNew, type Table, write } from '../platform/table.ts'
import { type Held, type Programme, readProgramme, replaceProgramme } from '../programmes/programme.ts'
import { findEvidence } from '../requests/filing.ts'
import { attendanceIn, hasBegun, hereIn, sessionId, standing } from './attendance.ts'
import { type ClassClaim, fileParts, findParts, readClaim } from './class-claim.ts'
import { type Earned, earnedIn, type Result } from './class-parts.ts'
import { findOwnClass } from './class-powers.ts'
import { type Closing, closingFiled, closingGone, closingStands, newClosing, readClosing } from './closing.ts'
import { enrolmentsIn, seatsOf } from './enrolment.ts'
import { namedTwice } from './named-twice.ts'
import { noteTaught } from './taught.ts'
import { faultWords } from './words.ts'

type Why =
  | 'NOT_FOUND'
  | 'NOT_ALLOWED'
  | 'CLASS_NOT_OPEN'
  | 'CLASS_NOT_OVER'
  | 'CONFIRM_FIRST'
  | 'INPUT_INVALID'
  | 'OWN_REQUEST'

/**
 * Everybody who was there has a result, nobody else or twice, and nothing waits to be confirmed. Answers whom the class
 * reached.
 */
const mayClose = async (
  table: Table,
  programme: Programme,
  results: readonly Result[],
): Promise<Outcome<Held, 'CONFIRM_FIRST' | 'INPUT_INVALID'>> => {
  const [enrolments, noted] = await Promise.all([
    enrolmentsIn(table, programme.id),
    attendanceIn(table, programme.id),
  ])
  const { seated } = seatsOf(enrolments, programme.capacity, hereIn(noted))
  const waits = seated.some(({ staffId }) =>
    programme.sessions.some(
      (session) => standing(noted, staffId, sessionId(session))?.presence === 'to_confirm',
    ),
  )
  if (waits) return refuse('CONFIRM_FIRST')
  const earned = earnedIn(programme, seated, noted, results)
  const missing = earned.some(
    ({ staffId, halfDays }) => halfDays > 0 && !results.some((one) => one.staffId === staffId),
  )
  const errors = [
    ...(missing ? [{ pointer: '/results', detail: faultWords.results }] : []),
    ...namedTwice(results, '/results'),
    ...results.flatMap(({ staffId }, index) =>
      enrolments.some((one) => one.staffId === staffId)
        ? []
        : [{ pointer: `/results/${index}/staffId`, detail: faultWords.notEnrolled }],
    ),
  ]
  if (errors.length > 0) return refuse('INPUT_INVALID', { article: '42', errors })
  const there = earned.filter(({ halfDays }) => halfDays > 0)
  const passed = there.filter((one) => one.passed)
  const peopleIn = (those: readonly Earned[]) => new Set(those.map(({ staffId }) => staffId)).size
  return succeed({
    ...{ enrolled: seated.length, attended: peopleIn(there), passed: peopleIn(passed) },
    halfDays: passed.reduce((sum, { halfDays }) => sum + halfDays, 0),
  })
}

/** Closes a class, once: from then on nobody enrols, attends or is corrected. The first results stand. */
const close = (
  { table, clock }: DecidingHost,
  programmeId: ProgrammeId,
  results: readonly Result[],
  actor: Actor,
  papers: readonly string[],
): Promise<Outcome<{ programme: Programme; closing: Closing }, Why>> =>
  retryOnConflict(async () => {
    const found = await findOwnClass(table, programmeId, actor)
    if (!found.ok) return found
    const programme = found.value
    const before = await readClosing(table, programmeId)
    if (before !== undefined) return succeed({ programme, closing: before })
    if (programme.state !== 'accepted') return refuse('CLASS_NOT_OPEN')
    const moment = timestamp(clock)
    if (today(clock) < programme.lastDay || !programme.sessions.every((one) => hasBegun(one, moment)))
      return refuse('CLASS_NOT_OVER')
    if (results.some(({ staffId }) => isPersonOf(actor, staffId))) return refuse('OWN_REQUEST')
    const may = await mayClose(table, programme, results)
    if (!may.ok) return may
    const { faults } = await findEvidence(table, papers, actor, 'papers')
    if (faults.length > 0) return refuse('INPUT_INVALID', { errors: faults })
    const at = timestamp(clock)
    const closing: Closing = {
      ...{ programmeId, results: [...results], at, by: actor.id, byName: actor.name },
      ...(papers.length === 0 ? {} : { papers: [...papers] }),
    }
    const act = { at, actor: actor.id, actorName: actor.name, act: 'close' }
    const acts = [...programme.acts, act]
    await write(table, [
      replaceProgramme(programme, { ...programme, state: 'closed', acts, held: may.value }),
      newClosing(closing),
    ])
    return succeed({ programme, closing })
  })

/**
 * Closes a class and makes it one claim, with a part for each course and lawful route (Art. 34, 38, 42). What is
 * closed stays: a further call answers the same claim, and finishes what a crash left undone.
 */
export const closeClass =
  (deps: DecidingHost) =>
  async (
    programmeId: ProgrammeId,
    results: readonly Result[],
    actor: Actor,
    papers: readonly string[] = [],
  ): Promise<Outcome<{ closing: Closing; claim: ClassClaim }, Why>> => {
    const closed = await close(deps, programmeId, results, actor, papers)
    if (!closed.ok) return closed
    const { programme, closing } = closed.value
    const claim = await fileClaim(deps, programme, closing)
    return claim.ok ? succeed({ closing, claim: claim.value }) : claim
  }

type Unsettled = 'CONFIRM_FIRST' | 'INPUT_INVALID'

/**
 * Files the claim of a closed class, and marks it as filed. Safe to repeat. Where somebody scanned between the look at
 * the attendance and the closing, the class is open again: a scan is never lost to a closing that did not see it.
 */
export const fileClaim = async (
  deps: DecidingHost,
  programme: Programme,
  closing: Closing,
): Promise<Outcome<ClassClaim, Unsettled>> => {
  const settled = await settledClaim(deps, programme, closing)
  if (!settled.ok) return settled
  await fileParts(deps, programme, closing, settled.value)
  await noteTaught(deps.table, programme)
  await write(deps.table, [closingFiled(closing)])
  return settled
}

/** Opens a closed class again, which has no claim yet. */
const reopen = async ({ table, clock }: DecidingHost, closing: Closing): Promise<void> => {
  const programme = await readProgramme(table, closing.programmeId)
  if (programme?.state !== 'closed') return
  const { held: _, ...open } = programme
  const act = { at: timestamp(clock), act: 'reopen' }
  try {
    await write(table, [
      replaceProgramme(programme, { ...open, state: 'accepted', acts: [...programme.acts, act] }),
      closingGone(closing),
    ])
  } catch (error) {
    // Another call opened it at the same moment.
    if (!(error instanceof ConditionFailedError)) throw error
  }
}

/** The parts of a closed class as they were found first: who moves afterwards stays in their part. */
const settledClaim = async (
  deps: DecidingHost,
  programme: Programme,
  closing: Closing,
): Promise<Outcome<ClassClaim, Unsettled>> => {
  const known = await readClaim(deps.table, programme.id)
  if (known !== undefined) return succeed(known)
  // Nothing is noted any more: what stands now is what the closing has to answer for.
  const may = await mayClose(deps.table, programme, closing.results)
  if (!may.ok) {
    await reopen(deps, closing)
    return may
  }
  const claim = await findParts(deps, programme, closing)
  try {
    await write(deps.table, [
      { put: { ...keys.classClaim(programme.id), ...claim }, when: isNew },
      closingStands(closing),
    ])
    return succeed(claim)
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error
    const other = await readClaim(deps.table, programme.id)
    return other === undefined ? refuse('CONFIRM_FIRST') : succeed(other)
  }
}
