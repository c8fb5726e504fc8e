import type { AnnualStatus } from '../../rules/annual.ts'
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

/** A year that is judged otherwise by a change. */
export interface EffectOnYear {
  readonly year: number
  readonly closed: boolean
  readonly before: AnnualStatus
  readonly after: AnnualStatus
}

/**
 * The years so far, open and closed, whose result is another with a record than with the one before it. The running
 * year as on its last day: what holds from a day ahead on decides it too (Art. 4, 7).
 */
export const effectsBetween = async (
  table: Table,
  before: StaffRecord,
  after: StaffRecord,
  day: string,
): Promise<EffectOnYear[]> => {
  const editionOf = await editionsFor(table, Number(day.slice(0, 4)))
  const yearsOf = (record: StaffRecord) => [
    ...assessYears(record, day, editionOf).slice(0, -1),
    ...assessYears(record, `${day.slice(0, 4)}-12-31`, editionOf).slice(-1),
  ]
  const then = yearsOf(after)
  const yearly = yearsOf(before).flatMap(({ annual }, place) => {
    const now = then[place]?.annual
    return now === undefined || (now.status === annual.status && now.dueOn === annual.dueOn)
      ? []
      : [{ year: annual.year, before: annual.status, after: now.status }]
  })
  return Promise.all(yearly.map(async (one) => ({ ...one, closed: await isYearClosed(table, one.year) })))
}

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
  return effectsBetween(table, staff, { ...staff, person: withRecorded(staff.person, request, day) }, day)
}
