import type { DecidingHost } from '../platform/deciding-host.ts'
import type { Settling } from '../staff/settling.ts'
import { settleIfDue } from './settle-if-due.ts'

/** A host whose acts may let things follow without knowing what: an act that enters a credit knows no close. */
export const settling = <H extends DecidingHost>(host: H): H & Settling => ({
  ...host,
  settle: (staffId, occasion, known) => settleIfDue(host, staffId, occasion, known),
})
