import { randomUUID } from 'node:crypto'
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
 * A class from its filing to a certificate, in a browser: filed by a city's authority, refused twice, accepted; people of
 * three schools; attended by code, by the printed list and not at all; closed, recognised by each lawful desk.
 */

const HOHHOT = 'authority-1501'
let directory = ''
let system: RunningSystem
let browser: Browser
let client: typeof import('../acceptance/client.ts')

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-platform-class-'))
  const settings = ['--demo', 'accounts', '--now', '2026-06-15T09:00:00+08:00']
  const port = await freePort()
  process.env.SYSTEM_URL = `http://127.0.0.1:${port}`
  ;[system, browser] = await Promise.all([
    startSystem({ directory, port, arguments: settings }),
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
const at = (path: string): string => `${system.url}${path}`

/** Somebody's visit to a page; what the page did that it should not is a fault of the test. */
const asSomeone = async (account: string, path: string, act: (page: Page) => Promise<void>, options = {}) => {
  const one = await visit(browser, options)
  one.page.setDefaultTimeout(30_000)
  try {
    await openAs(one.page, account, at(path))
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
const telephone = { viewport: { width: 360, height: 740 } }
const fitsTelephone = async (page: Page) =>
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true })
/** An act in two steps: the second has its title. */
const confirm = async (page: Page, label: string, title: string, reason?: string) => {
  await button(page, label).click()
  if (reason !== undefined) await page.locator('.confirm textarea').fill(reason)
  await page.locator('.confirm').getByRole('button', { name: title }).click()
  await page.locator('.confirm').waitFor({ state: 'detached' })
}
const choose = async (page: Page, field: string, option: string | RegExp) => {
  await page.locator(field).click()
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option })
    .first()
    .click()
}
/** Who waits for their school’s word, in which class. */
const askedRow = (page: Page, name: string, title: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: title, exact: true }) })
    .filter({ hasText: name })
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

/** Files a claim of somebody's own and takes it through its desks. */
const earnedBefore = async () => {
  const li = client.as('staff.li')
  const proof = (await li.upload()).body.id
  const { id } = (
    await li.submit(client.claim('staff.li', [proof], [client.publicWeek('2026-05-11', '2026-05-11', 2)]))
  ).body
  for (const [account, line] of [
    ['unit.admin', null],
    ['hr.city', 0],
  ] as const)
    expect((await client.as(account).decide(await client.as(account).task(id, line), 'approve')).status).toBe(
      200,
    )
  await client.reaches('staff.li', id, 'approved')
}

/** What a provider delivers of her: a day twice, and a correction of one record. */
const deliveredBefore = async () => {
  const provider = client.program('provider-xuexi')
  const day = Array.from({ length: 10 }, (_, nth) => ({
    ...{ recordNo: `day-${nth}`, staffNo: 'staff.li', name: '李静怡', course: '信息化教学', passed: true },
    ...{ subject: 'professional', hours: nth === 0 ? 5 : 6 },
    ...{ from: `2026-05-${String(nth + 12)}`, to: `2026-05-${String(nth + 12)}` },
  }))
  const states = async (records: readonly object[]) => [
    ...new Set((await provider.deliver(records)).body.results.map(({ state }: { state: string }) => state)),
  ]
  expect(await states(day)).toEqual(['accepted'])
  expect(await states(day)).toEqual(['known'])
  expect(await states([{ ...day[0], hours: 6 }])).toEqual(['accepted'])
  expect(await states([{ ...day[0], hours: 6 }])).toEqual(['known'])
}

/** The next morning: the day's request at department and authority. */
const decideDelivered = async () => {
  let requestId = ''
  for (const account of ['dept.chen', 'hr.city']) {
    const task = await client.until(`the provider’s day at ${account}`, async () => {
      const { items } = (await client.as(account).get('/api/tasks?box=todo')).body
      return items.find(({ type }: { type: string }) => type === 'feed_batch')
    })
    requestId = task.requestId
    expect((await client.as(account).decide(task.id, 'approve')).status).toBe(200)
  }
  await client.reaches('hr.city', requestId, 'approved')
}

