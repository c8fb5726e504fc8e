import { currentFacts } from '../staff/facts-in-force.ts'
import { type LedgerCredit, type LedgerEntry, nextEntry } from '../staff/ledger.ts'
import { type FeedRow, rowName } from './feed-row.ts'
import { correctionReasons } from './words.ts'

/** Who enters a row, when, and for which batch. */
export interface Entering {
  readonly batchId: string
  readonly at: string
  readonly by: string
  /** When a desk accepted the row as it is entered; undefined: nobody looked at it. */
  readonly accepted?: string | undefined
}

const creditOf = (source: string, { subject, from, to, tenths }: FeedRow): LedgerCredit => ({
  id: source,
  subject,
  category: 'in_service',
  mode: 'online',
  from,
  to,
  hours: tenths / 10,
  passed: true,
})

/** The ledger entry by which a row's hours come in (Art. 41); `source` names the batch and the row. */
export const creditEntry = (
  entries: readonly LedgerEntry[],
  row: FeedRow,
  staffId: string,
  { batchId, at, by }: Entering,
): LedgerEntry => {
  const source = `${batchId}.${rowName(row)}`
  return nextEntry(entries, {
    staffId,
    recordedAt: at,
    recordedBy: by,
    source,
    fact: { kind: 'credit', credit: creditOf(source, row) },
  })
}

/**
 * The entry that corrects what a ledger holds by a row (Art. 35): `row` says what holds instead, or nothing where the
 * provider took it back. `by_desk` where an authority has corrected the same hours since: then a person decides, and what
 * they accepted is entered, but never over hours that are void or suspended.
 */
export const correctionEntry = (
  entries: readonly LedgerEntry[],
  before: FeedRow,
  row: FeedRow | null,
  { batchId, at, by, accepted = '' }: Entering,
): LedgerEntry | 'by_desk' => {
  const name = rowName(before)
  const { credited } = before
  const about = currentFacts(entries).find(({ sequence }) => sequence === credited?.sequence)
  if (credited === undefined || about?.fact?.kind !== 'credit') return 'by_desk'
  if (!about.statedBy.source.includes(name) && accepted < about.statedBy.recordedAt) return 'by_desk'
  return nextEntry(entries, {
    staffId: credited.staffId,
    recordedAt: at,
    recordedBy: by,
    source: `${batchId}.${name}-${before.version + 1}`,
    fact: {
      kind: 'correction',
      of: credited.sequence,
      reason: row === null ? correctionReasons.withdrawn : correctionReasons.changed,
      fact: row === null ? null : { kind: 'credit', credit: creditOf(about.fact.credit.id, row) },
    },
  })
}
