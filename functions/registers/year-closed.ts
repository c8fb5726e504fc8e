import { keys } from '../platform/keys.ts'
import { read, type Table } from '../platform/table.ts'

/** Whether a year has been closed, or is being closed: its readings are frozen then, and no later version is for it. */
export const isYearClosed = async (table: Table, year: number): Promise<boolean> =>
  (await read(table, keys.close('close', year))) !== undefined
