import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, claim, reaches } from '../acceptance/client.ts'
import { type Visit, visit } from './browser.ts'
import { openAs, type Running, signInAt, startWeb } from './running.ts'

let running: Running
let one: Visit
let page: Page

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
const heading = (name: string | RegExp) => page.getByRole('heading', { name })
const expectNoSidewaysScroll = async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
}

describe('a visitor', () => {
  test('sees what this is, signs in, and comes to their own page', async () => {
    await page.goto(at('/'))
    await heading('事业单位工作人员培训，办在这里').waitFor()
    await page.getByRole('main').getByRole('button', { name: '登录' }).click()
    await page.locator('button[value="staff.li"]').click()
    await heading('李静怡，您好').waitFor()
    expect(new URL(page.url()).pathname).toBe('/my')
    await page.getByRole('button', { name: '退出' }).click()
    await heading('事业单位工作人员培训，办在这里').waitFor()
  })

  test('calculates a year without signing in; what is missing is said and kept', async () => {
    await page.goto(at('/calculator'))
    await page.getByRole('button', { name: '测算' }).click()
    await page.getByRole('alert').getByRole('link', { name: '请填写开始日期' }).click()
    expect(await page.evaluate('document.activeElement.id')).toBe('calculator_trainings_0_from')
    for (const [label, day] of [
      ['开始日期', '2026-03-09'],
      ['结束日期', '2026-03-13'],
    ] as const) {
      await page.getByLabel(label).fill(day)
      await page.keyboard.press('Enter')
    }
    await page.getByLabel('培训天数').fill('5')
    await page.getByRole('button', { name: '测算' }).click()
    await heading('测算结果').waitFor()
    await page.getByText('还差 60 学时').first().waitFor()
    await expectNoSidewaysScroll()
  })

  test('reads what the API takes and answers', async () => {
    await page.goto(at('/docs'))
    await page.getByText('/api/verify/{code}').click()
    await heading('答复 200').first().waitFor()
  })

  test('is told of a page that is not there', async () => {
    await page.goto(at('/no/such/page'))
    await heading('没有这个页面').waitFor()
  })
})

