import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { decodeProtectedHeader } from 'jose'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { freePort } from '../../local/free-port.ts'
import { type RunningSystem, startSystem } from '../system/start.ts'
import { startBrowser, type Visit, visit } from '../web/browser.ts'
import { type Keycloak, PASSWORD, startKeycloak } from './keycloak.ts'

/** An empty platform whose people sign in at Keycloak, in turn: each test goes on where the one before ended. */
const AUDIENCE = 'training-platform-api'
let keycloak: Keycloak
let browser: Browser
let system: RunningSystem
let directory = ''
let one: Visit
let page: Page

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-platform-identity-'))
  const port = await freePort()
  keycloak = await startKeycloak(`http://127.0.0.1:${port}`, AUDIENCE)
  browser = await startBrowser()
  system = await startSystem({
    directory,
    port,
    arguments: ['--demo', 'none'],
    environment: { OIDC_ISSUER: keycloak.issuer, OIDC_AUDIENCE: AUDIENCE, OIDC_RESOURCE: 'none' },
  })
})
afterAll(async () => {
  await system?.stop()
  await browser?.close()
  await keycloak?.stop()
  await rm(directory, { recursive: true, force: true })
})
beforeEach(async () => {
  one = await visit(browser)
  page = one.page
})
afterEach(async () => {
  expect(one.faults).toEqual([])
  await one.close()
})

const at = (path: string): string => `${system.url}${path}`
const heading = (name: string | RegExp) => page.getByRole('heading', { name })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const password = () => page.locator('#password')

/** Keycloak's own page. */
const signInThere = async (username: string): Promise<void> => {
  await page.locator('#username').fill(username)
  await password().fill(PASSWORD)
  await page.locator('#kc-login').click()
}

const tokenOfPage = async (): Promise<string> =>
  page.evaluate<string>("JSON.parse(sessionStorage.getItem('session')).token")

const statusWith = async (token: string): Promise<number> =>
  (await fetch(at('/api/me'), { headers: { authorization: `Bearer ${token}` } })).status

test('the first invitation is bound to a login of Keycloak, once, and another login has no account', async () => {
  const link = /http\S+\/invitations\/[\w-]+/.exec(system.output())?.[0] ?? ''
  await page.goto(link)
  await button('第一步：登录').click()
  await signInThere('first.person')
  await heading('核对邀请').waitFor()
  await button('第二步：把我的登录绑定到这个账号').click()
  await heading('账号已开通，平台管理员').waitFor()
  expect(await statusWith(await tokenOfPage())).toBe(200)

  await one.close()
  one = await visit(browser)
  page = one.page
  await page.goto(at('/my'))
  await signInThere('guest.person')
  await heading('这个登录还没有账号').waitFor()
  const guest = await tokenOfPage()
  expect(await statusWith(guest)).toBe(403)
  const again = await fetch(`${link.replace('/invitations/', '/api/invitations/')}/binding`, {
    method: 'POST',
    headers: { authorization: `Bearer ${guest}` },
  })
  expect(again.status).toBe(409)
})

test('this machine’s own provider and its tokens for the asking are gone', async () => {
  const asked = await fetch(at('/local/token'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'first.person' }),
  })
  expect(asked.status).toBe(404)
  expect((await fetch(at('/oidc/.well-known/openid-configuration'))).status).toBe(404)
})

test('a token that Keycloak made for somebody else’s application opens nothing here', async () => {
  expect(await statusWith(await keycloak.foreignToken())).toBe(401)
})

test('a new key signs from the next sign-in on; what the one before signed holds until it ends', async () => {
  await page.goto(at('/tasks'))
  await signInThere('first.person')
  await heading('待办事项').waitFor()
  const before = await tokenOfPage()
  await keycloak.rotateKey()
  await page.evaluate("sessionStorage.removeItem('session')")
  // Keycloak knows who it is: no password is asked.
  await page.goto(at('/tasks'))
  await heading('待办事项').waitFor()
  const after = await tokenOfPage()
  expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid)
  // A key that was not seen is asked for twice a minute at most.
  await expect.poll(() => statusWith(after), { timeout: 60_000, interval: 2000 }).toBe(200)
  expect(await statusWith(before)).toBe(200)
})

test('a session that ends is refused, and the page fetches another where Keycloak still knows who it is', async () => {
  await page.goto(at('/tasks'))
  await signInThere('first.person')
  await heading('待办事项').waitFor()
  await keycloak.setLifespan(33)
  await page.evaluate("sessionStorage.removeItem('session')")
  await page.goto(at('/tasks'))
  await heading('待办事项').waitFor()
  const short = await tokenOfPage()
  expect(await statusWith(short)).toBe(200)
  await wait(34_000)
  expect(await statusWith(short)).toBe(401)
  await keycloak.setLifespan(300)
  await page.goto(at('/registers/organisations'))
  await page.waitForURL(at('/registers/organisations'))
  await expect.poll(tokenOfPage).not.toBe(short)
  expect(await statusWith(await tokenOfPage())).toBe(200)
})

test('signing out ends the session at Keycloak too: the next sign-in asks for the password', async () => {
  await page.goto(at('/tasks'))
  await signInThere('first.person')
  await heading('待办事项').waitFor()
  const open = await keycloak.countSessions('first.person')
  await button('退出').click()
  await page.waitForURL(at('/'))
  await expect.poll(() => keycloak.countSessions('first.person')).toBe(open - 1)
  await page.goto(at('/tasks'))
  await password().waitFor()
  expect(new URL(page.url()).origin).toBe(new URL(keycloak.issuer).origin)
})
