import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IssuerUnreachableError, openOtherTokens } from '../../local/identity/other-issuer.ts'
import { readSettings, SettingsWrongError } from '../../local/settings.ts'

/** An issuer of the test's own, with keys of two kinds. */
let server: Server
let issuer = ''
const AUDIENCE = 'our-api'
const rsa = await generateKeyPair('RS256', { extractable: true })
const elliptic = await generateKeyPair('ES256', { extractable: true })

beforeAll(async () => {
  const keys = [
    { ...(await exportJWK(rsa.publicKey)), kid: 'rsa', alg: 'RS256' },
    { ...(await exportJWK(elliptic.publicKey)), kid: 'elliptic', alg: 'ES256' },
  ]
  server = createServer((request, response) => {
    const body = request.url?.endsWith('/keys') ? { keys } : { issuer, jwks_uri: `${issuer}/keys` }
    response.end(JSON.stringify(body))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
})
afterAll(() => server.close())

const token = (claims: object, { algorithm = 'RS256', from = issuer, seconds = 60 } = {}) =>
  new SignJWT({ ...claims })
    .setProtectedHeader(
      algorithm === 'RS256' ? { alg: algorithm, kid: 'rsa' } : { alg: algorithm, kid: 'elliptic' },
    )
    .setIssuer(from)
    .setSubject('someone')
    .setIssuedAt(Math.floor(Date.now() / 1000) - 120)
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(algorithm === 'RS256' ? rsa.privateKey : elliptic.privateKey)

describe('tokens of an issuer that others run are held to what API Gateway holds them to', () => {
  test.each<[string, object, { algorithm?: string; from?: string; seconds?: number }, boolean]>([
    ['for us', { aud: AUDIENCE }, {}, true],
    ['for us among others', { aud: ['account', AUDIENCE] }, {}, true],
    ['without an audience, for our client', { client_id: AUDIENCE }, {}, true],
    ['for somebody else, although by our client', { aud: 'account', client_id: AUDIENCE }, {}, false],
    ['for nobody', {}, {}, false],
    ['of another issuer', { aud: AUDIENCE }, { from: 'http://elsewhere.example' }, false],
    ['that has ended', { aud: AUDIENCE }, { seconds: -1 }, false],
    ['signed without RSA', { aud: AUDIENCE }, { algorithm: 'ES256' }, false],
  ])('a token %s', async (_, claims, how, holds) => {
    const verify = await openOtherTokens({ issuer, audience: AUDIENCE })
    expect((await verify(await token(claims, how)))?.sub).toBe(holds ? 'someone' : undefined)
  })

  test('an issuer that calls itself otherwise, or does not answer, stops the start', async () => {
    await expect(openOtherTokens({ issuer: `${issuer}/x`, audience: AUDIENCE })).rejects.toThrow(
      IssuerUnreachableError,
    )
    await expect(openOtherTokens({ issuer: 'http://127.0.0.1:1', audience: AUDIENCE })).rejects.toThrow(
      IssuerUnreachableError,
    )
  })
})

test('the settings that name it', () => {
  const read = (environment: Record<string, string>) => readSettings([], environment).otherIssuer
  expect(read({})).toBeUndefined()
  expect(read({ OIDC_ISSUER: 'https://login.example', OIDC_AUDIENCE: 'api', OIDC_RESOURCE: 'none' })).toEqual(
    {
      issuer: 'https://login.example',
      audience: 'api',
      clientId: 'web',
      asksForResource: false,
    },
  )
  for (const wrong of [
    { OIDC_ISSUER: 'login.example', OIDC_AUDIENCE: 'api' },
    { OIDC_ISSUER: 'https://login.example/', OIDC_AUDIENCE: 'api' },
    { OIDC_ISSUER: 'https://login.example' },
    { OIDC_ISSUER: 'https://login.example', OIDC_AUDIENCE: 'api', OIDC_RESOURCE: 'x' },
  ])
    expect(() => read(wrong)).toThrow(SettingsWrongError)
})
