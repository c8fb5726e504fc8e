import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import * as z from 'zod'
import { freePort } from '../../local/free-port.ts'
import { startSystem } from '../system/start.ts'
import { startBrowser } from './browser.ts'

export interface Running {
  readonly url: string
  readonly browser: Browser
  stop(): Promise<void>
}

const start = async (): Promise<Running> => {
  const directory = await mkdtemp(join(tmpdir(), 'training-platform-web-'))
  const settings = ['--demo', 'accounts', '--now', '2026-11-02T09:00:00+08:00']
  const [system, browser] = await Promise.all([
    startSystem({ directory, port: await freePort(), arguments: settings }),
    startBrowser(),
  ])
  process.env.SYSTEM_URL = system.url
  return {
    url: system.url,
    browser,
    async stop() {
      delete process.env.SYSTEM_URL
      await browser.close()
      await system.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

let shared: Promise<Running> | undefined

/** From now on all files of tests have the same system and browser; they end when the answer is called. */
export const shareWeb = (): (() => Promise<void>) => {
  const running = start()
  shared = running
  return async () => (await running).stop()
}

/**
 * A system with the demo accounts and a browser, for one file of tests; the acceptance client talks to it. Its clock
 * starts in a season in which every kind of request can be made.
 */
export const startWeb = async (): Promise<Running> =>
  shared ? { ...(await shared), stop: async () => {} } : start()

/** Opens an address as someone who has to sign in on the way, and is brought back to it. */
export const signInAt = async (page: Page, account: string, address: string): Promise<void> => {
  await page.goto(address)
  await page.locator(`button[value="${account}"]`).click()
  await page.waitForURL(address)
}

const Issued = z.object({ access_token: z.string(), expires_in: z.number() })

/** Opens an address as someone whose session is there already: how one signs in is the business of a few tests. */
export const openAs = async (page: Page, account: string, address: string): Promise<void> => {
  const { origin } = new URL(address)
  const answer = await fetch(`${origin}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  })
  const { access_token: token, expires_in: seconds } = Issued.parse(await answer.json())
  const session = JSON.stringify({ token, until: Date.now() + seconds * 1000 })
  // A document of the origin that asks for nobody and loads nothing.
  await page.goto(`${origin}/api/health`)
  await page.evaluate(`sessionStorage.setItem('session', ${JSON.stringify(session)})`)
  await page.goto(address)
}

/** Goes on to another page of the workbench as its own links do: nothing is loaded anew. */
export const follow = async (page: Page, path: string): Promise<void> => {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  )
}
