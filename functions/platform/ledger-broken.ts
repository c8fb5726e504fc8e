/**
 * Thrown when a person's ledger is not what was once sealed: whoever would rest on it stops, and what is stopped
 * waits. A workflow's step fails by this name, and is tried again.
 */
export class LedgerBrokenError extends Error {
  override name = 'LedgerBrokenError'
}
