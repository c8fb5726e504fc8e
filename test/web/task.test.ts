import type { Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as, call, claim, online, publicWeek, reaches, until } from '../acceptance/client.ts'
import { interceptOnce, type Visit, visit } from './browser.ts'
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

const li = as('staff.li')
const registrar = as('unit.admin')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Training on days of its own: no two claims of this file overlap. */
let days = 0
const training = (hours = 5) => {
  const date = new Date(Date.UTC(2026, 1, 2 + days++)).toISOString().slice(0, 10)
  return online(date, date, hours)
}
const filed = async (line: object = training(), evidence: string[] = []): Promise<string> =>
  (await li.submit(claim('staff.li', evidence, [line]))).body.id
/** A task on the registrar's desk. */
const open = async (line?: object): Promise<string> => registrar.task(await filed(line))
const at = (task: string): string => `${running.url}/task/${encodeURIComponent(task)}`
const opened = (account: string, task: string) => openAs(page, account, at(task))

const button = (name: string) => page.getByRole('button', { name, exact: true })
const heading = (name: string | RegExp) =>
  page.getByRole('heading', { name, exact: typeof name === 'string' })
const reason = () => page.getByRole('textbox', { name: '理由' })
const focused = (): Promise<string> =>
  page.evaluate(
    '((one) => (one === document.body ? "" : [one.id, one.value, one.textContent].join(" ")))(document.activeElement)',
  )

