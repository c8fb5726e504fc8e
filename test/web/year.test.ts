import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, claim, online, publicWeek } from '../acceptance/client.ts'
import { type Visit, visit } from './browser.ts'
import { openAs, type Running, startWeb } from './running.ts'

let running: Running
let one: Visit
let page: Page
/** A claim that would complete the year 2026 of 李静怡, at the institution's desk. */
let waiting = ''

const region = as('hr.region')
const SHORT = '白音·苏和'

beforeAll(async () => {
  running = await startWeb()
  const registered = await as('unit.admin').post('/api/persons', {
    institutionId: 'institution-qingcheng',
    name: SHORT,
    postType: 'professional',
    hiredOn: '2020-03-01',
    reason: '补登',
  })
  expect(registered.status).toBe(201)
  const proof = (await as('staff.li').upload()).body.id
  const lines = [publicWeek('2026-05-11', '2026-05-15'), online('2026-06-01', '2026-06-30', 60)]
  waiting = (await as('staff.li').submit(claim('staff.li', [proof], lines))).body.id
  await as('unit.admin').task(waiting)
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
const heading = (name: string | RegExp) => page.getByRole('heading', { name })
const main = () => page.getByRole('main')
const button = (name: string) => page.getByRole('button', { name, exact: true })
/** The value that stands beside a name. */
const numberOf = async (name: string): Promise<string> => {
  const own = main()
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) })
  return (await own.locator('.big').innerText()).trim()
}

test('the region starts the close, in two steps, and sees that it runs', async () => {
  await openAs(page, 'hr.region', at('/year/2026'))
  await page.getByText('年度结算在 2026 年 12 月 31 日 23:59 自动启动').waitFor()
  expect(await button('启动年度结算').count()).toBe(0)
  await page.goto(at('/year/2025'))
  await page.getByText('这一年已经结束，还没有结算').waitFor()
  await button('启动年度结算').click()
  await heading('启动 2025 年度结算').waitFor()
  expect((await region.get('/api/years/2025')).body.status).toBe('open')
  await button('启动 2025 年度结算').click()
  await page.getByText('正在结算', { exact: true }).waitFor()
  await page.getByRole('progressbar', { name: '进度' }).waitFor()
})

test('a rehearsal is followed to its end and says whose desk keeps whom', async () => {
  await openAs(page, 'hr.region', at('/year/2026/rehearsal'))
  await page.getByText('这一年还没有预演过。').waitFor()
  await button('启动预演').click()
  await button('启动 2026 年度结算预演').click()
  await page.getByText('正在预演', { exact: true }).waitFor()
  // Nothing is clicked or reloaded: the page looks by itself.
  await page.getByText('已完成', { exact: true }).waitFor()
  const { body } = await region.get('/api/years/2026/rehearsal')
  await expect.poll(() => numberOf('未完成')).toMatch(new RegExp(`^${body.counts.short}\\s`))
  expect(body.counts.short).toBeGreaterThan(0)
  const desk = main()
    .getByRole('listitem')
    .filter({ has: heading('青城实验中学') })
  expect(await desk.innerText()).toMatch(/单位登记[\s\S]*1 人/)
  await desk.getByText(/^查看 \d+ 件申请$/).click()
  expect(await desk.getByRole('link', { name: `申请 ${waiting}` }).getAttribute('href')).toBe(
    `/request/${waiting}`,
  )
  expect((await region.get('/api/years/2026')).body.status).toBe('open')
})

