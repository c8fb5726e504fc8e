import type { Request, RequestLine } from '../../shared/api/types.gen.ts'

type Stage = 'institution' | 'department' | 'authority'

/** The desks of a line, in order (Art. 34, 37, 38); an institution without a department goes past it. */
const routeOf = ({ subject, activity }: RequestLine): readonly Stage[] =>
  subject === 'professional' && !activity
    ? ['institution', 'department', 'authority']
    : ['institution', 'authority']

/** The desks that are still to come after those that hold the request now, by line where they differ. */
export const nextStages = ({ type, tasks, lines }: Request): { line: number | null; stages: Stage[] }[] => {
  if (tasks.length === 0) return []
  if (type === 'recognition' || type === 'class_roster')
    return lines.flatMap((line, place) => {
      const task = tasks.find((one) => one.line === place || one.line === null)
      if (line.status !== 'in_review' || task === undefined) return []
      const route = routeOf(line)
      const stages = route.slice(route.indexOf(task.stage) + 1)
      return stages.length === 0 ? [] : [{ line: place, stages: [...stages] }]
    })
  // A delay and a change of post are decided by one desk; a deemed year goes from the institution upwards.
  if (type !== 'deemed') return []
  const stage = tasks[0]?.stage
  return stage === 'authority' || stage === undefined ? [] : [{ line: null, stages: ['authority'] }]
}
