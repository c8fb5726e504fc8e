import { requireRequest } from '../desks/open-task.ts'
import { creditedLetter } from '../persons/person-letters.ts'
import { timestamp } from '../platform/clock.ts'
import type { RequestId } from '../platform/ids.ts'
import { LedgerBrokenError } from '../platform/ledger-broken.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { attendedLine } from '../requests/attended-line.ts'
import { conclude } from '../requests/lifecycle.ts'
import { listAnew } from '../requests/participants.ts'
import type { Participant, Request, RosterRequest, TrainingLine } from '../requests/request.ts'
import { advanceRequest } from '../requests/stored-request.ts'
import { type LedgerCredit, nextEntry } from '../staff/ledger.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { recordEntry } from '../staff/staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { takenOverIn } from '../staff/taken-over.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { creditOf } from './credit-line.ts'
import { wakeHeldChange } from './held-changes.ts'
import type { OutcomeHost } from './outcome-host.ts'

class RosterMissingError extends Error {
  override name = 'RosterMissingError'
}

/** What marks hours of an earlier platform, with the certificate that it issued. */
const takenOverOf = (
  { takenOver }: RosterRequest,
  { certificateNo }: Participant,
): Pick<LedgerCredit, 'takenOver'> =>
  takenOver === undefined ? {} : { takenOver: certificateNo === undefined ? {} : { certificateNo } }

/** Enters the class in one participant's ledger, once; answers that participant's line, and their record since. */
const enter = async (
  { table, clock }: OutcomeHost,
  request: RosterRequest,
  line: TrainingLine,
  participant: Participant,
): Promise<{ readonly attended: TrainingLine; readonly staff: StaffRecord }> => {
  const attended = attendedLine(line, participant)
  const source = `${request.id}.0`
  const staff = await retryOnConflict(async (): Promise<StaffRecord> => {
    const staff = await requireStaff(table, participant.staffId)
    if (staff.entries.some((entry) => entry.source === source)) return staff
    // Of two filings of one year the first that was approved holds.
    if (request.takenOver && takenOverIn(staff.entries, Number(line.from.slice(0, 4)), line.subject))
      return staff
    const entry = nextEntry(staff.entries, {
      staffId: participant.staffId,
      recordedAt: timestamp(clock),
      recordedBy: request.acts.findLast(({ act }) => act === 'approve')?.actor ?? 'system',
      source,
      fact: {
        kind: 'credit',
        credit: { ...creditOf(source, attended), ...takenOverOf(request, participant) },
      },
    })
    await write(table, recordEntry(staff, entry, 'request'))
    return { ...staff, entries: [...staff.entries, entry] }
  })
  return { attended, staff }
}

/** Of a class that was closed here, who failed or was absent is on its list, and gets nothing. */
const isCredited =
  ({ ofClass }: RosterRequest) =>
  ({ passed, halfDays }: Participant): boolean =>
    ofClass === undefined || (passed !== false && halfDays !== 0)

/** Credits one participant, lets their certificates and a change that waits for the training follow, and tells them. */
const credit = async (
  deps: OutcomeHost,
  request: RosterRequest,
  line: TrainingLine,
  participant: Participant,
): Promise<void> => {
  const { staffId } = participant
  const { attended, staff } = await enter(deps, request, line, participant)
  const occasion = `${request.id}-0-${staffId}`
  await deps.settle(staffId, occasion, staff)
  if (attended.forChange !== undefined) await wakeHeldChange(deps, staffId, attended.forChange)
  const letter = creditedLetter(request, attended, deps.publicUrl)
  await tellPerson(deps, staffId, letter, `credited-${occasion}`, staff.person)
}

/** Participants who are credited at once. */
const WIDTH = 8

/**
 * Credits a class to all who took part in it (Art. 34, 39(1)), each by a transaction of their own: each entry has a natural name, so that
 * a repeat goes on where a crash stopped it. The request is approved when the last of them stands in the ledger.
 * @throws LedgerBrokenError of one of them, when all others are credited
 */
export const creditRoster =
  (deps: OutcomeHost) =>
  async (requestId: RequestId): Promise<void> => {
    const { table, clock } = deps
    const { request } = await requireRequest(table, requestId)
    const [line] = request.type === 'class_roster' ? request.lines : []
    if (request.type !== 'class_roster' || line === undefined)
      throw new RosterMissingError(`The request ${requestId} is no class roster.`)
    let broken: LedgerBrokenError | undefined
    // Several people at a time: a class of 2,000 is through in one run of the function.
    await mapConcurrently(request.participants.filter(isCredited(request)), WIDTH, async (participant) => {
      try {
        await credit(deps, request, line, participant)
      } catch (error) {
        // One person's ledger keeps nobody else's hours back.
        if (!(error instanceof LedgerBrokenError)) throw error
        broken = error
      }
    })
    if (broken !== undefined) throw broken
    const ended = await retryOnConflict(async () => {
      const current = (await requireRequest(table, requestId)).request
      if (current.status === 'approved') return current
      const after = conclude(current, 0, 'credit', timestamp(clock))
      await write(table, advanceRequest(current, after))
      return { ...after, status: 'approved' as const }
    })
    await leaveOpenList(deps, ended)
  }

/** The participants of a class that has ended are listed as claimants no more. */
export const leaveOpenList = async (
  { table }: Pick<OutcomeHost, 'table'>,
  request: Request,
): Promise<void> => {
  if (request.type === 'class_roster') await listAnew(table, request)
}
