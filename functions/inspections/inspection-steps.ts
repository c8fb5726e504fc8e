import { inspectionTerms, maySuspend } from '../../rules/inspections.ts'
import type {
  GatherFrame,
  InspectionInput,
  InspectionStage,
  InspectionStands,
  LateInspection,
  OpenInspection,
} from '../../workflows/inspection/contract.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { Mail } from '../platform/mail.ts'
import {
  alarmOfMatter,
  keepToken,
  requireMatter,
  secondsUntilDue,
  standingMatter,
} from '../platform/matter-way.ts'
import { postAll, postMail } from '../platform/post-mail.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { mailsDue, sendDue } from '../platform/send-kept.ts'
import { write } from '../platform/table.ts'
import { keepDue } from '../platform/unsent-mail.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import { askedAnew } from './asked-anew.ts'
import { withBodyNow } from './body-now.ts'
import { asInLedger, isCounting } from './hours-now.ts'
import { changeInspection, type Inspection, isAsked, isOver, type Matter } from './inspection.ts'
import type { AskedOccasion } from './inspection-letters.ts'
import { inspectionWay } from './inspection-way.ts'
import { finishDraw, gatherFurther } from './make-draw.ts'
import { type Suspension, suspension } from './suspend-hours.ts'
import { mailsToAsked, mailToCheckers } from './tell-of-matter.ts'
import { texts } from './words.ts'

const stageOf = (inspection: Inspection): InspectionStage => {
  if (isOver(inspection)) return 'over'
  if (inspection.kind === 'draw') return 'gather'
  return isAsked(inspection) ? 'answer' : 'check'
}

/** Where an inspection stands, and the seconds until its day is over; overdue, until the next reminder. */
export const inspectionStands =
  ({ table, clock }: Pick<ActingHost, 'table' | 'clock'>) =>
  async ({ inspectionId }: InspectionInput): Promise<InspectionStands> => {
    const inspection = await standingMatter(inspectionWay, table, inspectionId)
    const due = inspection.kind === 'draw' ? undefined : inspection.dueOn
    return { stage: stageOf(inspection), patienceSeconds: secondsUntilDue(due, clock) }
  }

/** A further part of a draw's frame; once it is whole, the sample, and the way of each matter that came of it. */
export const gatherFrame =
  (host: ActingHost) =>
  async ({ inspectionId }: GatherFrame): Promise<void> => {
    const found = await requireMatter(inspectionWay, host.table, inspectionId)
    if (found.kind !== 'draw') return
    const draw = found.status === 'gathering' ? await gatherFurther(host, found) : found
    if (draw !== undefined) await finishDraw(host, draw)
  }

const occasions: Partial<Record<Matter['status'], AskedOccasion>> = {
  rectifying: 'rectify',
  with_institution: 'word',
}

/**
 * Keeps the token of the execution that waits. Where the matter has gone on meanwhile, the token is answered at once;
 * whoever has to do something for the first time is written to.
 */
export const openInspection =
  (host: ActingHost) =>
  async ({ inspectionId, stage, token }: OpenInspection): Promise<void> => {
    const waiting = { id: inspectionId, token }
    const matter = await keepToken(inspectionWay, host, waiting, (found) => stageOf(found) === stage)
    if (matter === undefined || matter.kind === 'draw') return
    const event = `${matter.entries}`
    // An answer comes while notice or suspension hold: they are told of these by letters of their own.
    if (stage === 'answer' && matter.noticeUntil === undefined)
      await postAll(host, await mailsToAsked(host, matter, occasions[matter.status] ?? 'ask', event))
    else if (stage === 'check') await postMail(host, await mailToCheckers(host, matter, 'check', event))
  }

/** Notice that hours are to be suspended, by its last day. */
const notified = (matter: Matter, day: string): Matter => {
  const noticeUntil = addWorkingDays(day, inspectionTerms.noticeWorkingDays)
  return { ...matter, noticeUntil, dueOn: noticeUntil }
}

/** By whom, and why, hours are suspended that nobody has proved. */
const unproved = { by: 'system', reason: texts.suspended.zh }

/** What a passed day makes of a matter, the act that is put on record, and what is written with it. */
interface Passed {
  readonly after: Matter
  readonly act: 'lift' | 'notice' | 'silent' | 'suspend' | 'not_suspended'
  readonly suspension?: Suspension
}

