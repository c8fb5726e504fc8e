import { MetricUnit } from '@aws-lambda-powertools/metrics'
import type {
  ComplaintInput,
  ComplaintStage,
  ComplaintStands,
  LateComplaint,
  OpenComplaint,
} from '../../workflows/complaint/contract.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { endOfDay, timestamp, today } from '../platform/clock.ts'
import { toMail } from '../platform/letter.ts'
import { logger } from '../platform/logger.ts'
import { metrics } from '../platform/metrics.ts'
import { postMail } from '../platform/post-mail.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import { type Complaint, changeComplaint, isOver, readComplaint } from './complaint.ts'
import { type ComplaintOccasion, complaintLetter } from './complaint-letters.ts'
import { deskAbove, headsAmong, whoMaySee } from './desk-above.ts'
import { readComplaintSettings } from './settings.ts'

class ComplaintMissingError extends Error {
  override name = 'ComplaintMissingError'
}

const requireComplaint = async (table: Table, id: string): Promise<Complaint> => {
  const complaint = await readComplaint(table, id)
  if (complaint === undefined) throw new ComplaintMissingError(`There is no complaint ${id}.`)
  return complaint
}

const stageOf = (complaint: Complaint): ComplaintStage =>
  complaint.status === 'closed' || complaint.status === 'passed_on' ? 'over' : complaint.status

/** Working days between two reminders of an overdue matter. */
const REMINDED_EVERY = 5

/** Where a complaint stands, and the seconds until its due date; overdue, until the next reminder. */
export const complaintStands =
  ({ table, clock }: Pick<ActingHost, 'table' | 'clock'>) =>
  async ({ complaintId }: ComplaintInput): Promise<ComplaintStands> => {
    const complaint = await retryOnConflict(async () => {
      const found = await requireComplaint(table, complaintId)
      if (!isOver(found) || found.awaiting === undefined) return found
      const { awaiting: _, token: __, ...over } = found
      await write(table, changeComplaint(found, over, []))
      return over
    })
    const day = today(clock)
    const until = complaint.dueOn >= day ? complaint.dueOn : addWorkingDays(day, REMINDED_EVERY)
    const patienceSeconds = Math.max(1, Math.ceil((endOfDay(until) - clock.now()) / 1000))
    return { stage: stageOf(complaint), patienceSeconds }
  }

/** Writes to those of a desk who may see the complaint; to its heads alone about what is overdue below. */
const tell = async (
  host: ActingHost,
  complaint: Complaint,
  deskId: string,
  occasion: ComplaintOccasion,
  event: string,
): Promise<void> => {
  const desk = await readOrganisation(host.table, deskId)
  if (desk === undefined) return
  const seated = await whoMaySee(host.table, complaint, desk, today(host.clock))
  if (seated.length === 0) alarm('Nobody may see a complaint at its desk.', complaint)
  const to = (occasion === 'open' ? seated : headsAmong(seated, desk)).map(({ email }) => email)
  const letter = complaintLetter(occasion, complaint, host.publicUrl)
  await postMail(host, toMail(letter, `complaint-${complaint.id}-${event}`, to))
}

/** What operators must hear of; by the id alone. */
const alarm = (message: string, { id }: Complaint): void => {
  logger.error(message, { complaintId: id })
  metrics.addMetric('MattersWaiting', MetricUnit.Count, 1)
}

/**
 * Keeps the token of the execution that waits for a desk. Where the complaint has gone on meanwhile, the token is
 * answered at once; a desk that gets it for the first time is written to.
 */
export const openComplaint =
  (host: ActingHost) =>
  async ({ complaintId, stage, token }: OpenComplaint): Promise<void> => {
    const { table, workflows } = host
    const complaint = await retryOnConflict(async () => {
      const found = await requireComplaint(table, complaintId)
      if (stageOf(found) !== stage) return undefined
      const { awaiting: _, ...rest } = found
      const after = { ...rest, token }
      await write(table, changeComplaint(found, after, []))
      return after
    })
    if (complaint === undefined) await workflows.succeed(token, {})
    else if (stage === 'received') {
      const { id: desk } = complaint.desk
      await tell(host, complaint, desk, 'open', `open-${desk}`)
    }
  }

/** A due date has passed: on record once, the desk is reminded, and the one above sees it from now on. */
export const complaintLate =
  (host: ActingHost) =>
  async ({ complaintId, stage }: LateComplaint): Promise<void> => {
    const { table, clock } = host
    const day = today(clock)
    const late = await retryOnConflict(async () => {
      const found = await requireComplaint(table, complaintId)
      if (stageOf(found) !== stage || found.dueOn >= day) return undefined
      if (found.above !== undefined) return found
      const [desk, settings] = await Promise.all([
        readOrganisation(table, found.desk.id),
        readComplaintSettings(table),
      ])
      const above =
        desk === undefined || settings === undefined
          ? undefined
          : await deskAbove(table, found, desk, settings, day)
      if (above === undefined) return found
      const after = { ...found, above: { id: above.id, name: above.name } }
      const entry = {
        ...{ at: timestamp(clock), by: 'system', byName: '', act: 'overdue' as const, text: '', shown: true },
      }
      await write(table, changeComplaint(found, after, [entry]))
      return after
    })
    if (late === undefined) return
    await tell(host, late, late.desk.id, 'late', `late-${day}`)
    if (late.above === undefined) alarm('A complaint is overdue, and no desk stands above.', late)
    else await tell(host, late, late.above.id, 'above', `above-${day}`)
  }
