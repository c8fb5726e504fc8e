import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Actor } from '../organisations/account.ts'
import { keys, lists } from '../platform/keys.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { seenPage } from '../platform/seen-page.ts'
import { cursorAt, type Item, type PageRequest, readAll, readIndex, type Table } from '../platform/table.ts'
import type { ComplainantReading } from './api.ts'
import { Complaint } from './complaint.ts'
import { isKeptFrom, tiesOf } from './kept-from.ts'
import { untold } from './untold.ts'

/** By what auditors and a complaint's desk speak of it: the desk's page shows it, and nothing can be told from it. */
export const auditName = (complaintId: string): string => untold(`audit ${complaintId}`).slice(0, 12)

/** What was opened: who complained, or the file of a number. */
interface Opened {
  readonly at: string
  readonly reason: string
  readonly file?: number
}

/** A reading as it is put on record before anything is answered; auditors find it by its moment. */
export const readingItem = (
  { id, desk }: Pick<Complaint, 'id' | 'desk'>,
  { id: by, name: byName }: Actor,
  { at, reason, file }: Opened,
): Item => ({
  // By what was opened and by chance: two in one millisecond are two.
  ...keys.complainantReading(
    id,
    at,
    by,
    `${file === undefined ? 'identity' : `file-${file}`}#${randomUUID()}`,
  ),
  ...{ at, by, byName, reason, desk, complaintId: id },
  ...(file === undefined ? {} : { file }),
  ...{ listed: lists.complainantReadings, listedOrder: `${at}#${id}` },
})

const Listed = z.object({
  pk: z.string(),
  sk: z.string(),
  complaintId: z.string(),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  desk: z.object({ id: z.string(), name: z.string() }),
  file: z.number().int().nullable().default(null),
})

/** A page of all readings, the latest first, each with its complaint. */
const readingsWithComplaints = async (table: Table, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'listed', lists.complainantReadings, {
    ...page,
    descending: true,
  })
  const readings = items.map((item) => Listed.parse(item))
  const ids = [...new Set(readings.map(({ complaintId }) => complaintId))]
  const complaints = new Map(
    (await readAll(table, ids.map(keys.complaint))).map((item) => {
      const complaint = Complaint.parse(item)
      return [complaint.id, complaint] as const
    }),
  )
  return {
    items: readings.flatMap((reading) => {
      const complaint = complaints.get(reading.complaintId)
      return complaint === undefined ? [] : [{ reading, complaint }]
    }),
    cursor,
  }
}

/**
 * Who opened a complainant's identity or a file, when and at which desk (Art. 36), for the region's auditors: never whose,
 * about whom, nor the reason, which stands with the complaint and may say either. Readings of a complaint that is kept from
 * an auditor are not there for them. Those from before they were listed stand with their complaints alone.
 */
export const listComplainantReadings =
  ({ table }: Pick<RecordsHost, 'table'>) =>
  async (
    page: PageRequest,
    actor: Actor,
  ): Promise<{ items: ComplainantReading[]; cursor: string | null }> => {
    const ties = await tiesOf(table, actor)
    const { items, cursor } = await seenPage(page, {
      read: (part) => readingsWithComplaints(table, part),
      sees: ({ complaint }) => !isKeptFrom(complaint, ties, complaint.filedAt),
      cursorAt: ({ reading: { pk, sk, complaintId, at } }) =>
        cursorAt({ pk, sk, listedOrder: `${at}#${complaintId}` }, 'listed', lists.complainantReadings),
    })
    return {
      items: items.map(({ reading: { complaintId, at, by, byName, desk, file } }) => ({
        ...{ at, by: { id: by, name: byName }, desk, file },
        complaint: auditName(complaintId),
      })),
      cursor,
    }
  }
