import type { OrganisationId } from '../platform/ids.ts'
import { lists, lookups } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { beginningWith, readIndexKeys } from '../platform/ranges.ts'
import type { Table } from '../platform/table.ts'
import type { Organisation } from './organisation.ts'
import { ranks } from './place-organisation.ts'

const WIDTH = 16

type Node = Pick<Organisation, 'id' | 'kind'>

const idOf = ({ key }: { readonly key: { readonly pk: string } }): string =>
  key.pk.slice('ORGANISATION#'.length)

/** The ids of the institutions right below an authority or a department, in order, those after one alone. */
export const institutionIdsOf = async (table: Table, { id, kind }: Node, after = ''): Promise<string[]> => {
  const range = after === '' ? undefined : beginningWith('', after)
  const found =
    kind === 'department'
      ? await readIndexKeys(table, 'found', lookups.institutionsOf(id), range)
      : await readIndexKeys(table, 'listed', lists.institutionsOf(id), range)
  return found.map(idOf)
}

/** The ids of the authorities, or departments, right below one, in order. */
export const childIdsOf = async (table: Table, parentId: OrganisationId): Promise<string[]> =>
  (await readIndexKeys(table, 'listed', lists.childrenOf(parentId))).map(idOf)

/** The ids of the departments that stand under no other, in order: whole sectors. */
export const rootDepartmentIds = async (table: Table): Promise<string[]> =>
  (await readIndexKeys(table, 'listed', lists.rootDepartments)).map(idOf)

/** An authority or department with all those of its kind below it, each before those below itself. */
export async function* withThoseBelow(table: Table, id: string): AsyncGenerator<string> {
  yield id
  for (const child of await childIdsOf(table, id)) yield* withThoseBelow(table, child)
}

/**
 * The same in one go, level by level: whatever stands above another is of a higher level, so below a county's nothing is
 * looked for.
 */
export const officesFrom = async (
  table: Table,
  { id, level }: Pick<Organisation, 'id' | 'level'>,
): Promise<OrganisationId[]> => {
  const all: OrganisationId[] = [id]
  let those: OrganisationId[] = [id]
  for (let depth = ranks[level]; depth > 0 && those.length > 0; depth -= 1) {
    those = (await mapConcurrently(those, WIDTH, (one) => childIdsOf(table, one))).flat()
    all.push(...those)
  }
  return all
}
