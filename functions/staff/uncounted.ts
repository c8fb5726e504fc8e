import type { StaffId } from '../platform/ids.ts'
import { UNCOUNTED_PARTITIONS, uncounted } from '../platform/keys.ts'
import type { Item, Write } from '../platform/table.ts'
import { shardOf } from './person.ts'

/**
 * Lists an act by its moment, in an item that it writes anyway, so that the statistics count its person anew, and the
 * index of names reads whose record was changed (`entered-since.ts`). Acts of requests need no such entry: they stand in the list of what waits for its workflow.
 */
export const entered = (staffId: StaffId, at: string): Pick<Item, 'swept' | 'sweptOrder'> => ({
  swept: uncounted(shardOf(staffId) % UNCOUNTED_PARTITIONS),
  sweptOrder: at,
})

/** The same for a write that puts an item. */
export const listed = (write: Write, staffId: StaffId, at: string): Write =>
  'put' in write ? { ...write, put: { ...write.put, ...entered(staffId, at) } } : write
