import type { Organisation } from '../organisations/organisation.ts'
import { type OrganisationId, StaffId } from '../platform/ids.ts'
import { type IndexName, type Key, keys, namesAt, orderOf } from '../platform/keys.ts'
import { type Item, readIndexPage, type Table } from '../platform/table.ts'
import { nameKey } from '../staff/name-key.ts'

/**
 * The index of names. Each text that somebody is found by is an item of its own, in three indexes of keys alone: by the
 * authority that the institution names, by its department, and by the institution itself. Its order begins with that
 * text, the name behind it; so a range of the index is what begins with what was typed, and an item tells by its key
 * alone of which name it was made.
 */

/** Signs of a text that are kept: an index's order has at most 1,024 bytes. */
const LONGEST = 100
const cut = (text: string): string => [...text].slice(0, LONGEST).join('')

const nameOf = (name: string): string => `#${cut(nameKey(name))}`

/** Whether somebody still bears the name that an item of theirs was made of. */
export const isStillNamed = ({ sk }: Pick<Key, 'sk'>, { name }: { readonly name: string }): boolean =>
  sk.endsWith(nameOf(name))

/** Whose names stand together, and in which index: an office's people, or an institution's. */
export interface NamesPlace {
  readonly index: Extract<IndexName, 'listed' | 'found' | 'open'>
  readonly id: OrganisationId
}

const INDEXES = { authority: 'listed', department: 'found', institution: 'open' } as const

export const placeOf = (kind: Organisation['kind'], id: OrganisationId): NamesPlace => ({
  index: INDEXES[kind],
  id,
})

/** The item by which somebody of an institution is found by a text. */
export const namedItem = (
  { id, name }: { readonly id: StaffId; readonly name: string },
  institution: Pick<Organisation, 'id' | 'authorityId' | 'departmentId'>,
  text: string,
): Item => {
  const key = keys.named(id, `${cut(text)}${nameOf(name)}`)
  const places = [
    placeOf('institution', institution.id),
    ...(institution.authorityId === undefined ? [] : [placeOf('authority', institution.authorityId)]),
    ...(institution.departmentId === undefined ? [] : [placeOf('department', institution.departmentId)]),
  ]
  return {
    ...key,
    ...Object.fromEntries(
      places.flatMap((at) => [
        [at.index, namesAt(at.id)],
        [orderOf(at.index), `${key.sk}#${id}`],
      ]),
    ),
  }
}

/** The first so many at a place whose name, or its pinyin, begins so; `more` where there are others. */
export const namedFrom = async (
  table: Table,
  { index, id }: NamesPlace,
  beginning: string,
  limit: number,
): Promise<{ readonly found: readonly Key[]; readonly more: boolean }> => {
  const page = await readIndexPage(table, index, namesAt(id), { limit, beginning })
  return { found: page.keys, more: page.cursor !== null }
}

/** Whose item it is. */
export const whoseName = ({ pk }: Pick<Key, 'pk'>): StaffId => StaffId.parse(pk.slice('NAMED#'.length))
