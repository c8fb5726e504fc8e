import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { as } from '../acceptance/client.ts'
import { type Visit, visit } from './browser.ts'
import { openAs, type Running, startWeb } from './running.ts'

let running: Running
let one: Visit
let page: Page

const region = as('hr.region')

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
const main = () => page.getByRole('main')
const button = (name: string) => page.getByRole('button', { name, exact: true })
const field = (name: string) => page.getByRole('textbox', { name })
const setDay = (label: string, day: string) => page.getByLabel(label).fill(day)

test('Art. 41: the region lists a provider, sees it, and ends another’s listing', async () => {
  await openAs(page, 'hr.region', at('/registers/providers'))
  await main().getByRole('cell', { name: '内蒙古干部网络学院', exact: true }).waitFor()
  await page.getByRole('link', { name: '登记网络培训机构' }).click()
  await button('登记网络培训机构').click()
  await page.getByRole('alert').getByRole('link', { name: '请填写名称' }).click()
  expect(await page.evaluate('document.activeElement.id')).toBe('provider_name')
  await field('名称').first().fill('塞上云课堂')
  await page.getByLabel('别名').fill('塞上云\n云课堂')
  await setDay('列入日期', '2026-11-10')
  await setDay('截止日期', '2026-11-05')
  await field('理由').fill('内人社发〔2026〕18号')
  await button('登记网络培训机构').click()
  await page.getByRole('alert').getByText('结束日期早于开始日期，请核对。').waitFor()
  // What was typed is kept, and a reload keeps it too.
  await page.reload()
  await page.getByText('已恢复上次没有提交的内容。').waitFor()
  expect(await field('理由').inputValue()).toBe('内人社发〔2026〕18号')
  await setDay('截止日期', '2027-12-31')
  await button('登记网络培训机构').click()
  await heading('已登记：塞上云课堂').waitFor()
  const row = main().getByRole('row', { name: /塞上云课堂/ })
  expect(await row.innerText()).toMatch(/别名：塞上云、云课堂[\s\S]*尚未开始/)
  await setDay('只看这一天在名单内的', '2026-11-05')
  await page.waitForURL(/on=2026-11-05$/)
  await row.waitFor({ state: 'detached' })

  await page.getByRole('link', { name: '修改 内蒙古干部网络学院' }).click()
  await heading('修改 内蒙古干部网络学院').waitFor()
  await field('理由').fill('合同到期')
  await button('保存').click()
  await page.getByRole('alert').getByText('没有改动。要保存的，请先修改内容。').waitFor()
  await setDay('截止日期', '2026-11-30')
  await button('保存').click()
  await heading('已保存：内蒙古干部网络学院').waitFor()
  const { items } = (await region.get('/api/providers')).body
  const changed = items.find(({ name }: { name: string }) => name === '内蒙古干部网络学院')
  expect(changed).toMatchObject({ listedFrom: '2024-01-25', listedUntil: '2026-11-30', version: 2 })
})

test('a reading is changed from a day on, with its reason; the rest stays', async () => {
  await openAs(page, 'hr.region', at('/registers/parameters'))
  await heading('线上学时折算半天').waitFor()
  await page.getByText('90 学时 或 12 天').waitFor()
  await page.getByText('还没有调整过，执行的都是默认口径。').waitFor()
  await page.getByRole('link', { name: '调整执行口径' }).click()
  await setDay('执行日期', '2026-11-03')
  await page.getByLabel('多少线上学时折算半天').fill('4')
  await field('理由').fill('厅务会议纪要第9号')
  await button('下一步：核对').click()
  // What is read otherwise is told before it is set.
  await page.getByText('线上学时折算半天：不折算 → 4 学时折算半天').waitFor()
  await page.getByText('从 2026 年度起').waitFor()
  await button('确认保存新口径').click()
  await heading('新的执行口径自 2026年11月3日 起执行').waitFor()
  await heading(/自 2026年11月3日 起 · 尚未开始执行/).waitFor()
  await page.getByText('理由：厅务会议纪要第9号').waitFor()
  await page.getByText('4 学时折算半天').waitFor()
  const { versions, readings } = (await region.get('/api/parameters')).body
  expect(versions).toHaveLength(1)
  expect(versions[0]).toMatchObject({
    effectiveFrom: '2026-11-03',
    readings: { onlineTenthsPerHalfDay: 40, makeUpRunsFrom: 'year_end' },
    providerCheck: 'advise',
  })
  expect(readings.find(({ name }: { name: string }) => name === 'onlineTenthsPerHalfDay').value).toBeNull()
})

test('Art. 37: a new rate table, beginning with the one in force', async () => {
  await openAs(page, 'hr.region', at('/registers/rates'))
  await heading('这是演示用的示例标准').waitFor()
  await page.getByRole('link', { name: '制定新标准' }).click()
  await setDay('执行日期', '2026-11-02')
  await page.getByLabel('每单位学时').nth(2).fill('3')
  await field('理由').fill('内人社发〔2026〕20号')
  await button('保存新标准').click()
  await heading('新的折算标准自 2026年11月2日 起执行').waitFor()
  await heading('自 2026年11月2日 起执行').last().waitFor()
  expect(
    await main()
      .getByRole('row', { name: /学术讲座/ })
      .first()
      .innerText(),
  ).toMatch(/每场 3 学时/)
  expect(
    await main()
      .getByRole('row', { name: /学术会议/ })
      .first()
      .innerText(),
  ).toMatch(/每天 4 学时/)
  await heading('以前的标准').waitFor()
})

