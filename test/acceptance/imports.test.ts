import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { as, call } from './client.ts'

const registrar = as('unit.luming')
const unique = () => randomUUID().slice(0, 12).toUpperCase()

const send = (account: string, query: string, content: string, fields: Record<string, string> = {}) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([content]), '名单.csv')
  return as(account).send(`/api/imports?${query}`, { method: 'POST', body: form })
}

const people = (...rows: string[]) => `\uFEFF工号*,姓名*,岗位类型*,聘用日期*\r\n${rows.join('\r\n')}\r\n`

describe('people from a file', () => {
  test('the template is previewed, applied once, and repeated without effect', async () => {
    const template = await registrar.get('/api/imports/templates/persons')
    expect([template.status, template.type]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(new TextDecoder().decode(template.bytes)).toContain('工号*,姓名*,岗位类型*,聘用日期*')
    const content = people(
      `${unique()},萨仁·高娃,专业技术,2024/3/1`,
      `${unique()},𠮷田,工勤技能,2023年9月1日`,
    )
    const preview = await send('unit.luming', 'kind=persons', content)
    expect([preview.status, preview.body.new, preview.body.applied]).toEqual([200, 2, 0])
    const applied = await send('unit.luming', 'kind=persons&mode=apply', content)
    expect(applied.body).toMatchObject({ new: 2, applied: 2, remaining: 0, failed: 0 })
    const again = await send('unit.luming', 'kind=persons&mode=apply', content)
    expect(again.body).toMatchObject({ new: 0, unchanged: 2, applied: 0 })
  })

  test('the template comes as Excel, and goes back in with its example left out', async () => {
    const template = await registrar.get('/api/imports/templates/persons?format=xlsx')
    expect([template.status, template.type]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
    const form = new FormData()
    form.set('file', new Blob([Uint8Array.from(template.bytes)]), 'persons.xlsx')
    const preview = await registrar.send('/api/imports?kind=persons', { method: 'POST', body: form })
    expect(preview.body).toMatchObject({ rows: 0, new: 0, failed: 0, sheet: '人员名册' })
    expect(preview.body.notes.join()).toContain('示例')
  })

  test('a new number with the name and day of someone on record is asked about, and entered as answered', async () => {
    const name = `呼和${unique()}`
    const [old, anew] = [unique(), unique()]
    const first = people(`${old},${name},专业技术,2024/3/1`)
    expect((await send('unit.luming', 'kind=persons&mode=apply', first)).body.applied).toBe(1)
    const second = people(`${anew},${name},专业技术,２０２４－０３－０１`)
    const { body: preview } = await send('unit.luming', 'kind=persons', second)
    expect(preview).toMatchObject({
      new: 0,
      asked: 1,
      questions: [{ row: 2, candidates: [{ staffNo: old }] }],
    })
    const answers = JSON.stringify({ 2: preview.questions[0].candidates[0].staffId })
    const query = 'kind=persons&mode=apply'
    expect((await send('unit.luming', query, second, { answers: '[' })).status).toBe(400)
    expect((await send('unit.luming', query, second)).body.code).toBe('ROWS_INVALID')
    expect((await send('unit.luming', query, second, { answers })).body).toMatchObject({
      applied: 1,
      changed: 1,
    })
    expect((await send('unit.luming', 'kind=persons', second)).body).toMatchObject({ unchanged: 1, asked: 0 })
  })

  test('rows at fault are named; nothing is entered unless the others are wanted alone', async () => {
    const number = unique()
    const content = people(`${number},萨仁,专业技术,2024-03-01`, `${unique()},巴图,老师,2024-02-30`)
    const preview = await send('unit.luming', 'kind=persons', content)
    expect(preview.body.errors).toMatchObject([
      { row: 3, column: '岗位类型', value: '老师' },
      { row: 3, column: '聘用日期' },
    ])
    expect(preview.body.failedRows).toContain('错误说明')
    const refused = await send('unit.luming', 'kind=persons&mode=apply', content)
    expect([refused.status, refused.body.code]).toEqual([422, 'ROWS_INVALID'])
    const partly = await send('unit.luming', 'kind=persons&mode=apply&partial=true', content)
    expect(partly.body).toMatchObject({ applied: 1, failed: 1 })
  })

  test('who may not keep the register imports nothing; what is no table is refused', async () => {
    const content = people(`${unique()},萨仁,专业技术,2024-03-01`)
    const query = 'kind=persons&mode=apply&institution=institution-luming'
    for (const account of ['unit.admin', 'hr.city', 'dept.kundulun', 'auditor', 'staff.tuya'])
      expect((await send(account, query, content)).status, account).toBe(403)
    expect((await send('unit.luming', 'kind=persons', 'PK\u0003\u0004')).status).toBe(415)
    expect((await send('unit.luming', 'kind=others', content)).status).toBe(400)
    expect((await call('/api/imports?kind=persons', { method: 'POST' })).status).toBe(401)
  })
})

const sendTo = (account: string, path: string, content: string) => {
  const form = new FormData()
  form.set('file', new Blob([content]), '名单.csv')
  return as(account).send(path, { method: 'POST', body: form })
}

describe('organisations, seats and a register from files', () => {
  test('an institution, its registrar and its people come in by files, and its register goes out', async () => {
    const number = unique()
    const organisations = `编码,机构名称,机构类别,层级,上级机构\r\n${number},市图书馆${number},事业单位,盟市级,authority-1501\r\n`
    const preview = await sendTo('hr.city', '/api/organisations/imports', organisations)
    expect([preview.status, preview.body.new, preview.body.applied]).toEqual([200, 1, 0])
    const applied = await sendTo('hr.city', '/api/organisations/imports?mode=apply', organisations)
    expect(applied.body).toMatchObject({ applied: 1, remaining: 0 })
    const again = await sendTo('hr.city', '/api/organisations/imports?mode=apply', organisations)
    expect(again.body).toMatchObject({ unchanged: 1, applied: 0 })

    const seats = `机构,姓名,邮箱,负责人\r\n${number},其木格,${number.toLowerCase()}@people.example,是\r\n`
    expect((await sendTo('hr.city', '/api/accounts/imports?mode=apply', seats)).body).toMatchObject({
      applied: 1,
      failed: 0,
    })
    expect((await sendTo('hr.city', '/api/accounts/imports', seats)).body).toMatchObject({ unchanged: 1 })
    expect((await sendTo('unit.luming', '/api/organisations/imports', organisations)).status).toBe(403)
    expect((await sendTo('staff.tuya', '/api/accounts/imports', seats)).status).toBe(404)
  })

  test('the register goes out in the columns of its import, and comes back in unchanged', async () => {
    const content = people(`${unique()},萨仁${unique()},专业技术,2024-03-01`)
    await send('unit.luming', 'kind=persons&mode=apply', content)
    const exported = await registrar.get('/api/imports/persons')
    expect([exported.status, exported.type]).toEqual([200, 'text/csv; charset=utf-8'])
    const text = new TextDecoder().decode(exported.bytes)
    const back = await send('unit.luming', 'kind=persons', text)
    expect(back.body).toMatchObject({ new: 0, changed: 0, failed: 0 })
    // Of two without a number, of one name and day of hiring, whom other tests have registered, it is asked who is who.
    const numberless = text.split('\n').filter((row) => row.startsWith(',')).length
    expect(back.body.asked).toBeLessThanOrEqual(numberless)
    expect(back.body.unchanged).toBeGreaterThan(0)
  })
})

describe('a class roster (Art. 34, 39(1))', () => {
  const fields = async () => ({
    title: '骨干教师集中培训',
    provider: '包头市教师进修学院',
    subject: 'professional',
    category: 'in_service',
    trainingMode: 'offline',
    from: '2026-05-18',
    to: '2026-05-22',
    halfDays: '10',
    fullTime: 'true',
    evidence: (await registrar.upload()).body.id,
  })
  const participants = async (count: number): Promise<string[]> => {
    const numbers = Array.from({ length: count }, unique)
    // Someone of the same name and day of hiring under another number is asked about.
    const rows = numbers.map((number) => `${number},萨仁${number},专业技术,2024-03-01`)
    expect((await send('unit.luming', 'kind=persons&mode=apply', people(...rows))).body.applied).toBe(count)
    return numbers
  }

  test('becomes one batch claim; the same file is the same claim', async () => {
    const numbers = await participants(3)
    const content = `工号,姓名,考核合格\n${numbers.map((number) => `${number},萨仁${number},是`).join('\n')}\n`
    const form = await fields()
    const preview = await send('unit.luming', 'kind=roster', content, form)
    expect(preview.body).toMatchObject({ rows: 3, new: 3, failed: 0, request: null })
    const applied = await send('unit.luming', 'kind=roster&mode=apply', content, form)
    expect(applied.body).toMatchObject({ applied: 3, request: { status: 'in_review', round: 1 } })
    const again = await send('unit.luming', 'kind=roster&mode=apply', content, form)
    expect(again.body.request).toEqual(applied.body.request)
    const { body: request } = await registrar.get(`/api/requests/${applied.body.request.id}`)
    expect([request.type, request.participants.length]).toEqual(['class_roster', 3])
  })

  test('a class that cannot be is refused by field; a participant who is nobody here by row', async () => {
    const form = await fields()
    const wrong = await send('unit.luming', 'kind=roster', '工号\nX\n', { ...form, halfDays: '11' })
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ pointer: '/halfDays' }] } })
    const unknown = await send('unit.luming', 'kind=roster', '工号\nstaff.li\n', form)
    expect(unknown.body).toMatchObject({ new: 0, errors: [{ row: 2, column: '工号' }] })
  })
})

