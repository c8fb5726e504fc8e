import { StaffId } from '../platform/ids.ts'
import { UNCOUNTED_PARTITIONS, uncounted } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { onwards, readIndexKeys } from '../platform/ranges.ts'
import type { Table } from '../platform/table.ts'

/**
 * Clocks differ and indexes lag: a job that follows acts by their moments keeps its place so many milliseconds behind
 * now, and looks at acts more than once.
 */
export const OVERLAP = 15 * 60_000

/** Whose partition an item stands in. */
export const staffIdOf = ({ pk }: { readonly pk: string }): StaffId =>
  StaffId.parse(pk.slice('STAFF#'.length))

/** An act on somebody's record, by its own entry. */
interface Entered {
  readonly staffId: StaffId
  readonly at: string
  /** A change of the record itself, the registration included; else it is an entry of the ledger. */
  readonly isChange: boolean
}

/** The acts on persons' records since a moment, the earliest first. */
export const enteredSince = async (table: Table, moment: string): Promise<Entered[]> => {
  const lists = await mapConcurrently(
    Array.from({ length: UNCOUNTED_PARTITIONS }).keys(),
    UNCOUNTED_PARTITIONS,
    (partition) => readIndexKeys(table, 'swept', uncounted(partition), onwards(moment)),
  )
  return lists
    .flat()
    .map(({ key, order }) => ({
      ...{ staffId: staffIdOf(key), at: order },
      isChange: key.sk.startsWith('CHANGE#'),
    }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
}
