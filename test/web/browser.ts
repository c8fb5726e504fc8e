import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  type Browser,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
  type Route,
} from 'playwright-core'
import { expect, TestRunner } from 'vitest'
import { browserProgram } from './browser-program.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Starts the browser; without a sandbox, so that it also runs as root and in containers. */
export const startBrowser = async (): Promise<Browser> => {
  const { program, libraries } = await browserProgram()
  return playwright.launch({
    executablePath: program,
    args: ['--no-sandbox', '--font-render-hinting=none'],
    env: { ...process.env, LD_LIBRARY_PATH: libraries },
  })
}

export interface Visit {
  readonly page: Page
  /** What the page did that it should not: scripts that failed, what the security policy stopped. */
  readonly faults: readonly string[]
  close(): Promise<void>
}

/** A visitor with no cookies and nothing remembered; Chinese unless told otherwise. */
export const visit = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> => {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options })
  // Longer than playwright's 30 seconds: others may be at work on the same machine.
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) faults.push(message.text())
  })
  const close = async () => {
    if (TestRunner.getCurrentTest()?.result?.state === 'fail') await tellWhere(page)
    await context.close()
  }
  return { page, faults, close }
}

/** What a test that failed had before it: the demonstration's people, nobody else's. */
const tellWhere = async (page: Page): Promise<void> => {
  const text = await page.evaluate<string>('document.body.innerText').catch(String)
  console.error(`The page when the test failed: ${page.url()}\n${text.slice(0, 2000)}`)
}

/**
 * The next request for an address is answered by the test, those after it by the system. The route stays: one that is
 * taken away (`times: 1`) while the page asks for something else can leave that without an answer, now and then.
 */
export const interceptOnce = async (
  page: Page,
  address: string,
  handle: (route: Route) => Promise<void>,
): Promise<void> => {
  let isDone = false
  await page.route(address, (route) => {
    if (isDone) return route.fallback()
    isDone = true
    return handle(route)
  })
}

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly target: readonly string[] }[]
}

/**
 * Articles that the page cites without leading to them: nothing of a link, and nothing in which a link can't stand
 * (labels, buttons, headings, what is chosen from).
 */
const BARE = `(() => {
  const closed = 'a, button, label, legend, h1, h2, h3, h4, option, select, textarea, code, pre, title, summary, caption, [role=option], [role=radiogroup], .ant-select'
  const cites = /(?<!》)第(?:\\d+(?:[、–至]\\d+)*|[一二三四五六七八九十]+)条|Art\\. \\d/
  const texts = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
  const bare = []
  for (let at = texts.nextNode(); at; at = texts.nextNode())
    if (cites.test(at.data) && !at.parentElement.closest(closed)) bare.push(at.data.trim())
  return bare
})()`

/** Wherever an article is cited, its text is one press away (Art. 48). */
export const expectCitationsLead = async (page: Page): Promise<void> => {
  expect(await page.evaluate<string[]>(BARE)).toEqual([])
}

/** Runs axe (WCAG 2.2 AA) on the page as it is now: nothing may be found. */
export const expectAccessible = async (page: Page): Promise<void> => {
  // Through the debugger and not as a script of the page: the security policy stays as it is.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(AXE)
  const violations = await page.evaluate<Violation[]>(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }).then(({ violations }) => violations)",
  )
  expect(
    violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
    ),
  ).toEqual([])
}