/** A third school with somebody on its register, and who keeps it. */
const thirdSchool = async (): Promise<string> => {
  const region = client.as('hr.region')
  const { id: institutionId } = (
    await client.as('hr.city').post('/api/organisations', {
      ...{ name: '城南小学', kind: 'institution', level: 'city', authorityId: HOHHOT },
    })
  ).body
  const seat = { action: 'add', accountId: 'unit.second', role: 'institution', reason: '兼任登记员' }
  expect((await region.post(`/api/organisations/${institutionId}/seats`, seat)).status).toBe(200)
  const made = await client.as('unit.second').post(
    '/api/persons',
    {
      ...{ institutionId, staffNo: 'CN-1', name: '陈晓', postType: 'professional', hiredOn: '2024-03-01' },
      terms: [{ from: '2024-03-01', to: '2027-02-28' }],
    },
    { 'idempotency-key': 'third-school' },
  )
  expect(made.status).toBe(201)
  return made.body.id
}

const course = async (
  page: Page,
  nth: number,
  title: string,
  fee: string,
  minutes: string,
  lecturer: string,
) => {
  const field = (name: string) => `#filing_courses_${nth}_${name}`
  await page.locator(field('title')).fill(title)
  await page.locator(field('feeYuan')).fill(fee)
  await page.locator(field('minutes')).fill(minutes)
  await choose(page, field('lecturers'), lecturer)
  await page.keyboard.press('Escape')
}

/** Files it with two lecturers, one of whom is removed while the form stands open, and with a fee one fen too high. */
const fileIt = async (): Promise<string> => {
  const city = client.as('hr.city')
  const propose = async (name: string) =>
    (
      await city.post(
        '/api/lecturers',
        { organisationId: HOHHOT, name, field: '公文写作' },
        { 'idempotency-key': randomUUID() },
      )
    ).body.id
  await propose('高远')
  const removed = await propose('白露')
  let id = ''
  await asSomeone('hr.city', '/programmes/new', async (page) => {
    await page.locator('#filing_title').fill('公文写作三日班')
    await page.locator('#filing_place').fill('市委党校一号楼')
    await page.locator('#filing_capacity').fill('30')
    await page.locator('#filing_budget').fill('部门预算')
    await page.locator('#filing_planWhy').fill('临时任务')
    await choose(page, '#filing_within', '不限单位')
    await course(page, 0, '公文基础', '128.00', '960', '高远')
    await button(page, '添加课程').click()
    await course(page, 1, '公文提高', '64.01', '480', '白露')
    for (const [nth, day] of ['2026-06-16', '2026-06-17', '2026-06-18'].entries()) {
      await button(page, '添加一天').click()
      await page.locator(`#filing_days_${nth}_day`).fill(day)
      await page.keyboard.press('Tab')
    }
    await choose(page, '#filing_days_2_course', '公文提高')
    const gone = await client
      .as('hr.region')
      .post(`/api/lecturers/${removed}/removal`, { reason: '违反师德' })
    expect(gone.status).toBe(200)
    await button(page, '提交备案').click()
    await sees(page, /收费 64\.\d\d 元，超过上限 64\.00 元/)
    await sees(page, /授课人员.+已于.+被清退出库，请另选授课人员。/)
    await page.locator('#filing_courses_1_feeYuan').fill('64.00')
    await page.locator('#filing_courses_1_lecturers').click()
    await page.keyboard.press('Backspace')
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '高远' })
      .first()
      .click()
    await page.keyboard.press('Escape')
    await button(page, '提交备案').click()
    await page.waitForURL(/\/programme\/(?!new)/)
    id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await sees(page, '公文写作三日班')
  })
  return id
}

const accept = async (id: string) => {
  const own = client.as('hr.city')
  const { requestId } = (await own.get(`/api/programmes/${id}`)).body
  const request = requestId ?? id
  const task = await client.as('hr.head').task(request, 0)
  expect((await own.decide(task, 'approve')).body.code).toBe('OWN_REQUEST')
  expect((await client.as('hr.head').decide(task, 'approve')).status).toBe(200)
  await client.until('the filing to be accepted', async () => {
    const { body } = await own.get(`/api/programmes/${id}`)
    return body.state === 'accepted' ? body : undefined
  })
}

