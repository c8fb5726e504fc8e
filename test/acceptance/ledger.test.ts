import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { as, call, claim, program, reaches, until } from './client.ts'

const tuya = as('staff.tuya')
const luming = as('unit.luming')
const department = as('dept.kundulun')
const county = as('hr.county')
const region = as('hr.region')

const STAFF = '/api/staff/staff.tuya'

interface Entry {
  readonly sequence: number
  readonly fact: {
    readonly kind: string
    readonly credit?: { readonly subject: string; readonly from: string }
  } | null
}
const entries = async (): Promise<{
  items: Entry[]
  chain: { whole: boolean; firstBroken: number | null }
}> => (await tuya.get(`${STAFF}/entries`)).body

/** Recognises one training of 2026, from the form to the ledger. */
const recognise = async (line: object, desks: ReturnType<typeof as>[]) => {
  const evidence = (await tuya.upload()).body.id
  const { id } = (await tuya.submit(claim('staff.tuya', [evidence], [line]))).body
  await luming.decide(await luming.task(id), 'approve')
  for (const desk of desks) await desk.decide(await desk.task(id, 0), 'approve')
  await reaches('staff.tuya', id, 'approved')
}
const publicOnline = (from: string, to: string, hours: number) => ({
  subject: 'public',
  category: 'in_service',
  mode: 'online',
  from,
  to,
  hours,
})

const correct = (actor: ReturnType<typeof as>, body: object, key: string = randomUUID()) =>
  actor.post(`${STAFF}/corrections`, body, { 'idempotency-key': key })

const certificateOf = async (year: number) => {
  const { items } = (await tuya.get('/api/certificates?staff=staff.tuya')).body
  return items.find((item: { obligation: string }) => item.obligation === `annual:${year}`)
}
const reachesStatus = (year: number, status: string) =>
  until(`the certificate of ${year} to be ${status}`, async () => {
    const found = await certificateOf(year)
    return found?.status === status ? found : undefined
  })

let today: string
let publicEntry: number

beforeAll(async () => {
  today = (await call('/api/health')).body.time.slice(0, 10)
  const credit = (await entries()).items.find(
    ({ fact }) => fact?.credit?.subject === 'public' && fact.credit.from.startsWith('2026'),
  )
  publicEntry = credit?.sequence ?? 0
})

test('Art. 7: a justified reason is put on record by those above the institution, once, for an incomplete year', async () => {
  const body = { year: 2026, reason: '长期驻外执行任务' }
  expect((await luming.post(`${STAFF}/justified`, body)).status).toBe(403)
  expect((await tuya.post(`${STAFF}/justified`, body)).status).toBe(403)
  expect((await as('hr.city').post(`${STAFF}/justified`, body)).status).toBe(404)
  const made = await department.post(`${STAFF}/justified`, body)
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ recordedBy: 'dept.kundulun', reason: body.reason })
  expect((await department.post(`${STAFF}/justified`, body)).body.code).toBe('ALREADY_JUSTIFIED')
  const complete = await county.post(`${STAFF}/justified`, { ...body, year: 2025 })
  expect([complete.status, complete.body.article]).toEqual([422, '7'])
  const row = (await county.get(`${STAFF}/eligibility?business=grade_promotion&year=2026`)).body
  expect(row).toMatchObject({
    business: 'grade_promotion',
    verdict: 'hold',
    articles: [7, 44],
    year: 2026,
    dueOn: '2026-12-31',
    missing: [{ obligation: 'annual', year: 2026, professional: 60 }],
    justifiedBy: [{ year: 2026, id: 'dept.kundulun', reason: body.reason }],
  })
  expect(row.mend.length).toBeGreaterThan(0)
  const { items } = (await county.get(`${STAFF}/eligibility?year=2026`)).body
  expect(items.map(({ business }: { business: string }) => business)).toContain('contract_renewal')
})

