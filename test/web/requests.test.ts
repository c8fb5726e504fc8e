import type { Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, claim, online, pdf, publicWeek, reaches } from '../acceptance/client.ts'
import { interceptOnce, type Visit, visit } from './browser.ts'
import { follow, openAs, type Running, startWeb } from './running.ts'

let running: Running
let one: Visit
let page: Page

const li = as('staff.li')
const registrar = as('unit.admin')
const submitters = [li, registrar, as('staff.zhao')]
/** What was there before: everything else is taken back in the end, for the tests that come after these. */
let earlier: ReadonlySet<string>

const requestsOf = async (submitter: typeof li): Promise<{ id: string; status: string }[]> =>
  (await submitter.get('/api/requests?box=mine&limit=100')).body.items

beforeAll(async () => {
  running = await startWeb()
  earlier = new Set((await Promise.all(submitters.map(requestsOf))).flat().map(({ id }) => id))
})
afterAll(async () => {
  for (const submitter of submitters)
    for (const { id, status } of await requestsOf(submitter))
      if (!earlier.has(id) && status !== 'withdrawn')
        expect((await submitter.post(`/api/requests/${id}/withdraw`)).status).toBe(200)
  await running.stop()
})

beforeEach(async () => {
  one = await visit(running.browser)
  page = one.page
})
afterEach(async () => {
  expect(one.faults).toEqual([])
  await one.close()
})

const opened = (account: string, path: string) => openAs(page, account, running.url + path)
const button = (name: string) => page.getByRole('button', { name, exact: true })
const link = (name: string) => page.getByRole('link', { name, exact: true })
const heading = (name: string) => page.getByRole('heading', { name, exact: true })
const field = (name: string) => page.getByLabel(name, { exact: true })
const line = (number: number) => page.getByRole('group', { name: `第 ${number} 项`, exact: true })
const idFrom = (url: string): string => url.split('/').at(-1) ?? ''
const isRequest = (url: URL): boolean => /^\/request\/[^/]+$/.test(url.pathname)
const width = () => page.evaluate('document.documentElement.scrollWidth')
const focused = (): Promise<string> => page.evaluate('document.activeElement.id')

/** Types a day as people do, and leaves the field. */
const day = async (of: ReturnType<typeof line>, name: string, date: string) => {
  await of.getByLabel(name).fill(date)
  await page.keyboard.press('Tab')
}
const choose = async (label: string, option: string, within: ReturnType<typeof line> | Page = page) => {
  await within.getByLabel(label, { exact: true }).click()
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
}
const attach = async (name: string, content = Buffer.from(pdf())) => {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer: content })
}
const answer = (status: number, body: object) => (route: Route) =>
  route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify(body) })

/** A claim of a single line that the institution has sent back. */
const returned = async (from: string, to: string): Promise<string> => {
  const { id } = (await li.submit(claim('staff.li', [], [publicWeek(from, to, 4)]))).body
  await registrar.decide(await registrar.task(id), 'return', { reason: '请补充结业证书。' })
  await reaches('staff.li', id, 'returned')
  return id
}

