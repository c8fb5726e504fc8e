import { type Desk, desksFor, desksForDeemed, desksForDelay } from '../../rules/routes.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { isActivity, type Stage } from '../platform/terms.ts'
import { ownRouteOf, type Request } from './request.ts'
import type { RequestView } from './request-shapes.ts'
import type { Task } from './task.ts'

const order: readonly Stage[] = ['institution', 'department', 'authority']

/** The desks of a route that come after a stage. */
const after = (route: readonly Desk[], stage: Stage): Stage[] =>
  route.filter((desk) => order.indexOf(desk) > order.indexOf(stage))

/**
 * The desks that are still to come after those that hold a request now, by line where it has lines (Art. 34, 37, 38).
 * An institution without a department goes to its authority in one step.
 */
export const stagesAhead = (
  request: Request,
  tasks: readonly Pick<Task, 'status' | 'stage' | 'line'>[],
  institution: Pick<Organisation, 'departmentId'>,
): RequestView['ahead'] => {
  const { departmentId } = ownRouteOf(request) ?? institution
  const hasDepartment = departmentId !== undefined
  const open = tasks.filter(({ status }) => status === 'open')
  switch (request.type) {
    case 'recognition':
    case 'class_roster':
    case 'feed_batch':
      return request.lines.flatMap(({ subject, activity, status }, line) => {
        const task = open.find((one) => one.line === undefined || one.line === line)
        if (status !== 'in_review' || task === undefined) return []
        const stages = after(desksFor({ subject, activity: isActivity(activity), hasDepartment }), task.stage)
        return stages.length === 0 ? [] : [{ line, stages }]
      })
    case 'deemed': {
      const stages = open.flatMap(({ stage }) =>
        after(desksForDeemed({ kind: request.kind, hasDepartment }), stage),
      )
      return stages.length === 0 ? [] : [{ line: null, stages }]
    }
    case 'post_change':
      return request.status === 'on_hold' ? [{ line: null, stages: ['authority'] }] : []
    case 'justified_reason': {
      const stages = open.flatMap(({ stage }) => after(desksForDelay({ hasDepartment }), stage))
      return stages.length === 0 ? [] : [{ line: null, stages }]
    }
    // One desk decides (Art. 32, 35).
    case 'record_change':
    case 'objection':
    case 'make_up_delay':
    case 'programme_filing':
      return []
  }
}