/** The organiser tells all of the class, with a file; whoever is enrolled opens it. */
const tellClass = async (path: string) => {
  const buffer = Buffer.from(client.pdf())
  await asSomeone('hr.city', path, async (page) => {
    await page.locator('#class_notice_title').fill('报到须知')
    await page.locator('#class_notice_text').fill('请于 6 月 16 日 8:40 前到一号楼报到。')
    await page.locator('#class_notice_link').fill('课程表')
    await button(page, '发布通知').click()
    await sees(page, '请填写 https:// 开头的网址。')
    await page.locator('#class_notice_link').fill('')
    await page
      .locator('form#class_notice input[type=file]')
      .setInputFiles({ name: '课程表.pdf', mimeType: 'application/pdf', buffer })
    await page.getByRole('button', { name: '移除 课程表.pdf' }).waitFor()
    await button(page, '发布通知').click()
    await sees(page, '已发布，并通知全体报名人员。')
  })
  await asSomeone('staff.li', path, async (page) => {
    const [opened, answered] = [page.waitForEvent('popup'), page.waitForResponse(/\/files\//)]
    await button(page, '课程表.pdf').click()
    expect((await answered).status()).toBe(200)
    await opened
  })
}

/** The organiser’s list of a half-day, in the browser: who was there, who was not. */
const enterList = async (
  page: Page,
  session: RegExp,
  presences: Readonly<Record<string, '到课' | '缺席'>>,
  reason?: string,
) => {
  const panel = page
    .getByRole('region', { name: '签到登记' })
    .or(page.locator('section', { hasText: '签到登记' }).last())
  await panel.getByRole('combobox').click()
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: session })
    .first()
    .click()
  for (const [name, presence] of Object.entries(presences))
    await page.getByRole('group', { name, exact: true }).getByLabel(presence).check()
  if (reason !== undefined) await page.getByLabel('更正的理由').fill(reason)
  await button(page, '保存签到').click()
  await sees(page, /已保存，改动/)
}

