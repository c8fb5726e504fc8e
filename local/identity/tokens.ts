import { importJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { IdentityKeys } from './keys.ts'

/** The API as a resource (RFC 8707), and hence the audience of its tokens. */
export const AUDIENCE = 'urn:training-platform:api'
const LIFETIME_SECONDS = 3600

export interface Token {
  readonly access_token: string
  readonly token_type: 'Bearer'
  readonly expires_in: number
}

/** What a token says of the login, as the authorizer in front of a function hands it on. */
export interface Claims extends JWTPayload {
  readonly iss: string
  readonly sub: string
}

/**
 * Tokens expire by the machine's time, not by the movable clock: a jump of months lets workflows fall due and
 * should not sign everyone out.
 */
export const openTokens = async (issuer: string, keys: IdentityKeys) => {
  const { d: _, ...publicPart } = keys.signing
  const key = await importJWK(keys.signing, 'ES256')
  const publicKey = await importJWK(publicPart, 'ES256')
  return {
    /** A token for an account, as the sign-in page would lead to; for scripts on this machine. */
    issue: async (account: string, claims: Readonly<Record<string, unknown>> = {}): Promise<Token> => ({
      access_token: await new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: keys.signing.kid ?? '' })
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setSubject(account)
        .setIssuedAt()
        .setExpirationTime(`${LIFETIME_SECONDS}s`)
        .sign(key),
      token_type: 'Bearer',
      expires_in: LIFETIME_SECONDS,
    }),
    /** What a bearer token says; undefined where the token is not ours or no longer holds. */
    verify: async (bearer: string): Promise<Claims | undefined> => {
      try {
        const { payload } = await jwtVerify(bearer, publicKey, {
          issuer,
          audience: AUDIENCE,
          algorithms: ['ES256'],
        })
        return payload.sub === undefined ? undefined : { ...payload, iss: issuer, sub: payload.sub }
      } catch {
        return undefined
      }
    },
  }
}
