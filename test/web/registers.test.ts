import { CompactSign, exportSPKI, generateKeyPair } from 'jose'
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

test('Art. 41: a file that a provider signed is checked by its key, taken once, and what is wrong with one is said', async () => {
  const { publicKey, privateKey } = await generateKeyPair('Ed25519', { extractable: true })
  const body = { name: '草原网校', listedFrom: '2024-01-25', reason: '内人社发〔2026〕19号' }
  const listed = await region.post('/api/providers', { ...body, publicKey: await exportSPKI(publicKey) })
  expect(listed.status).toBe(201)
  const record = (recordNo: string, staffNo: string, name: string) => ({
    ...{ recordNo, staffNo, name, course: '信息化教学能力提升', subject: 'professional' },
    ...{ from: '2026-03-02', to: '2026-03-03', hours: 6, passed: true },
  })
  const records = [record('c-1', 'staff.tuya', '图雅'), record('c-2', 'QC-0200', '王建国')]
  const signed = (of: object) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(of)))
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(privateKey)
  const file = await signed({ provider: listed.body.id, issuedAt: '2026-11-01T20:00:00+08:00', records })
  const choose = (name: string, text: string | Buffer) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
  await openAs(page, 'hr.region', at('/feeds/held'))
  await button('选择文件（.jws）').waitFor()
  await choose('照片.jws', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]))
  await heading('没有收下“照片.jws”').waitFor()
  await main()
    .getByText(/这不是机构签名的文件/)
    .waitFor()
  await choose('太大.jws', Buffer.alloc(3_500_000, 'a'))
  await heading(/“太大.jws”有 3.3 MB/).waitFor()
  const altered = `${file.slice(0, -8)}AAAAAAAA`
  await choose('改过.jws', altered)
  await heading('没有收下“改过.jws”').waitFor()
  await main()
    .getByText(/签名与登记的机构公钥不符/)
    .waitFor()
  await choose(
    '无钥.jws',
    await signed({ provider: 'provider-xuexi', issuedAt: '2026-11-01T20:00:00+08:00', records }),
  )
  await main()
    .getByText(/还没有登记签名公钥/)
    .waitFor()
  expect(await main().getByRole('link', { name: '查看网络培训机构名单' }).count()).toBe(1)
  await choose('11月1日.jws', file)
  await main()
    .getByText(/已收“11月1日.jws”：草原网校 .*签发的 2 条记录/)
    .waitFor()
  await main().getByText('接受 1，已有 0，待处理 1，拒收 0。').waitFor()
  await main()
    .getByRole('row', { name: /QC-0200/ })
    .waitFor()
  await choose('11月1日.jws', file)
  await main().getByText('接受 0，已有 2，待处理 0，拒收 0。').waitFor()
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
  // Found by a part of its name.
  await page.getByRole('combobox', { name: /主管部门/ }).fill('教育局')
  await page.getByTitle(/^呼和浩特市教育局/).click()
  await field('批准设立的文件').fill('内编委〔2026〕3号')
  await field('理由').fill('新设')
  await button('登记机构').click()
  await heading('已登记：呼和浩特市青山档案馆').waitFor()
  const id = new URL(page.url()).pathname.split('/').at(-1)

  await page.getByText('还没有人在这个机构的席位上').waitFor()
  // Somebody of another organisation is chosen by the number of their account.
  const chooseAccount = async (account: string) => {
    await page.getByRole('combobox', { name: '账号' }).fill(account)
    await page.getByTitle(`账号编号 ${account}`).click()
  }
  await chooseAccount('nobody')
  await button('增加').click()
  await page.getByRole('alert').getByText('请写明理由').waitFor()
  await field('增加席位的理由').fill('新设机构')
  await button('增加').click()
  await page.getByRole('alert').getByText('没有这个账号。').waitFor()
  for (const account of ['unit.second', 'unit.head']) {
    await chooseAccount(account)
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
    department: { name: '呼和浩特市教育局' },
    foundedBy: '内编委〔2026〕3号',
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

test('Art. 35: an institution is merged into another one, with what follows before and after', async () => {
  const institution = async (name: string) => {
    const body = { name, kind: 'institution', level: 'city', authorityId: 'authority-1501', reason: '设立' }
    return (await region.post('/api/organisations', body)).body.id as string
  }
  const [from, into] = [await institution('市少年宫'), await institution('市青少年活动中心')]
  const person = async (institutionId: string, name: string, staffNo: string) => {
    const body = {
      institutionId,
      name,
      staffNo,
      postType: 'professional',
      hiredOn: '2020-03-01',
      reason: '聘用',
    }
    return (await region.post('/api/persons', { ...body, leader: false, onRegister: true })).status
  }
  expect([
    await person(from, '高娃', '001'),
    await person(from, '朝鲁', '002'),
    await person(into, '孟和', '002'),
  ]).toEqual([201, 201, 201])
  await openAs(page, 'hr.region', at(`/registers/organisations/${from}`))
  await page.getByRole('link', { name: '合并或分出人员' }).click()
  await page.getByRole('combobox', { name: '转入的单位' }).fill('活动中心')
  await page.getByTitle('市青少年活动中心').click()
  await main().getByText('名册上的 2 人全部转入，学时、台账、义务和证书随人走。').waitFor()
  await main().getByText('工号在转入的单位已被使用，转入后没有工号：朝鲁 002').waitFor()
  await button('办理').click()
  await field('理由').fill('内编办〔2026〕6号')
  await button('把“市少年宫”并入“市青少年活动中心”').click()
  await heading('已转入 2 人').waitFor()
  await page.getByRole('link', { name: '市少年宫' }).first().click()
  await heading(/已于 .* 并入市青少年活动中心/).waitFor()
  expect(await page.getByRole('link', { name: '合并或分出人员' }).count()).toBe(0)
  const { body: register } = await region.get(`/api/persons?institution=${into}&limit=10`)
  expect(register.items.map(({ name }: { name: string }) => name).toSorted()).toEqual([
    '孟和',
    '朝鲁',
    '高娃',
  ])
  expect(await person(from, '新人', '009')).toBe(403)
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
