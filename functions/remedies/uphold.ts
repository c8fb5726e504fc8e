import { edition2024 } from '../../rules/edition.ts'
import { changeOf as certificateChange } from '../certificates/revise-certificate.ts'
import { requireRequest } from '../desks/open-task.ts'
import { creditLine } from '../outcomes/credit-line.ts'
import type { OutcomeHost } from '../outcomes/outcome-host.ts'
import {
  enterRecordChange,
  recordChange,
  recordDeemed,
  recordDelay,
  recordJustifiedReason,
} from '../outcomes/record-outcome.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { RequestId } from '../platform/ids.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { reopen } from '../requests/lifecycle.ts'
import { reopenChange } from '../requests/post-changes.ts'
import type { ObjectionRequest, Request, TrainingLine } from '../requests/request.ts'
import { advanceRequest } from '../requests/stored-request.ts'
import type { Task } from '../requests/task.ts'
import { certificateStands } from '../staff/certificate.ts'
import { currentFacts, factAbout } from '../staff/facts-in-force.ts'
import { type LedgerCredit, type LedgerEntry, nextEntry, type StatedFact } from '../staff/ledger.ts'
import { raisedBy } from '../staff/raised.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { recordEntry } from '../staff/staff.ts'

type Decided = NonNullable<Task['decided']>

/** Does what an approval does, by the request's type, for a line that had been refused. */
const enterRequest = async (deps: OutcomeHost, { type, id }: Request, line: number): Promise<void> => {
  switch (type) {
    case 'recognition':
      return creditLine(deps)({ requestId: id, line })
    case 'make_up_delay':
      return recordDelay(deps)(id)
    case 'deemed':
      return recordDeemed(deps)(id)
    case 'post_change':
      return recordChange(deps)(id)
    case 'record_change':
      return enterRecordChange(deps)(id)
    case 'justified_reason':
      return recordJustifiedReason(deps)(id)
    // A class is filed anew by its institution, hours are delivered anew by their provider, and an objection is made once: neither is reopened.
    case 'class_roster':
    case 'feed_batch':
    case 'programme_filing':
    case 'objection':
      return
  }
}

/** Reopens a refused line as approved by whoever upheld the objection, and enters it as any other. */
const undoRefusal = async (
  deps: OutcomeHost,
  { requestId, line }: { readonly requestId: RequestId; readonly line: number },
  decided: Decided,
): Promise<void> => {
  const { table } = deps
  const request = await retryOnConflict(async () => {
    const { request: now } = await requireRequest(table, requestId)
    if (now.lines[line]?.status !== 'rejected') return now
    const { at } = decided
    const actor = { id: decided.by, name: decided.byName, for: decided.for }
    const after = reopen(now, line, actor, decided.reason, at)
    const staff = now.type === 'post_change' ? await requireStaff(table, now.staffId) : undefined
    await write(table, [
      ...advanceRequest(now, after),
      ...(staff !== undefined && now.type === 'post_change'
        ? reopenChange(staff, now, { by: decided.by, at })
        : []),
    ])
    return after
  })
  await enterRequest(deps, request, line)
}

const source = ({ id }: ObjectionRequest): string => `objection.${id}`

/** Appends the correction that an upheld objection asks for, once. */
const append = async (
  { table, clock }: OutcomeHost,
  objection: ObjectionRequest,
  decided: Decided,
  factFor: (entries: readonly LedgerEntry[]) => { of: number; fact: StatedFact } | undefined,
): Promise<void> =>
  retryOnConflict(async () => {
    const staff = await requireStaff(table, objection.staffId)
    if (staff.entries.some((entry) => entry.source === source(objection))) return
    const becomes = factFor(staff.entries)
    if (becomes === undefined) return
    const about = factAbout(staff.entries, becomes.of)
    const fact = raisedBy(about?.fact, becomes.fact, staff.entries.length + 1)
    const entry = nextEntry(staff.entries, {
      staffId: objection.staffId,
      recordedAt: timestamp(clock),
      recordedBy: decided.by,
      source: source(objection),
      fact: { kind: 'correction', reason: decided.reason ?? objection.reason, of: becomes.of, fact },
    })
    await write(table, recordEntry(staff, entry))
  })

