import { MetricUnit } from '@aws-lambda-powertools/metrics'
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
import { endOfDay, timestamp, today } from '../platform/clock.ts'
import { logger } from '../platform/logger.ts'
import { metrics } from '../platform/metrics.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import {
  changeInspection,
  type Inspection,
  isAsked,
  isClosed,
  type Matter,
  readInspection,
} from './inspection.ts'
import type { AskedOccasion } from './inspection-letters.ts'
import { finishDraw, gatherFurther } from './make-draw.ts'
import { suspendHours } from './suspend-hours.ts'
import { tellAsked, tellCheckers } from './tell-of-matter.ts'
import { texts } from './words.ts'

class InspectionMissingError extends Error {
  override name = 'InspectionMissingError'
}

const requireInspection = async (table: Table, id: string): Promise<Inspection> => {
  const found = await readInspection(table, id)
  if (found === undefined) throw new InspectionMissingError(`There is no inspection ${id}.`)
  return found
}

const stageOf = (inspection: Inspection): InspectionStage => {
  if (inspection.kind === 'draw') return inspection.status === 'drawn' ? 'over' : 'gather'
  if (isClosed(inspection)) return 'over'
  return isAsked(inspection) ? 'answer' : 'check'
}

/** Working days between two reminders of what is overdue. */
const REMINDED_EVERY = 5

const dueOn = (inspection: Inspection, day: string): string =>
  inspection.kind !== 'draw' && inspection.dueOn >= day
    ? inspection.dueOn
    : addWorkingDays(day, REMINDED_EVERY)

/** Where an inspection stands, and the seconds until its day is over; overdue, until the next reminder. */
export const inspectionStands =
  ({ table, clock }: Pick<ActingHost, 'table' | 'clock'>) =>
  async ({ inspectionId }: InspectionInput): Promise<InspectionStands> => {
    const inspection = await retryOnConflict(async () => {
      const found = await requireInspection(table, inspectionId)
      if (stageOf(found) !== 'over' || found.awaiting === undefined) return found
      const { awaiting: _, token: __, ...over } = found
      await write(table, changeInspection<Inspection>(found, over))
      return over
    })
    const until = dueOn(inspection, today(clock))
    const patienceSeconds = Math.max(1, Math.ceil((endOfDay(until) - clock.now()) / 1000))
    return { stage: stageOf(inspection), patienceSeconds }
  }

/** A further part of a draw's frame; once it is whole, the sample, and the way of each matter that came of it. */
export const gatherFrame =
  (host: ActingHost) =>
  async ({ inspectionId }: GatherFrame): Promise<void> => {
    const found = await requireInspection(host.table, inspectionId)
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
    const { table, workflows } = host
    const matter = await retryOnConflict(async () => {
      const found = await requireInspection(table, inspectionId)
      if (found.kind === 'draw' || stageOf(found) !== stage) return undefined
      const { awaiting: _, ...rest } = found
      const after = { ...rest, token }
      await write(table, changeInspection(found, after))
      return after
    })
    if (matter === undefined) await workflows.succeed(token, {})
    // An answer comes while notice or suspension hold: they are told of these by letters of their own.
    else if (stage === 'answer' && matter.noticeUntil === undefined)
      await tellAsked(host, matter, occasions[matter.status] ?? 'ask', `${matter.entries}`)
    else if (stage === 'check') await tellCheckers(host, matter, 'check', `${matter.entries}`)
  }

/** What operators must hear of; by the id alone. */
const alarm = (message: string, { id }: Matter): void => {
  logger.error(message, { inspectionId: id })
  metrics.addMetric('MattersWaiting', MetricUnit.Count, 1)
}

/** Notice that hours are to be suspended, by its last day. */
const notified = (matter: Matter, day: string): Matter => {
  const noticeUntil = addWorkingDays(day, inspectionTerms.noticeWorkingDays)
  return { ...matter, noticeUntil, dueOn: noticeUntil }
}

/** What a passed day makes of a matter, with the act that is put on record; undefined: a reminder alone. */
const afterItsDay = async (
  host: ActingHost,
  matter: Matter,
  day: string,
): Promise<{ readonly after: Matter; readonly act: 'notice' | 'silent' | 'suspend' } | undefined> => {
  if (!isAsked(matter)) return undefined
  // Who was heard and said nothing was heard (Art. 32).
  if (matter.kind === 'violation' && matter.status === 'asked') {
    const until = addWorkingDays(day, inspectionTerms.checkWorkingDays)
    return { after: { ...matter, status: 'with_institution', dueOn: until }, act: 'silent' }
  }
  if (matter.kind !== 'sample' || matter.suspendedBy !== undefined) return undefined
  if (matter.noticeUntil === undefined) return { after: notified(matter, day), act: 'notice' }
  if (!maySuspend({ answered: false, noticeUntil: matter.noticeUntil }, day)) return undefined
  const suspendedBy = await suspendHours(host, matter, { by: 'system', reason: texts.suspended.zh })
  return suspendedBy === undefined
    ? undefined
    : { after: { ...matter, suspendedBy }, act: 'suspend' as const }
}

/** A day has passed: notice is given, hours that nobody proved are suspended, whoever has to act is reminded. */
export const inspectionLate =
  (host: ActingHost) =>
  async ({ inspectionId, stage }: LateInspection): Promise<void> => {
    const { table, clock } = host
    const day = today(clock)
    const late = await retryOnConflict(async () => {
      const found = await requireInspection(table, inspectionId)
      if (found.kind === 'draw' || stageOf(found) !== stage || found.dueOn >= day) return undefined
      const changed = await afterItsDay(host, found, day)
      if (changed === undefined) return { matter: found, act: 'overdue' as const }
      const entry = { at: timestamp(clock), by: 'system', byName: '', act: changed.act, text: '' }
      await write(table, changeInspection(found, changed.after, [entry]))
      return { matter: changed.after, act: changed.act }
    })
    if (late === undefined) return
    const { matter, act } = late
    const event = `${act}-${day}`
    if (isAsked(matter)) await tellAsked(host, matter, act === 'overdue' ? 'late' : act, event)
    if (act === 'notice') return
    const told = await tellCheckers(host, matter, isAsked(matter) ? 'unanswered' : 'late', event)
    if (!told) alarm('Nobody may check a matter at its authority.', matter)
  }
