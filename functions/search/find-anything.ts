import * as z from 'zod'
import type { Actor } from '../organisations/account.ts'
import { allBelow } from '../organisations/names-below.ts'
import { type Organisation, readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import { holdersOfNumbers } from '../organisations/organisation-number.ts'
import { rootDepartmentIds } from '../organisations/organisations-below.ts'
import { isRegional } from '../organisations/region.ts'
import { findOrganisation } from '../organisations/view-organisation.ts'
import { sees } from '../organisations/visibility.ts'
import { allPages, PAGE } from '../platform/every-page.ts'
import { type OrganisationId, StaffId } from '../platform/ids.ts'
import { keys, lookups } from '../platform/keys.ts'
import { readIndexKeys, readMany } from '../platform/ranges.ts'
import { eventually, type Table } from '../platform/table.ts'
import { findRequest } from '../requests/find-request.ts'
import { certificateByNumber } from '../staff/certificate.ts'
import { nameKey } from '../staff/name-key.ts'
import { Person, personsOf } from '../staff/person.ts'
import type { Found } from './api.ts'

/** As many of each kind are shown; `more` says that there are others. */
export const MOST_SHOWN = 20
/** As many names of each of one's own organisations are looked through. */
export const MOST_NAMES = 2_000
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

/** Persons on the registers of one's own institutions whose name begins so. */
const personsNamed = async (
  table: Table,
  places: readonly Organisation[],
  begins: string,
): Promise<Person[]> => {
  const registers = await Promise.all(
    places
      .filter(({ kind }) => kind === 'institution')
      .map(({ id }) => allPages((cursor) => personsOf(table, id, { limit: PAGE, cursor }), MOST_NAMES)),
  )
  return registers.flat().filter(({ name }) => nameKey(name).startsWith(begins))
}

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

const findPersons = async (table: Table, places: readonly Organisation[], text: string, actor: Actor) => {
  const found = once(
    (
      await Promise.all([
        personsNumbered(table, text),
        isNumber(text) ? [] : personsNamed(table, places, nameKey(text)),
      ])
    ).flat(),
  )
  const institutions = new Map(
    (
      await readOrganisations(
        table,
        found.map(({ institutionId }) => institutionId),
      )
    ).map((one) => [one.id, one]),
  )
  return found.flatMap((person) => {
    const institution = institutions.get(person.institutionId)
    return institution !== undefined && sees(actor, person.id, institution) ? [{ person, institution }] : []
  })
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
 * these are; by the beginning of a name, persons on the registers of one's own institutions; by a part of it organisations at
 * or below one's own, a city's as a whole. What a search reads is bounded whatever the region's size: no list is longer than `MOST_NAMES`. Reads
 * may be a moment old. A record that was merged is found by its number alone.
 */
export const findAnything =
  (given: Table) =>
  async (typed: string, actor: Actor): Promise<Found> => {
    const table = eventually(given)
    const text = typed.normalize('NFKC').trim()
    const places = await readOrganisations(table, seatsAt(actor))
    const [persons, organisations, request, certificates] = await Promise.all([
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
      more: persons.length > MOST_SHOWN || organisations.length > MOST_SHOWN,
    }
  }
