import { type RecordsHost, recordsHost } from '../platform/records-host.ts'
import { type IdentityClaim, identityClaimFromEnvironment } from './identity-claim.ts'

/** What binding a login to an account needs. */
export interface BindingHost extends RecordsHost {
  /** Undefined: logins are bound by invitation alone. */
  readonly identityClaim?: IdentityClaim | undefined
}

/** What Lambda gives it. */
export const bindingHost = (): BindingHost => ({
  ...recordsHost(),
  identityClaim: identityClaimFromEnvironment(),
})
