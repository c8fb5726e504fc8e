import { createPublicKey } from 'node:crypto'
import * as z from 'zod'

/** A key that certificates were signed with at some time: anyone may know it. */
export interface PublicKey {
  /** As every certificate names it that was signed with it. */
  readonly keyId: string
  /** SubjectPublicKeyInfo. */
  readonly pem: string
}

/** The public keys of the platform, kept apart from the records that they vouch for: every one that ever signed. */
export interface PublicKeys {
  /** The one that signs now first. @throws PublicKeysMissingError */
  all(): Promise<readonly PublicKey[]>
}

/** The published keys can't be read: nothing can be said of any certificate. */
export class PublicKeysMissingError extends Error {
  override name = 'PublicKeysMissingError'
}

/** A public key as JSON (RFC 7517, RFC 7518: ES256). */
export const Jwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string().min(1),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
})
export type Jwk = z.infer<typeof Jwk>

/** Throws where the PEM is no key of the curve P-256. */
export const jwkOf = ({ keyId, pem }: PublicKey): Jwk => {
  const { kty, crv, x, y } = createPublicKey(pem).export({ format: 'jwk' })
  return Jwk.parse({ kty, crv, x, y, kid: keyId, alg: 'ES256', use: 'sig' })
}

export const publicKeyOf = ({ kid, kty, crv, x, y }: Jwk): PublicKey => ({
  keyId: kid,
  pem: createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' })
    .export({ type: 'spki', format: 'pem' })
    .toString(),
})
