import type { Organisation, OrganisationChange } from '../organisations/organisation.ts'
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

/**
 * An institution as it stood on a year's last day: under which authority and department its figures of that year count, as
 * the record of its changes tells. One that was put elsewhere afterwards leaves them there. Of years that were over before
 * it was registered here, the end of that year of registration counts: where it stood before is on no record.
 */
export const institutionOfYear = (
  institution: Organisation,
  changes: readonly OrganisationChange[],
  year: number,
): Organisation => {
  const registered = changes.find(({ before }) => before === null)?.at.slice(0, 4) ?? ''
  const lastDay = `${Math.max(year, Number(registered))}-12-31`
  let at = institution
  for (const { before, at: moment } of changes.toReversed()) {
    if (before === null || moment.slice(0, 10) <= lastDay) break
    at = before
  }
  return at
}
