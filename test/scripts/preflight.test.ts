import { expect, test } from 'vitest'
import { type Asking, type Planned, preflight } from '../../scripts/cloud/preflight.ts'

const issuer = 'https://login.example/realms/training'
const discovery = {
  issuer,
  jwks_uri: `${issuer}/keys`,
  id_token_signing_alg_values_supported: ['RS256', 'ES256'],
}
const answers: Record<string, unknown> = {
  [`${issuer}/.well-known/openid-configuration`]: discovery,
  [`${issuer}/keys`]: { keys: [{ kty: 'RSA', alg: 'RS256' }] },
}
const planned: Planned = {
  issuer,
  region: 'eu-central-1',
  publicUrl: 'https://training.example',
  alarmMail: 'ops@training.example',
}

const asking = (changed: Record<string, unknown> = {}, more: Partial<Asking> = {}): Asking => ({
  fetch: async (url) => {
    const found = url in changed ? changed[url] : answers[url]
    return { status: found === undefined ? 404 : 200, json: async () => found }
  },
  addresses: async () => ['203.0.113.7'],
  concurrency: async () => 1000,
  ...more,
})
const stops = async (on: Asking, plan: Planned = planned) =>
  (await preflight(on, plan)).filter(({ level }) => level === 'stop').map(({ what }) => what)

test('where all is in order nothing stops the deployment', async () => {
  expect(await stops(asking())).toEqual([])
})

const at = `${issuer}/.well-known/openid-configuration`
test.each<[string, Asking, RegExp]>([
  ['no discovery document', asking({ [at]: undefined }), /answers 404/],
  ['another kind of answer', asking({ [at]: { hello: 'there' } }), /no discovery document/],
  [
    'another issuer, by one stroke',
    asking({ [at]: { ...discovery, issuer: `${issuer}/` } }),
    /to the last stroke/,
  ],
  [
    'no RS256',
    asking({ [at]: { ...discovery, id_token_signing_alg_values_supported: ['ES256'] } }),
    /API Gateway takes RS256/,
  ],
  ['no keys', asking({ [`${issuer}/keys`]: undefined }), /publishes no RSA key/],
  ['keys of another kind', asking({ [`${issuer}/keys`]: { keys: [{ kty: 'EC' }] } }), /publishes no RSA key/],
  ['an inner address', asking({}, { addresses: async () => ['10.3.0.9'] }), /inner network/],
  ['an inner address of the new kind', asking({}, { addresses: async () => ['fd00::1'] }), /inner network/],
  ['a new account', asking({}, { concurrency: async () => 10 }), /ask for 1000/],
  [
    'an issuer that is silent',
    asking(
      {},
      {
        fetch: async () => {
          throw new Error('timed out')
        },
      },
    ),
    /cannot be read: timed out/,
  ],
])('%s', async (_, on, why) => {
  expect((await stops(on)).join('\n')).toMatch(why)
})

test.each<[Partial<Planned>, RegExp]>([
  [{ issuer: 'http://login.example' }, /HTTPS/],
  [{ publicUrl: undefined }, /publicUrl/],
  [{ alarmMail: undefined }, /nobody reads them/],
  [{ webCertificate: 'arn:aws:acm:eu-central-1:123456789012:certificate/1' }, /us-east-1/],
])('the settings %j', async (changed, why) => {
  expect((await stops(asking(), { ...planned, ...changed })).join('\n')).toMatch(why)
})

test('in China it says that the ICP record comes first', async () => {
  const found = await preflight(asking(), { ...planned, region: 'cn-north-1' })
  expect(found.map(({ what }) => what).join('\n')).toMatch(/ICP/)
})
