import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../local/free-port.ts'
import { startBrowser, visit } from '../web/browser.ts'
import { openAs } from '../web/running.ts'
import { type RunningSystem, startSystem } from './start.ts'

/**
 * Supervision from end to end, in a browser (Art. 5, 8, 32, 35, 36, 48): a complaint about a registrar with what follows
 * from it, an interpretation that switches a reading, a question that is published, a sample that anyone can draw again,
 * and a year in numbers. Chapters on one system, in order.
 */

const SCHOOL = 'institution-qingcheng'
const CITY = 'authority-1501'
let directory = ''
let system: RunningSystem
let browser: Browser
let client: typeof import('../acceptance/client.ts')

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-platform-oversight-'))
  const port = await freePort()
  process.env.SYSTEM_URL = `http://127.0.0.1:${port}`
  ;[system, browser] = await Promise.all([
    startSystem({
      ...{ directory, port },
      arguments: ['--demo', 'accounts', '--now', '2026-06-15T09:00:00+08:00'],
    }),
    startBrowser(),
  ])
  client = await import('../acceptance/client.ts')
})
afterAll(async () => {
  delete process.env.SYSTEM_URL
  await browser?.close()
  await system?.kill()
  await rm(directory, { recursive: true, force: true })
})

const moveTo = (now: string) => client.moveClock(now)
const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
const mailsTo = async (account: string): Promise<{ subject: string; text: string }[]> =>
  (await client.call('/local/mail', { headers: { accept: 'application/json' } })).body.filter(
    ({ to }: { to: unknown }) => String(to).includes(`${account}@`),
  )
const annualOf = async (staff: string): Promise<{ status: string; hours: { total: number } }> =>
  (await client.as('hr.region').get(`/api/staff/${staff}/ledger?year=2026`)).body.assessment.annual

/** A visit by somebody signed in, or by a passer-by; what the page did that it should not is a fault of the test. */
const visitAs = async (account: string | undefined, path: string, act: (page: Page) => Promise<void>) => {
  const one = await visit(browser)
  one.page.setDefaultTimeout(40_000)
  try {
    const address = `${system.url}${path}`
    if (account === undefined) await one.page.goto(address)
    else await openAs(one.page, account, address)
    await act(one.page)
    expect(one.faults).toEqual([])
  } catch (error) {
    // What stood there: the demonstration’s people, nobody else’s.
    console.error(one.page.url(), await one.page.evaluate('document.body.innerText').catch(String))
    throw error
  } finally {
    await one.close()
  }
}
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name, exact: true }).first().click()
/** An act in two steps: the second says what follows, and takes the reason. */
const confirm = async (page: Page, label: string, reason?: string, title = label) => {
  await press(page, label)
  const step = page
    .locator('.confirm')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
  if (reason !== undefined)
    await step
      .getByLabel(
        /^(理由|查明的情况|记录内容|告知的内容|认定的事实和依据|办了什么|告诉投诉人的话|答复内容|核查意见)$/,
      )
      .fill(reason)
  await step.getByRole('button', { name: title, exact: true }).click()
  await step.waitFor({ state: 'detached' })
}
const choose = async (page: Page, field: string, option: string | RegExp) => {
  await page.getByRole('combobox', { name: field, exact: true }).click()
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option })
    .first()
    .click()
  await page.keyboard.press('Escape')
}
const proofFile = () => ({
  name: '签到表.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(client.pdf()),
})

let code = ''
let key = ''
let complaintId = ''
/** Where the hours that are complained of stand in their person's ledger. */
let entry = 0

