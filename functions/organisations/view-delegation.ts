import { type Clock, today } from '../platform/clock.ts'
import { type Delegation, isInForce } from './delegation.ts'
import type { DelegationView } from './delegations-api.ts'

export const viewDelegation = (delegation: Delegation, clock: Clock): DelegationView => ({
  ...delegation,
  reason: delegation.reason ?? null,
  revokedAt: delegation.revokedAt ?? null,
  inForce: isInForce(delegation, today(clock)),
})
