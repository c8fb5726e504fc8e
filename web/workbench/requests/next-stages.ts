import type { Request, RequestLine } from '../../shared/api/types.gen.ts'

type Stage = 'institution' | 'department' | 'authority'

/** What completes the professional subject goes through the competent department (Art. 39(2) to (4)). */
const byDepartment: readonly string[] = [
  'research_project',
  'degree_course',
  'qualification_exam',
  'skill_grade_exam',
]

const upwards = (throughDepartment: boolean): readonly Stage[] =>
  throughDepartment ? ['institution', 'department', 'authority'] : ['institution', 'authority']

/** The desks of a line, in order (Art. 34, 37, 38); an institution without a department goes past it. */
const routeOf = ({ subject, activity }: RequestLine): readonly Stage[] =>
  upwards(subject === 'professional' && !activity)

const after = (route: readonly Stage[], stage: Stage): Stage[] => route.slice(route.indexOf(stage) + 1)

/** The desks that are still to come after those that hold the request now, by line where they differ. */
export const nextStages = ({
  type,
  kind,
  status,
  tasks,
  lines,
}: Request): { line: number | null; stages: Stage[] }[] => {
  if (status === 'on_hold') return [{ line: null, stages: ['authority'] }]
  if (type === 'recognition' || type === 'class_roster')
    return lines.flatMap((line, place) => {
      const task = tasks.find((one) => one.line === place || one.line === null)
      if (line.status !== 'in_review' || task === undefined) return []
      const stages = after(routeOf(line), task.stage)
      return stages.length === 0 ? [] : [{ line: place, stages }]
    })
  // A delay and a change of post are decided by one desk; a deemed year goes from the institution upwards.
  const [task] = tasks
  if (type !== 'deemed' || task === undefined) return []
  const stages = after(upwards(byDepartment.includes(kind ?? '')), task.stage)
  return stages.length === 0 ? [] : [{ line: null, stages }]
}
