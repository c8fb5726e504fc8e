import { edition2024 } from '../../rules/edition.ts'
import { timestamp, today } from '../kit/clock.ts'
import { publicUrl } from '../kit/public-url.ts'
import { untilWritten } from '../kit/until-written.ts'
import { creditedLetter } from '../letters/person-letters.ts'
import { appendEntry, type LedgerCredit, nextEntry } from '../store/ledger.ts'
import { advanceRequest, type Line, type Request } from '../store/request.ts'
import { write } from '../store/table.ts'
import { dueObligations } from './due-obligations.ts'
import { credit } from './lifecycle.ts'
import { requireRequest, type StepDeps } from './open-task.ts'
import { requireStaff } from './require-staff.ts'
import { tellPerson } from './tell-person.ts'

export interface CreditLine {
  readonly requestId: string
  readonly line: number
}

class LineMissing extends Error {
  override name = 'LineMissing'
}

/** The training as the ledger holds it, with the hours that were granted. */
export const creditOf = (requestId: string, index: number, line: Line): LedgerCredit => {
  const granted = line.grantedTenths ?? line.claimedTenths
  const { subject, category, mode, from, to, fullTime, passed, forChange, makeUpFor } = line
  return {
    id: `${requestId}.${index}`,
    subject,
    category,
    mode,
    from,
    to,
    ...(mode === 'offline' ? { halfDays: granted / edition2024.tenthsPerHalfDay } : { hours: granted / 10 }),
    ...(fullTime === undefined ? {} : { fullTime }),
    ...(passed === undefined ? {} : { passed }),
    ...(forChange === undefined ? {} : { forChange }),
    ...(makeUpFor === undefined ? {} : { makeUpFor }),
  }
}

/** Enters a recognised line in the ledger: the entry and the request's state in one transaction, once. */
const enter = async (
  { table, clock }: StepDeps,
  { requestId, line: index }: CreditLine,
): Promise<{ request: Request; line: Line }> => {
  const { request } = await requireRequest(table, requestId)
  const line = request.lines[index]
  if (line === undefined) throw new LineMissing(`The request ${requestId} has no line ${index}.`)
  if (line.status === 'approved') return { request, line }
  const { entries } = await requireStaff(table, request.staffId)
  const at = timestamp(clock)
  const decider = request.acts.findLast((act) => act.act === 'approve' && act.line === index)
  const entry = nextEntry(entries, {
    staffId: request.staffId,
    recordedAt: at,
    recordedBy: decider?.actor ?? 'system',
    source: `${requestId}.${index}`,
    fact: { kind: 'credit', credit: creditOf(requestId, index, line) },
  })
  await write(table, [appendEntry(entry), advanceRequest(request, credit(request, index, at))])
  return { request, line }
}

/**
 * Credits the ledger, asks for the certificates that are due by it (Art. 35), and tells the person. Safe to
 * repeat: the entry, the execution of `settle` and the message all have natural names.
 */
export const creditLine =
  (deps: StepDeps) =>
  async (command: CreditLine): Promise<void> => {
    const { request, line } = await untilWritten(() => enter(deps, command))
    const source = `${command.requestId}-${command.line}`
    const staff = await requireStaff(deps.table, request.staffId)
    if (dueObligations(staff, today(deps.clock)).length > 0)
      await deps.workflows.start('settle', source, { staffId: request.staffId })
    await tellPerson(deps, request.staffId, creditedLetter(request, line, publicUrl()), `credited-${source}`)
  }
