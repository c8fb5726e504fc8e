import type { Actor } from '../organisations/account.ts'
import { readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import { oversees, reaches } from '../organisations/visibility.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { readAll, type Table } from '../platform/table.ts'
import { Person } from '../staff/person.ts'
import { releasesTo } from '../staff/release.ts'
import type { ReleasedPerson } from './api.ts'
import { takeOverRefusal } from './registrar.ts'

/**
 * The persons released to an institution, for those who oversee it, the longest waiting first, and whether
 * the reader may take each over. A release withdrawn since is left out.
 */
export const listReleasedTo = async (
  table: Table,
  institutionId: OrganisationId,
  actor: Actor,
): Promise<Outcome<{ items: ReleasedPerson[]; cursor: null }, 'NOT_FOUND'>> => {
  const receiving = await readOrganisation(table, institutionId)
  if (receiving === undefined || !oversees(actor, receiving)) return refuse('NOT_FOUND')
  const releases = await releasesTo(table, receiving.id)
  const persons = (
    await readAll(
      table,
      releases.map(({ staffId }) => keys.person(staffId)),
    )
  ).map((item) => Person.parse(item))
  const present = new Map(
    (
      await readOrganisations(
        table,
        persons.map((one) => one.institutionId),
      )
    ).map((one) => [one.id, one]),
  )
  const items = releases.flatMap(({ staffId, at }): ReleasedPerson[] => {
    const person = persons.find(({ id, releasedTo }) => id === staffId && releasedTo === receiving.id)
    const institution = person && present.get(person.institutionId)
    if (person === undefined || institution === undefined) return []
    const { id, name, postType, hiredOn, version } = person
    const mayTakeOver =
      reaches(actor, person, institution) &&
      takeOverRefusal(actor, person, institution, receiving) === undefined
    return [
      {
        id,
        name,
        postType,
        hiredOn,
        institution: { id: institution.id, name: institution.name },
        releasedOn: at.slice(0, 10),
        version,
        mayTakeOver,
      },
    ]
  })
  return succeed({
    items: items.sort((one, other) => one.releasedOn.localeCompare(other.releasedOn)),
    cursor: null,
  })
}
