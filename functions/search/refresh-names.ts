import { isDeepStrictEqual } from 'node:util'
import { readOrganisations } from '../organisations/organisation.ts'
import type { StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { logger } from '../platform/logger.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import {
  consistently,
  type Item,
  isNew,
  readAll,
  readPartition,
  stillAs,
  type Table,
  type Write,
  write,
} from '../platform/table.ts'
import { Person } from '../staff/person.ts'
import { namedItems } from './name-readings.ts'

const WIDTH = 8

/** What makes of the items that stand those that are wanted; what is added comes first, so that nobody is lost between. */
const steps = (standing: readonly Item[], wanted: readonly Item[]): Write[] => {
  const before = new Map(standing.map((item) => [item.sk, item]))
  const stays = new Set(wanted.map(({ sk }) => sk))
  return [
    ...wanted.flatMap((put): Write[] => {
      const old = before.get(put.sk)
      if (old === undefined) return [{ put, when: isNew }]
      return isDeepStrictEqual(old, put) ? [] : [{ put, when: stillAs(old) }]
    }),
    ...standing.flatMap((old): Write[] =>
      stays.has(old.sk) ? [] : [{ remove: { pk: String(old.pk), sk: String(old.sk) }, when: stillAs(old) }],
    ),
  ]
}

/**
 * Reads some persons and their institutions, and writes by which names they are found where that differs; answers for how
 * many it did. What stands in the index is read before what is on record: whoever wrote between the two makes this
 * write fail, and everything is read again. Items are written one by one: each is right by itself.
 */
export const refreshNames = async (given: Table, staffIds: readonly StaffId[]): Promise<number> => {
  const table = consistently(given)
  // Whose items were written before another turn came in between were written all the same.
  const changed = new Set<StaffId>()
  await retryOnConflict(async () => {
    const standing = await mapConcurrently(staffIds, WIDTH, (id) =>
      readPartition(table, keys.named(id, '').pk),
    )
    const persons = new Map(
      (await readAll(table, staffIds.map(keys.person))).map((item) => [item.id, Person.safeParse(item)]),
    )
    const institutions = new Map(
      (
        await readOrganisations(
          table,
          [...persons.values()].flatMap(({ data }) => data?.institutionId ?? []),
        )
      ).map((one) => [one.id, one]),
    )
    await mapConcurrently(staffIds.entries(), WIDTH, async ([at, id]) => {
      const read = persons.get(id)
      if (read?.success === false) {
        // One record that nobody can read stops nobody else from being found.
        logger.error('The index of names leaves a person as it has them', { staffId: id })
        return
      }
      const wanted =
        read === undefined ? [] : namedItems(read.data, institutions.get(read.data.institutionId))
      for (const one of steps(standing[at] ?? [], wanted)) {
        await write(table, [one])
        changed.add(id)
      }
    })
  })
  return changed.size
}
