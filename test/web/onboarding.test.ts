import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { freePort } from '../../local/free-port.ts'
import { type RunningSystem, startSystem } from '../system/start.ts'
import { startBrowser, type Visit, visit } from './browser.ts'

/** From an empty platform: a system that began with `--demo none`. */
let browser: Browser
let system: RunningSystem
let directory = ''
let one: Visit
let page: Page

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-platform-empty-'))
  browser = await startBrowser()
  system = await startSystem({ directory, port: await freePort(), arguments: ['--demo', 'none'] })
})
afterAll(async () => {
  await system?.stop()
  await browser?.close()
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
const main = () => page.getByRole('main')
const button = (name: string) => page.getByRole('button', { name, exact: true })
const field = (name: string) => page.getByRole('textbox', { name })

const Letters = z.array(z.object({ to: z.union([z.string(), z.array(z.string())]), text: z.string() }))
const Clock = z.object({ now: z.string() })
const Token = z.object({ access_token: z.string() })

/** The link of the latest mail to an address. */
const linkTo = async (address: string): Promise<string> => {
  const answer = await fetch(at('/local/mail'), { headers: { accept: 'application/json' } })
  const mails = Letters.parse(await answer.json())
  const links = mails
    .filter(({ to }) => String(to).includes(address))
    .map(({ text }) => /https?:\/\/\S+\/(?:invitations|addresses)\/[\w-]+/.exec(text)?.[0])
    .filter((link) => link !== undefined)
  const link = links.at(-1)
  if (link === undefined) throw new Error(`No mail with a link has gone to ${address}.`)
  return link
}

/** Signs in at the provider's page with a login that it does not list. */
const signInAs = async (login: string): Promise<void> => {
  await page.getByLabel(/其他登录名/).fill(login)
  await page.getByRole('button', { name: /^登录/ }).click()
}

/** From the mail's link to an account that can be used. */
const openAccount = async (link: string, login: string): Promise<void> => {
  await page.goto(link)
  await heading('开通账号').waitFor()
  await button('第一步：登录').click()
  await signInAs(login)
  await heading('核对邀请').waitFor()
  await button('第二步：把我的登录绑定到这个账号').click()
  await heading(/^账号已开通/).waitFor()
}

test('from the first invitation to the checklist, and the first registrar invited', async () => {
  const link = await linkTo('first@platform.example')
  expect(system.output()).toContain(link)

  // Whoever signs in without an invitation is told what to do.
  await page.goto(at('/my'))
  expect(await page.locator('button[name="account"]').count()).toBe(0)
  await signInAs('boss')
  await heading('这个登录还没有账号').waitFor()
  await main()
    .getByText(/邀请邮件/)
    .waitFor()

  // Looking at the link changes nothing; the button does.
  await page.goto(link)
  await heading('核对邀请').waitFor()
  await page.reload()
  await heading('核对邀请').waitFor()
  await button('第二步：把我的登录绑定到这个账号').click()
  await heading('账号已开通，平台管理员').waitFor()
  await button('开始使用').click()

  // Whoever holds a desk is led there first: a click before that would be overtaken.
  await heading('待办事项').waitFor()
  // Nothing waits yet: the desk shows what of moving in comes next.
  await main()
    .getByText(/上线清单还有 8 项没有办好/)
    .waitFor()
  await page.getByRole('link', { name: '上线清单' }).click()
  await heading('上线清单').waitFor()
  await heading('已办好 0 项，共 8 项').waitFor()
  await main().getByText('还没有事业单位').first().waitFor()
  await main().getByText('自治区只有一人能办理，请再邀请一人').waitFor()
  await button('给我发一封').click()
  await heading('已办好 1 项，共 8 项').waitFor()

  // An institution, and its registrar.
  await main().getByRole('link', { name: '登记机构' }).click()
  await heading('登记机构').waitFor()
  await field('名称').fill('自治区博物馆')
  await field('理由').fill('首批单位')
  await button('登记机构').click()
  await heading('已登记：自治区博物馆').waitFor()
  await main().getByRole('link', { name: '账号' }).click()
  await heading('账号').first().waitFor()
  await main().getByRole('link', { name: '邀请开通账号' }).click()
  await button('发送邀请').click()
  await page.getByRole('alert').getByRole('link', { name: '请填写姓名' }).waitFor()
  await field('姓名').fill('其其格')
  await field('邮箱').fill('qiqige@museum.example')
  await page.getByRole('checkbox', { name: /负责人/ }).check()
  await button('发送邀请').click()
  await heading('已邀请 其其格，邮件已发出').waitFor()
  await main()
    .getByText(/链接有效期至/)
    .waitFor()
  const first = await linkTo('qiqige@museum.example')

  await button('重新发送邀请').click()
  await button('重新发送邀请').click()
  await heading('邀请已重新发送').waitFor()
  const second = await linkTo('qiqige@museum.example')
  expect(second).not.toBe(first)

  await one.close()
  one = await visit(browser)
  page = one.page
  await page.goto(first)
  await button('第一步：登录').click()
  await signInAs('qiqige')
  await heading('没有这个邀请').waitFor()
  await openAccountSignedIn(second)
  await button('开始使用').click()
  await heading('待办事项').waitFor()
  await main().getByRole('link', { name: '导入在册人员' }).waitFor()
  await main().getByRole('link', { name: '导入原平台学时' }).waitFor()
  await page.getByRole('link', { name: '人员名册' }).click()
  await heading('人员名册').waitFor()
})

/** As `openAccount`, for whoever is signed in already. */
const openAccountSignedIn = async (link: string): Promise<void> => {
  await page.goto(link)
  await button('第二步：把我的登录绑定到这个账号').click()
  await heading(/^账号已开通/).waitFor()
}

test('an account is suspended and resumed, an address changed; at 360 px', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(at('/my'))
  await signInAs('boss')
  await page.waitForURL(/\/tasks/)
  await page.goto(at('/accounts'))
  await main().getByRole('link', { name: '平台管理员' }).waitFor()
  await main().getByRole('link', { name: '邀请开通账号' }).click()
  await field('姓名').fill('苏和')
  await field('邮箱').fill('suhe@region.example')
  await button('发送邀请').click()
  await heading('已邀请 苏和，邮件已发出').waitFor()
  const account = page.url()

  const guest = await visit(browser)
  const before = page
  page = guest.page
  await openAccount(await linkTo('suhe@region.example'), 'suhe')
  page = before

  await page.goto(account)
  await button('停用账号').click()
  await field('理由').fill('借调')
  await button('停用账号').click()
  await heading('账号已停用').waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  page = guest.page
  await page.goto(at('/my'))
  await page.getByRole('heading', { name: '账号已停用', exact: true }).waitFor()
  page = before
  await button('恢复账号').click()
  await field('理由').fill('返回')
  await button('恢复账号').click()
  await heading('账号已恢复').waitFor()

  page = guest.page
  await page.goto(at('/account'))
  await field('新邮箱').fill('suhe.new@region.example')
  await button('更换邮箱').click()
  await heading(/确认邮件已发到新邮箱/).waitFor()
  await page.goto(await linkTo('suhe.new@region.example'))
  await heading('确认新邮箱').waitFor()
  await button('确认新邮箱').click()
  await heading('新邮箱已生效').waitFor()
  await main().getByText('suhe.new@region.example').waitFor()
  expect(guest.faults).toEqual([])
  await guest.close()
})

test('a link that is older than 14 days says so', async () => {
  await page.goto(at('/my'))
  await signInAs('boss')
  await page.waitForURL(/\/tasks/)
  await page.goto(at('/accounts/new'))
  await page.goto(at('/accounts'))
  await main().getByRole('link', { name: '邀请开通账号' }).click()
  await field('姓名').fill('迟到的人')
  await field('邮箱').fill('late@region.example')
  await button('发送邀请').click()
  await heading('已邀请 迟到的人，邮件已发出').waitFor()
  const link = await linkTo('late@region.example')
  const { now } = Clock.parse(await (await fetch(at('/local/clock'))).json())
  const later = new Date(Date.parse(now) + 14 * 86_400_000 + 60_000).toISOString()
  const moved = await fetch(at('/local/clock'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: later }),
  })
  expect(moved.status).toBe(200)
  await page.reload()
  await main().getByText('链接已过期，请重新发送').waitFor()

  const issued = await fetch(at('/local/token'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'late.person' }),
  })
  const token = Token.parse(await issued.json())
  const bound = await fetch(`${link.replace('/invitations/', '/api/invitations/')}/binding`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token.access_token}` },
  })
  expect(bound.status).toBe(410)
  await page.goto(link)
  await heading(/链接已过期/).waitFor()
})
