import { toDate } from '../../rules/credit-reading.ts'
import { edition2024 } from '../../rules/edition.ts'
import { inTrainings } from '../../rules/one-training.ts'
import type { LineStep } from '../../workflows/request-line.ts'
import { requireRequest } from '../desks/open-task.ts'
import { creditedLetter } from '../persons/person-letters.ts'
import { timestamp } from '../platform/clock.ts'
import { untilWrittenFrom } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import type { Activity } from '../platform/terms.ts'
import { conclude } from '../requests/lifecycle.ts'
import type { RecognitionRequest, Request, TrainingLine } from '../requests/request.ts'
import { advanceRequest } from '../requests/stored-request.ts'
import { type LedgerCredit, nextEntry } from '../staff/ledger.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { recordEntry } from '../staff/staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { wakeHeldChange } from './held-changes.ts'
import type { OutcomeHost } from './outcome-host.ts'

class LineMissingError extends Error {
  override name = 'LineMissingError'
}

/** An activity with as much of its quantity as was granted; its hours stand beside it for people to read (Art. 37). */
const asActivity = (
  { kind, quantity }: Activity,
  granted: number,
  claimed: number,
): Pick<LedgerCredit, 'activity' | 'hours'> => ({
  activity: { kind, quantity: claimed === 0 ? quantity : (quantity * granted) / claimed },
  hours: granted / 10,
})

/** A full-time public in-service training that is attended: what a term's session can be (Art. 16). */
const isSession = ({ fullTime, subject, category, mode }: TrainingLine): boolean =>
  fullTime === true && subject === 'public' && category === 'in_service' && mode === 'offline'

/**
 * What the lines of one session share in the ledger: one across New Year has a line on either side (Art. 16, 32).
 * Nothing where the line stands alone: two sessions of a claim with other days between them stay two.
 */
export const trainingOf = (
  { id, lines }: Pick<RecognitionRequest, 'id' | 'lines'>,
  line: TrainingLine,
): Pick<LedgerCredit, 'training'> => {
  const sessions = lines.filter(isSession)
  const trainings = inTrainings(sessions.map(({ from, to }) => ({ from: toDate(from), to: toDate(to) })))
  const own = trainings.find((places) => places.some((place) => sessions[place] === line))
  if (own === undefined || own.length === 1) return {}
  // The first one bears the claim's name, as sessions across New Year always did.
  const first = Math.min(...own)
  return { training: first === 0 ? id : `${id}.${first}` }
}

/** The training as the ledger holds it, with the hours that were granted. */
export const creditOf = (id: string, line: TrainingLine): LedgerCredit => {
  const granted = line.grantedTenths ?? line.claimedTenths
  const { subject, category, mode, from, to, fullTime, passed, forChange, makeUpFor, activity } = line
  return {
    id,
    subject,
    category,
    mode,
    from,
    to,
    ...(typeof activity !== 'boolean'
      ? asActivity(activity, granted, line.claimedTenths)
      : mode === 'offline'
        ? { halfDays: granted / edition2024.tenthsPerHalfDay }
        : { hours: granted / 10 }),
    ...(fullTime === undefined ? {} : { fullTime }),
    ...(passed === undefined ? {} : { passed }),
    ...(forChange === undefined ? {} : { forChange }),
    ...(makeUpFor === undefined ? {} : { makeUpFor }),
  }
}

/** Enters a recognised line in the ledger: the entry and the request's state in one transaction, once. */
const enter = async (
  { table, clock }: OutcomeHost,
  { requestId, line: index }: LineStep,
  known: Request | undefined,
): Promise<{ request: RecognitionRequest; line: TrainingLine; staff?: StaffRecord }> => {
  const request = known ?? (await requireRequest(table, requestId)).request
  const line = request.type === 'recognition' ? request.lines[index] : undefined
  if (request.type !== 'recognition' || line === undefined)
    throw new LineMissingError(`The request ${requestId} has no line ${index} to credit.`)
  if (line.status === 'approved') return { request, line }
  const staff = await requireStaff(table, request.staffId)
  const at = timestamp(clock)
  const decider = request.acts.findLast((act) => act.act === 'approve' && act.line === index)
  const source = `${requestId}.${index}`
  const entry = nextEntry(staff.entries, {
    staffId: request.staffId,
    recordedAt: at,
    recordedBy: decider?.actor ?? 'system',
    source,
    fact: { kind: 'credit', credit: { ...creditOf(source, line), ...trainingOf(request, line) } },
  })
  await write(table, [
    ...recordEntry(staff, entry, 'request'),
    ...advanceRequest(request, conclude(request, index, 'credit', at)),
  ])
  return { request, line, staff: { ...staff, entries: [...staff.entries, entry] } }
}

/**
 * Credits the ledger, lets certificates and results follow (Art. 35), and tells the person. Safe to repeat: the
 * entry, the execution of `settle` and the message all have natural names. `known` is the request as it was read a
 * moment ago: the first try goes by it.
 */
export const creditLine =
  (deps: OutcomeHost) =>
  async (command: LineStep, known?: Request): Promise<void> => {
    let first = known
    const { request, line, staff } = await untilWrittenFrom(
      deps.table,
      (table) => {
        const read = first
        first = undefined
        return enter({ ...deps, table }, command, read)
      },
      () => true,
    )
    const occasion = `${command.requestId}-${command.line}`
    await deps.settle(request.staffId, occasion, staff)
    if (line.forChange !== undefined) await wakeHeldChange(deps, request.staffId, line.forChange)
    await tellPerson(
      deps,
      request.staffId,
      creditedLetter(request, line, deps.publicUrl),
      `credited-${occasion}`,
      staff?.person,
    )
  }