describe('filing', () => {
  test('two lines and a proof: filed, on its own page, in the list', async () => {
    await opened('staff.li', '/requests')
    await heading('已提交').waitFor()
    await page.getByRole('link', { name: '申报学时' }).click()
    await heading('办理须知').waitFor()
    await page.getByText('青城实验中学').waitFor()

    await field('培训名称').fill('新课标专题研修')
    await field('举办机构（选填）').fill('内蒙古师范大学')
    await day(line(1), '开始日期', '2026-08-03')
    await day(line(1), '结束日期', '2026-08-07')
    await line(1).getByLabel('培训天数').fill('4.5')
    await button('添加一项').click()
    await choose('科目', '专业科目', line(2))
    await choose('方式', '线上', line(2))
    await day(line(2), '开始日期', '2026-08-10')
    await day(line(2), '结束日期', '2026-08-14')
    await line(2).getByLabel('学时').fill('12.5')
    await page.getByText('公共科目 36 学时，专业科目 12.5 学时').waitFor()
    await attach('结业证书.pdf')
    await button('移除 结业证书.pdf').waitFor()
    await button('提交').click()

    await page.waitForURL(isRequest)
    await heading('已提交').waitFor()
    await page.getByText('现在由青城实验中学办理，办理期限 2026年11月9日').waitFor()
    const shown = await page.getByRole('main').innerText()
    for (const said of ['新课标专题研修', '内蒙古师范大学', '36', '12.5', '4.5 天', '结业证书.pdf'])
      expect(shown).toContain(said)
    const steps = page.getByRole('listitem').filter({ hasText: '接下来' })
    expect(await steps.count()).toBe(3)

    const request = (await li.get(`/api/requests/${idFrom(page.url())}`)).body
    expect(request.lines).toMatchObject([
      { subject: 'public', mode: 'offline', halfDays: 9, hours: 36 },
      { subject: 'professional', mode: 'online', hours: 12.5 },
    ])
    expect(request.evidence).toHaveLength(1)

    await button('催办').click()
    await page.getByText('已催办，办理人会收到邮件').waitFor()
    await page.getByRole('listitem').getByText('催办', { exact: true }).waitFor()
    await link('我的申请').first().click()
    const row = page.getByRole('row', { name: /新课标专题研修/ })
    expect(await row.innerText()).toMatch(/办理中[\s\S]*单位登记[\s\S]*学时认定[\s\S]*2026年11月2日/)
    expect(await row.innerText()).toContain(request.id)
  })

  test('faults are said at once, in a summary that takes the focus and leads to the fields', async () => {
    await opened('staff.li', '/requests/new/recognition')
    await button('提交').click()
    await heading('请先改正下面 4 处').waitFor()
    await page.getByRole('alert').getByRole('link', { name: '请填写培训天数' }).click()
    expect(await focused()).toBe('request_lines_0_days')
    await page.keyboard.type('5')
    await field('培训名称').fill('跨年的培训')
    await day(line(1), '开始日期', '2025-12-29')
    await day(line(1), '结束日期', '2026-01-02')
    await button('提交').click()
    // What only the API can judge comes back to the same place.
    const told = page.getByRole('alert').getByRole('listitem')
    await told.getByText('年').first().waitFor()
    await told.getByRole('link').first().click()
    expect(await focused()).toMatch(/^request_lines_0_/)
    expect(await field('培训名称').inputValue()).toBe('跨年的培训')
  })

  test('Art. 39: the cases stand beside one another; a proof is needed', async () => {
    await opened('staff.li', '/requests/new/deemed')
    await page.getByRole('radio', { name: /学历（学位）教育/ }).check()
    await choose('年度', '2026 年')
    await field('理由').fill('通过“教育统计学”课程。')
    await button('提交').click()
    await page.getByRole('alert').getByRole('link', { name: '请上传证明材料' }).waitFor()
    await attach('大文件.pdf', Buffer.alloc(10 * 1024 * 1024 + 1))
    await page.getByText('“大文件.pdf”有 10.0 MB，超过 10 MB').waitFor()
    await attach('成绩单.pdf')
    await button('移除 成绩单.pdf').waitFor()
    await button('提交').click()
    await page.waitForURL(isRequest)
    await heading('已提交').waitFor()
    expect((await li.get(`/api/requests/${idFrom(page.url())}`)).body).toMatchObject({
      kind: 'degree_course',
      year: 2026,
    })
  })

  test('Art. 32: a delay is asked for and withdrawn', async () => {
    await opened('staff.zhao', '/requests')
    await page.getByText('还没有提交过申请').waitFor()
    await page.getByRole('link', { name: '申请延迟补训' }).click()
    await choose('年度', '2026 年')
    await field('理由').fill('全年驻村。')
    await button('提交').click()
    await page.waitForURL(isRequest)
    await button('撤回申请').click()
    await page.getByText('撤回后这件申请结束').waitFor()
    await button('确认撤回申请').click()
    await page.getByText('已撤回').first().waitFor()
    expect(await button('撤回申请').count()).toBe(0)
    expect((await as('staff.zhao').get(`/api/requests/${idFrom(page.url())}`)).body.status).toBe('withdrawn')
  })

  test('Art. 45: the institution files a change of post, which the person sees and may take back', async () => {
    await opened('staff.wang', '/requests/new/post-change')
    await page.getByText('岗位变动由单位人事干部备案').waitFor()
    expect(await button('提交').count()).toBe(0)
    await opened('unit.admin', '/requests/new/post-change?staff=staff.wang')
    await page.getByText('王', { exact: false }).first().waitFor()
    await choose('变动类型', '岗位类别变动')
    await choose('变动后的岗位类别', '专业技术岗位')
    await field('变动日期').fill('2026-10-12')
    await page.keyboard.press('Tab')
    await field('理由').fill('轮岗到教研室。')
    await button('提交').click()
    await page.waitForURL(isRequest)
    const id = idFrom(page.url())
    await reaches('unit.admin', id, 'on_hold')
    await opened('staff.wang', `/request/${id}`)
    await page.getByText('最迟 2027年1月12日').waitFor()
    expect(await button('撤回申请').count()).toBe(1)
  })
})

