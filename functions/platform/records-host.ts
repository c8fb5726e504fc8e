import { type Clock, systemClock } from './clock.ts'
import { type Table, tableFromEnvironment } from './table.ts'

/** What an act needs that reads and keeps records. */
export interface RecordsHost {
  readonly table: Table
  readonly clock: Clock
}

/** What Lambda gives such an act. */
export const recordsHost = (): RecordsHost => ({ table: tableFromEnvironment(), clock: systemClock })
