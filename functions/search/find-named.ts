import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisations } from '../organisations/organisation.ts'
import { officesFrom } from '../organisations/organisations-below.ts'
import { sees } from '../organisations/visibility.ts'
import { allPages, PAGE } from '../platform/every-page.ts'
import { type Key, keys } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { readMany } from '../platform/ranges.ts'
import type { Table } from '../platform/table.ts'
import { nameKey } from '../staff/name-key.ts'
import { Person, personsOf } from '../staff/person.ts'
import { isStillNamed, type NamesPlace, namedFrom, placeOf, whoseName } from './named.ts'

/** As many of each kind are shown; `more` says that there are others. */
export const MOST_SHOWN = 20
/** As many names of each of one's own institutions are looked through. */
export const MOST_NAMES = 2_000
/** As many keys are read of each office: somebody may be found by two of theirs. */
const MOST_KEYS = 2 * MOST_SHOWN + 1
const WIDTH = 16

/** Pinyin as the index has it: Lǚ Bù, lü bu and lv'bu are lvbu. */
const withoutTones = (typed: string): string =>
  typed
    .normalize('NFD')
    .replaceAll(/u(\p{M}*)\u0308/gu, 'v$1')
    .replaceAll(/[\p{M}'’·-]/gu, '')

const LATIN = /^[\p{Script=Latin}\p{M}'’·-]+$/u

/** What is looked for, as names are kept: as it is written, and as pinyin where it may be that. */
const beginningsOf = (typed: string): string[] => {
  const written = nameKey(typed)
  const all = LATIN.test(written) ? [written, withoutTones(written)] : [written]
  return [...new Set(all)].filter((one) => one !== '')
}

/** Where names stand that may be somebody's to see: of an office with every office of its kind below it. */
const placesAt = async (table: Table, seats: readonly Organisation[]): Promise<NamesPlace[]> => {
  const all = await mapConcurrently(seats, WIDTH, async (seat) => {
    const ids = seat.kind === 'institution' ? [seat.id] : await officesFrom(table, seat)
    return ids.map((id) => placeOf(seat.kind, id))
  })
  return [...new Map(all.flat().map((place) => [`${place.index} ${place.id}`, place])).values()]
}

/** Whose names begin so, each once, in the order of what was typed. */
const keysFrom = async (table: Table, places: readonly NamesPlace[], beginnings: readonly string[]) => {
  const lists = await mapConcurrently(
    places.flatMap((place) => beginnings.map((beginning) => ({ place, beginning }))),
    WIDTH,
    ({ place, beginning }) => namedFrom(table, place, beginning, MOST_KEYS),
  )
  const found = lists
    .flatMap((list) => list.found)
    .sort((one, other) => (`${one.sk} ${one.pk}` < `${other.sk} ${other.pk}` ? -1 : 1))
  return {
    found: [...Map.groupBy(found, whoseName)],
    more: lists.some(({ more }) => more),
  }
}

/** Persons on the registers of one's own institutions whose name begins so: also who was entered a moment ago. */
const registered = async (
  table: Table,
  seats: readonly Organisation[],
  beginnings: readonly string[],
): Promise<Person[]> => {
  const registers = await Promise.all(
    seats
      .filter(({ kind }) => kind === 'institution')
      .map(({ id }) => allPages((cursor) => personsOf(table, id, { limit: PAGE, cursor }), MOST_NAMES)),
  )
  return registers
    .flat()
    .filter(({ name }) => beginnings.some((beginning) => nameKey(name).startsWith(beginning)))
}

/** The persons behind keys of the index, as they are on record: the index is behind, and finds nobody by an old name. */
const behind = async (
  table: Table,
  found: readonly (readonly [string, readonly Key[]])[],
): Promise<Person[]> => {
  const items = await readMany(
    table,
    found.map(([id]) => keys.person(id)),
  )
  const persons = new Map(items.map((item) => Person.parse(item)).map((person) => [person.id, person]))
  return found.flatMap(([id, by]) => {
    const person = persons.get(id)
    if (person === undefined || person.mergedInto !== undefined) return []
    return by.some((key) => isStillNamed(key, person)) ? [person] : []
  })
}

/** A person with the institution on whose register they are. */
export interface FoundPerson {
  readonly person: Person
  readonly institution: Organisation
}

/** Those whom someone may see, each with their institution. */
export const visibleTo = async (
  table: Table,
  persons: readonly Person[],
  actor: Actor,
): Promise<FoundPerson[]> => {
  const institutions = await readOrganisations(
    table,
    persons.map(({ institutionId }) => institutionId),
  )
  const byId = new Map(institutions.map((one) => [one.id, one]))
  return persons.flatMap((person) => {
    const institution = byId.get(person.institutionId)
    return institution !== undefined && sees(actor, person.id, institution) ? [{ person, institution }] : []
  })
}

/**
 * Persons whose name, or its pinyin, begins as typed, of those whom someone may see by their seats (`seats`: the
 * organisations of these). What is read is bounded by the offices at and below one's own, however many people there
 * are: some keys of each, then as many persons as can be shown, and as many again for those whom the index has wrongly.
 */
export const personsNamed = async (
  table: Table,
  seats: readonly Organisation[],
  typed: string,
  actor: Actor,
): Promise<{ readonly persons: readonly FoundPerson[]; readonly more: boolean }> => {
  const beginnings = beginningsOf(typed)
  if (beginnings.length === 0) return { persons: [], more: false }
  const [own, index] = await Promise.all([
    registered(table, seats, beginnings),
    keysFrom(table, await placesAt(table, seats), beginnings),
  ])
  const looked = await behind(table, index.found.slice(0, MOST_KEYS))
  const all = [...new Map([...own, ...looked].map((person) => [person.id, person])).values()]
  return {
    persons: await visibleTo(table, all, actor),
    more: index.more || index.found.length > MOST_KEYS,
  }
}