test('returned: the reason on top, what changes before it is sent again, then the next round', async () => {
  const id = await returned('2026-03-02', '2026-03-03')
  await opened('staff.li', `/request/${id}`)
  await page.getByRole('status').getByText('请补充结业证书。').waitFor()
  await link('修改后重新提交').click()
  await heading('退回的理由').waitFor()
  await page.getByText('还没有改动').waitFor()
  await day(line(1), '结束日期', '2026-03-04')
  await attach('结业证书.pdf')
  const changes = page.getByRole('table')
  await changes.getByRole('row', { name: /结束日期 2026-03-03 2026-03-04/ }).waitFor()
  await changes.getByRole('row', { name: /证明材料 — 结业证书\.pdf/ }).waitFor()
  expect(await changes.getByRole('row').count()).toBe(3)
  await button('重新提交').click()
  await page.waitForURL(isRequest)
  await heading('已提交').waitFor()
  await page.getByRole('listitem').getByText('修改后重新提交').waitFor()
  const { round, lines, evidence } = (await li.get(`/api/requests/${id}`)).body
  expect({ round, to: lines[0].to, evidence: evidence.length }).toEqual({
    round: 2,
    to: '2026-03-04',
    evidence: 1,
  })
})

describe('nothing that was typed is lost', () => {
  const filledIn = async (title: string, from: string) => {
    await field('培训名称').fill(title)
    await day(line(1), '开始日期', from)
    await day(line(1), '结束日期', from)
    await line(1).getByLabel('培训天数').fill('1')
    await field('举办机构（选填）').fill('内蒙古自治区党校')
    await field('结业证书编号（选填）').fill(title)
  }
  const countOf = async (title: string): Promise<number> => {
    const { items } = (await li.get('/api/requests?box=mine')).body
    return items.filter((request: { title: string }) => request.title === title).length
  }

  test('nor a proof: nothing is sent before each file has arrived, or is given up', async () => {
    await opened('staff.li', '/requests/new/recognition')
    await filledIn('材料在路上', '2026-04-03')
    const { promise: mayGo, resolve: go } = Promise.withResolvers<void>()
    await interceptOnce(page, '**/api/evidence', async (route) => {
      await mayGo
      await route.continue()
    })
    await attach('慢文件.pdf')
    await button('提交').click()
    await page.getByRole('alert').getByRole('link', { name: '还有文件没有传完' }).waitFor()
    go()
    await button('移除 慢文件.pdf').waitFor()
    await interceptOnce(page, '**/api/evidence', (route) => route.abort())
    await attach('没传上.pdf')
    await page.getByText('“没传上.pdf”没有传上去。').waitFor()
    await button('提交').click()
    await page.getByRole('alert').getByRole('link', { name: '还有文件没有传完' }).waitFor()
    await button('移除 没传上.pdf').click()
    await button('提交').click()
    await page.waitForURL(isRequest)
    expect((await li.get(`/api/requests/${idFrom(page.url())}`)).body.evidence).toHaveLength(1)
  })

  test('by a reload, nor when the session ends while it is sent', async () => {
    await openAs(page, 'staff.li', `${running.url}/requests/new/recognition`)
    await filledIn('草稿不丢', '2026-04-01')
    await page.reload()
    await page.getByText('这是您上次没有提交的内容。').waitFor()
    expect(await field('培训名称').inputValue()).toBe('草稿不丢')
    await interceptOnce(page, '**/api/requests', answer(401, { title: '请先登录。' }))
    await page.context().clearCookies()
    await button('提交').click()
    await page.locator('button[value="staff.li"]').click()
    await page.waitForURL('**/requests/new/recognition')
    await page.getByText('这是您上次没有提交的内容。').waitFor()
    expect(await line(1).getByLabel('培训天数').inputValue()).toMatch(/^1(\.0)?$/)
    await button('提交').click()
    await page.waitForURL(isRequest)
    await page.goto(`${running.url}/requests/new/recognition`)
    await heading('办理须知').waitFor()
    expect(await field('培训名称').inputValue()).toBe('')
  })

  test('when the answer is lost: a second try is the same request, a changed one is asked about', async () => {
    await opened('staff.li', '/requests/new/recognition')
    await filledIn('答复丢失', '2026-04-02')
    // The API takes it, the answer does not arrive.
    const lose = async (route: Route) => {
      await route.fetch()
      await route.abort()
    }
    await interceptOnce(page, '**/api/requests', lose)
    await button('提交').click()
    await heading('网络不通').waitFor()
    await page.reload()
    await page.getByText('这是您上次没有提交的内容。').waitFor()
    await line(1).getByLabel('培训天数').fill('0.5')
    await button('提交').click()
    await heading('您上一次提交的内容已经收到').waitFor()
    await link('查看我的申请').waitFor()
    await line(1).getByLabel('培训天数').fill('1')
    await button('提交').click()
    await page.waitForURL(isRequest)
    expect(await countOf('答复丢失')).toBe(1)
  })
})

