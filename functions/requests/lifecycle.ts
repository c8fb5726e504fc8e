import type { Account } from '../organisations/account.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { Decision, Scope } from '../platform/terms.ts'
import {
  type Act,
  isOfHours,
  type ObjectionRequest,
  type PostChangeRequest,
  type Progress,
  type Request,
} from './request.ts'
import type { Task } from './task.ts'

/**
 * What becomes of a request by each act: pure functions from what was read to what is written. The workflow moves
 * a request from desk to desk; these say what an act at a desk means.
 */

export interface Verdict {
  readonly decision: Decision
  readonly reason?: string
  /** Of a return, the fields that are to be corrected. */
  readonly marked?: readonly string[]
  /** Granted hours in tenths, where a recognising desk grants other than what was claimed. */
  readonly grantedTenths?: number
  /** What a discretionary recognition grants (Art. 39(6)). */
  readonly grantedScope?: Scope
}

/** Who acts; `for` whom, where they use a colleague's powers. */
export interface ActedBy extends Pick<Account, 'id' | 'name'> {
  readonly for?: { readonly id: string; readonly name: string } | undefined
}

const by = (actor: ActedBy, at: string) => ({
  at,
  actor: actor.id,
  actorName: actor.name,
  ...(actor.for === undefined ? {} : { for: actor.for }),
})

/** The system itself, where nobody acted. */
export const SYSTEM: ActedBy = { id: 'system', name: '系统' }

/** The lines that a task decides on: all that run in its round, or its one. */
export const linesOf = (task: Pick<Task, 'line' | 'round'>, request: Request): number[] =>
  request.lines.flatMap((line, index) =>
    line.status === 'in_review' &&
    line.round === task.round &&
    (task.line === undefined || task.line === index)
      ? [index]
      : [],
  )

/** How a line moves on; what it is about is never touched. */
type Move = (line: Progress & { readonly claimedTenths?: number }, index: number) => Partial<Progress>

const moveLines = (request: Request, move: Move): Request =>
  isOfHours(request)
    ? { ...request, lines: request.lines.map((line, index) => ({ ...line, ...move(line, index) })) }
    : { ...request, lines: request.lines.map((line, index) => ({ ...line, ...move(line, index) })) }

/** Moves the lines named, and leaves the others as they are. */
const moveSome = (request: Request, indexes: readonly number[], move: Move): Request =>
  moveLines(request, (line, index) => (indexes.includes(index) ? move(line, index) : {}))

const withAct = (request: Request, act: Act): Request => ({ ...request, acts: [...request.acts, act] })

/** A line that no desk holds: its workflow has the next step to do. */
const LEFT = { stage: undefined, awaiting: true } as const

/**
 * Whether a line goes on although a desk refused: the institution's word on a justified reason is an opinion
 * (Art. 7), and an objection that the first desk refuses goes to the desk above (Art. 35).
 */
export const goesOn = (task: Pick<Task, 'type' | 'stage'>): boolean =>
  task.type === 'objection' || (task.type === 'justified_reason' && task.stage === 'institution')

/** What a verdict does to a line. The institution only confirms; the other desks grant (Art. 34, 38). */
const afterVerdict =
  (task: Task, { decision, grantedTenths, grantedScope }: Verdict): Move =>
  (line) => {
    switch (decision) {
      case 'approve':
        return task.stage === 'institution'
          ? LEFT
          : {
              ...LEFT,
              grantedTenths: grantedTenths ?? line.grantedTenths ?? line.claimedTenths,
              grantedScope: grantedScope ?? line.grantedScope,
            }
      case 'return':
        return { ...LEFT, status: 'returned' }
      case 'reject':
        return goesOn(task) ? LEFT : { ...LEFT, status: 'rejected' }
    }
  }

/** A desk's decision, made once: the task is decided and its lines move on. */
export const decide = (
  request: Request,
  task: Task,
  verdict: Verdict,
  actor: ActedBy,
  at: string,
): { request: Request; task: Task } => {
  const { decision, reason, grantedTenths, grantedScope } = verdict
  const marked = verdict.marked === undefined ? {} : { marked: [...verdict.marked] }
  const act: Act = {
    ...by(actor, at),
    act: decision,
    stage: task.stage,
    line: task.line,
    reason,
    ...marked,
    grantedTenths,
    grantedScope,
    ...(task.covers === undefined ? {} : { covers: task.covers.map((one) => one.stage) }),
  }
  const nth = request.acts.length
  const decided = { at, by: actor.id, byName: actor.name, for: actor.for, decision, reason, ...marked, nth }
  return {
    request: withAct(moveSome(request, linesOf(task, request), afterVerdict(task, verdict)), act),
    task: { ...task, status: 'decided', decided },
  }
}

/**
 * Whether a submitter may still take the request back: as long as no desk has decided in this round, or when a
 * desk has returned it. What was already credited stays credited.
 */
export const mayWithdraw = (request: Request, tasks: readonly Task[]): boolean =>
  request.status === 'returned' ||
  request.status === 'on_hold' ||
  (request.status === 'in_review' &&
    !tasks.some((task) => task.status === 'decided' && task.round === request.round))

