import { sweepClosings } from '../classes/sweep-closings.ts'
import { sweepComplaints } from '../complaints/sweep-complaints.ts'
import { sendDigests } from '../desks/send-digests.ts'
import { inspectionWay } from '../inspections/inspection-way.ts'
import { endLoansOfBefore } from '../organisations/loans-of-before.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import { rederiveAwaiting } from '../organisations/rederive.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { logger } from '../platform/logger.ts'
import { sweepMatters } from '../platform/matter-way.ts'
import { tellSubscribers } from '../policies/tell-subscribers.ts'
import { sweepQuestions } from '../questions/sweep-questions.ts'
import { sweepReorganisations } from '../reorganisations/reorganise.ts'
import { answerToken, endHold, resumeHold } from '../requests/answer-tokens.ts'
import { sweepAwaiting } from '../requests/awaiting.ts'
import { patienceSeconds } from '../requests/patience.ts'
import type { Progress, Request, RequestRecord } from '../requests/request.ts'
import { startWork } from '../requests/start-work.ts'
import type { Task } from '../requests/task.ts'
import { resumeSettlements } from '../settlement/settle-if-due.ts'
import { removeOldLooks } from '../staff/look.ts'
import { sendUnsent } from './send-unsent.ts'

/** The order in which desks see a line. */
const order = ['institution', 'department', 'authority'] as const

const latestTask = (tasks: readonly Task[], round: number, line: number): Task | undefined =>
  tasks
    .filter((task) => task.round === round && (task.line === undefined || task.line === line))
    // A task written by a withdrawal (`barredTasks`) has no execution to answer.
    .filter(({ status, tokens }) => status !== 'withdrawn' || Object.keys(tokens).length > 0)
    // What closed because the desk before took its decision back waits for nothing.
    .filter(({ status }) => status !== 'taken_back')
    .sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage))
    .at(-1)

/** Resumes a line that no desk holds: answers the token of an ended hold, or starts the line's execution. */
const restart = async (
  deps: ActingHost,
  request: Request,
  institution: Organisation,
  line: Progress,
): Promise<void> => {
  const wait = request.type === 'post_change' && request.hold?.over === true ? request.hold.token : undefined
  if (wait !== undefined && request.status === 'withdrawn') await endHold(deps.workflows, request.id, wait)
  else if (wait !== undefined) await resumeHold(deps.workflows, request.id, wait, patienceSeconds(deps.clock))
  else await startWork(deps, request, institution, (one) => one === line)
}

const resume = async (deps: ActingHost, { request, tasks }: RequestRecord): Promise<void> => {
  const institution = await institutionOf(deps.table, request.institutionId)
  for (const [index, line] of request.lines.entries()) {
    if (!line.awaiting) continue
    const task = latestTask(tasks, line.round, index)
    const token = task?.tokens[index]
    // No desk has this line's token: its execution has not started, or has not reached a desk.
    if (task === undefined || token === undefined) await restart(deps, request, institution, line)
    else if (task.status !== 'open')
      await answerToken(deps.workflows, task, token, patienceSeconds(deps.clock))
  }
}

/** Retries mend a crash within moments; the reconciler only resumes what has waited longer than this. */
const GRACE_MILLISECONDS = 60_000

/** Of the five minutes between two turns the letters about what was published take one. */
const TELLING_MILLISECONDS = 60_000

/**
 * Resumes what a crash left between the table and the workflows: starts executions, answers tokens, sends
 * mails; forgets readings whose time is over; writes to those who subscribed to policies; and desks' digests, whose moments are nine and two o'clock of working days. Safe to repeat.
 */
export const reconcile =
  (deps: ActingHost, grace = GRACE_MILLISECONDS) =>
  async (): Promise<{ resumed: number; mailed: number }> => {
    let resumed = await sweepAwaiting(deps.table, deps.clock, async (record) => {
      const { id, acts } = record.request
      const last = acts.at(-1)?.at
      if (last !== undefined && Date.parse(last) + grace > deps.clock.now()) return false
      try {
        await resume(deps, record)
        return true
      } catch (error) {
        // One request that fails does not stop the others.
        logger.error('A request could not be resumed.', { requestId: id, error })
        return false
      }
    })
    resumed += await resumeSettlements(deps, grace)
    resumed += (await sweepComplaints(deps, grace)).resumed
    resumed += await sweepQuestions(deps, grace)
    resumed += await sweepMatters(inspectionWay, deps, grace)
    resumed += await sweepClosings(deps, grace)
    await rederiveAwaiting(deps.table)
    resumed += await sweepReorganisations(deps, grace)
    await removeOldLooks(deps)
    await endLoansOfBefore(deps)
    await sendDigests(deps)
    await tellSubscribers(deps)(Date.now() + TELLING_MILLISECONDS)
    const mailed = await sendUnsent(deps, grace)
    return { resumed, mailed }
  }
