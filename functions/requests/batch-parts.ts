import * as z from 'zod'
import { StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { type Item, isNew, read, readPartition, type Table, type Write, write } from '../platform/table.ts'
import type { FeedBatchRequest, Participant } from './request.ts'

/** Of which rows a day's online hours consist, in parts of so many: they are written before the request, and stay. */
export const ROWS_A_PART = 400

/** A row by its provider and the provider's number, and whose hours it states. */
export const RowRef = z.object({ providerId: z.string(), recordNo: z.string(), staffId: StaffId })
export type RowRef = z.infer<typeof RowRef>

const Part = z.object({ rows: z.array(RowRef) })

const partIn = (item: Item): RowRef[] => Part.parse(item).rows

/** Writes a part of a batch that does not stand yet; a repeat finds what the first wrote. */
export const putPart = (requestId: string, part: number, rows: readonly RowRef[]): Write => ({
  put: { ...keys.batchPart(requestId, part), rows },
  when: isNew,
})

/** Replaces the parts of a batch whose request does not stand yet. */
export const writePart = (table: Table, requestId: string, part: number, rows: readonly RowRef[]) =>
  write(table, [
    {
      ...putPart(requestId, part, rows),
      when: { expression: 'attribute_exists(pk) OR attribute_not_exists(pk)' },
    },
  ])

/** The rows of a part; none where there is no such part. */
export const readPart = async (table: Table, requestId: string, part: number): Promise<RowRef[]> => {
  const item = await read(table, keys.batchPart(requestId, part))
  return item === undefined ? [] : partIn(item)
}

/** The people of a batch, each once; with `people`, only these of them. Nothing is read where these are none. */
export const peopleOf = async (
  table: Table,
  { id }: Pick<FeedBatchRequest, 'id'>,
  people?: readonly string[],
): Promise<Participant[]> => {
  if (people?.length === 0) return []
  const rows = (await readPartition(table, keys.request(id).pk, 'PART#')).flatMap(partIn)
  const ids = new Set(rows.map(({ staffId }) => staffId))
  return [...ids]
    .filter((one) => people === undefined || people.includes(one))
    .map((staffId) => ({ staffId }))
}