test('filed, refused twice, accepted; three schools; code, list and absence; closed; ledgers and a certificate', async () => {
  await earnedBefore()
  await deliveredBefore()
  const third = await thirdSchool()
  const id = await fileIt()
  await accept(id)
  const path = `/classes/${id}`

  // People of three schools: one finds a hint, one is entered by her school, one by a registrar of the third.
  const demo = await client
    .as('staff.li')
    .post('/api/classes/demo-public/enrolments', { staffIds: ['staff.li'] })
  expect(demo.status).toBe(200)
  await asSomeone(
    'staff.li',
    path,
    async (page) => {
      await sees(page, '2026年6月16日已报名“公共科目集中培训”，时间冲突。')
      await fitsTelephone(page)
      await confirm(page, '报名', '报名参加“公文写作三日班”')
      await sees(page, '已报名，等所在单位同意')
    },
    telephone,
  )
  await asSomeone('unit.admin', '/classes/asked', async (page) => {
    const row = askedRow(page, '李静怡', '公文写作三日班')
    await row.getByRole('button', { name: '同意', exact: true }).click()
    await page.locator('.confirm').getByRole('button', { name: '同意 李静怡 参加' }).click()
    await row.waitFor({ state: 'detached' })
  })
  await asSomeone('unit.luming', path, async (page) => {
    await page.getByLabel(/人员（一次最多/).click()
    await page.locator('.ant-select-item-option', { hasText: '图雅' }).first().click()
    await page.keyboard.press('Escape')
    await button(page, '列入名单').click()
    await sees(page, '已列入 1 人')
  })
  expect((await client.as('unit.second').post(`/api${path}/enrolments`, { staffIds: [third] })).status).toBe(
    200,
  )

  await tellClass(path)

  // Three days: one attends by the code on a telephone, one signs the printed list, one never comes.
  const halves = ['2026-06-16', '2026-06-17', '2026-06-18'].flatMap((day) => [
    [day, '09:05'] as const,
    [day, '14:05'] as const,
  ])
  for (const [nth, [day, hour]] of halves.entries()) {
    await moveTo(`${day}T${hour}:00+08:00`)
    if (nth === 0) await decideDelivered()
    let code = ''
    await asSomeone('hr.city', `${path}/sessions/${nth + 1}/code`, async (page) => {
      code = (await page.locator('code').innerText()).trim()
    })
    await asSomeone(
      'staff.li',
      `${path}/attend?code=${encodeURIComponent(code)}`,
      async (page) => {
        await button(page, '签到').waitFor()
        await fitsTelephone(page)
        if (nth === 1) {
          // Without a network the scan is kept on the telephone; it arrives five minutes later, to be confirmed.
          await page.context().setOffline(true)
          await button(page, '签到').click()
          await sees(page, '签到码已保存在本机，还没有发出')
          await moveTo(`${day}T14:10:00+08:00`)
          await page.context().setOffline(false)
          await sees(page, '签到已收到，等举办单位确认')
        } else {
          await button(page, '签到').click()
          await sees(page, '签到成功，计入出勤')
        }
      },
      telephone,
    )
    await asSomeone('hr.city', path, async (page) => {
      const part = nth % 2 === 0 ? '上午' : '下午'
      const session = new RegExp(`${Number(day.slice(8))} ?日.*${part}`)
      const present = { 图雅: '到课', 陈晓: '缺席' } as const
      if (nth === 1) await sees(page, '待举办单位确认')
      await enterList(page, session, nth === 1 ? { ...present, 李静怡: '到课' } : present)
      if (nth === 5) {
        // Entered wrongly, and put right with a reason.
        await enterList(page, session, { 图雅: '缺席' }, '看错了行')
        await enterList(page, session, { 图雅: '到课' }, '核对纸质签到表')
        await sees(page, '更正 2 次')
      }
    })
  }

  // Closed on the last day, with a result each; a second closing answers the same claim.
  await asSomeone('hr.city', path, async (page) => {
    for (const name of ['李静怡', '图雅'])
      await page
        .getByRole('group', { name: `考核结果 ${name}` })
        .getByLabel('合格', { exact: true })
        .check()
    await confirm(page, '结业', '结业并申报学时')
    await sees(page, /阿拉坦·巴特尔 于 .* 结业/)
  })
  const city = client.as('hr.city')
  const { parts, leftOut } = (await city.post(`/api${path}/closing`, { results: [] })).body
  expect(leftOut).toEqual([])
  expect(
    parts
      .map(
        ({ course: title, authority }: { course: string; authority: { name: string } }) =>
          `${title} ${authority.name}`,
      )
      .sort(),
  ).toEqual(
    [
      '公文基础 呼和浩特市人社局',
      '公文基础 昆都仑区人社局',
      '公文提高 呼和浩特市人社局',
      '公文提高 昆都仑区人社局',
    ].sort(),
  )
  for (const { requestId, authority } of parts) {
    const account = authority.id === HOHHOT ? 'hr.head' : 'hr.county'
    const task = await client.as(account).task(requestId, 0)
    if (account === 'hr.head') expect((await city.decide(task, 'approve')).status).toBe(403)
    expect((await client.as(account).decide(task, 'approve')).status).toBe(200)
    await client.reaches(account, requestId, 'approved')
  }

  // Three ledgers, a certificate, the class claimed singly.
  const halfDaysOf = async (staff: string) => {
    const { facts } = (await client.as('hr.region').get(`/api/staff/${staff}/ledger?year=2026`)).body
    return facts.credits
      .filter(({ from }: { from: string }) => from >= '2026-06-16')
      .reduce((sum: number, { halfDays = 0 }: { halfDays?: number }) => sum + halfDays, 0)
  }
  expect(await Promise.all(['staff.li', 'staff.tuya', third].map(halfDaysOf))).toEqual([6, 6, 0])
  await client.until('the certificate', async () => {
    const { items } = (await client.as('staff.li').get('/api/certificates?staff=staff.li')).body
    return items?.find(
      ({ year, kind }: { year?: number; kind: string }) => kind === 'annual' && year === 2026,
    )
  })
  const li = client.as('staff.li')
  const single = await li.submit({
    ...client.claim(
      'staff.li',
      [(await li.upload()).body.id],
      [client.publicWeek('2026-06-16', '2026-06-17', 4)],
    ),
    title: '公文写作三日班',
  })
  expect([single.status, single.body.code]).toEqual([422, 'EVIDENCE_ALREADY_USED'])
  await asSomeone('hr.city', `/classes/untrained?programme=${id}`, async (page) => {
    await sees(page, '没有到课')
    await sees(page, '陈晓')
  })
  await asSomeone('staff.li', '/my', async (page) => {
    await sees(page, '李静怡')
  })
}, 900_000)

