import { desksFor, desksForDeemed, desksForDelay } from '../../rules/routes.ts'
import type { WorkflowName } from '../../workflows/contract.ts'
import { executionName } from '../../workflows/request-line.ts'
import type { Organisation } from '../organisations/organisation.ts'
import type { Clock } from '../platform/clock.ts'
import { isActivity } from '../platform/terms.ts'
import type { Workflows } from '../platform/workflows.ts'
import { patienceSeconds } from './patience.ts'
import { lookingDesk, ownRouteOf, type Progress, type Request } from './request.ts'

/** Which state machine a line of a request runs on, and what of its route the machine is told. */
export const courseOf = (
  request: Request,
  index: number,
  institution: Organisation,
): { workflow: WorkflowName; route: object } => {
  const hasDepartment = institution.departmentId !== undefined
  switch (request.type) {
    case 'recognition':
    case 'class_roster': {
      const { subject, activity } = request.lines[index] ?? { subject: 'public', activity: false }
      const own = ownRouteOf(request)
      const [recognisedBy] = desksFor({
        ...{ subject, activity: isActivity(activity) },
        hasDepartment: own === undefined ? hasDepartment : own.departmentId !== undefined,
      })
      // Of a class that was closed here the institutions have registered already: its machine begins at the next desk.
      return { workflow: own === undefined ? 'recognition' : 'feed-batch', route: { recognisedBy } }
    }
    case 'feed_batch': {
      const [decidedBy] = desksFor({
        subject: 'professional',
        activity: false,
        hasDepartment: request.departmentId !== undefined,
      })
      return { workflow: 'feed-batch', route: { recognisedBy: request.atOnce ? 'nobody' : decidedBy } }
    }
    case 'make_up_delay':
      return { workflow: 'make-up-delay', route: { decidedBy: desksForDelay({ hasDepartment })[0] } }
    case 'deemed': {
      const [recognisedBy] = desksForDeemed({ kind: request.kind, hasDepartment })
      return { workflow: 'deemed', route: { recognisedBy } }
    }
    case 'justified_reason':
      return {
        workflow: 'justified-reason',
        route: { opinion: !request.byInstitution, decidedBy: desksForDelay({ hasDepartment })[0] },
      }
    case 'record_change':
      return { workflow: 'record-change', route: {} }
    case 'objection':
      return { workflow: 'objection', route: { stage: lookingDesk(request)?.role } }
    case 'post_change':
      return { workflow: 'post-change', route: {} }
    case 'programme_filing':
      return { workflow: 'programme-filing', route: { stage: request.desk.role } }
  }
}

/**
 * Starts the execution of every line that has none yet in its round. Named after what they carry: a second start,
 * by a retry or by the reconciler, does nothing. `again`: the how manieth of the line's executions it is, where those
 * before are lost.
 */
export const startWork = async (
  deps: { readonly workflows: Workflows; readonly clock: Clock },
  request: Request,
  institution: Organisation,
  only: (line: Progress) => boolean,
  again = 1,
): Promise<void> => {
  for (const [index, line] of request.lines.entries()) {
    if (!only(line)) continue
    const { workflow, route } = courseOf(request, index, institution)
    const carried = { requestId: request.id, round: line.round, line: index }
    const hold = request.type === 'post_change' ? request.hold?.nth : undefined
    const { takenBack } = line
    await deps.workflows.start(workflow, executionName({ ...carried, hold, takenBack, again }), {
      ...carried,
      ...route,
      patienceSeconds: patienceSeconds(deps.clock),
      waits: 0,
    })
  }
}
