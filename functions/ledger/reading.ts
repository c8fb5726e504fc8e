import * as z from 'zod'
import { AccountId, OrganisationId, StaffId } from '../platform/ids.ts'
import { keys, lookups } from '../platform/keys.ts'
import { beginningWith, putNew, readRange } from '../platform/ranges.ts'
import { type PageRequest, readIndex, type Table } from '../platform/table.ts'

/** That someone's eligibility was asked about in a batch: by whom, and what was answered. */
export const Reading = z.object({
  staffId: StaffId,
  /** On whose register the person stood. */
  institutionId: OrganisationId,
  at: z.string(),
  /** An account, or `client:…`: another system. */
  by: AccountId,
  byName: z.string(),
  /** Each business with its verdict, or the code of what it was refused with. */
  answers: z.array(z.object({ business: z.string(), answer: z.string() })),
})
export type Reading = z.infer<typeof Reading>

/** Puts a reading on record; `batch` tells apart what was asked in one moment. */
export const recordReading = async (table: Table, reading: Reading, batch: string): Promise<void> => {
  await putNew(table, {
    ...keys.reading(reading.staffId, reading.at, batch),
    ...reading,
    found: lookups.readingsBy(reading.by),
    foundOrder: reading.at,
  })
}

/** The latest readings about a person, the last first. */
export const readingsOf = async (table: Table, staffId: StaffId, most: number): Promise<Reading[]> => {
  const { pk } = keys.reading(staffId, '', '')
  const { items } = await readRange(table, pk, beginningWith('AT#'), { limit: most, descending: true })
  return items.map((item) => Reading.parse(item))
}

/** What an account or another system asked about, the last first. */
export const readingsBy = async (table: Table, id: AccountId, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'found', lookups.readingsBy(id), {
    ...page,
    descending: true,
  })
  return { items: items.map((item) => Reading.parse(item)), cursor }
}