describe('staff', () => {
  test('home says in one screen what is missing, what waits and who holds what was sent', async () => {
    const proof = (await as('staff.li').upload()).body.id
    const { id } = (await as('staff.li').submit(claim('staff.li', [proof]))).body
    await as('unit.admin').task(id)
    await openAs(page, 'staff.li', at('/my'))
    await heading('2026 年度学时').waitFor()
    await page.getByText('还差 90 学时').waitFor()
    await page
      .getByText(/现在由.+办理/)
      .first()
      .waitFor()
    await page.getByText('还差什么，可以怎样补齐').click()
    await page.getByText('第32条').first().waitFor()
    await expectNoSidewaysScroll()
    await page.getByRole('button', { name: '菜单' }).click()
    await page.getByRole('navigation').getByRole('link', { name: '培训台账' }).click()
    await heading('培训台账').waitFor()
  })

  test('the ledger by year says of every hour why it counts', async () => {
    await openAs(page, 'staff.li', at('/ledger?year=2025'))
    await heading('2025 年度').waitFor()
    await page.getByText('按培训时间计入 2025 年度（第7条）').first().waitFor()
    await page.getByRole('combobox', { name: '年度' }).click()
    await page.locator('.ant-select-item-option[title="2024 年"]').click()
    await heading('2024 年度').waitFor()
    expect(page.url()).toContain('year=2024')
    await expectNoSidewaysScroll()
  })

  test('certificates: the wallet, the code and its picture, the sheet to save', async () => {
    await openAs(page, 'staff.li', at('/certificates'))
    await heading('合格证书').waitFor()
    await page
      .getByRole('main')
      .getByRole('link', { name: /2025 年度/ })
      .click()
    await heading('年度培训合格证书').waitFor()
    await page.getByRole('link', { name: '下载 PDF' }).waitFor()
    const code = await page.locator('code').first().innerText()
    await expectNoSidewaysScroll()
    await page.getByRole('link', { name: '看看别人验证时看到什么' }).click()
    await heading('证书有效').waitFor()
    expect(new URL(page.url()).pathname).toBe(`/verify/${code}`)
  })

  test('printed, a page says whose it is and when, and carries no buttons nor empty frames', async () => {
    await openAs(page, 'staff.li', at('/certificates'))
    await page.getByRole('main').getByRole('link').first().waitFor()
    const { body } = await as('staff.li').get('/api/certificates?limit=1')
    await page.goto(at(`/certificate/${body.items[0].number}`))
    await page.getByText('发证机关').waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.getByText(/事业单位工作人员培训综合管理平台 · 李静怡于2026年11月2日打印/).waitFor()
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.getByText('证书文件').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    expect(await page.getByText(/打印$/).isVisible()).toBe(false)
  })

  test('in English and large letters, on every page', async () => {
    await openAs(page, 'staff.li', at('/my'))
    await page.getByRole('button', { name: 'English' }).click()
    await heading('Good day, 李静怡').waitFor()
    await page.getByRole('button', { name: 'Large text' }).click()
    await page.getByRole('link', { name: 'Training ledger' }).click()
    await heading('Training ledger').waitFor()
    // What the API says is in the reader's language too.
    await page
      .getByText(/hours missing|still lack|missing/)
      .first()
      .waitFor()
    await expectNoSidewaysScroll()
  })

  test('without a network the page says so, and the second try works; a fault has its number', async () => {
    await openAs(page, 'staff.li', at('/my'))
    await heading('李静怡，您好').waitFor()
    await page.route('**/api/certificates**', (route) => route.abort())
    await page.getByRole('link', { name: '合格证书' }).click()
    await heading('网络不通').waitFor()
    await page.unroute('**/api/certificates**')
    await page.route('**/api/certificates**', (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({ instance: 'urn:training-platform:call:1234' }),
      }),
    )
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByText('1234').waitFor()
    await page.unroute('**/api/certificates**')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByRole('link', { name: /2025 年度/ }).waitFor()
  })

  test('a session that has run out leads back to the very page', async () => {
    await signInAt(page, 'staff.li', at('/my'))
    await heading('李静怡，您好').waitFor()
    await page.evaluate('sessionStorage.clear()')
    await page.goto(at('/ledger?year=2024'))
    // The issuer still knows who it is: nobody is asked again.
    await heading('2024 年度').waitFor()
    expect(page.url()).toBe(at('/ledger?year=2024'))
  })
})

describe('an operator', () => {
  test('finds an execution by its request, sees where it stands, and its events', async () => {
    const proof = (await as('staff.wang').upload()).body.id
    const { id } = (await as('staff.wang').submit(claim('staff.wang', [proof]))).body
    await as('unit.admin').task(id)
    await openAs(page, 'operator', at('/executions'))
    await heading('流程运行').first().waitFor()
    await page.getByText('等待办理').waitFor()
    await page.getByLabel('申请编号').fill(id)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: `${id}-1-0` }).click()
    await heading('学时认定').waitFor()
    await page.getByRole('img', { name: /现在停在：The institution confirms/ }).waitFor()
    await page.getByText('Task State Entered').first().waitFor()
    await expectNoSidewaysScroll()
    expect(await page.getByRole('main').innerText()).not.toContain('王建军')
    await as('staff.wang').post(`/api/requests/${id}/withdraw`)
    await reaches('staff.wang', id, 'withdrawn')
  })
})

describe('an auditor', () => {
  test('finds who did what to a person, and whether the ledger is whole', async () => {
    await openAs(page, 'auditor', at('/audit'))
    await heading('审计查询').waitFor()
    await page.getByLabel('编号或账号').fill('staff.li')
    await page.getByRole('main').getByRole('button', { name: '查询' }).click()
    await page.getByText('台账完整').waitFor()
    await page.getByText('记入学时').first().waitFor()
    await expectNoSidewaysScroll()
    expect(new URL(page.url()).searchParams.get('person')).toBe('staff.li')
  })

  test('sees the mails that wait, and can send none', async () => {
    await openAs(page, 'auditor', at('/mails'))
    await page.getByText('所有邮件都已发出。').waitFor()
  })
})