describe('a closed year', () => {
  test('the region sees it as numbers, chart and table, and drills down to an institution', async () => {
    await openAs(page, 'hr.region', at('/year/2025'))
    await page.getByText('已结算', { exact: true }).waitFor()
    const { body } = await region.get('/api/years/2025')
    expect(body.counts.short).toBe(1)
    expect(await numberOf('未完成')).toMatch(/^1\s/)
    await page.getByText('没有完成，也没有批准的延迟补训。').waitFor()
    const chart = page.getByRole('img', { name: /呼和浩特市人社局 \d+\.\d%/ })
    await chart.locator('canvas').waitFor()
    await main().getByRole('link', { name: '呼和浩特市人社局' }).click()
    await main().getByRole('link', { name: '青城实验中学' }).click()
    await page.waitForURL(/organisation=institution-qingcheng$/)
    await main().getByText('青城实验中学').first().waitFor()
    await expect.poll(() => numberOf('参加结算')).toBe('5')
    await page.getByRole('link', { name: '上一级：呼和浩特市人社局' }).click()
    await page.waitForURL(/organisation=authority-1501$/)
    // The same people by sector: what the region has of one, down to those who are under it.
    await page.goto(at('/year/2025'))
    await main().getByRole('link', { name: '按主管部门' }).click()
    await main().getByRole('link', { name: '自治区教育厅' }).waitFor()
    await main().getByRole('link', { name: '自治区教育厅' }).click()
    await main().getByRole('link', { name: '呼和浩特市教育局' }).click()
    await page.waitForURL(/organisation=department-1501-education$/)
    await main().getByRole('link', { name: '青城实验中学' }).waitFor()
  })

  test('who is short: by a filter in the address, and as a file of what it shows', async () => {
    await openAs(page, 'hr.region', at('/year/2025'))
    await main().getByRole('link', { name: '未完成' }).click()
    await page.waitForURL(/results\?status=short$/)
    await main().getByRole('cell', { name: SHORT }).waitFor()
    expect(await main().getByRole('row').count()).toBe(2)
    expect(await main().getByRole('row').last().innerText()).toMatch(/90\.0\s+30\.0\s+60\.0/)
    const saved = page.waitForEvent('download')
    await button('导出 CSV').click()
    const file = await saved
    expect(file.suggestedFilename()).toBe('results-2025.csv')
    const text = await readFile(await file.path(), 'utf8')
    expect(text).toContain(SHORT)
    expect(text).not.toContain('李静怡')
    await page.getByText('文件已保存，内容与当前筛选一致。').waitFor()
    const excel = page.waitForEvent('download')
    await button('导出 Excel').click()
    expect((await excel).suggestedFilename()).toBe('results-2025.xlsx')
    await main()
      .getByRole('link', { name: /^补训逾期/ })
      .click()
    await page.getByText('没有符合筛选条件的人员。').waitFor()
    await page.getByRole('link', { name: '查看全部' }).click()
    await main().getByRole('cell', { name: '李静怡' }).waitFor()
    // On a telephone no column is cut off: each value stands below the other, with the name of its column.
    await page.setViewportSize({ width: 360, height: 740 })
    const cut = `[...document.querySelectorAll('main td')].filter((one) => one.getBoundingClientRect().right > 360)`
    await expect.poll(() => page.evaluate(`${cut}.length`)).toBe(0)
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  test('a city sees its own, and starts nothing; staff without a desk see none', async () => {
    await openAs(page, 'hr.city', at('/year/2025'))
    await heading('各机构的结果').waitFor()
    await expect.poll(() => numberOf('参加结算')).toBe('5')
    expect(await button('重新结算').count()).toBe(0)
    await main().getByRole('link', { name: '按主管部门' }).click()
    await main().getByRole('link', { name: '呼和浩特市教育局' }).click()
    await heading('呼和浩特市教育局所管事业单位的结果').waitFor()
    await main().getByRole('link', { name: '青城实验中学' }).waitFor()
    await page.getByRole('link', { name: '返回按主管部门分列' }).click()
    await main().getByRole('link', { name: '呼和浩特市教育局' }).waitFor()
    await page.goto(at('/year/2025?organisation=authority-1502'))
    await page.getByText('没有找到，或您无权查看。').waitFor()
    await page.context().clearCookies()
    await page.evaluate('sessionStorage.clear()')
    await openAs(page, 'staff.zhao', at('/year/2025'))
    await heading(/没有.*权|无权|不能/).waitFor()
  })

  test('whoever sits at two organisations chooses which, in the address', async () => {
    const seats = '/api/organisations/authority-150203/seats'
    const seat = { accountId: 'hr.head', role: 'authority', reason: '兼任' }
    expect((await region.post(seats, { ...seat, action: 'add' })).status).toBe(200)
    await openAs(page, 'hr.head', at('/year/2025'))
    const where = page.getByRole('combobox', { name: '机构' })
    await where.waitFor()
    await where.click()
    await page.locator('.ant-select-item-option', { hasText: '昆都仑区人社局' }).click()
    await page.waitForURL(/organisation=authority-150203$/)
    await main().getByText('昆都仑区人社局').first().waitFor()
    expect((await region.post(seats, { ...seat, action: 'remove' })).status).toBe(200)
  })
})
