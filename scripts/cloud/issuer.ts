import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { type Listening, listen, sendJson } from './listen.ts'

export const AUDIENCE = 'training-platform-api'
const KEY = 'emulator'
const LIFETIME_SECONDS = 3600

export interface Issuer extends Listening {
  issueToken(
    account: string,
    claims?: Readonly<Record<string, string>>,
  ): Promise<{ access_token: string; token_type: 'Bearer'; expires_in: number }>
}

/** An OpenID Connect issuer as far as an HTTP API looks at one: its discovery document and its keys. RS256, for HTTP APIs take RSA alone. */
export const startIssuer = async (): Promise<Issuer> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const keys = [{ ...(await exportJWK(publicKey)), kid: KEY, alg: 'RS256', use: 'sig' }]
  const server = await listen(({ url }, response) => {
    if (url === '/jwks') return sendJson(response, 200, { keys })
    if (url !== '/.well-known/openid-configuration') return sendJson(response, 404, {})
    return sendJson(response, 200, {
      issuer: server.url,
      jwks_uri: `${server.url}/jwks`,
      id_token_signing_alg_values_supported: ['RS256'],
    })
  })
  return {
    ...server,
    issueToken: async (account, claims = {}) => ({
      access_token: await new SignJWT({ scope: 'openid', ...claims })
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: KEY })
        .setIssuer(server.url)
        .setAudience(AUDIENCE)
        .setSubject(account)
        .setIssuedAt()
        .setExpirationTime(`${LIFETIME_SECONDS}s`)
        .sign(privateKey),
      token_type: 'Bearer',
      expires_in: LIFETIME_SECONDS,
    }),
  }
}
