import * as z from 'zod'
import { BROKEN_RECORDS, keys } from '../platform/keys.ts'
import { readIndexKeys } from '../platform/ranges.ts'
import { always, type Item, readAll, stillAs, type Table, type Write } from '../platform/table.ts'

/** A request, organisation or account whose record a night's walk found not to be what was sealed. */
export const BrokenRecord = z.object({
  kind: z.enum(['request', 'organisation', 'account']),
  id: z.string(),
  fault: z.string(),
  /** The day of the walk that found it first. */
  since: z.string(),
})
export type BrokenRecord = z.infer<typeof BrokenRecord>

/** Lists a broken record. */
export const brokenRecord = (record: BrokenRecord) => ({
  item: {
    ...keys.brokenRecord(record.kind, record.id),
    ...record,
    swept: BROKEN_RECORDS,
    sweptOrder: `${record.since}#${record.kind}#${record.id}`,
  },
  when: always,
})

/** Takes a record off the list: it is what was sealed. */
export const takeOffList = (item: Item): Write => ({
  remove: { pk: String(item.pk), sk: String(item.sk) },
  when: stillAs(item),
})

/** The broken records, those that have waited longest first. */
export const brokenRecords = async (table: Table): Promise<BrokenRecord[]> => {
  const found = await readIndexKeys(table, 'swept', BROKEN_RECORDS)
  return (
    await readAll(
      table,
      found.map(({ key }) => key),
    )
  ).map((item) => BrokenRecord.parse(item))
}
