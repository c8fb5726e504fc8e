import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { FEED_SCOPE } from '../../functions/platform/lambda.ts'
import { MachineScope } from '../../functions/platform/terms.ts'
import { type Listening, listen, sendJson } from './listen.ts'

export const AUDIENCE = 'training-platform-api'
const KEY = 'emulator'
const LIFETIME_SECONDS = 3600

interface Issued {
  readonly access_token: string
  readonly token_type: 'Bearer'
  readonly expires_in: number
}

export interface Issuer extends Listening {
  issueToken(account: string): Promise<Issued>
  /** As client credentials lead to: for a provider's program, with the scope of feeds. */
  issueClientToken(client: string): Promise<Issued>
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
  const issue = async (subject: string, claims: Readonly<Record<string, string>>): Promise<Issued> => ({
    access_token: await new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: KEY })
      .setIssuer(server.url)
      .setAudience(AUDIENCE)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .sign(privateKey),
    token_type: 'Bearer',
    expires_in: LIFETIME_SECONDS,
  })
  return {
    ...server,
    issueToken: (account) => issue(account, { scope: 'openid' }),
    issueClientToken: (client) =>
      issue(`client:${client}`, {
        scope: [FEED_SCOPE, ...MachineScope.options].join(' '),
        client_id: client,
      }),
  }
}