describe('Art. 35: a correction by a higher authority, and what follows', () => {
  test('bad input, and those who may not, change nothing', async () => {
    const before = await entries()
    const body = { entry: publicEntry, reason: '重复计算', grantedHours: 35 }
    expect((await county.post(`${STAFF}/corrections`, body)).body.code).toBe('IDEMPOTENCY_KEY_MISSING')
    for (const actor of ['hr.county', 'dept.kundulun', 'unit.luming', 'staff.tuya', 'auditor'])
      expect((await correct(as(actor), body)).status, actor).toBe(403)
    expect((await correct(as('hr.city'), body)).status).toBe(404)
    for (const [bad, status] of [
      [{ entry: publicEntry, reason: 'x' }, 400],
      [{ ...body, void: true }, 400],
      [{ ...body, reason: ' ' }, 400],
      [{ ...body, grantedHours: 35.25 }, 400],
      [{ ...body, grantedHours: 41 }, 422],
      [{ ...body, entry: 9999 }, 404],
    ] as const)
      expect((await correct(region, bad)).status, JSON.stringify(bad)).toBe(status)
    expect(await entries()).toEqual(before)
  })

  test('the certificate is corrected, revoked and restored: its number resolves for ever, and says so', async () => {
    const line = {
      subject: 'professional',
      category: 'in_service',
      mode: 'offline',
      from: '2026-06-01',
      to: '2026-06-12',
      halfDays: 16,
    }
    await recognise(line, [department, county])
    const issued = await reachesStatus(2026, 'valid')
    const key = randomUUID()
    const body = { entry: publicEntry, reason: '其中一门课程重复计算', grantedHours: 35 }
    const made = await correct(region, body, key)
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      correctionOf: publicEntry,
      reason: body.reason,
      recordedBy: 'hr.region',
    })
    expect((await correct(region, body, key)).body).toEqual(made.body)
    const audited = await as('auditor').get('/api/audit?person=staff.tuya&act=correction')
    expect(audited.body.items[0]).toMatchObject({
      actor: 'hr.region',
      reason: body.reason,
      fields: [{ field: 'hours', before: 40.8, after: 35 }],
    })
    await reachesStatus(2026, 'corrected')
    const verify = async () => (await call(`/api/verify/${issued.verifyCode}`)).body
    expect(await verify()).toMatchObject({
      status: 'corrected',
      number: issued.number,
      hours: { public: 35, professional: 64, total: 99 },
      changedOn: today,
    })
    const whole = (await tuya.get(`/api/certificates/${issued.number}`)).body
    expect(whole).toMatchObject({
      content: { hours: { public: 40.8 } },
      says: { hours: { public: 35 } },
      corrections: [{ on: today, reason: 'ledger', hours: { total: 99 } }],
    })

    expect((await correct(region, { entry: publicEntry, reason: '材料不实', void: true })).status).toBe(201)
    await reachesStatus(2026, 'revoked')
    expect((await verify()).status).toBe('revoked')
    expect((await correct(region, { entry: publicEntry, reason: '材料不实', void: true })).status).toBe(409)

    await recognise(publicOnline('2026-04-01', '2026-04-30', 31), [county])
    await reachesStatus(2026, 'corrected')
    expect(await verify()).toMatchObject({
      status: 'corrected',
      number: issued.number,
      hours: { public: 31 },
    })
    const history = (await tuya.get(`/api/certificates/${issued.number}`)).body.history
    expect(history.map(({ reason }: { reason: string }) => reason)).toEqual(['ledger', 'not_met', 'restored'])
    const { items } = (await tuya.get('/api/certificates?staff=staff.tuya')).body
    expect(items.filter((item: { obligation: string }) => item.obligation === 'annual:2026')).toHaveLength(1)

    const read = async (): Promise<{ to: string; subject: string; text: string }[]> =>
      (await call('/local/mail')).body
    const about = await until('a message of each change', async () => {
      const found = (await read()).filter(({ text }) => text.includes(issued.number))
      return found.length >= 4 ? found : undefined
    })
    expect(about.map(({ subject }) => subject).sort()).toEqual([
      '您的培训合格证书已恢复',
      '您的培训合格证书已撤销',
      '您的培训合格证书已更正',
      '您的培训合格证书已生成',
    ])
    const mails = await read()
    expect(mails.some(({ to, text }) => to.includes('hr.county@') && text.includes(body.reason))).toBe(true)
  })

  test('Art. 32: a certificate got by fraud is revoked by a higher authority, once and for ever', async () => {
    const { number, verifyCode } = await reachesStatus(2025, 'valid')
    const revoke = (actor: ReturnType<typeof as>, body: object = { reason: '伪造结业证明' }) =>
      actor.post(`/api/certificates/${number}/revocation`, body)
    expect((await revoke(county)).status).toBe(403)
    expect((await revoke(tuya)).status).toBe(403)
    expect((await revoke(as('hr.city'))).status).toBe(404)
    const seenBy = async (actor: ReturnType<typeof as>) =>
      (await actor.get(`/api/certificates/${number}`)).body
    expect(await seenBy(county)).toMatchObject({
      mayRevoke: false,
      revokers: ['包头市人社局', '自治区人社厅'],
    })
    expect(await seenBy(region)).toMatchObject({ mayRevoke: true })
    expect((await revoke(region, {})).body.errors[0].pointer).toBe('/reason')
    const revoked = await revoke(region)
    expect(revoked.status).toBe(201)
    expect(revoked.body).toMatchObject({ status: 'revoked', revokedOn: today })
    expect(revoked.body.history.at(-1).byName).toBeTypeOf('string')
    expect((await revoke(region)).body.code).toBe('CERTIFICATE_REVOKED')
    expect((await call(`/api/verify/${verifyCode}`)).body.status).toBe('revoked')
  })
})

