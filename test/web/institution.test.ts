import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, pdf } from '../acceptance/client.ts'
import { type Visit, visit } from './browser.ts'
import { openAs, type Running, startWeb } from './running.ts'

const INSTITUTION = 'institution-qingcheng'

let running: Running
let one: Visit
let page: Page

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
const button = (name: string) => page.getByRole('button', { name, exact: true })
const heading = (name: string | RegExp) => page.getByRole('heading', { name })
const field = (name: string | RegExp) => page.getByRole('textbox', { name })
const panel = (name: string) => page.getByRole('region', { name })
const fits = async () => expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360)
const csv = (...lines: string[]) => ({
  name: '名册.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n')),
})
/** How many rows an import has of a kind. */
const figure = async (name: string): Promise<number> =>
  Number.parseInt(
    await panel('预览结果')
      .locator('dl > div')
      .filter({ has: page.locator('dt', { hasText: name }) })
      .locator('dd')
      .innerText(),
    10,
  )

const registered = async (name: string, more: object = {}): Promise<string> => {
  const { status, body } = await registrar.post('/api/persons', {
    institutionId: INSTITUTION,
    name,
    postType: 'professional',
    hiredOn: '2020-03-01',
    ...more,
  })
  expect(status).toBe(201)
  return body.id
}

/** Picks the other institution that has an account by its name, wherever it stands. */
const chooseLuming = async (): Promise<void> => {
  await page.getByRole('combobox', { name: '接收单位' }).fill('鹿鸣小学')
  await page.locator('.ant-select-item-option').filter({ hasText: '昆都仑区鹿鸣小学' }).click()
}

describe('imports', () => {
  const header = '工号,姓名,岗位类型,聘用日期'

  test('a file with an error is previewed, its failed rows saved, the right ones entered; a repeat changes nothing', async () => {
    await openAs(page, 'unit.admin', at('/imports'))
    await button('预览').click()
    await page.getByRole('link', { name: '请选择要导入的文件。' }).waitFor()
    const template = page.waitForEvent('download')
    await button('下载模板（CSV）').click()
    expect(await readFile(await (await template).path(), 'utf8')).toContain('工号*,姓名*')

    const list = csv(
      header,
      'W-101,高娃·乌日娜,专业技术,2021-09-01',
      'W-102,𠮷田,管理,2022-13-01',
      'W-103,韩梅,工勤,2023-02-01',
    )
    await page.getByLabel('选择名册文件').setInputFiles(list)
    await button('预览').click()
    await heading('预览结果').waitFor()
    expect([await figure('共读取'), await figure('新登记'), await figure('有错误')]).toEqual([3, 2, 1])
    expect(await page.getByRole('row').nth(1).innerText()).toMatch(
      /^3\s+聘用日期\s+2022-13-01\s+日期应为真实存在/,
    )
    const { body } = await registrar.get(`/api/persons?institution=${INSTITUTION}&limit=100`)
    expect(JSON.stringify(body)).not.toContain('韩梅')
    const failed = page.waitForEvent('download')
    await button('保存有错误的行（CSV）').click()
    expect(await readFile(await (await failed).path(), 'utf8')).toMatch(
      /错误说明\r\nW-102,𠮷田,管理,2022-13-01,/,
    )
    await button('只导入没有错误的 2 行').click()
    await page.getByText('新登记 2 人，修改 0 人的登记信息').waitFor()
    await button('只导入没有错误的 2 行').click()
    await heading('已导入 2 行').waitFor()

    await page.getByLabel('选择名册文件').setInputFiles(csv(header, 'W-101,高娃·乌日娜,专业技术,2021-09-01'))
    await button('预览').click()
    await page.getByText('文件里的内容都已经在册，没有需要导入的。').waitFor()
    expect(await figure('没有变化')).toBe(1)
    await page.setViewportSize({ width: 360, height: 740 })
    await fits()
  })

  test('what was read as what is shown, and who is who is asked', async () => {
    const staffId = await registered('苏日娜·其其格', { staffNo: 'W-401' })
    await openAs(page, 'unit.admin', at('/imports'))
    const template = page.waitForEvent('download')
    await button('下载模板（Excel）').click()
    expect((await template).suggestedFilename()).toBe('persons-template.xlsx')
    const list = csv(
      '序号,职工号,姓名,岗位类别,聘用时间',
      '1,000401,苏日娜•其其格,专业技术,２０２０－０３－０１',
      '合计,,1人,,',
    )
    await page.getByLabel('选择名册文件').setInputFiles(list)
    await button('预览').click()
    await heading('预览结果').waitFor()
    await page.getByText('第 3 行是合计行，没有读取。').waitFor()
    expect(await page.getByRole('row', { name: /^序号/ }).innerText()).toMatch(/没有识别/)
    expect(await page.getByRole('row', { name: /^职工号/ }).innerText()).toMatch(/工号$/)
    expect(await page.getByRole('row', { name: /^2 待选择/ }).innerText()).toContain('2020-03-01')
    await page.getByText('没有可以导入的行').waitFor()
    await page.getByRole('radio', { name: /是在册的 苏日娜·其其格，工号 W-401/ }).check()
    await button('导入 1 行').click()
    await button('导入 1 行').click()
    await heading('已导入 1 行').waitFor()
    const { body } = await registrar.get(`/api/persons/${staffId}`)
    expect([body.staffNo, body.name]).toEqual(['000401', '苏日娜·其其格'])
  })

  test('the roster of a class becomes one request', async () => {
    await registered('图布信', { staffNo: 'W-201' })
    await openAs(page, 'unit.admin', at('/imports?kind=roster'))
    await page.getByLabel('选择名册文件').setInputFiles(csv('工号,姓名', 'W-201,图布信', 'W-999,查无此人'))
    await button('预览').click()
    await page.getByRole('link', { name: '请填写培训班名称。' }).waitFor()
    await page.getByRole('link', { name: '请上传一份证明材料。' }).waitFor()
    await field('培训班名称').fill('青年教师课堂教学培训班')
    for (const [name, day] of [
      ['开始日期', '2026-04-13'],
      ['结束日期', '2026-04-15'],
    ] as const) {
      await field(name).fill(day)
      await page.keyboard.press('Tab')
    }
    await page.getByRole('spinbutton', { name: '每人半天数' }).fill('6')
    const chosen = page.waitForEvent('filechooser')
    await button('培训班的证明材料（一份）').click()
    await (await chosen).setFiles({
      name: '通知.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(pdf()),
    })
    // Whole, and taken by the form: what is sent while a file is under way is sent without it.
    await button('移除 通知.pdf').waitFor()
    await expect.poll(() => page.getByRole('progressbar').count()).toBe(0)
    await button('预览').click()
    await heading('预览结果').waitFor()
    expect([await figure('参加人员'), await figure('有错误')]).toEqual([1, 1])
    await button('只导入没有错误的 1 行').click()
    await button('只导入没有错误的 1 行').click()
    await heading('已提交培训班学时认定申请').waitFor()
    await page.getByRole('link', { name: '查看申请' }).click()
    await heading('青年教师课堂教学培训班').waitFor()
  })
})

