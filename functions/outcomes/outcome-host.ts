import type { ActingHost } from '../platform/acting-host.ts'
import type { Settling } from '../staff/settling.ts'

/** What an act after an approval needs: to keep records, to write to people, and to settle a person. */
export interface OutcomeHost extends ActingHost, Settling {}
