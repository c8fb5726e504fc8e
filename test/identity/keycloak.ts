import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import { freePort } from '../../local/free-port.ts'
import { KEYCLOAK_HOME } from '../../scripts/keycloak-home.ts'

const REALM = 'training'
const ADMINISTRATOR = 'administrator'
/** A first start fills its database in memory: a minute on an idle machine. */
const PATIENCE = 400_000

const Token = z.object({ access_token: z.string() })
const Key = z.object({ algorithm: z.string(), status: z.string() }).partial()
const Keys = z.object({ keys: z.array(Key) })
const Named = z.array(z.object({ id: z.string() }))

export interface Keycloak {
  readonly issuer: string
  /** The token endpoint's answer to a client of its own, which is not ours: for nobody's API. */
  foreignToken(): Promise<string>
  /** From now on access tokens live so long. */
  setLifespan(seconds: number): Promise<void>
  /** Signs with a new key from now on; the one before still verifies. */
  rotateKey(): Promise<void>
  /** How many sessions of a person are open there. */
  countSessions(username: string): Promise<number>
  stop(): Promise<void>
}

/** Who can sign in there, each by the password `PASSWORD`. */
export const PASSWORD = 'a-long-passphrase'
const users = ['first.person', 'guest.person'] as const

const realm = (application: string, audience: string) => ({
  realm: REALM,
  enabled: true,
  sslRequired: 'none',
  accessTokenLifespan: 300,
  clients: [
    {
      clientId: 'web',
      publicClient: true,
      standardFlowEnabled: true,
      directAccessGrantsEnabled: false,
      redirectUris: [`${application}/signed-in`],
      webOrigins: [application],
      attributes: {
        'pkce.code.challenge.method': 'S256',
        'post.logout.redirect.uris': `${application}/`,
      },
      // Keycloak refuses a `resource` (RFC 8707) that it doesn't know: the audience is a mapper's.
      protocolMappers: [
        {
          name: 'audience',
          protocol: 'openid-connect',
          protocolMapper: 'oidc-audience-mapper',
          config: { 'included.custom.audience': audience, 'access.token.claim': 'true' },
        },
      ],
    },
    { clientId: 'another', publicClient: true, directAccessGrantsEnabled: true },
  ],
  users: users.map((username) => ({
    username,
    enabled: true,
    email: `${username}@login.example`,
    emailVerified: true,
    firstName: username,
    lastName: 'Person',
    credentials: [{ type: 'password', value: PASSWORD, temporary: false }],
  })),
})

/** Starts Keycloak on this machine alone, with a realm for the application at `application`. */
export const startKeycloak = async (application: string, audience: string): Promise<Keycloak> => {
  const port = await freePort()
  const secret = randomBytes(24).toString('base64url')
  const isWindows = process.platform === 'win32'
  const child = spawn(
    join(KEYCLOAK_HOME, 'bin', isWindows ? 'kc.bat' : 'kc.sh'),
    ['start-dev', '--db=dev-mem', '--http-host=127.0.0.1', `--http-port=${port}`],
    {
      env: {
        ...process.env,
        KC_BOOTSTRAP_ADMIN_USERNAME: ADMINISTRATOR,
        KC_BOOTSTRAP_ADMIN_PASSWORD: secret,
        JAVA_OPTS_KC_HEAP: '-Xms64m -Xmx512m',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: the script has a Java below it.
      detached: !isWindows,
      shell: isWindows,
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const ended = once(child, 'exit')
  const address = `http://127.0.0.1:${port}`
  const isOver = () => child.exitCode !== null || child.signalCode !== null

  const stop = async () => {
    if (isOver() || child.pid === undefined) return
    if (isWindows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'])
    else process.kill(-child.pid, 'SIGTERM')
    await ended
  }

  const end = Date.now() + PATIENCE
  const answers = () =>
    fetch(`${address}/realms/master/.well-known/openid-configuration`)
      .then(({ ok }) => ok)
      .catch(() => false)
  while (!(await answers())) {
    if (isOver() || Date.now() > end) {
      await stop()
      throw new Error(`Keycloak did not start:\n${output}`)
    }
    await wait(500)
  }

  const passwordToken = async (at: string, client: string, username: string, password: string) => {
    const answer = await fetch(`${address}/realms/${at}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', client_id: client, username, password }),
    })
    if (!answer.ok) throw new Error(`Keycloak answers ${answer.status}: ${await answer.text()}`)
    return Token.parse(await answer.json()).access_token
  }
  /** A call of its administration, signed in anew each time: such a token lives a minute. */
  const administer = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${address}/admin/realms${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await passwordToken('master', 'admin-cli', ADMINISTRATOR, secret)}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`Keycloak answers ${answer.status} to ${method} ${path}: ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }

  await administer('POST', '', realm(application, audience))
  const kidsOf = async () =>
    Keys.parse(await administer('GET', `/${REALM}/keys`)).keys.filter(
      ({ algorithm, status }) => algorithm === 'RS256' && status === 'ACTIVE',
    ).length
  return {
    issuer: `${address}/realms/${REALM}`,
    foreignToken: () => passwordToken(REALM, 'another', users[0], PASSWORD),
    async setLifespan(seconds) {
      await administer('PUT', `/${REALM}`, { accessTokenLifespan: seconds })
    },
    async rotateKey() {
      const before = await kidsOf()
      await administer('POST', `/${REALM}/components`, {
        name: 'the-new-key',
        providerId: 'rsa-generated',
        providerType: 'org.keycloak.keys.KeyProvider',
        config: {
          priority: ['200'],
          enabled: ['true'],
          active: ['true'],
          algorithm: ['RS256'],
          keySize: ['2048'],
        },
      })
      if ((await kidsOf()) !== before + 1) throw new Error('Keycloak made no new key.')
    },
    async countSessions(username) {
      const [user] = Named.parse(await administer('GET', `/${REALM}/users?exact=true&username=${username}`))
      return user === undefined
        ? 0
        : Named.parse(await administer('GET', `/${REALM}/users/${user.id}/sessions`)).length
    },
    stop,
  }
}