const isHeldAsData = (request: Request): boolean =>
  request.type === 'post_change' && request.hold?.over === false && request.hold.token === undefined

/** The submitter withdraws the request: its open tasks close, and a filing's hold ends. */
export const withdraw = (
  request: Request,
  tasks: readonly Task[],
  actor: ActedBy,
  at: string,
): { request: Request; closed: { before: Task; after: Task }[] } => {
  const taken = request.lines.flatMap((line, index) =>
    line.status === 'in_review' || line.status === 'returned' ? [index] : [],
  )
  const moved = moveSome(request, taken, (line) => ({
    stage: undefined,
    status: 'withdrawn',
    // A hold without a token is a date on record: no execution waits, so none must be told.
    awaiting: line.status === 'in_review' && !isHeldAsData(request),
  }))
  return {
    request: withAct(letGo(moved), { ...by(actor, at), act: 'withdraw' }),
    closed: tasks.flatMap((task) =>
      task.status === 'open' ? [{ before: task, after: { ...task, status: 'withdrawn' as const } }] : [],
    ),
  }
}

/** Approves a line, once the ledger or the register holds what it asked for. */
export const conclude = (request: Request, index: number, act: 'credit' | 'record', at: string): Request =>
  withAct(
    moveSome(request, [index], () => ({ stage: undefined, status: 'approved', awaiting: false })),
    { ...by(SYSTEM, at), act, line: act === 'credit' ? index : undefined },
  )

/** Lines that a desk looks at again, because it took its decision back. */
export const reviewAgain = (request: Request, indexes: readonly number[]): Request =>
  moveSome(request, indexes, () => ({ stage: undefined, status: 'in_review', awaiting: true }))

/** Marks a line as done for its workflow, once the person was told how it ended. */
export const settleLine = (request: Request, index: number): Request =>
  moveSome(request, [index], () => ({ awaiting: false }))

/** A note of the timeline that changes no line: a reminder, an escalation, a reassignment. */
export const note = (
  request: Request,
  act: Pick<Act, 'act' | 'stage' | 'line' | 'reason' | 'to' | 'why'>,
  actor: ActedBy,
  at: string,
): Request => withAct(request, { ...by(actor, at), ...act })

/**
 * Puts a filing on hold for its training, until a last day (Art. 21); `token`: of an execution that waits
 * itself.
 */
export const hold = (
  request: PostChangeRequest,
  wait: { readonly token?: string | undefined; readonly until: string },
  at: string,
): Request => {
  // A step that repeats after a crash finds the hold running and adds no act.
  const goesOn = request.hold?.over === false
  const nth = (request.hold?.nth ?? 0) + (goesOn ? 0 : 1)
  const held = { ...request, hold: { ...wait, nth, over: false } }
  return moveLines(goesOn ? held : withAct(held, { ...by(SYSTEM, at), act: 'hold' }), () => ({
    awaiting: false,
  }))
}

/** Ends the hold of a filing that has one. */
const letGo = (request: Request): Request =>
  request.type === 'post_change' && request.hold
    ? { ...request, hold: { ...request.hold, over: true } }
    : request

/**
 * Ends the hold of a filing whose training is complete; the authority of the person's present institution is
 * next.
 */
export const resume = (request: PostChangeRequest, institutionId: OrganisationId, at: string): Request =>
  withAct(
    moveLines(letGo({ ...request, institutionId }), () => ({ awaiting: true })),
    { ...by(SYSTEM, at), act: 'resume' },
  )

/** Refuses a line by a rule and not by a person; the act bears the rule's article and its reason. */
export const refuseByRule = (request: Request, index: number, article: string, reason: string, at: string) =>
  withAct(
    moveSome(letGo(request), [index], () => ({ stage: undefined, status: 'rejected', awaiting: false })),
    { ...by(SYSTEM, at), act: 'refuse', reason, article },
  )

/** Passes an objection to the desk above, in a new round. */
export const passOn = (request: ObjectionRequest, at: string): Request => {
  const round = request.round + 1
  const next = { ...request, round, look: request.look + 1 }
  return withAct(
    moveLines(next, () => ({ round, stage: undefined, awaiting: true })),
    { ...by(SYSTEM, at), act: 'pass_on' },
  )
}

/** Ends an objection as refused: the last desk stood by the decision. */
export const dismiss = (request: ObjectionRequest): Request =>
  moveLines(request, () => ({ stage: undefined, status: 'rejected', awaiting: false }))

/**
 * Reopens a refused line after an upheld objection, with an approval by the desk that upheld it; the caller
 * enters what an approval enters.
 */
export const reopen = (
  request: Request,
  index: number,
  actor: ActedBy,
  reason: string | undefined,
  at: string,
): Request => {
  const asked =
    request.type === 'deemed' && request.kind === 'discretionary' ? (request.scope ?? 'all') : undefined
  const upheld = withAct(
    moveSome(letGo(request), [index], (line) => ({
      stage: undefined,
      status: 'in_review',
      grantedTenths: line.claimedTenths,
      ...(asked === undefined ? {} : { grantedScope: asked }),
      awaiting: false,
    })),
    { ...by(actor, at), act: 'uphold', line: index, reason },
  )
  return withAct(upheld, { ...by(actor, at), act: 'approve', line: index, reason })
}
