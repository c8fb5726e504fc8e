import * as z from 'zod'
import { OrganisationId, type RequestId, type StaffId } from '../platform/ids.ts'
import { type Key, keys } from '../platform/keys.ts'
import { readRange } from '../platform/ranges.ts'
import { atVersion, isNew, readPartition, type Table, type Write } from '../platform/table.ts'

const CellsJson = z.record(z.string(), z.number().int())

/** What of a person's year, or of a request at a desk, is counted, where, and what was found out about its trainings. */
export const Counted = z.object({
  year: z.number().int(),
  /** The organisations that count it: the institution, its authority and its department. */
  at: z.array(OrganisationId),
  days: z.record(z.string(), CellsJson),
  /**
   * By credit: who held it, and what was paid in fen. By `corrected.{sequence}` of a correction: the desk whose hours it
   * corrected from elsewhere, or nobody's. It doesn't change, so it is found out once.
   */
  about: z.record(z.string(), z.tuple([z.string(), z.number().int()])).default({}),
  version: z.number().int(),
})
export type Counted = z.infer<typeof Counted>

export const putCounted = (key: Key, counted: Counted): Write => ({
  put: { ...key, ...counted },
  when: counted.version === 1 ? isNew : atVersion(counted.version - 1),
})

/** What is counted of a person, a year each. */
export const readCounted = async (table: Table, staffId: StaffId): Promise<Counted[]> =>
  (await readPartition(table, keys.counted(staffId, 0).pk, 'YEAR#')).map((item) => Counted.parse(item))

/** What is counted of a request, a desk and year each, with the key of each. */
export const readCountedDesks = async (
  table: Table,
  requestId: RequestId,
): Promise<{ readonly key: Key; readonly counted: Counted }[]> =>
  (await readPartition(table, keys.countedDesk(requestId, '', 0).pk, 'DESK#')).map((item) => ({
    key: { pk: String(item.pk), sk: String(item.sk) },
    counted: Counted.parse(item),
  }))

/** What an organisation counts of a month or of a day. */
export const Row = z.object({ cells: CellsJson, version: z.number().int() })
export type Row = z.infer<typeof Row>

/**
 * An organisation's rows of a year up to a day: the months before the day's own, and of that one its days; without a
 * day all months. At most twelve and thirty-one for each year in which something was recorded, whatever the region's size.
 */
export const readRows = async (
  table: Table,
  organisationId: OrganisationId,
  year: number,
  asOf?: string,
): Promise<Row[]> => {
  const { pk } = keys.statistic(organisationId, year, 'M', '')
  const between = (from: string, to: string) => readRange(table, pk, { from, to })
  const month = asOf?.slice(0, 7)
  const parts =
    asOf === undefined || month === undefined
      ? [await between(`${year}#M#`, `${year}#M#~`)]
      : await Promise.all([
          between(`${year}#M#`, `${year}#M#${month}`).then(({ items }) => ({
            items: items.filter(({ sk }) => sk !== `${year}#M#${month}`),
          })),
          between(`${year}#D#${month}`, `${year}#D#${asOf}`),
        ])
  return parts.flatMap(({ items }) => items).map((item) => Row.parse(item))
}
