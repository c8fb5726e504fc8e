import { keys } from '../platform/keys.ts'
import type { Language } from '../platform/language.ts'
import { readMany } from '../platform/ranges.ts'
import type { Table } from '../platform/table.ts'
import { requestFrom } from '../requests/stored-request.ts'
import type { DeskRowView, FeedRowView } from './api.ts'
import { batchIdOf } from './feed-route.ts'
import type { FeedRow } from './feed-row.ts'
import { feedCodeTexts } from './words.ts'

export const batchIn = ({ day, route }: Pick<FeedRow, 'day' | 'route'>): string | undefined =>
  day === undefined || route === undefined ? undefined : batchIdOf(day, route)

/** Rows of a batch that its desks refused are refused with it; they themselves are not written anew. */
export const asBatchesLeft = async (table: Table, rows: readonly FeedRow[]): Promise<FeedRow[]> => {
  const waiting = rows.flatMap((row) => (row.state === 'accepted' ? (batchIn(row) ?? []) : []))
  const requests = (
    await readMany(
      table,
      [...new Set(waiting)].map((id) => keys.request(id)),
    )
  ).map(requestFrom)
  const refused = new Set(requests.flatMap(({ id, status }) => (status === 'rejected' ? [id] : [])))
  return rows.map((row) =>
    row.state === 'accepted' && refused.has(batchIn(row) ?? '')
      ? { ...row, state: 'refused', code: 'BATCH_REFUSED' }
      : row,
  )
}

/** A row as its provider sees it. */
export const viewRow = (row: FeedRow, language: Language): FeedRowView => ({
  provider: row.providerId,
  recordNo: row.recordNo,
  staffNo: row.staffNo,
  name: row.name,
  course: row.course,
  subject: row.subject,
  from: row.from,
  to: row.to,
  hours: row.tenths / 10,
  passed: row.passed,
  state: row.state,
  code: row.code ?? null,
  article: row.article ?? null,
  detail: row.code === undefined ? null : feedCodeTexts[row.code][language],
  reason: row.resolved?.reason ?? null,
  receivedAt: row.receivedAt,
  day: row.day ?? null,
  version: row.version,
})

/** A row as a desk sees it. */
export const viewDeskRow = (row: FeedRow, language: Language): DeskRowView => ({
  ...viewRow(row, language),
  staffId: row.staffId ?? null,
  batch: batchIn(row) ?? null,
})
