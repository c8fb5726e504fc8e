import * as z from 'zod'
import type { Actor } from '../organisations/account.ts'
import { allBelow } from '../organisations/names-below.ts'
import { type Organisation, readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import { holdersOfNumbers } from '../organisations/organisation-number.ts'
import { rootDepartmentIds } from '../organisations/organisations-below.ts'
import { isRegional } from '../organisations/region.ts'
import { findOrganisation } from '../organisations/view-organisation.ts'
import { sees } from '../organisations/visibility.ts'
import { type OrganisationId, StaffId } from '../platform/ids.ts'
import { keys, lookups } from '../platform/keys.ts'
import { readIndexKeys, readMany } from '../platform/ranges.ts'
import { eventually, type Table } from '../platform/table.ts'
import { findRequest } from '../requests/find-request.ts'
import { certificateByNumber } from '../staff/certificate.ts'
import { nameKey } from '../staff/name-key.ts'
import { Person } from '../staff/person.ts'
import type { Found } from './api.ts'
import { MOST_SHOWN, personsNamed, visibleTo } from './find-named.ts'

/** As many institutions may have given one number to their people, and are looked at. */
const MOST_HOLDERS = 100

const Numbered = z.object({ staffId: StaffId })

/** Persons with this number at any institution, and whoever has it as the platform's own. */
const personsNumbered = async (table: Table, text: string): Promise<Person[]> => {
  const numbers = await readIndexKeys(table, 'found', lookups.staffNumber(text.toUpperCase()))
  const holders = (
    await readMany(
      table,
      numbers.slice(0, MOST_HOLDERS).map(({ key }) => key),
    )
  ).map((item) => Numbered.parse(item).staffId)
  const ids = [...new Set([text, ...holders])]
  return (
    await readMany(
      table,
      ids.map((id) => keys.person(id)),
    )
  ).map((item) => Person.parse(item))
}

/** The organisations where someone has a seat. */
const seatsAt = ({ roles }: Actor): OrganisationId[] => [
  ...new Set(roles.map(({ organisationId }) => organisationId)),
]

/** Nobody's name has a digit in it: by a number no register is looked through. */
const isNumber = (text: string): boolean => /\d/.test(text)

const once = <T extends { readonly id: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
]

/** Organisations at or below one's own whose name begins so, or has it in it: those that begin so come first. */
const organisationsNamed = async (
  table: Table,
  places: readonly Organisation[],
  part: string,
): Promise<Organisation[]> => {
  const roots = places.some(isRegional) ? await readOrganisations(table, await rootDepartmentIds(table)) : []
  const { all } = await allBelow(table, [...places, ...roots], undefined)
  // Departments stand below no authority: those that its own institutions name are known to it.
  const departments = new Set([...all.values()].flatMap(({ departmentId }) => departmentId ?? []))
  const known = once([...all.values(), ...(await readOrganisations(table, [...departments]))])
  const named = known.filter(({ name }) => nameKey(name).includes(part))
  const begins = ({ name }: Organisation) => nameKey(name).startsWith(part)
  return [...named.filter(begins), ...named.filter((one) => !begins(one))]
}

/** Persons by number, and by the beginning of a name; `more`: the index of names holds others. */
const findPersons = async (table: Table, places: readonly Organisation[], text: string, actor: Actor) => {
  const [numbered, named] = await Promise.all([
    personsNumbered(table, text),
    isNumber(text) ? { persons: [], more: false } : personsNamed(table, places, text, actor),
  ])
  const all = [...(await visibleTo(table, once(numbered), actor)), ...named.persons]
  return {
    persons: [...new Map(all.map((one) => [one.person.id, one])).values()],
    more: named.more,
  }
}

const findOrganisations = async (
  table: Table,
  places: readonly Organisation[],
  text: string,
  actor: Actor,
): Promise<Organisation[]> => {
  const holders = await holdersOfNumbers(table, [...new Set([text, text.toUpperCase()])])
  const numbered = await Promise.all(
    [text, ...holders.values()].map((id) => findOrganisation(table, id, actor)),
  )
  return once([
    ...numbered.flatMap((one) => (one.ok ? [one.value] : [])),
    ...(await organisationsNamed(table, places, nameKey(text))),
  ])
}

const findCertificateFor = async (
  table: Table,
  text: string,
  actor: Actor,
): Promise<Found['certificates']> => {
  const certificate = await certificateByNumber(table, text.toUpperCase())
  if (certificate === undefined) return []
  const { staffId, number } = certificate.content
  const [item] = await readMany(table, [keys.person(staffId)])
  const person = item && Person.parse(item)
  const institution = person && (await readOrganisation(table, person.institutionId))
  return sees(actor, staffId, institution) ? [{ number, status: certificate.status, staffId }] : []
}

/**
 * Finds what someone may see by what they type: persons, organisations, requests and certificates by number, wherever
 * these are; persons at or below one's own organisations by the beginning of their name or of its pinyin; organisations
 * there by a part of their name. What a search reads is bounded whatever the region's size. Reads may be a moment old.
 * A record that was merged is found by its number alone.
 */
export const findAnything =
  (given: Table) =>
  async (typed: string, actor: Actor): Promise<Found> => {
    const table = eventually(given)
    const text = typed.normalize('NFKC').trim()
    const places = await readOrganisations(table, seatsAt(actor))
    const [{ persons, more }, organisations, request, certificates] = await Promise.all([
      findPersons(table, places, text, actor),
      findOrganisations(table, places, text, actor),
      findRequest(table, text, actor),
      findCertificateFor(table, text, actor),
    ])
    return {
      persons: persons.slice(0, MOST_SHOWN).map(({ person, institution }) => ({
        id: person.id,
        name: person.name,
        staffNo: person.staffNo ?? null,
        institution: { id: institution.id, name: institution.name },
      })),
      organisations: organisations
        .slice(0, MOST_SHOWN)
        .map(({ id, name, kind, level }) => ({ id, name, kind, level })),
      requests: request.ok
        ? [
            {
              id: request.value.request.id,
              title: request.value.request.title,
              status: request.value.request.status,
            },
          ]
        : [],
      certificates,
      more: more || persons.length > MOST_SHOWN || organisations.length > MOST_SHOWN,
    }
  }
