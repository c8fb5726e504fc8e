import { type OpenTask, takenBackIn } from '../../workflows/request-line.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { type Clock, timestamp, today } from '../platform/clock.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { untilWrittenFrom } from '../platform/retry-on-conflict.ts'
import { type Table, type Write, write } from '../platform/table.ts'
import { actedBefore, coveredBy, withAlsoActed } from '../requests/acting-desk.ts'
import { answerToken } from '../requests/answer-tokens.ts'
import { organisationFor } from '../requests/desk-organisation.ts'
import { dueOn, patienceSeconds } from '../requests/patience.ts'
import type { Request, RequestRecord } from '../requests/request.ts'
import { readRequest } from '../requests/stored-request.ts'
import { advanceTask, newTask, reopenTask, type Task, taskPlace } from '../requests/task.ts'
import { findActing } from './find-acting.ts'
import { alarmWaiting, passTask, tellPassed, withNote } from './pass-task.ts'
import { isGathered } from './send-digests.ts'
import { type DeskMatter, tellDesk } from './tell-desk.ts'

class RequestMissingError extends Error {
  override name = 'RequestMissingError'
}

/**
 * The request of an execution; of a class only the participants in `people`, where they are given.
 * @throws RequestMissingError
 */
export const requireRequest = async (
  table: Table,
  id: string,
  people?: readonly string[],
): Promise<RequestRecord> => {
  const record = await readRequest(table, id, people)
  if (record === undefined)
    throw new RequestMissingError(`The request ${id} of this execution does not exist.`)
  return record
}

/**
 * What the execution finds at the desk: an open task (new or known), that nobody may act there, as far as could be seen
 * a moment ago, or that there is nothing left to wait for.
 */
type Arrival =
  | ({ readonly found: 'new' | 'known' } & DeskMatter)
  | ({ readonly found: 'passed' | 'waits'; readonly above: readonly string[] } & Required<DeskMatter>)
  | { readonly found: 'nobody' }
  | {
      readonly found: 'over'
      readonly task: Pick<Task, 'status' | 'decided' | 'requestId'> & Partial<Pick<Task, 'type' | 'stage'>>
    }

const taskFor = (request: Request, open: OpenTask, organisationId: OrganisationId, clock: Clock): Task => ({
  requestId: open.requestId,
  place: taskPlace(open.round, open.stage, open.line),
  type: request.type,
  stage: open.stage,
  ...(open.stage === 'institution'
    ? {}
    : { line: open.line, grantedSoFar: request.lines[open.line]?.grantedTenths }),
  round: open.round,
  organisationId,
  role: open.stage,
  openedAt: timestamp(clock),
  dueOn: dueOn(clock),
  status: 'open',
  tokens: { [open.line]: open.token },
  lateNotices: 0,
  version: 1,
  seen: request.seen,
})

/** The event of a desk's opening: another one each time that it opens anew after a decision was taken back. */
const openedAs = ({ line }: Task, { lines }: Request): string => {
  const times = line === undefined ? undefined : lines[line]?.takenBack
  return times === undefined ? 'open' : `open-t${times}`
}

/** Whether the desk has the task because it took its own decision back. */
const isOwnAgain = (arrival: Arrival): boolean =>
  arrival.found === 'known' && arrival.task.takenBack !== undefined

const arrive = async ({ table, clock }: ActingHost, open: OpenTask): Promise<Arrival> => {
  const { request, tasks } = await requireRequest(table, open.requestId, [])
  const line = request.lines[open.line]
  // A desk took its decision back since this execution began: the line has another one.
  if (line?.round === open.round && takenBackIn(open.execution) < (line.takenBack ?? 0))
    return { found: 'over', task: { requestId: open.requestId, status: 'taken_back' } }
  const known = tasks.find(({ place }) => place === taskPlace(open.round, open.stage, open.line))
  const closed = known?.status === 'taken_back' ? known : undefined
  if (known && closed === undefined) {
    if (known.status !== 'open') return { found: 'over', task: known }
    const attached = { ...known, tokens: { ...known.tokens, [open.line]: open.token } }
    await write(table, [advanceTask(known, attached)])
    return { found: 'known', request, task: attached }
  }
  if (line?.status !== 'in_review' || line.round !== open.round)
    return { found: 'over', task: { requestId: open.requestId, status: 'withdrawn' } }
  const institution = await institutionOf(table, request.institutionId)
  const own = taskFor(request, open, organisationFor(request, institution, open.stage), clock)
  const arrived = {
    ...own,
    notes: closed?.notes,
    takenBack: closed?.takenBack,
    actedBefore: actedBefore(tasks, own),
    covers: coveredBy(tasks, own),
  }
  const opened = (as: Task): Write => (closed === undefined ? newTask(as) : reopenTask(closed, as))
  const found = await findActing(table, { request, task: arrived, tasks, institution }, today(clock))
  const { acting, desk, above } = found
  const task = withAlsoActed(arrived, found.alsoActed)
  if (acting.acts === 'desk') {
    await write(table, [opened(task)])
    return { found: 'new', request, task, institution, desk }
  }
  // Who sits where may have changed a moment ago: nobody is passed over for what was not seen yet.
  if (table.reads === 'eventual') return { found: 'nobody' }
  const passed = passTask({ clock }, request, task, acting)
  const noted = withNote(passed)
  await write(table, [opened(noted)])
  const matter = { request: passed.request, task: noted, institution, desk: [] }
  if (acting.acts === 'next') return { found: 'passed', ...matter, above }
  if (acting.acts === 'none') return { found: 'waits', ...matter, above }
  return { found: 'new', request: passed.request, task: noted, institution }
}

/**
 * Opens a desk's task, or joins the one that another line of the request opened, and stores the execution's
 * token with it. Where the task is over already, it answers the token at once.
 */
export const openTask =
  (deps: ActingHost) =>
  async (open: OpenTask): Promise<void> => {
    const arrival = await untilWrittenFrom(
      deps.table,
      (table) => arrive({ ...deps, table }, open),
      ({ found }) => found !== 'over' && found !== 'nobody',
    )
    // The table was read consistently at last, so somebody may act, or it is on record that nobody may.
    if (arrival.found === 'nobody') return
    if (arrival.found === 'over' || arrival.found === 'passed')
      await answerToken(deps.workflows, arrival.task, open.token, patienceSeconds(deps.clock))
    if (arrival.found === 'over') return
    const { request, task } = arrival
    if (arrival.found === 'waits') await alarmWaiting(deps, arrival)
    // Told again when the step is repeated after a crash: the message is the same one, by its id.
    // Who took a decision back knows what lies at the desk.
    else if (
      arrival.found !== 'passed' &&
      task.lateNotices === 0 &&
      !isOwnAgain(arrival) &&
      !(await isGathered(deps, task))
    )
      await tellDesk(deps, arrival, task.insteadOf === undefined ? 'open' : 'acting', openedAs(task, request))
    if (task.passed !== undefined || task.insteadOf !== undefined) await tellPassed(deps, request, task)
  }
