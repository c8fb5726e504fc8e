import { type Assessment, assess } from './assess.ts'

/** The year that an obstacle is about, by its own readings. */
export const yearOfObstacle = (assessment: Assessment, year: number): Assessment => {
  const { facts, annual, editionOf } = assessment
  return year === annual.year ? assessment : assess({ ...facts, year }, editionOf(year), editionOf)
}
