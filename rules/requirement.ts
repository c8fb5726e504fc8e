import type { CalendarDate } from './calendar.ts'
import type { Requirement } from './edition.ts'
import type { Credit } from './facts.ts'
import type { Tenths } from './hours.ts'

/** How far a sum of trainings has come. */
export interface Progress {
  readonly tenths: Tenths
  readonly halfDays: number
  readonly missingTenths: Tenths
  /** The last day of the training that reached the requirement; null while none has. */
  readonly completedOn: CalendarDate | null
}

/** Whether hours or days reach a requirement; either suffices. */
export const reaches = (requirement: Requirement, tenths: Tenths, halfDays: number): boolean =>
  tenths >= requirement.tenths || halfDays >= requirement.halfDays

/** Sums trainings in the order in which they ended, and names the day on which they sufficed. */
export const progressOf = (credits: readonly Credit[], requirement: Requirement): Progress => {
  let tenths = 0
  let halfDays = 0
  let completedOn: CalendarDate | null = null
  for (const credit of credits.toSorted((one, other) => one.to - other.to)) {
    tenths += credit.tenths
    halfDays += credit.halfDays
    if (completedOn === null && reaches(requirement, tenths, halfDays)) completedOn = credit.to
  }
  const missingTenths = completedOn === null ? requirement.tenths - tenths : 0
  return { tenths, halfDays, missingTenths, completedOn }
}
