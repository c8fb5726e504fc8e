import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { readDesk } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { toMail } from '../platform/letter.ts'
import { logger } from '../platform/logger.ts'
import { metrics } from '../platform/metrics.ts'
import { postMail } from '../platform/post-mail.ts'
import type { Role } from '../platform/terms.ts'
import type { Acting } from '../requests/acting-desk.ts'
import { note, SYSTEM } from '../requests/lifecycle.ts'
import type { Request } from '../requests/request.ts'
import { type Task, taskId } from '../requests/task.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { passedLetter, waitingLetter } from './desk-letters.ts'

/** A task as it stands where its own desk can't act, and the act that says so. */
interface Passed {
  readonly request: Request
  readonly task: Task
}

/** The task in the place of another desk; the desk of the route stays named. */
export const movedTo = (
  task: Task,
  at: { readonly organisationId: OrganisationId; readonly role: Role },
  why: 'nobody_sits' | 'all_involved' | 'late',
): Task => ({
  ...task,
  organisationId: at.organisationId,
  role: at.role,
  assignee: undefined,
  overdueUnder: undefined,
  insteadOf: {
    organisationId: task.insteadOf?.organisationId ?? task.organisationId,
    role: task.insteadOf?.role ?? task.role,
    why,
  },
})

/**
 * What becomes of a task that nobody at its desk may act on: the line goes on without it, the authority above acts in
 * its place, or it waits; on record each time.
 */
export const passTask = (
  { clock }: Pick<ActingHost, 'clock'>,
  request: Request,
  task: Task,
  acting: Exclude<Acting, { acts: 'desk' }>,
): Passed => {
  const at = timestamp(clock)
  const line = task.line === undefined ? {} : { line: task.line }
  const noted = (act: 'pass_over' | 'replace' | 'wait') =>
    note(request, { act, stage: task.stage, ...line, why: acting.why }, SYSTEM, at)
  switch (acting.acts) {
    case 'next':
      return {
        request: noted('pass_over'),
        task: { ...task, status: 'passed', passed: { at, why: acting.why } },
      }
    case 'above':
      return { request: noted('replace'), task: movedTo(task, acting.at, acting.why) }
    case 'none':
      return { request: noted('wait'), task }
  }
}

/** A task with the act that was done when it was opened: there was none before that it could be compared with. */
export const withNote = ({ request, task }: Passed): Task => {
  const nth = request.acts.length - 1
  const act = request.acts[nth]
  return act === undefined ? task : { ...task, notes: [...(task.notes ?? []), { ...act, nth }] }
}

/** Tells whom it concerns that their matter takes another way. */
export const tellPassed = async (deps: ActingHost, request: Request, task: Task): Promise<void> => {
  if (request.staffId === undefined) return
  const letter = passedLetter(request, task, deps.publicUrl)
  await tellPerson(
    deps,
    request.staffId,
    letter,
    `task-${taskId(task)}-${task.status}-${task.organisationId}`,
  )
}

/**
 * Above the region stands no one: where nobody there may act the matter waits, and whoever operates and audits is
 * alarmed, with each lateness anew. They are told of the matter's number, and of nobody.
 */
export const alarmWaiting = async (
  deps: ActingHost,
  {
    request,
    task,
    institution,
    above,
  }: Passed & { readonly institution: Organisation; readonly above: readonly string[] },
): Promise<void> => {
  logger.error('Nobody may act on a matter.', { requestId: request.id, stage: task.stage })
  metrics.addMetric('MattersWaiting', MetricUnit.Count, 1)
  const top = above.at(-1) ?? institution.overseers.at(-1) ?? task.organisationId
  const day = today(deps.clock)
  const told = await Promise.all(
    [top, ...institution.overseers].flatMap((id) =>
      (['operator', 'auditor'] as const).map((role) => readDesk(deps.table, id, role, day)),
    ),
  )
  const to = [...new Set(told.flat().map(({ email }) => email))]
  await postMail(
    deps,
    toMail(waitingLetter(request, task, deps.publicUrl), `waiting-${taskId(task)}-${task.lateNotices}`, to),
  )
}