test('Art. 36: an anonymous complaint about a registrar, filed on the public page with a file', async () => {
  // Wang's hours, entered by the registrar and recognised by the head of the city's desk.
  const wang = client.as('staff.wang')
  const { body: filed } = await wang.submit(
    client.claim(
      'staff.wang',
      [(await wang.upload()).body.id],
      [client.publicWeek('2026-05-11', '2026-05-12', 4)],
    ),
  )
  for (const [account, line] of [
    ['unit.admin', null],
    ['hr.head', 0],
  ] as const)
    await client.as(account).decide(await client.as(account).task(filed.id, line), 'approve')
  await client.reaches('staff.wang', filed.id, 'approved')
  const { items } = (await client.as('hr.city').get('/api/staff/staff.wang/entries')).body
  entry = items.at(-1).sequence
  // The first turn of the counting begins with what was done before it; jobs by the minute run when the clock has moved.
  await moveTo('2026-06-15T09:06:00+08:00')
  // The registrar's powers are lent: whoever holds them must find as little.
  const lent = { to: 'unit.second', startsOn: '2026-06-15', endsOn: '2026-09-30', reason: '外出学习' }
  expect((await client.as('unit.admin').post('/api/delegations', lent)).status).toBe(201)

  await visitAs(undefined, '/calculator', async (page) => {
    await page.getByRole('link', { name: '投诉举报', exact: true }).click()
    const story = page.getByLabel('事情经过')
    await story.waitFor()
    // The footer's link carries the page from which it was taken.
    expect(await story.inputValue()).toContain('/calculator')
    for (const name of ['自治区人社厅', '呼和浩特市人社局', '青城实验中学']) {
      await page.getByRole('combobox').fill(name)
      await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click()
      await sees(page, new RegExp(`已选：.*${name}`))
    }
    await page.getByLabel('涉及的人员').fill('苏日娜')
    await story.fill('五月的集中培训没有上课，却登记了十六学时。')
    await press(page, /^提\s?交$/)
    await page.getByRole('heading', { name: '已收到' }).waitFor({ timeout: 120_000 })
    ;[code = '', key = ''] = await page.locator('.banner code').allInnerTexts()
    await page.getByLabel('选择文件').setInputFiles(proofFile())
    await sees(page, /材料 1，/)
  })
  await visitAs(undefined, '/complaints/follow', async (page) => {
    await page.getByLabel('查询码').fill(code)
    await page.getByLabel('密钥').fill(key)
    await press(page, /^查\s?看$/)
    await sees(page, '呼和浩特市人社局')
    await sees(page, /材料 1，/)
    // Neither code nor key stands in an address.
    expect(page.url()).toBe(`${system.url}/complaints/follow`)
  })
}, 300_000)

test('Art. 36: inquired by the authority above, while the registrar and their delegate search for it in vain', async () => {
  await visitAs('hr.city', '/', async (page) => {
    await page
      .getByRole('link', { name: /投诉举报/ })
      .first()
      .waitFor()
  })
  await visitAs('hr.city', '/complaints/desk', async (page) => {
    await page.getByRole('link', { name: '青城实验中学' }).first().click()
    await sees(page, '匿名，没有留下身份。')
    complaintId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await confirm(page, '受理')
    await sees(page, '调查核实中')
    const popup = page.waitForEvent('popup')
    await confirm(page, '打开材料 1', '核对签到表')
    await popup
    await sees(page, /核对签到表 · 材料 1/)
    await confirm(page, '写调查记录', '已向学校以外的参训人员核实。')
    await confirm(page, '告知投诉人', '已经受理，正在核实。')
  })

  const subjects = async (account: string) => (await mailsTo(account)).map(({ subject }) => subject)
  for (const account of [
    'unit.admin',
    'unit.second',
    'unit.head',
    'staff.wang',
    'dept.chen',
    'hr.region',
    'auditor',
    'operator',
  ]) {
    const one = client.as(account)
    expect((await one.get(`/api/complaints/${complaintId}`)).status, account).toBe(404)
    const note = { act: 'note', text: '在吗' }
    expect((await one.post(`/api/complaints/${complaintId}/acts`, note)).status, account).toBe(404)
    expect(
      (await one.post(`/api/complaints/${complaintId}/files/1`, { reason: '看看' })).status,
      account,
    ).toBe(404)
    // Lists, the bell, the desk, the search, who did what: nothing says that it is there.
    const answers = await Promise.all([
      ...[
        '/api/complaints',
        '/api/complaints?box=above',
        '/api/news',
        '/api/tasks?box=todo',
        '/api/inspections',
      ].map((path) => one.get(path)),
      ...[complaintId, code, '苏日娜'].map((text) => one.post('/api/search', { text })),
      ...[`organisation=${SCHOOL}`, `organisation=${CITY}`, 'person=unit.admin', 'actor=hr.city'].map(
        (scope) => one.get(`/api/audit?${scope}`),
      ),
    ])
    const said = answers.map(({ body }) => JSON.stringify(body)).join('\n')
    for (const secret of [complaintId, code, code.toLowerCase(), '十六学时', '已向学校以外'])
      expect(said, account).not.toContain(secret)
    const news = (await one.get('/api/news')).body
    expect(JSON.stringify([news.items, news.waiting]), account).not.toContain('complaint')
    expect((await subjects(account)).join(), account).not.toContain('投诉举报')
  }
  // Whose desk it is was told, so the silence above is not everybody's.
  expect((await subjects('hr.city')).join()).toContain('投诉举报')
  for (const registrar of ['unit.admin', 'unit.second'])
    await visitAs(registrar, `/complaints/desk/${complaintId}`, async (page) => {
      await sees(page, /没有找到|不存在|没有这/)
      expect(await page.getByText('十六学时').count()).toBe(0)
    })
  // No log and no output of the system says it either.
  expect(system.output()).not.toContain('十六学时')
  expect(system.output()).not.toContain(key)
}, 300_000)

