import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { freePort } from '../../local/free-port.ts'
import { openKeys } from '../../local/identity/keys.ts'
import { openIdentity } from '../../local/identity/provider.ts'
import { openIdentityStore } from '../../local/identity/store.ts'
import { AUDIENCE, openTokens } from '../../local/identity/tokens.ts'

const accounts = [
  { id: 'staff.li', name: '李', title: '教师' },
  { id: 'hr.city', name: '包', title: '<b>人社局</b>' },
]
let directory = ''
let origin = ''
let server: Server
let tokens: Awaited<ReturnType<typeof openTokens>>

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'identity-'))
  const port = await freePort()
  origin = `http://127.0.0.1:${port}`
  const keys = await openKeys(join(directory, 'keys.json'))
  const identity = openIdentity(
    `${origin}/oidc`,
    keys,
    accounts,
    openIdentityStore(join(directory, 'identity.sqlite')),
  )
  tokens = await openTokens(`${origin}/oidc`, keys)
  server = createServer(
    (request, response) => void identity(request, response, new URL(request.url ?? '/', origin)),
  )
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.close()
  await rm(directory, { recursive: true })
})

/** A browser as far as signing in goes: cookies kept, redirects followed by hand. */
const openBrowser = () => {
  const cookies = new Map<string, string>()
  return async (url: string, init: RequestInit = {}) => {
    const response = await fetch(new URL(url, origin), {
      ...init,
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    return response
  }
}

const authorization = (verifier: string, more: Record<string, string> = {}) =>
  `/oidc/auth?${new URLSearchParams({
    client_id: 'web',
    response_type: 'code',
    redirect_uri: `${origin}/signed-in`,
    scope: 'openid',
    resource: AUDIENCE,
    state: 'here',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  })}`

const signIn = async (account: string, verifier: string) => {
  const browse = openBrowser()
  const page = (await browse(authorization(verifier, { login_hint: account }))).headers.get('location') ?? ''
  const shown = await (await browse(page)).text()
  const chosen = await browse(page, { method: 'POST', body: new URLSearchParams({ account }) })
  const back = await browse(chosen.headers.get('location') ?? '')
  return { shown, back: new URL(back.headers.get('location') ?? '', origin) }
}

const exchange = (code: string, verifier: string) =>
  fetch(`${origin}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'web',
      code,
      redirect_uri: `${origin}/signed-in`,
      code_verifier: verifier,
      resource: AUDIENCE,
    }),
  })

describe('signing in on one machine: authorization code with PKCE', () => {
  test('the chosen account gets a token that the API takes', async () => {
    const verifier = randomBytes(32).toString('base64url')
    const { shown, back } = await signIn('staff.li', verifier)
    expect(shown).toContain('value="hr.city"')
    expect(shown).toContain('&lt;b&gt;人社局')
    expect(back.searchParams.get('state')).toBe('here')
    const answer = await exchange(back.searchParams.get('code') ?? '', verifier)
    const { access_token, token_type } = z
      .object({ access_token: z.string(), token_type: z.string() })
      .parse(await answer.json())
    expect(token_type).toBe('Bearer')
    expect(await tokens.verify(access_token)).toMatchObject({ sub: 'staff.li' })
  })

  test('a code is of no use without its verifier, and only once', async () => {
    const verifier = randomBytes(32).toString('base64url')
    const { back } = await signIn('staff.li', verifier)
    const code = back.searchParams.get('code') ?? ''
    expect((await exchange(code, randomBytes(32).toString('base64url'))).status).toBe(400)
    expect((await exchange(code, verifier)).status).toBe(200)
    expect((await exchange(code, verifier)).status).toBe(400)
  })

  test('whoever is signed in, another account can be chosen', async () => {
    const browse = openBrowser()
    const choose = async (account: string, more: Record<string, string> = {}) => {
      const page = (await browse(authorization('v'.repeat(43), more))).headers.get('location') ?? ''
      const chosen = await browse(page, { method: 'POST', body: new URLSearchParams({ account }) })
      const resume = chosen.headers.get('location') ?? ''
      return { resume, answer: await browse(resume) }
    }
    await choose('staff.li')
    const { resume, answer } = await choose('hr.city', { prompt: 'login' })
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(await answer.text())?.[1] ?? ''
    // The page that ends the old session sends itself off in a browser.
    const ended = await browse('/oidc/session/end/confirm', {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    })
    expect(new URL(ended.headers.get('location') ?? '', origin).pathname).toBe(
      new URL(resume, origin).pathname,
    )
    const back = new URL((await browse(resume)).headers.get('location') ?? '', origin)
    const { access_token } = z
      .object({ access_token: z.string() })
      .parse(await (await exchange(back.searchParams.get('code') ?? '', 'v'.repeat(43))).json())
    expect(await tokens.verify(access_token)).toMatchObject({ iss: `${origin}/oidc`, sub: 'hr.city' })
  })

  test('any other login signs in, whether or not it leads to an account', async () => {
    const browse = openBrowser()
    const page = (await browse(authorization('v'.repeat(43)))).headers.get('location') ?? ''
    expect(await (await browse(page)).text()).toContain('name="login"')
    const chosen = await browse(page, {
      method: 'POST',
      body: new URLSearchParams({ login: ' new.person ' }),
    })
    const back = new URL(
      (await browse(chosen.headers.get('location') ?? '')).headers.get('location') ?? '',
      origin,
    )
    const answer = await exchange(back.searchParams.get('code') ?? '', 'v'.repeat(43))
    const { access_token } = z.object({ access_token: z.string() }).parse(await answer.json())
    expect(await tokens.verify(access_token)).toMatchObject({ sub: 'new.person' })
  })

  test('what is no login, and an address of another site, get nowhere', async () => {
    const browse = openBrowser()
    const page = (await browse(authorization('v'.repeat(43)))).headers.get('location') ?? ''
    const again = await browse(page, { method: 'POST', body: new URLSearchParams({ login: '<b>' }) })
    expect([again.status, again.headers.get('location')]).toEqual([200, null])
    const elsewhere = await browse(
      authorization('v'.repeat(43), { redirect_uri: 'https://elsewhere.example/' }),
    )
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([400, null])
  })
})

describe('tokens', () => {
  test('hold for this issuer and audience alone, and not when a byte is changed', async () => {
    const { access_token, expires_in } = await tokens.issue('staff.li')
    expect(expires_in).toBe(3600)
    expect(await tokens.verify(access_token)).toMatchObject({ sub: 'staff.li' })
    const keys = await openKeys(join(directory, 'keys.json'))
    expect(await (await openTokens('http://elsewhere/oidc', keys)).verify(access_token)).toBeUndefined()
    const [header, payload = '', signature] = access_token.split('.')
    const other = Buffer.from(payload, 'base64url').toString().replace('staff.li', 'hr.city')
    expect(
      await tokens.verify([header, Buffer.from(other).toString('base64url'), signature].join('.')),
    ).toBeUndefined()
    expect(await tokens.verify('nonsense')).toBeUndefined()
  })

  test('outlive a restart: the keys are kept', async () => {
    const { access_token } = await tokens.issue('hr.city')
    const reopened = await openTokens(`${origin}/oidc`, await openKeys(join(directory, 'keys.json')))
    expect(await reopened.verify(access_token)).toMatchObject({ iss: `${origin}/oidc`, sub: 'hr.city' })
  })
})

describe('signing out at the issuer', () => {
  test('ends its session: the next visitor of this browser is asked who they are', async () => {
    const browse = openBrowser()
    const verifier = randomBytes(32).toString('base64url')
    const page = (await browse(authorization(verifier))).headers.get('location') ?? ''
    const chosen = await browse(page, { method: 'POST', body: new URLSearchParams({ account: 'staff.li' }) })
    const back = new URL(
      (await browse(chosen.headers.get('location') ?? '')).headers.get('location') ?? '',
      origin,
    )
    const { id_token } = z
      .object({ id_token: z.string() })
      .parse(await (await exchange(back.searchParams.get('code') ?? '', verifier)).json())
    // Signed in, the browser is sent straight back.
    expect((await browse(authorization(verifier))).headers.get('location')).toContain('/signed-in?code=')
    const query = new URLSearchParams({
      client_id: 'web',
      id_token_hint: id_token,
      post_logout_redirect_uri: `${origin}/`,
    })
    const shown = await browse(`/oidc/session/end?${query}`)
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'")
    const form = await shown.text()
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(form) ?? []
    const ended = await browse('/oidc/session/end/confirm', {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    })
    expect(ended.headers.get('location')).toBe(`${origin}/`)
    expect((await browse(authorization(verifier))).headers.get('location')).toContain('/oidc/sign-in/')
  })

  test('sends nobody to another site', async () => {
    const query = new URLSearchParams({ client_id: 'web', post_logout_redirect_uri: 'https://evil.example/' })
    const answer = await openBrowser()(`/oidc/session/end?${query}`)
    expect(answer.status).toBe(400)
  })
})
