import type {
  ComplaintInput,
  ComplaintStage,
  ComplaintStands,
  LateComplaint,
  OpenComplaint,
} from '../../workflows/complaint/contract.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import { toMail } from '../platform/letter.ts'
import {
  alarmOfMatter,
  keepToken,
  requireMatter,
  secondsUntilDue,
  standingMatter,
} from '../platform/matter-way.ts'
import { postMail } from '../platform/post-mail.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { type Complaint, changeComplaint } from './complaint.ts'
import { type ComplaintOccasion, complaintLetter } from './complaint-letters.ts'
import { complaintWay } from './complaint-way.ts'
import { deskAbove, headsAmong, whoMaySee } from './desk-above.ts'
import { readComplaintSettings } from './settings.ts'

const stageOf = (complaint: Complaint): ComplaintStage =>
  complaint.status === 'closed' || complaint.status === 'passed_on' ? 'over' : complaint.status

/** Where a complaint stands, and the seconds until its due date; overdue, until the next reminder. */
export const complaintStands =
  ({ table, clock }: Pick<ActingHost, 'table' | 'clock'>) =>
  async ({ complaintId }: ComplaintInput): Promise<ComplaintStands> => {
    const complaint = await standingMatter(complaintWay, table, complaintId)
    return { stage: stageOf(complaint), patienceSeconds: secondsUntilDue(complaint.dueOn, clock) }
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
  if (seated.length === 0) alarmOfMatter(complaintWay, 'Nobody may see a complaint at its desk.', complaint)
  const to = (occasion === 'open' ? seated : headsAmong(seated, desk)).map(({ email }) => email)
  const letter = complaintLetter(occasion, complaint, host.publicUrl)
  await postMail(host, toMail(letter, `complaint-${complaint.id}-${event}`, to))
}

/**
 * Keeps the token of the execution that waits for a desk. Where the complaint has gone on meanwhile, the token is
 * answered at once; a desk that gets it for the first time is written to.
 */
export const openComplaint =
  (host: ActingHost) =>
  async ({ complaintId, stage, token }: OpenComplaint): Promise<void> => {
    const waiting = { id: complaintId, token }
    const complaint = await keepToken(complaintWay, host, waiting, (found) => stageOf(found) === stage)
    if (complaint !== undefined && stage === 'received')
      await tell(host, complaint, complaint.desk.id, 'open', `open-${complaint.desk.id}`)
  }

/** A due date has passed: on record once, the desk is reminded, and the one above sees it from now on. */
export const complaintLate =
  (host: ActingHost) =>
  async ({ complaintId, stage }: LateComplaint): Promise<void> => {
    const { table, clock } = host
    const day = today(clock)
    const late = await retryOnConflict(async () => {
      const found = await requireMatter(complaintWay, table, complaintId)
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
    if (late.above === undefined)
      alarmOfMatter(complaintWay, 'A complaint is overdue, and no desk stands above.', late)
    else await tell(host, late, late.above.id, 'above', `above-${day}`)
  }