let matterId = ''

test('Art. 35, 36: found; proof of the hours is asked for, a certificate revoked, the body gets its letter', async () => {
  await visitAs('hr.city', `/complaints/desk/${complaintId}`, async (page) => {
    await choose(page, '结论', /^属实/)
    await confirm(page, '形成结论', '签到表与课程安排不符。')
    // The acts are linked, each on its own page; nothing follows by itself.
    await page.getByRole('link', { name: '要求提供证明、暂停或更正学时（在人员页的台账里）' }).waitFor()
    // The city has issued the certificates: it revokes none, and is told who does.
    await sees(page, '证书由发证部门的上级撤销')
    expect(await page.getByRole('link', { name: /^撤销证书/ }).count()).toBe(0)
  })
  expect((await annualOf('staff.wang')).hours.total).toBe(16)
  await visitAs('hr.city', '/persons/staff.wang', async (page) => {
    await page.locator(`a[href*="/inspections/orders/new"][href*="entry=${entry}&"]`).first().click()
    await page.locator('#order_until').fill('2026-06-26')
    await page.locator('#order_reason').fill('请提供五月集中培训的签到表和课程表。')
    await press(page, '下达')
    await page.waitForURL(/\/inspections\/matters\//)
    matterId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await sees(page, '请提供五月集中培训的签到表和课程表。')
  })
  const certificates = (await client.as('hr.city').get('/api/certificates?staff=staff.wang')).body.items
  const { number, verifyCode } = certificates.find(({ year }: { year: number }) => year === 2025)
  // The city has issued it; a certificate is revoked by an authority above, which knows nothing of the complaint.
  await visitAs('hr.region', `/registers/certificates?number=${number}`, async (page) => {
    await confirm(page, '撤销证书', '查实：以虚假签到取得。', `撤销证书 ${number}`)
    await sees(page, `证书 ${number} 已撤销`)
  })
  await visitAs(undefined, `/verify/${verifyCode}`, (page) => sees(page, /撤销/))
  await visitAs('hr.city', `/complaints/desk/${complaintId}`, async (page) => {
    await page.getByLabel('要求', { exact: true }).fill('核对本学期全部签到表，规范登记。')
    await page.getByLabel('完成期限', { exact: true }).fill('2026-07-31')
    await confirm(page, '函告责任单位', '一次集中培训没有上课而登记了学时。')
    await choose(page, '措施', '撤销证书')
    await page.getByLabel('证书编号、人员编号或机构名称（选填）').fill(number)
    await confirm(page, '记录处理措施', '以虚假签到取得的证书已撤销。')
    await confirm(page, '反馈并办结', '反映属实，已要求提供证明，并撤销一份证书。')
    await sees(page, '已办结')
  })
  const letters = (await mailsTo('unit.head')).filter(({ subject }) => subject.includes('查证结果'))
  expect(letters).toHaveLength(1)
  expect(JSON.stringify(letters)).toContain('规范登记')
  expect((await mailsTo('unit.admin')).filter(({ subject }) => subject.includes('查证结果'))).toEqual([])
  await visitAs(undefined, '/complaints/follow', async (page) => {
    await page.getByLabel('查询码').fill(code.toLowerCase())
    await page.getByLabel('密钥').fill(key)
    await press(page, /^查\s?看$/)
    await sees(page, '反映属实，已要求提供证明，并撤销一份证书。')
    await sees(page, '已经受理，正在核实。')
    expect(await page.getByText('已向学校以外的参训人员核实').count()).toBe(0)
  })
  // Found at fault, the body is named; five of a quarter are not reached, so no number is.
  const { body: figures } = await client.call('/api/complaints/figures')
  expect(figures.faults).toContainEqual({ quarter: '2026-Q2', body: '青城实验中学', cases: 1 })
  expect(figures.items.filter(({ quarter }: { quarter: string }) => quarter === '2026-Q2')).toEqual([])
}, 300_000)

test('Art. 35: hours that nobody proves are suspended after notice, and count again once they are verified', async () => {
  const matter = async () => (await client.as('hr.city').get(`/api/inspections/${matterId}`)).body
  await moveTo('2026-06-29T09:00:00+08:00')
  const { noticeUntil } = await client.until('the notice', async () => {
    const now = await matter()
    return now.noticeUntil === null ? undefined : now
  })
  expect((await annualOf('staff.wang')).hours.total).toBe(16)
  await moveTo(`${noticeUntil}T23:00:00+08:00`)
  expect((await annualOf('staff.wang')).hours.total).toBe(16)
  await moveTo('2026-07-07T09:00:00+08:00')
  await client.until('the suspension', async () => ((await matter()).suspended ? true : undefined))
  expect((await annualOf('staff.wang')).hours.total).toBe(0)

  await visitAs('hr.city', '/persons/staff.wang', (page) => sees(page, /16 学时暂停计算/))
  const verdict = (
    await client.as('hr.city').get('/api/staff/staff.wang/eligibility?business=contract_renewal')
  ).body
  expect(verdict.suspended.map(({ hours }: { hours: number }) => hours)).toEqual([16])
  expect(verdict.verdict).not.toBe('allow')
  await visitAs('staff.wang', '/', (page) => sees(page, /16 学时暂停计算/))
  await visitAs('staff.wang', `/inspections/matters/${matterId}`, async (page) => {
    await page.locator('input[type=file]').first().setInputFiles(proofFile())
    await sees(page, '签到表.pdf')
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    await confirm(page, '答复', '附当日签到表，两天均有授课。')
    await sees(page, '附当日签到表，两天均有授课。')
  })
  // Whoever recognised them looks at nothing of it; somebody else of the desk does.
  const own = await client
    .as('hr.head')
    .post(`/api/inspections/${matterId}/checks`, { act: 'fits', text: '属实' })
  expect([own.status, own.body.code]).toEqual([403, 'OWN_INSPECTION'])
  await visitAs('hr.city', `/inspections/matters/${matterId}`, async (page) => {
    await confirm(page, '核实属实', '签到表经授课单位核对。')
    await sees(page, '已办结')
  })
  await visitAs('hr.city', '/persons/staff.wang', async (page) => {
    await sees(page, '王建军')
    expect(await page.getByText(/16 学时暂停计算/).count()).toBe(0)
  })
  expect((await annualOf('staff.wang')).hours.total).toBe(16)
}, 300_000)

test('Art. 8, 48: a version replaces another, and its interpretation switches a reading on its day', async () => {
  await client.as('staff.li').post('/api/policies/subscription', { subscribed: true })
  expect((await annualOf('unit.head')).status).toBe('not_applicable')
  // What anyone reckons switches on the day; the running year of a record is judged as at its end, so from now on.
  const reckoned = async (): Promise<string> => {
    const { body } = await client.call('/api/assessments', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ asOf: (await client.call('/api/health')).body.time.slice(0, 10), year: 2026, credits: [] },
        person: { postType: 'management', hiredOn: '2004-07-15', leader: true },
      }),
    })
    return body.annual.status
  }
  expect(await reckoned()).toBe('not_applicable')
  let published = ''
  await visitAs('hr.region', '/policies/demo-interpretation', async (page) => {
    await page.getByRole('link', { name: '发布新版本' }).click()
    await page.locator('#policy_inForceFrom').fill('2026-07-10')
    await page.locator('#policy_changed').fill('领导人员同样适用年度学时要求。')
    await page.locator('#policy_readings').click()
    await page.keyboard.type('领导人员')
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: /领导人员.*同样适用/ })
      .first()
      .click()
    await page.keyboard.press('Escape')
    await press(page, /核对后发布/)
    // What follows is told first: the old value and the new one, from which year.
    await sees(page, '领导人员：不适用年度学时和聘期脱产培训要求 → 同样适用')
    await sees(page, '从 2026 年度起')
    await press(page, '确认发布')
    await page.waitForURL(/\/policies\/(?!new|demo)/)
    await sees(page, '同样适用 · 自')
    published = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await sees(page, '领导人员同样适用年度学时要求。')
  })
  expect((await annualOf('unit.head')).status).toBe('open')
  await moveTo('2026-07-09T23:50:00+08:00')
  expect(await reckoned()).toBe('not_applicable')
  expect((await client.call('/api/policies/demo-interpretation')).body.status).toBe('in_force')
  await moveTo('2026-07-10T00:10:00+08:00')
  expect(await reckoned()).toBe('open')
  const { body: before } = await client.call('/api/policies/demo-interpretation')
  expect([before.status, before.replacedBy.id]).toEqual(['replaced', published])
  expect(before.text).toContain('年末在编在册')
  await visitAs(undefined, '/articles/4', async (page) => {
    await page.getByRole('link', { name: '关于年度学时适用人员的解释（演示，修订）' }).first().waitFor()
    await sees(page, '同样适用')
  })
  await client.until('the subscriber’s letter', async () =>
    (await mailsTo('staff.li')).find(({ subject }) => subject.includes('解释发布')),
  )
}, 300_000)