describe('years of the platform before this one', () => {
  test('a file becomes a filing for each year and subject, whose desks see hours and certificates', async () => {
    const [one, two] = [unique(), unique()]
    const register = people(`${one},萨仁${one},专业技术,2020-03-01`, `${two},萨仁${two},专业技术,2020-03-01`)
    expect((await send('unit.luming', 'kind=persons&mode=apply', register)).body.applied).toBe(2)
    const content = `年份,职工编号,公需科目学时,专业科目学时,是否合格,证书号\n2025年度,${one},３０,60学时,合格,OLD-${one}\n2025,${two},12.5,,不合格,\n合计,,42.5,60,,\n`
    const preview = await send('unit.luming', 'kind=history', content)
    expect(preview.body).toMatchObject({ rows: 2, new: 2, failed: 0, filings: 2, requests: [] })
    expect((await send('unit.luming', 'kind=history&mode=apply', content)).status).toBe(400)
    const evidence = (await registrar.upload()).body.id
    const applied = await send('unit.luming', 'kind=history&mode=apply', content, { evidence })
    expect(applied.body).toMatchObject({ applied: 2 })
    const titles = applied.body.requests.map(({ title }: { title: string }) => title)
    expect(titles).toEqual(['原平台 2025 年度专业科目学时', '原平台 2025 年度公共科目学时'])
    const again = await send('unit.luming', 'kind=history&mode=apply', content, { evidence })
    expect(again.body.requests).toEqual(applied.body.requests)
    const { body: request } = await registrar.get(`/api/requests/${applied.body.requests[1].id}`)
    expect(request.participants.map(({ hours }: { hours: number }) => hours)).toEqual([30, 12.5])
    expect(request.participants[0].certificateNo).toBe(`OLD-${one}`)
  })
})
