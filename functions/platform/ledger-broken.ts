import type { StaffId } from './ids.ts'

export type BrokenKind = 'request' | 'organisation' | 'account'

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

/**
 * Thrown when a request's timeline, or the changes on record of an organisation or an account, are not what was once
 * sealed. It stops, and waits, as a broken ledger does, and by the same name.
 */
export class RecordBrokenError extends LedgerBrokenError {
  /** What is broken, such as `request`. */
  readonly kind: BrokenKind
  readonly id: string
  constructor(kind: BrokenKind, id: string, fault: string) {
    super('', fault)
    this.message = `The record of ${kind} ${id} is not what was sealed: ${fault}.`
    this.kind = kind
    this.id = id
  }
}