test('Art. 8, 48: a question is asked, answered, and published without names', async () => {
  const asked = `其其格想问：退休前一年还要培训吗 ${randomUUID()}`
  let follows: string[] = []
  await visitAs(undefined, '/articles/7', async (page) => {
    await page.getByRole('link', { name: '政策咨询', exact: true }).first().click()
    await page.getByLabel('问题').fill(asked)
    await page.getByLabel('我愿意留下姓名和邮箱').check()
    await page.getByLabel('姓名', { exact: true }).fill('其其格')
    await page.getByLabel('邮箱', { exact: true }).fill('asker@people.example')
    await press(page, /^提\s?交$/)
    await page.getByRole('heading', { name: '已收到' }).waitFor({ timeout: 120_000 })
    follows = await page.locator('.banner code').allInnerTexts()
  })
  await visitAs('hr.region', '/questions/desk', async (page) => {
    await page
      .getByRole('link', { name: /其其格想问/ })
      .first()
      .click()
    await page.getByLabel('答复内容').fill('年末在册的都适用（第7条）。')
    await confirm(page, '答复')
    const [words, answer] = [
      page.getByLabel('问题（隐去姓名和个人情况）'),
      page.getByLabel('答复', { exact: true }),
    ]
    // Whoever asked is not named: the desk's words are refused until nobody is.
    await press(page, '公开')
    const step = page.locator('.confirm')
    await step.getByRole('button', { name: '公开', exact: true }).click()
    await sees(page, '公开的问答不能出现咨询人的姓名或邮箱。')
    await words.fill('退休前一年还要培训吗？')
    expect(await answer.inputValue()).toBe('年末在册的都适用（第7条）。')
    await step.getByRole('button', { name: '公开', exact: true }).click()
    await step.waitFor({ state: 'detached' })
  })
  await visitAs(undefined, '/answers', async (page) => {
    await page.getByRole('link', { name: '退休前一年还要培训吗？' }).click()
    await sees(page, '年末在册的都适用')
    expect(await page.getByText('其其格').count()).toBe(0)
    // The article that the answer cites opens.
    const opened = page.waitForEvent('popup')
    await page.getByRole('link', { name: /第7条/ }).first().click()
    await (await opened).getByRole('heading', { name: '原文' }).waitFor()
  })
  await visitAs(undefined, '/questions/follow', async (page) => {
    await page.getByLabel('查询码').fill(follows[0] ?? '')
    await page.getByLabel('密钥').fill(follows[1] ?? '')
    await press(page, /^查\s?看$/)
    await sees(page, '年末在册的都适用')
  })
}, 300_000)

