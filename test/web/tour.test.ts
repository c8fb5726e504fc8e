import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectCitationsLead, visit } from './browser.ts'
import { openAs, type Running, startWeb } from './running.ts'
import { accountStops } from './tour/accounts.ts'
import { classStops } from './tour/classes.ts'
import { deskStops } from './tour/desks.ts'
import { type Ground, prepareGround } from './tour/ground.ts'
import { institutionStops } from './tour/institution.ts'
import { oversightStops, registersStops } from './tour/registers.ts'
import { staffStops } from './tour/staff.ts'
import type { Stop } from './tour/stop.ts'
import { visitorStops } from './tour/visitors.ts'

/**
 * The tour of accessibility: every page of the web, and the states that are reached by doing something on it, each in
 * both languages (English in large letters) and at both widths. Axe finds nothing, nothing moves sideways at 360 px,
 * no script fails and the security policy stops nothing.
 */
const stops: readonly Stop[] = [
  ...visitorStops,
  ...staffStops,
  ...registersStops,
  ...oversightStops,
  ...institutionStops,
  ...accountStops,
  ...deskStops,
  ...classStops,
]

const NARROW = { width: 360, height: 740 }
const WIDE = { width: 1280, height: 800 }

let running: Running
let ground: Ground

beforeAll(async () => {
  running = await startWeb()
  ground = await prepareGround()
}, 180_000)
afterAll(() => running?.stop())

const settled = async (page: Page): Promise<void> => {
  await expect.poll(() => page.getByText(/^(正在读取…|Loading…)$/).count(), { interval: 20 }).toBe(0)
  await expect.poll(() => page.locator('main[aria-busy=true]').count()).toBe(0)
}

const look = async (page: Page): Promise<void> => {
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size)
    if (size === NARROW)
      await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(NARROW.width)
    await expectAccessible(page)
    await expectCitationsLead(page)
  }
}

test('every page has its place in the tour', () => {
  const web = resolve(import.meta.dirname, '../../web/workbench')
  const paths = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('routes.ts'))
    .flatMap((file) => [...readFileSync(join(web, file), 'utf8').matchAll(/path: '([^']+)'/g)])
    .map(([, path]) => path)
  expect(paths.length).toBeGreaterThan(40)
  const walked = new Set(stops.map(({ route }) => route))
  expect(
    ['/verify', '/verify/:code', '/task/:id', ...paths].filter((path) => !walked.has(String(path))),
  ).toEqual([])
})

test.each(
  stops.map(
    (stop) =>
      [`${stop.route}${stop.state ? `, ${stop.state}` : ''}, ${stop.account ?? 'a visitor'}`, stop] as const,
  ),
)('%s', async (_, stop) => {
  const { page, faults, close } = await visit(running.browser)
  const address = `${running.url}${typeof stop.path === 'string' ? stop.path : stop.path(ground)}`
  try {
    await page.setViewportSize(WIDE)
    if (stop.account === undefined) await page.goto(address)
    else await openAs(page, stop.account, address)
    await settled(page)
    await stop.open?.(page, ground)
    await page
      .getByText(stop.sees)
      .or(page.getByRole('button', { name: stop.sees }))
      .filter({ visible: true })
      .first()
      .waitFor()
    await settled(page)
    await look(page)
    await page.getByRole('button', { name: 'English', exact: true }).click()
    await page.getByRole('button', { name: 'Large text', exact: true }).click()
    expect(await page.evaluate('document.documentElement.lang + document.documentElement.className')).toBe(
      'enlarge',
    )
    await settled(page)
    if (stop.neverInEnglish) expect(await page.getByRole('main').innerText()).not.toMatch(stop.neverInEnglish)
    await look(page)
    expect(faults).toEqual([])
  } catch (error) {
    // What the page said instead tells more than what it did not say.
    const said = await page.locator('body').innerText({ timeout: 5_000 })
    throw new Error(`The page says:\n${said}`, { cause: error })
  } finally {
    await close()
  }
})