test('the ledger is a history: every entry stays, the chain is whole, and any past day can be read', async () => {
  const { items, chain } = await entries()
  expect(chain).toEqual({ whole: true, firstBroken: null })
  expect(items.map(({ sequence }) => sequence)).toEqual(items.map((_, index) => index + 1))
  expect(items.find(({ sequence }) => sequence === publicEntry)?.fact?.kind).toBe('credit')
  expect((await as('hr.city').get(`${STAFF}/entries`)).status).toBe(404)
  const hours = async (query: string) => {
    const { status, body } = await tuya.get(`${STAFF}/ledger?year=2026${query}`)
    return status === 200 ? [body.facts.asOf, body.assessment.annual.hours.public] : body.errors[0].pointer
  }
  expect(await hours('')).toEqual([today, 31])
  expect(await hours('&asOf=2026-06-30')).toEqual(['2026-06-30', 40.8])
  expect(await hours('&asOf=2026-02-11')).toEqual(['2026-02-11', 0])
  expect(await hours('&asOf=2999-01-01')).toBe('/asOf')
  expect(await hours('&asOf=2026-02-30')).toBe('/asOf')
})

test('Art. 35, 43–46: a system of HR asks in batches, as itself, and each reading is on record', async () => {
  const id = `hr-${randomUUID()}`
  const system = program(id)
  const checks = [
    { staffId: 'staff.tuya', business: 'contract_renewal' },
    { staffId: 'staff.li', business: 'contract_renewal' },
  ]
  expect((await system.post('/api/eligibility/checks', { checks })).body.code).toBe('SYSTEM_UNKNOWN')
  const { organisation } = (await county.get('/api/me')).body.roles[0]
  const body = { id, name: '县人事系统', organisationId: organisation.id, reason: '接入方案' }
  expect((await county.post('/api/clients', body)).status).toBe(403)
  expect((await region.post('/api/clients', body)).status).toBe(201)
  const { items } = (await system.post('/api/eligibility/checks', { checks })).body
  expect(items[0].eligibility).toEqual(
    (await county.get(`${STAFF}/eligibility?business=contract_renewal`)).body,
  )
  expect(items[1]).toMatchObject({ staffId: null, eligibility: null, problem: { code: 'NOT_FOUND' } })
  expect((await system.get('/api/me')).status).toBe(404)
  const found = (await region.get(`/api/audit?person=staff.tuya&act=eligibility_read`)).body.items
  expect(found[0]).toMatchObject({ actor: `client:${id}`, actorName: '县人事系统' })
  expect((await region.post(`/api/clients/${id}/ending`, { reason: '停用' })).status).toBe(200)
  expect((await system.post('/api/eligibility/checks', { checks })).status).toBe(403)
})