test('in English, in large letters, at 360 px', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  const lines = [publicWeek('2026-03-09', '2026-03-10', 4), online('2026-03-11', '2026-03-12', 8)]
  const { id } = (await li.submit(claim('staff.li', [], lines))).body
  await registrar.decide(await registrar.task(id), 'approve')
  const department = as('dept.chen')
  await department.decide(await department.task(id, 1), 'return', { reason: '请核对学时。' })
  await opened('staff.li', '/requests')
  await button('English').click()
  await button('Large text').click()
  await follow(page, `/request/${id}/edit`)
  const kept = 'Line 1 (not returned, cannot be changed)'
  await page.getByRole('group', { name: kept, exact: true }).waitFor()
  expect(await width()).toBe(360)
  // One line alone goes back: the other stays as the desk has it.
  await page.getByRole('group', { name: 'Line 2' }).getByLabel('Hours', { exact: true }).fill('6.5')
  await page.getByRole('row', { name: 'Line 2 Hours 8 6.5' }).waitFor()
  await button('Send again').click()
  await page.waitForURL(isRequest)
  await heading('Sent').waitFor()
  expect((await li.get(`/api/requests/${id}`)).body.lines.map((one: { hours: number }) => one.hours)).toEqual(
    [16, 6.5],
  )
})
