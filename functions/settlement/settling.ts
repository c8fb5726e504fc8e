import type { DecidingHost } from '../platform/deciding-host.ts'
import type { Settling } from '../staff/settling.ts'
import { settleIfDue } from './settle-if-due.ts'

/** Adds `settle` to a host: an act that enters a credit calls it and need not know the year's close. */
export const settling = <H extends DecidingHost>(host: H): H & Settling => ({
  ...host,
  settle: (staffId, occasion, known) => settleIfDue(host, staffId, occasion, known),
})
