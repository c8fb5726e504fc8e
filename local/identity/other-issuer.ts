import { createRemoteJWKSet, jwtVerify } from 'jose'
import * as z from 'zod'
import type { Claims } from './tokens.ts'

/** An OpenID provider that others run, in place of this machine's own. */
export interface OtherIssuer {
  readonly issuer: string
  /** What its access tokens must be made for. */
  readonly audience: string
  /** How it knows the pages. */
  readonly clientId: string
  /** The pages name the audience as a resource (RFC 8707); some issuers refuse one that they don't know. */
  readonly asksForResource: boolean
}

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() })

/** The provider does not answer, or says that it is somebody else. */
export class IssuerUnreachableError extends Error {
  override name = 'IssuerUnreachableError'
}

const discover = async (issuer: string): Promise<z.infer<typeof Discovery>> => {
  try {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(15_000),
    })
    const found = Discovery.parse(await answer.json())
    if (found.issuer === issuer) return found
  } catch (cause) {
    throw new IssuerUnreachableError(
      `身份认证系统 ${issuer} 没有应答。 The identity provider does not answer.`,
      { cause },
    )
  }
  throw new IssuerUnreachableError(
    `身份认证系统自称与 OIDC_ISSUER=${issuer} 不同，请改用它公布的 issuer。 The identity provider calls itself otherwise: use the issuer that it publishes.`,
  )
}

/**
 * Holds the tokens of an issuer that others run to what the gateway in the cloud holds them to: RSA alone, its issuer,
 * its audience (`client_id` where a token has none), its times. A key that it has not seen is asked for, at most twice
 * a minute; keys that the issuer takes away are forgotten after ten minutes.
 * @throws IssuerUnreachableError
 */
export const openOtherTokens = async ({ issuer, audience }: Pick<OtherIssuer, 'issuer' | 'audience'>) => {
  const { jwks_uri: address } = await discover(issuer)
  const keys = createRemoteJWKSet(new URL(address))
  return async (bearer: string): Promise<Claims | undefined> => {
    try {
      const { payload } = await jwtVerify(bearer, keys, {
        issuer,
        algorithms: ['RS256', 'RS384', 'RS512'],
        requiredClaims: ['exp', 'iat', 'sub'],
      })
      const made = payload.aud ?? payload.client_id
      const isForUs = Array.isArray(made) ? made.includes(audience) : made === audience
      return isForUs && payload.sub !== undefined ? { ...payload, iss: issuer, sub: payload.sub } : undefined
    } catch {
      return undefined
    }
  }
}
