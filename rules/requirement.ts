import type { CalendarDate } from './calendar.ts'
import type { Credit } from './credit.ts'
import type { Requirement } from './edition.ts'
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

/** Trainings in the order in which they ended; mostly they are recorded so. */
const byEnd = (credits: readonly Credit[]): readonly Credit[] => {
  let latest = 0
  for (const { to } of credits) {
    if (to < latest) return credits.toSorted((one, other) => one.to - other.to)
    latest = to
  }
  return credits
}

/** The last day of the training, in the order in which trainings ended, that reached a requirement. */
const dayReached = (credits: readonly Credit[], requirement: Requirement): CalendarDate | null => {
  let tenths = 0
  let halfDays = 0
  for (const credit of byEnd(credits)) {
    tenths += credit.tenths
    halfDays += credit.halfDays
    if (reaches(requirement, tenths, halfDays)) return credit.to
  }
  return null
}

/** Sums trainings and, where they suffice, names the day since which they do. */
export const progressOf = (credits: readonly Credit[], requirement: Requirement): Progress => {
  let tenths = 0
  let halfDays = 0
  for (const credit of credits) {
    tenths += credit.tenths
    halfDays += credit.halfDays
  }
  return reaches(requirement, tenths, halfDays)
    ? { tenths, halfDays, missingTenths: 0, completedOn: dayReached(credits, requirement) }
    : { tenths, halfDays, missingTenths: requirement.tenths - tenths, completedOn: null }
}
