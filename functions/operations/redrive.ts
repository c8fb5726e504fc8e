import * as z from 'zod'
import { isNew, readPartition, type Table, type Write } from '../platform/table.ts'

/** Who let a failed execution go on, when and why. */
export const Redrive = z.object({
  workflow: z.string(),
  execution: z.string(),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  reason: z.string(),
})
export type Redrive = z.infer<typeof Redrive>

const partitionOf = (workflow: string, execution: string): string => `EXECUTION#${workflow}#${execution}`
const keyOf = ({ workflow, execution, at }: Redrive) => ({
  pk: partitionOf(workflow, execution),
  sk: `REDRIVE#${at}`,
})

export const newRedrive = (redrive: Redrive): Write => ({
  put: { ...keyOf(redrive), ...redrive },
  when: isNew,
})

/** Removes the record of a redrive that the host refused. */
export const dropRedrive = (redrive: Redrive): Write => ({
  remove: keyOf(redrive),
  when: { expression: 'attribute_exists(pk)' },
})

/** Every redrive of an execution, the oldest first. */
export const redrivesOf = async (table: Table, workflow: string, execution: string): Promise<Redrive[]> =>
  (await readPartition(table, partitionOf(workflow, execution), 'REDRIVE#')).map((item) =>
    Redrive.parse(item),
  )