/** The training with all that was claimed: half-days, hours online, or an activity's days or sessions (Art. 37). */
const asClaimed = (credit: LedgerCredit, { activity, claimedTenths }: TrainingLine): LedgerCredit => {
  const hours = claimedTenths / 10
  if (credit.activity !== undefined)
    return typeof activity === 'boolean'
      ? credit
      : { ...credit, activity: { kind: activity.kind, quantity: activity.quantity }, hours }
  return {
    ...credit,
    ...(credit.mode === 'offline' ? { halfDays: claimedTenths / edition2024.tenthsPerHalfDay } : { hours }),
  }
}

/** Corrects a credit that was cut: the entry gets the hours that were claimed. */
const undoCut = async (
  deps: OutcomeHost,
  objection: ObjectionRequest,
  { requestId, line }: { readonly requestId: RequestId; readonly line: number },
  decided: Decided,
): Promise<void> => {
  const { request } = await requireRequest(deps.table, requestId)
  const claimed = request.type === 'recognition' ? request.lines[line] : undefined
  if (claimed === undefined) return
  await append(deps, objection, decided, (entries) => {
    const about = currentFacts(entries).find(
      ({ sequence }) => entries[sequence - 1]?.source === `${requestId}.${line}`,
    )
    return about?.fact?.kind === 'credit'
      ? { of: about.sequence, fact: { kind: 'credit', credit: asClaimed(about.fact.credit, claimed) } }
      : undefined
  })
}

/** Undoes a correction by a new one: the fact that held before it holds again. */
const undoCorrection = (
  deps: OutcomeHost,
  objection: ObjectionRequest,
  sequence: number,
  decided: Decided,
): Promise<void> =>
  append(deps, objection, decided, (entries) => {
    const correction = entries.find((entry) => entry.sequence === sequence)?.fact
    if (correction?.kind !== 'correction') return undefined
    const before = currentFacts(entries.filter((entry) => entry.sequence < sequence))
    const fact = before.find(
      (one) => one.sequence === correction.of || one.statedBy.sequence === correction.of,
    )
    return fact?.fact ? { of: fact.sequence, fact: fact.fact } : undefined
  })

/** Lets a revoked certificate stand again, under its number. */
const undoRevocation = (
  { table, clock }: OutcomeHost,
  { staffId }: ObjectionRequest,
  number: string,
  decided: Decided,
): Promise<void> =>
  retryOnConflict(async () => {
    const staff = await requireStaff(table, staffId)
    const certificate = staff.certificates.find(({ content }) => content.number === number)
    if (certificate === undefined || certificate.status !== 'revoked') return
    const { writes } = certificateChange(
      staff,
      certificate,
      certificateStands(certificate, { on: today(clock), at: timestamp(clock), by: decided.by }),
    )
    await write(table, writes)
  })

/**
 * Puts right what an objection was about (Art. 7, 35), always by something new: no entry is overwritten. Safe
 * to repeat.
 */
export const uphold = async (
  deps: OutcomeHost,
  objection: ObjectionRequest,
  decided: Decided,
): Promise<void> => {
  const { about } = objection
  if ('certificate' in about) return undoRevocation(deps, objection, about.certificate, decided)
  if ('entry' in about) return undoCorrection(deps, objection, about.entry, decided)
  const { request } = await requireRequest(deps.table, about.requestId)
  const isCut = request.type === 'recognition' && request.lines[about.line]?.grantedTenths !== undefined
  return isCut && request.lines[about.line]?.status === 'approved'
    ? undoCut(deps, objection, about, decided)
    : undoRefusal(deps, about, decided)
}
