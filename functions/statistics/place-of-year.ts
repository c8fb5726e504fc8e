import type { OrganisationId } from '../platform/ids.ts'
import type { Person } from '../staff/person.ts'
import type { PersonChange } from '../staff/person-change.ts'

/**
 * Where a year of a person counts: at the institution of its last day, as the record of transfers tells. A year that was
 * over before a transfer, or a merger of institutions, stays where it was; a running one goes along. `changes`: of a
 * person who was ever transferred, the oldest first.
 */
export const placeOfYear = (
  person: Person,
  changes: readonly PersonChange[],
  year: number,
): OrganisationId => {
  const lastDay = `${year}-12-31`
  let at = person
  for (const { before } of changes.toReversed()) {
    if (before === null || before.institutionId === at.institutionId) continue
    if (at.institutionSince === undefined || at.institutionSince <= lastDay) break
    at = before
  }
  return at.institutionId
}
