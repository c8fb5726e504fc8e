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
import {
  alarmOfMatter,
  keepToken,
  requireMatter,
  secondsUntilDue,
  standingMatter,
} from '../platform/matter-way.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import { withBodyNow } from './body-now.ts'
import { changeInspection, type Inspection, isAsked, isOver, type Matter } from './inspection.ts'
import type { AskedOccasion } from './inspection-letters.ts'
import { inspectionWay } from './inspection-way.ts'
import { finishDraw, gatherFurther } from './make-draw.ts'
import { suspendHours } from './suspend-hours.ts'
import { tellAsked, tellCheckers } from './tell-of-matter.ts'
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
    // An answer comes while notice or suspension hold: they are told of these by letters of their own.
    if (stage === 'answer' && matter.noticeUntil === undefined)
      await tellAsked(host, matter, occasions[matter.status] ?? 'ask', `${matter.entries}`)
    else if (stage === 'check') await tellCheckers(host, matter, 'check', `${matter.entries}`)
  }

/** Notice that hours are to be suspended, by its last day. */
const notified = (matter: Matter, day: string): Matter => {
  const noticeUntil = addWorkingDays(day, inspectionTerms.noticeWorkingDays)
  return { ...matter, noticeUntil, dueOn: noticeUntil }
}

/** By whom, and why, hours are suspended that nobody has proved. */
const unproved = { by: 'system', reason: texts.suspended.zh }

/** What a passed day makes of a matter, with the act that is put on record; undefined: a reminder alone. */
const afterItsDay = async (
  host: ActingHost,
  matter: Matter,
  day: string,
): Promise<
  { readonly after: Matter; readonly act: 'notice' | 'silent' | 'suspend' | 'not_suspended' } | undefined
> => {
  if (!isAsked(matter)) return undefined
  // Who was heard and said nothing was heard (Art. 32).
  if (matter.kind === 'violation' && matter.status === 'asked') {
    const until = addWorkingDays(day, inspectionTerms.checkWorkingDays)
    return { after: { ...matter, status: 'with_institution', dueOn: until }, act: 'silent' }
  }
  if (matter.kind !== 'sample' || matter.suspendedBy !== undefined) return undefined
  if (matter.noticeUntil === undefined) return { after: notified(matter, day), act: 'notice' }
  if (!maySuspend({ answered: false, noticeUntil: matter.noticeUntil }, day)) return undefined
  const outcome = await suspendHours(host, matter, unproved)
  if ('suspended' in outcome) {
    const { notSuspended: _, ...after } = outcome.suspended
    return { after, act: 'suspend' }
  }
  // Said once; it is tried again at each reminder.
  return matter.notSuspended === outcome.not
    ? undefined
    : { after: { ...matter, notSuspended: outcome.not }, act: 'not_suspended' }
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
      const changed = await afterItsDay(host, await withBodyNow(table, found), day)
      if (changed === undefined) return { matter: found, act: 'overdue' as const }
      const entry = { at: timestamp(clock), by: 'system', byName: '', act: changed.act, text: '' }
      await write(table, changeInspection(found, changed.after, [entry]))
      return { matter: changed.after, act: changed.act }
    })
    if (late === undefined) return
    const { matter, act } = late
    // Another matter that held the same hours may have let them count a moment ago: they are suspended by this one then.
    if (act === 'suspend') await suspendHours(host, matter, unproved)
    const event = `${act}-${day}`
    const isReminder = act === 'overdue' || act === 'not_suspended'
    if (isAsked(matter)) await tellAsked(host, matter, isReminder ? 'late' : act, event)
    if (act === 'notice') return
    const told = await tellCheckers(host, matter, isAsked(matter) ? 'unanswered' : 'late', event)
    if (!told) alarmOfMatter(inspectionWay, 'Nobody may check a matter at its authority.', matter)
  }
