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
import {
  alarmOfMatter,
  isReminderDue,
  keepReminded,
  keepToken,
  matterLate,
  requireMatter,
  secondsUntilDue,
  standingMatter,
} from '../platform/matter-way.ts'
import { postMail } from '../platform/post-mail.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { isStuck } from './at-desk.ts'
import { type Complaint, changeComplaint, isOver } from './complaint.ts'
import { type ComplaintOccasion, complaintLetter } from './complaint-letters.ts'
import { complaintWay } from './complaint-way.ts'
import { deskAbove, headsAmong, whoMaySee } from './desk-above.ts'
import { begunAnew } from './move-complaint.ts'
import { readComplaintSettings } from './settings.ts'
import { untold } from './untold.ts'

const stageOf = (complaint: Complaint): ComplaintStage =>
  complaint.status === 'closed' || complaint.status === 'passed_on' ? 'over' : complaint.status

/**
 * Where a complaint stands, and the seconds until its due date, or the next reminder where that has passed; until the
 * end of today at most, for each day it is looked whether anybody at its desk could still act.
 */
export const complaintStands =
  ({ table, clock }: Pick<ActingHost, 'table' | 'clock'>) =>
  async ({ complaintId }: ComplaintInput): Promise<ComplaintStands> => {
    const complaint = await standingMatter(complaintWay, table, complaintId)
    const untilTomorrow = Math.max(1, Math.ceil((endOfDay(today(clock)) - clock.now()) / 1000))
    const patience = Math.min(secondsUntilDue(complaint.dueOn, clock), untilTomorrow)
    return { stage: stageOf(complaint), patienceSeconds: patience }
  }

/** Operators see the ids of letters that wait to be sent: they name neither complaint nor desk. */
const mailIdOf = ({ id }: Complaint, event: string): string => `complaint-${untold(`mail ${id} ${event}`)}`

/** What operators are told where nobody of those whom an occasion is told to may see the complaint. */
const nobodySees = {
  open: 'Nobody may see a complaint at its desk.',
  late: 'Nobody may see an overdue complaint at its desk.',
  above: 'Nobody may see an overdue complaint at the desk above.',
} as const satisfies Record<ComplaintOccasion, string>

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
  const seated = await whoMaySee(host.table, complaint, desk, timestamp(host.clock))
  if (seated.length === 0) alarmOfMatter(complaintWay, nobodySees[occasion], complaint)
  const to = (occasion === 'open' ? seated : headsAmong(seated, desk)).map(({ email }) => email)
  const letter = complaintLetter(occasion, complaint, host.publicUrl)
  await postMail(host, toMail(letter, mailIdOf(complaint, event), to))
}

/**
 * Keeps the token of the execution that waits for a desk. Where the complaint has gone on meanwhile, the token is
 * answered at once; a desk that gets it for the first time is written to.
 */
export const openComplaint =
  (host: ActingHost) =>
  async ({ complaintId, stage, token }: OpenComplaint): Promise<void> => {
    const waiting = { id: complaintId, token }
    const found = await requireMatter(complaintWay, host.table, complaintId)
    // Before the token is kept, which is how it is known to be new here: a crash between the two tells twice, not never.
    if (stage === 'received' && stageOf(found) === stage && found.awaiting !== undefined)
      await tell(host, found, found.desk.id, 'open', `open-${found.desk.id}-${found.entries}`)
    await keepToken(complaintWay, host, waiting, (one) => stageOf(one) === stage)
  }

/**
 * Where nobody at its desk could act any more, a complaint goes on at once, on record: to another there, or to the desk
 * above. Answers whether it did; where nobody stands above, operators are alarmed.
 */
const goneOn = ({ table, clock }: ActingHost, id: string, stage: ComplaintStage): Promise<boolean> =>
  retryOnConflict(async () => {
    const found = await requireMatter(complaintWay, table, id)
    const desk = await readOrganisation(table, found.desk.id)
    if (stageOf(found) !== stage || isOver(found) || desk === undefined) return false
    const at = timestamp(clock)
    const seated = await whoMaySee(table, found, desk, at)
    if (!isStuck(found, seated, desk)) return false
    const moved = await begunAnew({ table, clock }, found, desk, seated)
    if (!moved.ok) {
      alarmOfMatter(complaintWay, 'Nobody at its desk may act on a complaint, nor above.', found)
      return false
    }
    const entry = { at, by: 'system', byName: '', act: 'move' as const, text: '', shown: true }
    await write(table, changeComplaint(found, { ...moved.value, awaiting: at }, [entry]))
    return true
  })

/**
 * A wait is over. Whether anybody at the desk could act is looked at each day; where the due date has passed, that is on
 * record once, the desk is reminded now and every five working days, and the one above sees it from now on.
 */
export const complaintLate =
  (host: ActingHost) =>
  async ({ complaintId, stage }: LateComplaint): Promise<void> => {
    const { table, clock } = host
    if (await goneOn(host, complaintId, stage)) return
    const complaint = await requireMatter(complaintWay, table, complaintId)
    const day = today(clock)
    if (stageOf(complaint) !== stage || !isReminderDue(complaint, day)) return
    await matterLate(complaintWay, host, complaintId, {
      waits: (found) => stageOf(found) === stage,
      above: async (found) => {
        const [desk, settings] = await Promise.all([
          readOrganisation(table, found.desk.id),
          readComplaintSettings(table),
        ])
        return desk && settings && deskAbove(table, found, desk, settings, timestamp(clock))
      },
      change: (before, after) =>
        changeComplaint(before, after, [
          { at: timestamp(clock), by: 'system', byName: '', act: 'overdue', text: '', shown: true },
        ]),
      tell: (complaint, deskId, occasion, event) => tell(host, complaint, deskId, occasion, event),
      nobody: 'A complaint is overdue, and no desk stands above.',
    })
    await keepReminded(complaintWay, table, complaintId, day)
  }
