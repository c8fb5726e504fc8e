import type { StaffRecord } from './staff-record.ts'

/**
 * Lets what is now due follow: certificates, and results of closed years. `occasion` names the act that it follows;
 * `known` is the person's record, where the act has just written it.
 */
export interface Settling {
  settle(staffId: string, occasion: string, known?: StaffRecord): Promise<void>
}