describe('the register', () => {
  test('finds a person by name or number and leads to the archive; at 360 px, and in English', async () => {
    await registered('斯日古楞', { staffNo: 'W-301' })
    await openAs(page, 'unit.admin', at('/persons'))
    const find = page.getByRole('searchbox', { name: '按姓名或者工号查找' })
    await find.fill('w-301')
    await page.getByText(/^1 人，共 \d+ 人$/).waitFor()
    const saved = page.waitForEvent('download')
    await button('导出名册（CSV）').click()
    expect((await readFile(await (await saved).path(), 'utf8')).trim().split('\r\n')).toHaveLength(2)
    await find.fill('没有这个人')
    await page.getByText('没有符合条件的人员。').waitFor()
    await button('清除条件').click()
    await page.getByRole('link', { name: '斯日古楞' }).waitFor()
    await page.setViewportSize({ width: 360, height: 740 })
    await fits()
    await button('English').click()
    await heading('Staff register').waitFor()
    await page.getByText('on register').filter({ visible: true }).first().waitFor()
    await page.getByRole('link', { name: '斯日古楞' }).click()
    await heading('Eligibility (2026)').waitFor()
    await fits()
  })

  test('an authority goes down to an institution', async () => {
    await openAs(page, 'hr.region', at('/persons'))
    await page.getByRole('link', { name: '呼和浩特市人社局' }).click()
    await page.getByRole('link', { name: '青城实验中学' }).click()
    await page.waitForURL(/institution=institution-qingcheng/)
    await page.getByRole('link', { name: '王建军' }).waitFor()
    await page.getByRole('link', { name: '换一个单位' }).click()
    await page.getByRole('link', { name: '呼和浩特市人社局' }).waitFor()
  })

  test('a person is registered, faults named by field', async () => {
    await openAs(page, 'unit.admin', at('/persons/new'))
    await button('登记').click()
    await page.getByRole('alert').getByText('请填写姓名').waitFor()
    await field('姓名').fill('阿斯茹·娜布其')
    await field('工号').fill('W-401')
    await page.getByRole('combobox', { name: '岗位类别' }).click()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByLabel('聘用日期').fill('2031-01-01')
    await page.keyboard.press('Tab')
    await button('登记').click()
    await page.getByRole('alert').getByRole('link').click()
    expect(await page.evaluate('document.activeElement.id')).toBe('person_hiredOn')
    await page.getByLabel('聘用日期').fill('2026-10-12')
    await page.keyboard.press('Tab')
    await button('登记').click()
    await heading('已登记 阿斯茹·娜布其').waitFor()
    await panel('登记信息').getByRole('definition').filter({ hasText: 'W-401' }).waitFor()
  })
})

