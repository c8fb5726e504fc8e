import { isDeepStrictEqual } from 'node:util'
import { type Actor, readAccounts } from '../organisations/account.ts'
import { type Organisation, readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import { oversees } from '../organisations/visibility.ts'
import { undrawable } from '../platform/drawable.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { PageRequest, Table } from '../platform/table.ts'
import { findPerson } from '../staff/find-person.ts'
import { type Person, personsOf } from '../staff/person.ts'
import { type PersonChange, personChanges, personOn } from '../staff/person-change.ts'
import type { PersonChanges, PersonChangeView, PersonSummary, PersonView } from './api.ts'
import { registrarRefusal } from './registrar.ts'

const summary = (person: Person): PersonSummary => ({
  id: person.id,
  staffNo: person.staffNo ?? null,
  name: person.name,
  postType: person.postType,
  leader: person.leader,
  onRegister: person.onRegister,
  hiredOn: person.hiredOn,
  version: person.version,
})

const named = async (table: Table, id: string): Promise<{ id: string; name: string }> => ({
  id,
  name: (await readOrganisation(table, id))?.name ?? id,
})

/** A person's record as the API shows it to someone. */
export const viewPerson = async (
  table: Table,
  person: Person,
  institution: Organisation,
  actor: Actor,
): Promise<PersonView> => ({
  ...summary(person),
  population: person.population ?? 'institution',
  institution: { id: institution.id, name: institution.name, since: person.institutionSince ?? null },
  highLevelTalent: person.highLevelTalent,
  terms: person.terms,
  postChanges: person.postChanges.map(({ toPostType, dropped, refused, ...change }) => ({
    ...change,
    toPostType: toPostType ?? null,
    dropped: dropped ?? false,
    mayTakeOver: refused === true && dropped === true,
  })),
  leaves: person.leaves ?? [],
  retiresOn: person.retiresOn ?? null,
  disability: person.disability ?? false,
  releasedTo: person.releasedTo === undefined ? null : await named(table, person.releasedTo),
  accountId: person.accountId ?? null,
  mergedInto: person.mergedInto ?? null,
  undrawable: undrawable([person.name]),
  mayChange: person.mergedInto === undefined && registrarRefusal(actor, institution, person.id) === undefined,
})

/** A person's record now, or at the end of a day, for themselves and those above them. */
export const readPersonFor = async (
  table: Table,
  id: string,
  actor: Actor,
  on?: string,
): Promise<Outcome<PersonView, 'NOT_FOUND'>> => {
  const found = await findPerson(table, id, actor)
  if (!found.ok) return found
  const { person: current, institution } = found.value
  if (on === undefined) return succeed(await viewPerson(table, current, institution, actor))
  const person = personOn(current, await personChanges(table, id), on)
  if (person === undefined) return refuse('NOT_FOUND')
  const then =
    person.institutionId === institution.id
      ? institution
      : ((await readOrganisation(table, person.institutionId)) ?? institution)
  return succeed(await viewPerson(table, person, then, actor))
}

/** The register of an institution that the actor oversees; without an id, of their own. */
export const listPersonsFor = async (
  table: Table,
  institutionId: OrganisationId | undefined,
  actor: Actor,
  page: PageRequest,
): Promise<Outcome<{ items: PersonSummary[]; cursor: string | null }, 'NOT_FOUND'>> => {
  const id = institutionId ?? actor.roles.find(({ role }) => role === 'institution')?.organisationId
  const institution = id === undefined ? undefined : await readOrganisation(table, id)
  if (institution === undefined || !oversees(actor, institution)) return refuse('NOT_FOUND')
  const { items, cursor } = await personsOf(table, institution.id, page)
  return succeed({ items: items.map(summary), cursor })
}

const fieldsOf = (person: Person | undefined): Map<string, unknown> =>
  new Map(
    Object.entries(person ?? {}).filter(([field]) => !['version', 'accountId', 'chain'].includes(field)),
  )

/** The fields in which two states of a record differ. */
const differences = (before: Person | undefined, after: Person) => {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field) =>
    isDeepStrictEqual(was.get(field), is.get(field))
      ? []
      : [{ field, before: was.get(field) ?? null, after: is.get(field) ?? null }],
  )
}

/** The record after a change: what the next change replaced, else what it says now. */
const afterwards = (changes: readonly PersonChange[], index: number, now: Person): Person =>
  changes[index + 1]?.before ?? now

/** Ids of institutions in changes, whose names the API adds. */
const institutionsIn = (changes: readonly Pick<PersonChangeView, 'fields'>[]): string[] =>
  changes.flatMap(({ fields }) =>
    fields
      .filter(({ field }) => field === 'institutionId' || field === 'releasedTo')
      .flatMap(({ before, after }) => [before, after].filter((id) => typeof id === 'string')),
  )

/** Every change of a person's record, the newest first. */
export const listPersonChangesFor = async (
  table: Table,
  id: string,
  actor: Actor,
): Promise<Outcome<PersonChanges, 'NOT_FOUND'>> => {
  const found = await findPerson(table, id, actor)
  if (!found.ok) return found
  const changes = await personChanges(table, id)
  const accounts = await readAccounts(table, [...new Set(changes.map(({ by }) => by))])
  const items = changes.map(({ version, at, by, what, reason, before }, index) => ({
    version,
    at,
    by,
    byName: accounts.find((account) => account.id === by)?.name ?? by,
    what,
    reason,
    fields: differences(before ?? undefined, afterwards(changes, index, found.value.person)),
  }))
  const institutions = (await readOrganisations(table, institutionsIn(items))).map(({ id, name }) => ({
    id,
    name,
  }))
  return succeed({ items: items.reverse(), cursor: null, institutions })
}