test('organisations: down the tree, a new one below, a seat given and taken, a change with its reason', async () => {
  await openAs(page, 'hr.region', at('/registers/organisations'))
  await main().getByRole('link', { name: '自治区人社厅' }).waitFor()
  await main().getByRole('link', { name: '自治区人社厅' }).click()
  await main().getByRole('link', { name: '呼和浩特市人社局' }).click()
  await heading('呼和浩特市人社局').waitFor()
  await main().getByRole('rowheader', { name: '周文斌' }).waitFor()
  await page.getByRole('link', { name: '登记下级机构' }).click()
  await heading('登记机构').waitFor()
  await page.getByText('呼和浩特市人社局').nth(1).waitFor()
  await field('名称').fill('呼和浩特市青山档案馆')
  // Found by a part of its name, at whatever level; a number may be typed as well.
  const department = page.getByRole('combobox', { name: '主管部门' })
  await department.fill('市教育')
  await page.locator('.ant-select-item-option', { hasText: '呼和浩特市教育局' }).first().waitFor()
  await department.fill('authority-1501')
  await field('理由').fill('内编委〔2026〕3号')
  await button('登记机构').click()
  await page.getByRole('alert').getByText('没有这个机构，或机构类别不对。').waitFor()
  await department.fill('')
  await button('登记机构').click()
  await heading('已登记：呼和浩特市青山档案馆').waitFor()
  const id = new URL(page.url()).pathname.split('/').at(-1)

  await page.getByText('还没有人在这个机构的席位上').waitFor()
  await field('账号').fill('nobody')
  await button('增加').click()
  await page.getByRole('alert').getByText('请写明理由').waitFor()
  await field('增加席位的理由').fill('新设机构')
  await button('增加').click()
  await page.getByRole('alert').getByText('没有这个账号。').waitFor()
  for (const account of ['unit.second', 'unit.head']) {
    await field('账号').fill(account)
    await field('增加席位的理由').fill('新设机构')
    await button('增加').click()
    await main().getByRole('cell', { name: account }).waitFor()
  }
  const seat = main().getByRole('row', { name: /刘海燕/ })
  await seat.getByRole('button', { name: '取消席位' }).click()
  await seat.getByRole('textbox', { name: '理由' }).fill('另有任用')
  await button('取消 刘海燕 的席位').click()
  await heading('已取消席位：刘海燕').waitFor()
  expect(await seat.count()).toBe(0)

  await page.getByRole('link', { name: '修改' }).click()
  await field('名称').fill('呼和浩特市青山综合档案馆')
  await field('理由').fill('更名批复')
  await button('保存').click()
  await heading('已保存：呼和浩特市青山综合档案馆').waitFor()
  expect((await region.get(`/api/organisations/${id}`)).body).toMatchObject({
    name: '呼和浩特市青山综合档案馆',
    version: 2,
    authority: { id: 'authority-1501' },
    department: null,
  })

  await openAs(page, 'auditor', at(`/audit?organisation=${id}`))
  const taken = main().getByRole('row', { name: /取消席位/ })
  await taken.getByText('另有任用').waitFor()
  expect(await taken.innerText()).toMatch(/刘海燕/)
  expect(
    await main()
      .getByRole('row', { name: /给予席位/ })
      .count(),
  ).toBe(2)
  const renamed = await main().getByRole('row', { name: /修改/ }).innerText()
  expect(renamed).toMatch(/名称 呼和浩特市青山档案馆 → 呼和浩特市青山综合档案馆/)
})

test('Art. 32: a certificate is looked up by its number, and revoked with a reason by a higher authority', async () => {
  const { number } = (await as('staff.wang').get('/api/certificates')).body.items[0]
  await openAs(page, 'hr.region', at('/registers/certificates'))
  await field('证书编号').fill(` ${number.toLowerCase()} `)
  await page.keyboard.press('Enter')
  await heading(number).waitFor()
  await page.getByText('发证以后没有变更。').waitFor()
  await button('撤销证书').click()
  await button(`撤销证书 ${number}`).click()
  await page.getByRole('alert').getByText('请写明理由。').waitFor()
  expect((await region.get(`/api/certificates/${number}`)).body.status).toBe('valid')
  await field('理由').fill('结业证明系伪造')
  await button(`撤销证书 ${number}`).click()
  await heading(`证书 ${number} 已撤销`).waitFor()
  await page.getByText('结业证明系伪造').waitFor()
  expect(await button('撤销证书').count()).toBe(0)
  await field('证书编号').fill('NMPX-2025-A-AAAA-AAAA-AAAA')
  await button('查找').click()
  await heading('没有找到').waitFor()
})

test('who may not change the registers reads them', async () => {
  await openAs(page, 'auditor', at('/registers/providers'))
  await main()
    .getByRole('cell', { name: /^内蒙古自治区专业技术人员继续教育网/ })
    .waitFor()
  expect(await page.getByRole('link', { name: /登记网络培训机构|修改/ }).count()).toBe(0)
  await page.goto(at('/registers/organisations/institution-qingcheng'))
  await main().getByRole('rowheader', { name: '苏日娜' }).waitFor()
  expect(
    await main()
      .getByRole('button', { name: /席位|增加/ })
      .count(),
  ).toBe(0)
})
