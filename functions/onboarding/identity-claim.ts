import { type ClaimKind, claimKinds } from '../organisations/claims.ts'
import { environment } from '../platform/environment.ts'

/** A claim of the token that finds an account, and what of the account it speaks of. */
export interface IdentityClaim {
  readonly claim: string
  readonly kind: ClaimKind
}

class ClaimUnknownError extends Error {
  override name = 'ClaimUnknownError'
}

/**
 * Reads a deployment's choice: `none`; a claim that is called as what it speaks of (`email`, `phone_number`,
 * `employee_number`); or another claim with what it speaks of, such as `custom:staff=employee_number`.
 */
export const parseIdentityClaim = (text: string): IdentityClaim | undefined => {
  if (text === 'none') return undefined
  const [claim = '', named = claim] = text.split('=')
  const kind = claimKinds.find((one) => one === named)
  if (kind === undefined || claim === '') throw new ClaimUnknownError(`No account is found by ${text}.`)
  return { claim, kind }
}

/** What the deployment has chosen. */
export const identityClaimFromEnvironment = (): IdentityClaim | undefined =>
  parseIdentityClaim(environment('IDENTITY_CLAIM'))
