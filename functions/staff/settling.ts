import type { StaffId } from '../platform/ids.ts'
import type { StaffRecord } from './staff-record.ts'

/**
 * Settles a person: starts what their certificates and results of closed years now need. `occasion` names the
 * act that calls; `known` is the person's record, where the act has just written it.
 */
export interface Settling {
  settle(staffId: StaffId, occasion: string, known?: StaffRecord): Promise<void>
}
