import type { OrganisationId } from '../platform/ids.ts'
import { workingDaysLeft } from '../platform/working-days.ts'
import type { Task } from '../requests/task.ts'
import { addCells, type Cells, type DeskMeasure, keyOf } from './cells.ts'
import type { Days } from './year-cells.ts'

/** What a request's tasks come to at one desk in one year. */
export interface DeskYear {
  readonly organisationId: OrganisationId
  readonly year: number
  readonly days: Days
}

type Measures = Partial<Record<DeskMeasure, number>>

const decidedOf = ({
  openedAt,
  dueOn,
  decided,
  status,
}: Task): { at: string; measures: Measures } | undefined => {
  if (status !== 'decided' || decided === undefined) return undefined
  const day = decided.at.slice(0, 10)
  return {
    at: decided.at,
    measures: {
      decided: 1,
      waited: workingDaysLeft(openedAt.slice(0, 10), day),
      late: dueOn < day ? 1 : 0,
      returned: decided.decision === 'return' ? 1 : 0,
      refused: decided.decision === 'reject' ? 1 : 0,
    },
  }
}

/**
 * What desks did with a request's tasks, by desk, year and day (Art. 35): each decision on the day of it. One that was
 * taken back counts as that, and again once it is made anew. Depends on the tasks alone.
 */
export const deskYears = (tasks: readonly Task[]): DeskYear[] => {
  const found = new Map<
    string,
    { organisationId: OrganisationId; year: number; days: Record<string, Cells> }
  >()
  const count = ({ organisationId }: Task, at: string, measures: Measures): void => {
    const day = at.slice(0, 10)
    const year = Number(day.slice(0, 4))
    const name = `${organisationId} ${year}`
    const own = found.get(name) ?? { organisationId, year, days: {} }
    found.set(name, own)
    for (const measure of ['decided', 'waited', 'late', 'returned', 'refused', 'taken_back'] as const) {
      const value = measures[measure] ?? 0
      if (value !== 0)
        own.days[day] = addCells(own.days[day] ?? {}, {
          [keyOf({ kind: 'desk', measure, desk: organisationId })]: value,
        })
    }
  }
  for (const task of tasks) {
    const decided = decidedOf(task)
    if (decided !== undefined) count(task, decided.at, decided.measures)
    if (task.takenBack !== undefined) count(task, task.takenBack.at, { taken_back: task.takenBack.times })
  }
  return [...found.values()]
}
