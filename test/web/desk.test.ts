import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, claim, online, reaches, until } from '../acceptance/client.ts'
import { type Visit, visit } from './browser.ts'
import { openAs, type Running, startWeb } from './running.ts'

let running: Running
let one: Visit
let page: Page

const li = as('staff.li')
const registrar = as('unit.admin')

beforeAll(async () => {
  running = await startWeb()
})
afterAll(() => running?.stop())

beforeEach(async () => {
  one = await visit(running.browser)
  page = one.page
})
afterEach(async () => {
  expect(one.faults).toEqual([])
  await one.close()
})

const at = (path: string): string => `${running.url}${path}`
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const heading = (name: string | RegExp) => page.getByRole('heading', { name })
const boxOf = (title: string) => page.getByRole('checkbox', { name: title })
const rowOf = (title: string) => page.getByRole('row').filter({ hasText: title })
const wideness = () => page.evaluate<number>('document.documentElement.scrollWidth')

let days = 0
/** A claim of its own day, on the registrar's desk. */
const filed = async (title: string): Promise<{ readonly id: string; readonly task: string }> => {
  const date = new Date(Date.UTC(2026, 6, 1 + days++)).toISOString().slice(0, 10)
  const proof = (await li.upload()).body.id
  const line = { ...online(date, date, 2.5), subject: 'public' }
  const { body } = await li.submit({ ...claim('staff.li', [proof], [line]), title })
  return { id: body.id, task: await registrar.task(body.id) }
}

describe('a desk', () => {
  test('approves three of four together, by keyboard; the exception is listed with its problem and its link', async () => {
    const titles = ['一', '二', '三', '四'].map((number) => `暑期线上研修（第${number}批）`)
    const claims = []
    for (const title of titles) claims.push(await filed(title))
    const [first = '', , , fourth = ''] = titles
    await openAs(page, 'unit.admin', at('/tasks'))
    await boxOf(first).waitFor()
    expect(await rowOf(first).innerText()).toMatch(/李静怡[\s\S]*2\.5[\s\S]*第34条[\s\S]*剩 \d+ 个工作日/)

    await boxOf(first).focus()
    await page.keyboard.press('Space')
    for (let more = 0; more < 3; more++) await page.keyboard.press('Shift+ArrowDown')
    await page.getByText('已选 4 项').waitFor()
    await button('批量同意').click()
    await heading('同意这 4 项').waitFor()
    // A colleague is faster with one of them.
    await as('unit.second').decide(claims[3]?.task ?? '', 'return', { reason: '请补充证书' })
    await button('同意这 4 项').click()
    const outcome = heading('已同意 3 项，1 项没有办成')
    await outcome.waitFor()
    expect(await page.evaluate('document.activeElement.textContent')).toContain('已同意 3 项')
    const link = page.getByRole('link', { name: `${fourth} · 李静怡` })
    expect(await link.getAttribute('href')).toBe(`/task/${encodeURIComponent(claims[3]?.task ?? '')}`)
    await page.getByText('该事项已由他人办理').waitFor()
    for (const { id } of claims.slice(0, 3)) {
      const { body } = await li.get(`/api/requests/${id}`)
      expect(body.timeline.at(-1)).toMatchObject({ actor: 'unit.admin', act: 'approve' })
    }
    await reaches('staff.li', claims[3]?.id ?? '', 'returned')
    expect(await boxOf(first).count()).toBe(0)

    await page.getByRole('link', { name: '已办', exact: true }).click()
    await rowOf(first).getByText('同意', { exact: true }).last().waitFor()
    expect(await rowOf(fourth).count()).toBe(0)
  })

  test('selects all of one kind with one button; another kind cannot be mixed in; filters stand in the address', async () => {
    const title = '秋季线上研修'
    await filed(title)
    const deemed = await as('staff.wang').submit({
      type: 'deemed',
      staffId: 'staff.wang',
      kind: 'degree_course',
      year: 2026,
      reason: '在职攻读学位',
      evidence: [(await as('staff.wang').upload()).body.id],
    })
    expect(deemed.status).toBe(201)
    await registrar.task(deemed.body.id)
    await openAs(page, 'unit.admin', at('/tasks'))
    await button(/^视同完成认定 · 单位登记（\d+ 项）$/).click()
    await page.getByText(/^已选 \d+ 项：视同完成认定/).waitFor()
    expect(await boxOf(title).isDisabled()).toBe(true)
    await button('取消选择').click()
    expect(await boxOf(title).isDisabled()).toBe(false)

    await page.getByRole('combobox', { name: '类型' }).click()
    await page.getByTitle('视同完成认定').last().click()
    await page.waitForURL(/type=deemed/)
    await boxOf(title).waitFor({ state: 'detached' })
    await page.getByRole('checkbox', { name: '只看已过期限' }).click()
    await page.waitForURL(/late=true/)
    await page.getByText('没有符合筛选条件的事项。').waitFor()
    await button('清除筛选').click()
    await boxOf(title).waitFor()
  })

  test('opens a task on its own page, at 360 px too, and in English', async () => {
    const title = '冬季线上研修'
    const { task } = await filed(title)
    await page.setViewportSize({ width: 360, height: 740 })
    await openAs(page, 'unit.admin', at('/tasks'))
    await rowOf(title).getByText('李静怡 · 2.5 学时').waitFor()
    expect(await wideness()).toBe(360)
    await button('English').click()
    await rowOf(title)
      .getByText(/working days left/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: title }).click()
    await page.waitForURL(at(`/task/${encodeURIComponent(task)}`))
  })

  test('is nothing for someone who has no seat', async () => {
    await openAs(page, 'staff.li', at('/tasks'))
    await page.getByText('您的账号没有办理岗位。').waitFor()
  })
})

test('powers are lent to a colleague between two dates, seen by both, and taken back', async () => {
  await openAs(page, 'hr.city', at('/delegations'))
  await button('委托').click()
  const summary = page.getByRole('alert').filter({ hasText: '请先改正' })
  await summary.getByRole('link', { name: '请选择受托人。' }).click()
  expect(await page.evaluate('document.activeElement.id')).toBe('delegation_to')
  await page.keyboard.type('周文斌')
  await page.locator('.ant-select-item-option', { hasText: '周文斌' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByLabel('结束日期（含当天）').fill('2026-10-01')
  await page.keyboard.press('Tab')
  await button('委托').click()
  await page.getByRole('link', { name: '结束日期早于开始日期，请核对。' }).waitFor()
  await page.getByLabel('结束日期（含当天）').fill('2026-12-30')
  await page.keyboard.press('Tab')
  await page.getByRole('textbox', { name: '事由（可以不填）' }).fill('外出学习')
  await button('委托').click()
  await heading('已委托 周文斌').waitFor()
  const row = page.getByRole('row').filter({ hasText: '周文斌' })
  await row.getByText('生效中').waitFor()

  const other = await visit(running.browser)
  await openAs(other.page, 'hr.head', at('/delegations'))
  const received = other.page.getByRole('row').filter({ hasText: '阿拉坦·巴特尔' })
  expect(await received.first().innerText()).toMatch(/外出学习[\s\S]*生效中/)
  await other.close()

  await row.getByRole('button', { name: '提前结束' }).click()
  await heading('现在结束这项委托').waitFor()
  await button('现在结束这项委托').click()
  await row.getByText('已提前结束').waitFor()
  const ended = await until('the end of the delegation', async () => {
    const { body } = await as('hr.city').get('/api/delegations')
    return body.items[0].revokedAt === null ? undefined : body.items[0]
  })
  expect(ended.inForce).toBe(false)
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await wideness()).toBe(360)
})