test('filed too late; a full class: who leaves makes room, who waits is called up and told; cancelled with word to all', async () => {
  await moveTo('2026-06-22T09:00:00+08:00')
  const city = client.as('hr.city')
  const filing = (day: string, key: string) =>
    city.post(
      '/api/programmes',
      {
        ...{ organiserId: HOHHOT, title: '一日班', place: '礼堂', capacity: 1, budget: '部门预算' },
        courses: [
          {
            ...{
              title: '一日班',
              subject: 'public',
              category: 'in_service',
              mode: 'offline',
              kind: 'theory',
            },
            ...{ feeFen: 0, minutes: 480, lecturers: ['lecturer-bai'] },
          },
        ],
        sessions: ['morning', 'afternoon'].map((half) => ({ day, half, course: 0 })),
        audience: { organisations: [HOHHOT], postTypes: [], calledUp: false },
        plan: { why: '临时任务' },
      },
      { 'idempotency-key': key },
    )
  const late = await filing('2026-06-21', 'late')
  expect([late.status, late.body.errors.map(({ code }: { code: string }) => code)]).toEqual([
    422,
    expect.arrayContaining(['PROGRAMME_BEGUN']),
  ])
  const filed = await filing('2026-06-24', 'in time')
  expect(filed.status).toBe(201)
  const { id } = filed.body
  await accept(id)
  const path = `/classes/${id}`
  const enrolAndAgree = async (account: string, name: string, seen: string) => {
    await asSomeone(account, path, async (page) => {
      await confirm(page, '报名', '报名参加“一日班”')
      await sees(page, '已报名，等所在单位同意')
    })
    await asSomeone('unit.admin', '/classes/asked', async (page) => {
      const row = askedRow(page, name, '一日班')
      await row.getByRole('button', { name: '同意', exact: true }).click()
      await page
        .locator('.confirm')
        .getByRole('button', { name: `同意 ${name} 参加` })
        .click()
      await row.waitFor({ state: 'detached' })
    })
    await asSomeone(account, path, (page) => sees(page, seen))
  }
  const subjectsTo = async (address: string): Promise<string[]> => {
    const mails = (await client.call('/local/mail', { headers: { accept: 'application/json' } })).body
    return mails
      .filter(({ to }: { to: unknown }) => String(to).includes(address))
      .map(({ subject }: { subject: string }) => subject)
  }
  await enrolAndAgree('staff.li', '李静怡', '已报名，所在单位已同意')
  await enrolAndAgree('staff.wang', '王建军', '候补第 1 位')
  const before = (await subjectsTo('staff.wang')).length
  await asSomeone('staff.li', path, (page) => confirm(page, '退出', '退出“一日班”'))
  await asSomeone('staff.wang', path, (page) => sees(page, '已报名，所在单位已同意'))
  expect((await subjectsTo('staff.wang')).length).toBe(before + 1)
  await asSomeone('hr.city', path, async (page) => {
    await confirm(page, '取消培训班', '取消“一日班”', '场地停用')
    await sees(page, /已取消/)
  })
  expect((await subjectsTo('staff.wang')).length).toBe(before + 2)
  // Who had left is told nothing more.
  expect((await subjectsTo('staff.li')).filter((subject) => subject.includes('取消'))).toEqual([])
}, 600_000)
