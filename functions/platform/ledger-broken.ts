import type { StaffId } from './ids.ts'

/**
 * Thrown when a person's ledger is not what was once sealed: whoever would rest on it stops, and what is stopped
 * waits. A workflow's step fails by this name, and is tried again.
 */
export class LedgerBrokenError extends Error {
  override name = 'LedgerBrokenError'
  readonly staffId: StaffId
  /** What is wrong: `seal`, `entry N`, `record`, `end`, `unreadable`, `rolled back`, `gone`. */
  readonly fault: string
  constructor(staffId: StaffId, fault: string) {
    super(`The record of ${staffId} is not what was sealed: ${fault}.`)
    this.staffId = staffId
    this.fault = fault
  }
}