test('Art. 35: a sample is drawn from its published seed, anyone draws the same, one rectification is verified', async () => {
  let draw = ''
  await visitAs('hr.region', '/inspections/draws/new', async (page) => {
    await page.locator('#draw_deskId').fill('呼和浩特市人社局')
    await page.locator('.ant-select-item-option').filter({ hasText: '呼和浩特市人社局' }).first().click()
    for (const [field, value] of Object.entries({
      ...{ from: '2026-01-01', to: '2026-07-10', bySign: '1', byLot: '2', reason: '年中抽查' },
    }))
      await page.locator(`#draw_${field}`).fill(value)
    await press(page, /^抽\s?查$/)
    await page.waitForURL(/\/inspections\/draws\/(?!new)/)
    draw = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await sees(page, /^[0-9a-f]{64}$/)
    await page.getByRole('heading', { name: '抽查名单' }).waitFor()
  })
  const region = client.as('hr.region')
  const { body: view } = await region.get(`/api/inspections/draws/${draw}`)
  const frame: { name: string; signs: string[] }[] = []
  for (let cursor = ''; ; ) {
    const more = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`
    const { body } = await region.get(`/api/inspections/draws/${draw}/frame${more}`)
    frame.push(...body.items)
    if (body.cursor === null) break
    cursor = body.cursor
  }
  // The desk that was looked at learns neither frame nor seed while it runs.
  const lookedAt = client.as('hr.city')
  expect((await lookedAt.get(`/api/inspections/draws/${draw}/frame`)).status).toBe(404)
  expect((await lookedAt.get(`/api/inspections/draws/${draw}`)).body).toMatchObject({
    open: false,
    seed: null,
  })
  // Outside the system, by what its page says alone: the lowest hashes, first of those with signs, then of the others.
  expect(sha(view.seed)).toBe(view.commitment)
  expect(
    sha(
      frame
        .map(({ name }) => name)
        .sort()
        .join('\n'),
    ),
  ).toBe(view.frameHash)
  const lowest = (names: readonly string[], count: number) =>
    names
      .map((name) => [sha(`${view.seed}\n${name}`), name] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .slice(0, count)
      .map(([, name]) => name)
  const names = (wanted: (signs: readonly string[]) => boolean) =>
    frame.filter(({ signs }) => wanted(signs)).map(({ name }) => name)
  const signed = lowest(
    names((signs) => signs.length > 0),
    1,
  )
  const drawn = view.drawn.map(({ name }: { name: string }) => name)
  const others = frame.map(({ name }) => name).filter((name) => !signed.includes(name))
  expect(drawn).toEqual([...signed, ...lowest(others, 2)])

  const { body: begun } = await client.until('the matters', async () => {
    const answer = await region.get(`/api/inspections/draws/${draw}`)
    return answer.body.drawn.every(({ matterId: id }: { matterId: string | null }) => id !== null)
      ? answer
      : undefined
  })
  const { matterId: sample } = begun.drawn[0]
  const unit = client.as('unit.head')
  const said = async () => (await region.get(`/api/inspections/${sample}`)).body.status
  await client.until('the sample to be asked', async () => ((await said()) === 'asked' ? true : undefined))
  expect((await unit.post(`/api/inspections/${sample}/answers`, { text: '材料正在整理。' })).status).toBe(201)
  await visitAs('hr.region', `/inspections/matters/${sample}`, async (page) => {
    await page.getByLabel('期限（只用于要求整改，最长 90 天）').fill('2026-08-10')
    await confirm(page, '要求整改', '签到表缺一页，请补齐。')
    await sees(page, '签到表缺一页，请补齐。')
  })
  await visitAs('unit.head', '/inspections?box=asked', async (page) => {
    await page.locator(`a[href$="/inspections/matters/${sample}"]`).first().click()
    await page.locator('input[type=file]').first().setInputFiles(proofFile())
    await sees(page, '签到表.pdf')
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    await confirm(page, '答复', '已补齐。')
  })
  await visitAs('hr.region', `/inspections/matters/${sample}`, async (page) => {
    await confirm(page, '验收合格', '已补齐，验收。')
    await sees(page, '已办结')
  })
  expect((await region.get(`/api/inspections/${sample}`)).body.outcome).toBe('verified')
}, 300_000)

/** The numbers of an organisation's row on the page: of whom how many are asked and complete come first. */
const numbersOf = async (page: Page, organisation: string): Promise<number[]> => {
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: organisation, exact: true }) })
  await row.first().waitFor()
  const cells = await row.first().getByRole('cell').allInnerTexts()
  return cells.map((text) => Number(text.replace(/[,%]/g, ''))).filter((value) => !Number.isNaN(value))
}

test('Art. 8: the year by league, exported as CSV, adds up again', async () => {
  const region = client.as('hr.region')
  // The acts are counted within minutes.
  await moveTo('2026-07-10T10:00:00+08:00')
  await client.until('the recognition to be counted', async () => {
    const { body } = await region.get(`/api/statistics/2026?organisation=${CITY}`)
    return body.desk.decided > 0 ? true : undefined
  })
  let csv = ''
  let hohhot: number[] = []
  let baotou: number[] = []
  await visitAs('hr.region', '/year/2026/statistics?beside=2025', async (page) => {
    await sees(page, '2025 年度')
    hohhot = await numbersOf(page, '呼和浩特市人社局')
    baotou = await numbersOf(page, '包头市人社局')
    const saving = page.waitForEvent('download')
    await press(page, '导出 CSV')
    const stream = await (await saving).createReadStream()
    const parts: Buffer[] = []
    for await (const part of stream) parts.push(Buffer.from(part))
    csv = Buffer.concat(parts)
      .toString('utf8')
      .replace(/^\uFEFF/, '')
  })
  const rows = csv.split('\r\n').map((row) => row.split(','))
  const start = rows.findIndex(([first]) => first === '机构')
  const end = rows.findIndex(([first], nth) => nth > start && first === '各行合计')
  const places = rows.slice(start + 1, end)
  // The other year's columns stand behind; rates are no sums.
  const figures = (rows[start] ?? []).findIndex((title) => title.startsWith('完成率'))
  const whole = (rows[end + 1] ?? []).slice(2, figures).map(Number)
  expect((rows[start] ?? []).length).toBe(2 * figures)
  const sums = whole.map(
    (_, column) => places.reduce((sum, row) => sum + Math.round(Number(row[column + 2]) * 100), 0) / 100,
  )
  expect(places.length).toBeGreaterThan(10)
  expect(sums).toEqual(whole)
  expect((rows[end] ?? []).slice(2, figures).map(Number)).toEqual(whole)
  const [persons, complete, , hours] = whole
  const { body: all } = await region.get('/api/statistics/2026')
  expect([persons, complete, hours]).toEqual([all.total.persons, all.total.complete, all.total.hours])
  // Side by side on the page stands what the file says of the two leagues.
  for (const [name, shown] of [
    ['呼和浩特市人社局', hohhot],
    ['包头市人社局', baotou],
  ] as const) {
    const [, , ...of] = places.find(([place]) => place === name) ?? []
    expect(shown.slice(0, 2), name).toEqual(of.slice(0, 2).map(Number))
    expect(shown, name).toContain(Number(of[3]))
  }
  // The number of those who are short leads to their list, for whoever may see it.
  await visitAs('hr.city', `/year/2026/statistics`, async (page) => {
    const short = page.locator('a[href^="/progress?institution="]').first()
    expect(Number(await short.innerText())).toBeGreaterThan(0)
    await short.click()
    await page.waitForURL(/\/progress\?institution=/)
    await sees(page, '李静怡')
  })
}, 300_000)
