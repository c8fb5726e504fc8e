import type { ActingHost } from '../platform/acting-host.ts'
import type { Settling } from '../staff/settling.ts'

/** What the outcome of a decision needs: to keep records, to write to people, and to let things follow. */
export interface OutcomeHost extends ActingHost, Settling {}
