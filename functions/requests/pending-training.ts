import { formatDate, parseDate } from '../../rules/calendar.ts'
import { edition2024 } from '../../rules/edition.ts'
import { transferDueOn } from '../../rules/transfer.ts'
import type { Table } from '../platform/table.ts'
import type { PostChange } from '../staff/person.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { linesOfPerson } from './attended-line.ts'
import { isOpen, type Request } from './request.ts'
import { claimsOf } from './request-lists.ts'

/** More claims than this are not open at once for one person. */
const MOST = 100

const pendingLines = (request: Request, staffId: string) =>
  isOpen(request)
    ? linesOfPerson(request, staffId).filter(({ status }) => status === 'in_review' || status === 'returned')
    : []

/** The last day of a change's training, `YYYY-MM-DD`. */
const dueOnOf = ({ id, kind, effectiveOn }: PostChange): string => {
  const on = parseDate(effectiveOn)
  return on === undefined
    ? effectiveOn
    : formatDate(transferDueOn({ id, kind, effectiveOn: on }, edition2024))
}

/**
 * Ids of the post changes whose transfer training ended in time and is claimed (at a desk, or returned):
 * their filings wait for the approver (Art. 21, 45).
 */
export const claimedChanges = async (table: Table, staff: StaffRecord): Promise<ReadonlySet<string>> => {
  if (staff.person.postChanges.length === 0) return new Set()
  const { items } = await claimsOf(table, staff.person.id, { limit: MOST })
  const lines = items.flatMap((request) => pendingLines(request, staff.person.id))
  const inTime = (change: PostChange, to: string): boolean => to <= dueOnOf(change)
  return new Set(
    staff.person.postChanges
      .filter((change) =>
        lines.some(
          ({ category, forChange, to }) =>
            category === 'transfer' && forChange === change.id && inTime(change, to),
        ),
      )
      .map(({ id }) => id),
  )
}