/** Goes on by the Tab key to what says so. */
const tabTo = async (name: string): Promise<void> => {
  for (let steps = 0; steps < 60; steps++) {
    if ((await focused()).includes(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key does not lead to ${name}.`)
}

/** Where each heading of the page begins, in pixels from its top. */
const heightOf = async (name: string): Promise<number> => (await heading(name).boundingBox())?.y ?? Number.NaN

describe('from the mail to the decision', () => {
  test('by keyboard alone, through the sign-in and back to the same task; opening it changes nothing', async () => {
    const evidence = [(await li.upload(PNG, '结业证书.png')).body.id, (await li.upload()).body.id]
    const id = await filed(publicWeek('2026-05-11', '2026-05-15'), evidence)
    const task = await registrar.task(id)
    const link = await until('the mail of the task', async () => {
      const mails: { text: string }[] = (await call('/local/mail')).body
      return mails
        .flatMap(({ text }) => text.match(/http\S+\/task\/\S+/g) ?? [])
        .find((address) => address.endsWith(task) || address.endsWith(encodeURIComponent(task)))
    })
    const before = (await li.get(`/api/requests/${id}`)).body

    // In one column everything stands above the decision; in two the decision stays in sight beside it.
    await page.setViewportSize({ width: 1000, height: 800 })
    await page.goto(link)
    await page.getByRole('heading', { name: '选择账号登录' }).waitFor()
    await tabTo('unit.admin')
    await page.keyboard.press('Enter')
    await page.waitForURL(link)
    await heading('公共科目集中培训').waitFor()
    expect(await page.getByRole('main').innerText()).toMatch(/李静怡[\s\S]*青城实验中学[\s\S]*40\s*学时/)
    await tabTo('查看')
    await page.keyboard.press('Enter')
    const preview = page.getByRole('img', { name: '材料 1' })
    await preview.waitFor()
    await page.waitForFunction('document.querySelector("figure img").naturalWidth === 1')
    const order = await Promise.all(
      ['申报内容', '申请信息', '证明材料', '办理过程', '您的决定'].map(heightOf),
    )
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect((await li.get(`/api/requests/${id}`)).body).toEqual(before)

    await tabTo('approve')
    await page.keyboard.press('Enter')
    await heading('确认同意').waitFor()
    await page.getByText('同意表示您已核实事实和证明材料。申请将转到下一环节。').waitFor()
    expect((await li.get(`/api/requests/${id}`)).body).toEqual(before)
    await tabTo('reason')
    await page.keyboard.type('材料齐全')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await heading('办理完成').waitFor()
    expect(await focused()).toContain('办理完成')
    const { timeline } = (await li.get(`/api/requests/${id}`)).body
    expect(timeline.at(-1)).toMatchObject({ actor: 'unit.admin', act: 'approve', reason: '材料齐全' })
  })

  test('a return and a rejection need a reason; what was typed stays until it is sent', async () => {
    const id = await filed()
    await opened('unit.admin', await registrar.task(id))
    await button('不予办理').click()
    await button('确认不予办理').click()
    await page.getByRole('alert').getByText('请写明理由，申请人会看到。').waitFor()
    expect(await focused()).toMatch(/^reason /)
    await page.keyboard.type('请补充结业证书')
    await page.keyboard.press('Escape')
    expect(await focused()).toMatch(/^ reject /)
    await button('退回修改').click()
    expect(await reason().inputValue()).toBe('请补充结业证书')
    await reason().fill(' ')
    await button('确认退回修改').click()
    await page.getByRole('alert').getByText('请写明理由，申请人会看到。').waitFor()
    await reason().fill('请补充结业证书')
    await button('确认退回修改').click()
    await page.getByText('已退回，申请人会收到您写的理由。').waitFor()
    expect((await reaches('staff.li', id, 'returned')).timeline.at(-1).reason).toBe('请补充结业证书')
  })

  test('a department may grant fewer hours with a reason, and sees the opinion before its own', async () => {
    const id = await filed(training(20.5))
    await registrar.decide(await registrar.task(id), 'approve', { reason: '与原件核对无误' })
    await page.setViewportSize({ width: 1000, height: 800 })
    await opened('dept.chen', await as('dept.chen').task(id, 0))
    await page.getByText('与原件核对无误').waitFor()
    expect((await page.getByText('与原件核对无误').boundingBox())?.y).toBeLessThan(await heightOf('您的决定'))
    await button('同意').click()
    const granted = page.getByLabel('认定学时')
    await granted.fill('20.6')
    await button('确认同意').click()
    await page.getByRole('alert').getByText('不超过 20.5').waitFor()
    expect(await focused()).toMatch(/^hours /)
    await granted.fill('18.5')
    await button('确认同意').click()
    await page.getByRole('alert').getByText('认定学时少于申报学时，请写明理由。').waitFor()
    expect(await focused()).toMatch(/^reason /)
    await page.getByLabel('理由（必填）').waitFor()
    await page.keyboard.type('两天未签到')
    await button('确认同意').click()
    await heading('办理完成').waitFor()
    await page.getByText('申报 20.5 学时，认定 18.5 学时').waitFor()
    expect((await li.get(`/api/requests/${id}`)).body.lines[0].grantedHours).toBe(18.5)
  })

  test('proofs stand beside the facts where there is room, the decision stays in sight; flags come first', async () => {
    const proof = (await li.upload()).body.id
    const task = await registrar.task(await filed(training(20), [proof]))
    await page.setViewportSize({ width: 1280, height: 800 })
    await opened('unit.admin', task)
    await page.getByRole('link', { name: '下载' }).waitFor()
    const [proofs, facts] = await Promise.all(
      ['证明材料', '申请信息'].map((name) => heading(name).boundingBox()),
    )
    expect((proofs?.x ?? 0) + (proofs?.width ?? 0)).toBeLessThan((facts?.x ?? 0) + 1)
    const flags = await heading(/^请先核对/).boundingBox()
    expect(flags?.y).toBeLessThan(facts?.y ?? 0)
    const decide = await heading('您的决定').boundingBox()
    expect(decide?.y).toBeLessThan(800)
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  })

  test('who has decided goes on to the next task, or back to the desk', async () => {
    const [first, second] = [await open(), await open()]
    await opened('unit.admin', first)
    await page.getByText('您是 苏日娜').waitFor()
    await page.getByText(/办理期限：.* · 剩 \d+ 个工作日/).waitFor()
    await button('同意').click()
    await button('确认同意').click()
    await heading('办理完成').waitFor()
    const next = page.getByRole('link', { name: /^办理下一件：/ })
    expect(await next.getAttribute('href')).not.toContain(encodeURIComponent(first))
    await next.click()
    await heading('您的决定').waitFor()
    await page.getByRole('link', { name: '返回待办' }).click()
    await page.waitForURL(`${running.url}/tasks`)
    expect((await registrar.get(`/api/tasks/${second}`)).body.status).toBe('open')
  })

  test('is handed to a colleague, who may decide it then', async () => {
    const task = await open()
    await opened('unit.admin', task)
    await page.getByText('转给同事办理', { exact: true }).click()
    await page.getByLabel('转给').selectOption({ label: '刘海燕' })
    await page.getByLabel('说明（选填）').fill('请代为核对')
    await button('转办').click()
    await page.getByText('转给 刘海燕').waitFor()
    expect((await registrar.get(`/api/tasks/${task}`)).body.assignee.id).toBe('unit.second')
  })

  test('an opinion is asked of a colleague, given, and decides nothing', async () => {
    const id = await filed()
    const task = await registrar.task(id)
    await opened('unit.admin', task)
    await page.getByText('征求同事意见', { exact: true }).click()
    await page.getByLabel('征求谁的意见').selectOption({ label: '刘海燕' })
    await page.getByLabel('要请教的问题（选填）').fill('这次培训是否属实？')
    await button('征求意见').click()
    await page.getByRole('listitem').getByText('这次培训是否属实？').waitFor()
    const given = await as('unit.second').post(`/api/tasks/${task}/opinions`, { opinion: '属实。' })
    expect([given.status, given.body.status]).toEqual([201, 'open'])
    await page.reload()
    await page.getByRole('listitem').getByText('属实。', { exact: true }).waitFor()
    await heading('您的决定').waitFor()
  })

  test('a decision is taken back by the keyboard, and made again', async () => {
    const id = await filed({ ...training(), subject: 'public' })
    const task = await registrar.task(id)
    await opened('unit.admin', task)
    await button('同意').click()
    await button('确认同意').click()
    await heading('办理完成').waitFor()
    const next = await as('hr.city').task(id, 0)
    await tabTo('收回决定')
    await page.keyboard.press('Enter')
    await heading('您的决定').waitFor()
    await page.getByRole('listitem').getByText('收回决定，重新办理').waitFor()
    expect((await as('hr.city').get(`/api/tasks/${next}`)).body.status).toBe('taken_back')
    await button('同意').click()
    await button('确认同意').click()
    await heading('办理完成').waitFor()
    await as('hr.city').decide(await as('hr.city').task(id, 0), 'approve')
    await reaches('staff.li', id, 'approved')
    await page.reload()
    await heading('这件事项已经办理').waitFor()
    expect(await button('收回决定').count()).toBe(0)
  })

  test('whose powers were used is said, on the page and in the timeline', async () => {
    const today: string = (await call('/api/health')).body.time.slice(0, 10)
    const lent = await as('hr.head').post('/api/delegations', {
      to: 'hr.city',
      startsOn: today,
      endsOn: today,
    })
    const id = await filed({ ...training(), subject: 'public' })
    await registrar.decide(await registrar.task(id), 'approve')
    const task = await as('hr.city').task(id, 0)
    await as('hr.city').post(`/api/tasks/${task}/reassignment`, { to: 'hr.head', reason: '请负责人定' })
    await opened('hr.city', task)
    await button('同意').click()
    await page.getByText('决定即时生效并记入台账').waitFor()
    await button('确认同意').click()
    await heading('办理完成').waitFor()
    await page.getByRole('listitem').getByText('阿拉坦·巴特尔（代 周文斌）').waitFor()
    await page.reload()
    await heading('这件事项已经办理').waitFor()
    await page.getByText(/阿拉坦·巴特尔（代 周文斌） 已于 2026年11月2日 .+作出决定：同意/).waitFor()
    await as('hr.head').post(`/api/delegations/${lent.body.id}/revocation`)
  })
})

describe('how much of a year is granted is decided here', () => {
  const approve = async (account: string, task: string, ...follows: string[]) => {
    await opened(account, task)
    await button('同意').click()
    for (const sentence of follows) await page.getByText(sentence).waitFor()
  }

  test('Art. 39(6): discretion; the authority says how much it grants', async () => {
    const { id } = (
      await as('staff.tuya').submit({
        type: 'deemed',
        staffId: 'staff.tuya',
        kind: 'discretionary',
        year: 2024,
        ground: 'other_cause',
        reason: '产假超过三个月。',
        evidence: [(await as('staff.tuya').upload()).body.id],
      })
    ).body
    await as('unit.luming').decide(await as('unit.luming').task(id), 'approve')
    await approve('hr.county', await as('hr.county').task(id, 0), '产假超过三个月。')
    await page.getByLabel('认定部分学时').check()
    await button('确认同意').click()
    await page.getByRole('alert').getByText('请填写至少一个科目的学时').waitFor()
    expect(await focused()).toMatch(/^scope /)
    await page.keyboard.type('12.5')
    await button('确认同意').click()
    await heading('办理完成').waitFor()
    await page.getByRole('listitem').getByText('公共科目 12.5 学时，专业科目 0 学时').waitFor()
    expect((await reaches('staff.tuya', id, 'approved')).scope).toEqual({ public: 12.5, professional: 0 })
  })
})

describe('who comes too late or is not meant is told what to do', () => {
  const nothingToDecide = async () => {
    expect(await button('同意').count()).toBe(0)
  }

  test('one’s own request; another account decides it, after the same link', async () => {
    const task = await open()
    await opened('staff.li', task)
    await heading('不能办理自己的申请').waitFor()
    await nothingToDecide()
    await button('换个账号登录').click()
    await page.locator('button[value="unit.admin"]').click()
    await page.waitForURL(at(task))
    await button('同意').waitFor()
  })

  test('the wrong account, a task that was handed on, and one that is not there', async () => {
    const task = await open()
    await opened('hr.city', task)
    await page.getByText('您登录的是“阿拉坦·巴特尔”。这件事项由“单位登记”环节的人员办理。').waitFor()
    await nothingToDecide()
    await page.goto(at('nothing'))
    await heading('没有找到这件事项').waitFor()
    await page.getByText('当前账号（阿拉坦·巴特尔）').waitFor()
    await nothingToDecide()
    await registrar.post(`/api/tasks/${task}/reassignment`, { to: 'unit.second', reason: '请代为核对' })
    await button('换个账号登录').click()
    await page.locator('button[value="unit.admin"]').click()
    await page.waitForURL(at('nothing'))
    await heading('没有找到这件事项').waitFor()
    await page.goto(at(task))
    await page.getByText('现由 刘海燕 办理').waitFor()
    await nothingToDecide()
  })
})

describe('nothing that was typed is lost', () => {
  const DECISION = '**/api/tasks/*/decision'
  const begun = async (task: string) => {
    await opened('unit.admin', task)
    await button('退回修改').click()
    await reason().fill('请补充结业证书')
  }
  const keeps = async () => expect(await reason().inputValue()).toBe('请补充结业证书')
  const answer = (status: number, body: object) => (route: Route) =>
    route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify(body) })

  test('when the network goes: the second try decides', async () => {
    await begun(await open())
    await page.route(DECISION, (route) => route.abort())
    await button('确认退回修改').click()
    await heading('连接不上系统').waitFor()
    await keeps()
    await page.unroute(DECISION)
    await button('再试一次').click()
    await heading('办理完成').waitFor()
  })

  test('when the system fails: its tracking number can be copied', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await begun(await open())
    await page.route(DECISION, answer(500, { instance: 'urn:training-platform:call:1234' }))
    await button('确认退回修改').click()
    await heading('系统暂时不能完成这一步').waitFor()
    await button('复制').click()
    await button('已复制').waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('1234')
    await keeps()
  })

  test('when the session ends: after signing in the same step stands there again', async () => {
    const task = await open()
    await begun(task)
    await interceptOnce(page, DECISION, answer(401, { title: '请先登录。' }))
    await page.context().clearCookies()
    await button('确认退回修改').click()
    await page.locator('button[value="unit.admin"]').click()
    await page.waitForURL(at(task))
    await button('确认退回修改').waitFor()
    await keeps()
    await button('确认退回修改').click()
    await heading('办理完成').waitFor()
  })

  test('when no session is taken at all: it is said, and not tried for ever', async () => {
    await page.route('**/api/me', answer(401, { title: '请先登录。' }))
    await signInAt(page, 'unit.admin', at(await open()))
    await heading('请先登录。').waitFor()
    await page.unroute('**/api/me')
    await button('换个账号登录').click()
    await page.locator('button[value="unit.admin"]').click()
    await button('同意').waitFor()
  })

  test('when a colleague was faster: who and when, and nothing is decided twice', async () => {
    const task = await open()
    await begun(task)
    await as('unit.second').decide(task, 'approve')
    await button('确认退回修改').click()
    await heading('这件事项已经办理').waitFor()
    await page.getByText(/刘海燕 已于 2026年11月2日 \d\d:\d\d 作出决定：同意/).waitFor()
    expect(await button('确认退回修改').count()).toBe(0)
  })

  test('a file that did not come is asked for again', async () => {
    const { id } = (await li.upload()).body
    // Where there is room beside the facts the first file is shown without being asked for.
    await page.setViewportSize({ width: 1000, height: 800 })
    await signInAt(page, 'unit.admin', at(await registrar.task(await filed(training(), [id]))))
    // The session has ended, then the network is gone, then all is well.
    await interceptOnce(page, '**/evidence/**', answer(401, { title: '请先登录。' }))
    const signedIn = page.waitForURL(/signed-in/)
    await button('查看 材料 1').click()
    await signedIn
    await interceptOnce(page, '**/evidence/**', (route) => route.abort())
    await button('查看 材料 1').click()
    await heading('连接不上系统').waitFor()
    await button('再试一次').click()
    await page.getByRole('link', { name: '下载' }).waitFor()
  })
})

test('in English and in large letters, at 360 px; both are remembered', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  await opened('unit.admin', await open())
  await button('English').click()
  await button('Large text').click()
  await page.reload()
  await button('Return').click()
  await button('Confirm return').click()
  await page.getByRole('alert').getByText('Please give a reason; the submitter sees it.').waitFor()
  expect(await page.evaluate('document.documentElement.lang + document.documentElement.className')).toBe(
    'enlarge',
  )
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
})
