import { LedgerBrokenError } from '../platform/ledger-broken.ts'
import type { Table } from '../platform/table.ts'
import { isYearClosed } from '../registers/closed-years.ts'
import { editionsFor } from '../registers/edition-for.ts'
import { assessYears } from '../staff/due-obligations.ts'
import { withRecorded } from '../staff/record-fact.ts'
import { readStaff } from '../staff/staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import type { Request } from './request.ts'
import type { RequestView } from './request-shapes.ts'

type Effects = RequestView['effects']

/**
 * For the desk that decides on a change of the record: the years so far, open and closed, whose result it
 * would change. Empty once the change is decided.
 */
export const effectsOf = async (table: Table, request: Request, day: string): Promise<Effects> => {
  if (request.type !== 'record_change' || request.status !== 'in_review') return []
  const staff = await readStaff(table, request.staffId).catch((error: unknown) => {
    // By a ledger that was tampered with nothing is foretold; the desk that decides learns why.
    if (error instanceof LedgerBrokenError) return undefined
    throw error
  })
  if (staff === undefined) return []
  const editionOf = await editionsFor(table, Number(day.slice(0, 4)))
  // The running year as on its last day: what holds from a day ahead on decides it too (Art. 4, 7).
  const yearsOf = (record: StaffRecord) => [
    ...assessYears(record, day, editionOf).slice(0, -1),
    ...assessYears(record, `${day.slice(0, 4)}-12-31`, editionOf).slice(-1),
  ]
  const before = yearsOf(staff)
  const after = yearsOf({ ...staff, person: withRecorded(staff.person, request, day) })
  const yearly = before.flatMap(({ annual }, place) => {
    const then = after[place]?.annual
    return then === undefined || (then.status === annual.status && then.dueOn === annual.dueOn)
      ? []
      : [{ year: annual.year, before: annual.status, after: then.status }]
  })
  return Promise.all(yearly.map(async (one) => ({ ...one, closed: await isYearClosed(table, one.year) })))
}