/** Undefined: a reminder alone. */
const afterItsDay = async (host: ActingHost, known: Matter, day: string): Promise<Passed | undefined> => {
  if (!isAsked(known)) return undefined
  const matter = await asInLedger(host.table, known)
  // Who was heard and said nothing was heard (Art. 32).
  if (matter.kind === 'violation' && matter.status === 'asked') {
    const until = addWorkingDays(day, inspectionTerms.checkWorkingDays)
    return { after: { ...matter, status: 'with_institution', dueOn: until }, act: 'silent' }
  }
  if (matter.kind !== 'sample') return undefined
  if (matter.suspendedBy !== undefined)
    return known.suspendedBy === undefined ? { after: matter, act: 'suspend' } : undefined
  // Whoever let them count again (an objection that was upheld) did so whatever the notice of before had said.
  if (known.suspendedBy !== undefined && (await isCounting(host.table, matter)))
    return { after: askedAnew(matter, day), act: 'lift' }
  if (matter.noticeUntil === undefined) return { after: notified(matter, day), act: 'notice' }
  if (!maySuspend({ answered: false, noticeUntil: matter.noticeUntil }, day)) return undefined
  const found = await suspension(host, matter, unproved)
  if ('not' in found)
    // Said once; it is tried again at each reminder.
    return matter.notSuspended === found.not
      ? undefined
      : { after: { ...matter, notSuspended: found.not }, act: 'not_suspended' }
  const { notSuspended: _, ...after } = found.matter
  return { after, act: 'suspend', suspension: found }
}

/** Suspends hours that another matter, which held them too, let count a moment ago. */
const holdFast = async (host: ActingHost, matter: Matter): Promise<void> => {
  const held = await retryOnConflict(async () => {
    const found = await suspension(host, matter, unproved)
    if ('not' in found || found.writes.length === 0) return undefined
    await write(host.table, found.writes)
    return found
  })
  await held?.settle()
}

/** What is told of a matter whose day has passed, and whether somebody may check it. */
const mailsWhenLate = async (
  host: ActingHost,
  matter: Matter,
  act: Passed['act'] | 'overdue',
  day: string,
): Promise<{ readonly mails: Mail[]; readonly isChecked: boolean }> => {
  const event = `${act}-${day}`
  const isReminder = act === 'overdue' || act === 'not_suspended'
  const asked = isAsked(matter) ? await mailsToAsked(host, matter, isReminder ? 'late' : act, event) : []
  if (act === 'notice') return { mails: asked, isChecked: true }
  if (act === 'lift') {
    const again = await mailsToAsked(host, matter, 'ask', `ask-${day}`)
    return { mails: [...asked, ...again], isChecked: true }
  }
  const check = await mailToCheckers(host, matter, isAsked(matter) ? 'unanswered' : 'late', event)
  return { mails: [...asked, check], isChecked: check.to.length > 0 }
}

/** A day has passed: notice is given, hours that nobody proved are suspended, whoever has to act is reminded. */
export const inspectionLate =
  (host: ActingHost) =>
  async ({ inspectionId, stage }: LateInspection): Promise<void> => {
    const { table, clock } = host
    const day = today(clock)
    const late = await retryOnConflict(async () => {
      const found = await requireMatter(inspectionWay, table, inspectionId)
      if (found.kind === 'draw' || stageOf(found) !== stage || found.dueOn >= day) return undefined
      const passed = await afterItsDay(host, await withBodyNow(table, found), day)
      if (passed === undefined) {
        const { mails, isChecked } = await mailsWhenLate(host, found, 'overdue', day)
        await postAll(host, mails)
        return { matter: found, isChecked, due: [] }
      }
      const { after, act, suspension } = passed
      const { mails, isChecked } = await mailsWhenLate(host, after, act, day)
      const at = timestamp(clock)
      const due = mailsDue(mails, at)
      const entry = { at, by: 'system', byName: '', act, text: '' }
      await write(table, [
        ...changeInspection(found, after, [entry]),
        ...(suspension?.writes ?? []),
        ...keepDue(due),
      ])
      return { matter: after, isChecked, due, suspension }
    })
    if (late === undefined) return
    await sendDue(host, late.due)
    if (!late.isChecked)
      alarmOfMatter(inspectionWay, 'Nobody may check a matter at its authority.', late.matter)
    await late.suspension?.settle()
    if (late.suspension !== undefined) await holdFast(host, late.matter)
  }
