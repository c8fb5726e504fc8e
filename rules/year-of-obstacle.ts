import { type Assessment, assess } from './assess.ts'
import { readBy } from './years.ts'

/** The year that an obstacle is about, by its own readings. */
export const yearOfObstacle = (assessment: Assessment, year: number): Assessment => {
  const { facts, annual, edition, editionOf } = assessment
  return year === annual.year
    ? assessment
    : assess({ ...readBy(facts, edition, editionOf(year)), year }, editionOf)
}