describe('a person', () => {
  test('is changed with a reason and seen in the history; someone else’s change meanwhile is kept', async () => {
    const id = await registered('孟根花')
    await openAs(page, 'unit.admin', at(`/persons/${id}`))
    await page.getByRole('link', { name: '修改', exact: true }).click()
    await field('工号').fill('W-501')
    await button('保存修改').click()
    await page.getByRole('alert').getByText('请填写理由').waitFor()
    await field('理由').fill('补登工号')
    const other = await as('unit.second').post(`/api/persons/${id}`, {
      version: 1,
      reason: '补登退休日期',
      retiresOn: '2050-04-01',
    })
    expect(other.status).toBe(200)
    await button('保存修改').click()
    await heading('其他人刚刚也修改了这份记录').waitFor()
    await page.getByText(/退休日期：.* → 2050年4月1日/).waitFor()
    expect(await field('工号').inputValue()).toBe('W-501')
    await button('保存修改').click()
    await heading('已修改').waitFor()
    const newest = panel('登记信息的变更记录').getByRole('listitem').filter({ hasText: '补登工号' })
    await newest.waitFor()
    expect(await newest.innerText()).toMatch(/修改[\s\S]*苏日娜[\s\S]*补登工号[\s\S]*工号\s+—\s+W-501/)
    const { body } = await registrar.get(`/api/persons/${id}`)
    expect([body.staffNo, body.retiresOn, body.version]).toEqual(['W-501', '2050-04-01', 3])
  })

  test('is looked at by a department, which records a justified reason: it shows in the eligibility', async () => {
    const id = await registered('包乌力吉')
    await openAs(page, 'dept.chen', at(`/persons/${id}?year=2025`))
    const eligibility = panel('业务办理资格（2025 年度）')
    await eligibility.getByText('暂不能办理').first().waitFor()
    expect(await eligibility.getByRole('listitem').first().innerText()).toMatch(/年度考核优秀[\s\S]*第7/)
    await eligibility.getByText('还差什么').first().click()
    await eligibility
      .getByText(/2025 年度：还差 90 学时/)
      .first()
      .waitFor()
    await button('登记正当理由').click()
    await button('登记 2025 年度未完成的正当理由').click()
    await page.getByText('请写明理由。').waitFor()
    await field('理由').fill('长期驻村，经查属实')
    await button('登记 2025 年度未完成的正当理由').click()
    await page.getByText('已登记 2025 年度的正当理由。').waitFor()
    await eligibility.getByText('需人工审核').first().waitFor()
    await eligibility
      .getByText(/陈立新于.*认定有正当理由（第7条）：长期驻村，经查属实/)
      .first()
      .waitFor()
    await panel('台账原始记录').getByText('1 条记录前后相连，没有缺失和改动。').waitFor()
    expect(await page.getByRole('link', { name: '修改', exact: true }).count()).toBe(0)
  })

  test('is released, withdrawn and released again; the other institution finds and takes them over', async () => {
    const id = await registered('萨仁高娃', { staffNo: 'W-601' })
    await openAs(page, 'unit.admin', at(`/persons/${id}`))
    await page.getByRole('link', { name: '调出', exact: true }).click()
    await chooseLuming()
    await button('同意调出').click()
    await page.getByText(/没有办结的申请不随人转：仍由申报时的单位及其主管部门/).waitFor()
    await button('同意萨仁高娃调往昆都仑区鹿鸣小学').click()
    await page.getByText('请写明理由。').waitFor()
    await field('理由').fill('商调函〔2026〕8 号')
    await button('同意萨仁高娃调往昆都仑区鹿鸣小学').click()
    await heading('已同意调往昆都仑区鹿鸣小学').waitFor()
    await page.setViewportSize({ width: 360, height: 740 })
    await fits()
    await button('撤回调出').click()
    await field('理由').fill('本人改变主意')
    await button('撤回萨仁高娃的调出').click()
    await page.getByRole('link', { name: '调出', exact: true }).waitFor()
    expect(await heading('已同意调往昆都仑区鹿鸣小学').count()).toBe(0)
    const history = panel('登记信息的变更记录')
    await history
      .getByRole('listitem')
      .filter({ hasText: '本人改变主意' })
      .getByText('昆都仑区鹿鸣小学')
      .waitFor()
    const again = await registrar.post(`/api/persons/${id}`, {
      version: 3,
      reason: '再次商调',
      releasedTo: 'institution-luming',
    })
    expect(again.status).toBe(200)

    await openAs(page, 'unit.luming', at('/persons'))
    const take = panel('待接收人员').getByRole('link', { name: '接收萨仁高娃' })
    await take.waitFor()
    await fits()
    await take.click()
    await heading('接收之后').waitFor()
    await fits()
    await field('工号').fill('L-601')
    await page.getByLabel('调入日期').fill('2026-10-26')
    await page.keyboard.press('Tab')
    await button('接收萨仁高娃').click()
    await page.getByRole('alert').getByText('请填写理由').waitFor()
    await field('理由').fill('调入任教')
    await button('接收萨仁高娃').click()
    await heading('萨仁高娃已调入昆都仑区鹿鸣小学').waitFor()
    await panel('登记信息').getByText('昆都仑区鹿鸣小学（2026年10月26日调入）').waitFor()
    await panel('登记信息').getByRole('definition').filter({ hasText: 'L-601' }).waitFor()
    await page.getByRole('link', { name: '人员名册' }).first().click()
    await page.getByRole('link', { name: '萨仁高娃' }).waitFor()
    expect(await page.getByRole('region', { name: '待接收人员' }).count()).toBe(0)
    expect((await registrar.get(`/api/persons/${id}`)).status).toBe(404)
  })

  test('is moved at once by an authority above both institutions', async () => {
    const id = await registered('斯琴毕力格')
    await openAs(page, 'hr.region', at(`/persons/${id}/move`))
    await chooseLuming()
    await heading('把斯琴毕力格调到昆都仑区鹿鸣小学').waitFor()
    await field('理由').fill('机构划转')
    await button('调动斯琴毕力格').click()
    await heading('斯琴毕力格已调入昆都仑区鹿鸣小学').waitFor()
    await panel('登记信息').getByText('昆都仑区鹿鸣小学（2026年11月2日调入）').waitFor()
  })

  test('has a ledger in which the region corrects an entry; printed it is the archive', async () => {
    const id = await registered('敖登')
    const found = await as('dept.chen').post(`/api/staff/${id}/justified`, { year: 2025, reason: '长期驻村' })
    expect(found.status).toBe(201)
    await openAs(page, 'hr.region', at(`/persons/${id}?year=2025`))
    const ledger = panel('台账原始记录')
    const first = ledger.getByRole('listitem').last()
    await first.getByRole('button', { name: '更正第 1 条' }).click()
    await heading('更正第 1 条记录').waitFor()
    expect(await page.getByRole('radio', { name: '整条作废' }).isChecked()).toBe(true)
    await button('确认更正').click()
    await page.getByRole('link', { name: '请写明理由。' }).waitFor()
    await field('理由').fill('驻村情况不属实')
    await button('确认更正').click()
    await heading(/^已更正。/).waitFor()
    await ledger.getByText(/^更正第 1 条：作废$/).waitFor()
    await ledger.getByText(/前后相连/).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation', { name: '主导航' }).isVisible()).toBe(false)
    expect(await ledger.isVisible()).toBe(true)
  })

  test('Art. 34: has a training archive, of which the two forms take what is full-time', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await openAs(page, 'unit.admin', at('/persons/staff.li?year=2024'))
    await page.getByRole('link', { name: '培训档案', exact: true }).click()
    const records = panel('登记的培训').getByRole('row')
    await records.filter({ hasText: /2024年4月15日.*公共科目 · 在岗培训 · 线下 · 脱产/ }).waitFor()
    const line = '2024.04.15—2024.04.19，在岗培训，脱产，40 学时'
    const appraisal = panel('记入 2024 年度考核登记表')
    await appraisal.getByText(line, { exact: true }).waitFor()
    await panel('记入干部任免审批表').getByText('没有要记入的脱产培训。').waitFor()
    await appraisal.getByRole('button', { name: '复制' }).click()
    await appraisal.getByText('已复制').waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain(line)
  })
})
