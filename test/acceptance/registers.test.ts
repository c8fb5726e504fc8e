import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { as, call, claim, reaches } from './client.ts'

const LUMING = 'institution-luming'
const HOHHOT = 'authority-1501'
const [registrar, county, region, city] = [as('unit.luming'), as('hr.county'), as('hr.region'), as('hr.city')]
const unique = () => randomUUID().slice(0, 12)

const newcomer = (more: object = {}) => ({
  institutionId: LUMING,
  staffNo: unique(),
  name: '乌日娜·巴雅尔𠮷',
  postType: 'professional',
  hiredOn: '2024-03-01',
  terms: [{ from: '2024-03-01', to: '2027-02-28' }],
  ...more,
})

describe('the register of persons', () => {
  test('a person is registered once, changed in the open, and every earlier state stays readable', async () => {
    const key = { 'idempotency-key': unique() }
    const body = newcomer()
    const made = await registrar.post('/api/persons', body, key)
    expect(made.status).toBe(201)
    expect((await registrar.post('/api/persons', body, key)).body.id).toBe(made.body.id)
    expect(await registrar.post('/api/persons', newcomer({ staffNo: body.staffNo }))).toMatchObject({
      status: 409,
      body: { code: 'STAFF_NO_TAKEN' },
    })
    const path = `/api/persons/${made.body.id}`
    const changed = await county.post(path, { version: 1, reason: '岗位类型登记有误', postType: 'worker' })
    expect([changed.status, changed.body.version, changed.body.postType]).toEqual([200, 2, 'worker'])
    expect(await registrar.post(path, { version: 1, reason: 'x', leader: true })).toMatchObject({
      status: 409,
      body: { code: 'STALE_VERSION', version: 2 },
    })
    const { body: changes } = await registrar.get(`${path}/changes`)
    expect(changes.items).toMatchObject([
      {
        version: 2,
        by: 'hr.county',
        reason: '岗位类型登记有误',
        fields: expect.arrayContaining([{ field: 'postType', before: 'professional', after: 'worker' }]),
      },
      { version: 1, what: 'registered', by: 'unit.luming' },
    ])
    const { body: list } = await registrar.get(`/api/persons?institution=${LUMING}`)
    expect(list.items.map(({ id }: { id: string }) => id)).toContain(made.body.id)
    expect((await registrar.get(`/api/staff/${made.body.id}/ledger?year=2026`)).status).toBe(200)
  })

  test('what the rules could not read is refused with its fields', async () => {
    const refused = await registrar.post(
      '/api/persons',
      newcomer({ hiredOn: '2024-02-30', terms: [{ from: '2024-03-01', to: '2024-02-01' }] }),
    )
    expect([refused.status, refused.body.code]).toEqual([400, 'INPUT_INVALID'])
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain('/hiredOn')
  })

  test('own, sibling, higher, lower: who reads and who changes', async () => {
    const change = { version: 1, reason: 'x', leader: true }
    const statuses = async (account: string, person: string) => {
      const someone = as(account)
      const { status: read } = await someone.get(`/api/persons/${person}`)
      return [read, (await someone.post(`/api/persons/${person}`, change)).status]
    }
    expect(await statuses('staff.tuya', 'staff.tuya')).toEqual([200, 403])
    expect(await statuses('unit.luming', 'unit.luming')).toEqual([200, 403])
    expect(await statuses('unit.admin', 'staff.tuya')).toEqual([404, 404])
    expect(await statuses('hr.city', 'staff.tuya')).toEqual([404, 404])
    expect(await statuses('dept.kundulun', 'staff.tuya')).toEqual([200, 403])
    expect(await statuses('auditor', 'staff.tuya')).toEqual([200, 403])
    expect(await statuses('unit.admin', 'nobody')).toEqual([404, 404])
    expect((await call('/api/persons')).status).toBe(401)
  })
})

describe('a transfer', () => {
  const QINGCHENG = 'institution-qingcheng'
  const receiving = as('unit.admin')
  const released = async () => {
    const made = await registrar.post('/api/persons', newcomer())
    expect(made.status).toBe(201)
    const path = `/api/persons/${made.body.id}`
    const answer = await registrar.post(path, { version: 1, reason: '商调函', releasedTo: QINGCHENG })
    expect(answer).toMatchObject({
      status: 200,
      body: { version: 2, releasedTo: { id: QINGCHENG, name: '青城实验中学' } },
    })
    return { id: made.body.id as string, name: made.body.name as string, path }
  }
  const listFor = async (account: string) => {
    const { status, body } = await as(account).get(`/api/organisations/${QINGCHENG}/released`)
    return status === 200 ? body.items : status
  }

  test('one institution releases, the other finds the person and takes them over', async () => {
    const { id, path } = await released()
    const found = (await listFor('unit.admin')).find((one: { id: string }) => one.id === id)
    expect(Object.keys(found).sort()).toEqual([
      'hiredOn',
      'id',
      'institution',
      'mayTakeOver',
      'name',
      'postType',
      'releasedOn',
      'version',
    ])
    expect(found).toMatchObject({ institution: { id: LUMING }, version: 2, mayTakeOver: true })
    expect([await listFor('unit.luming'), await listFor('hr.county')]).toEqual([404, 404])
    expect((await receiving.get(path)).status).toBe(404)
    const staffNo = unique().toUpperCase()
    const body = { version: found.version, reason: '调入', institutionId: QINGCHENG, staffNo }
    expect(await receiving.post(path, body)).toMatchObject({
      status: 200,
      body: { institution: { id: QINGCHENG }, staffNo, releasedTo: null, version: 3 },
    })
    expect(JSON.stringify(await listFor('unit.admin'))).not.toContain(id)
    expect((await registrar.get(path)).status).toBe(404)
    const { body: changes } = await receiving.get(`${path}/changes`)
    expect(changes.items.map(({ what }: { what: string }) => what)).toEqual([
      'transferred',
      'released',
      'registered',
    ])
    expect(changes.institutions).toEqual(
      expect.arrayContaining([
        { id: LUMING, name: '昆都仑区鹿鸣小学' },
        { id: QINGCHENG, name: '青城实验中学' },
      ]),
    )
  })

  test('requests under way stay with the desks where they were filed, and count where the person is', async () => {
    const made = await receiving.post('/api/persons', newcomer({ institutionId: QINGCHENG }))
    const id: string = made.body.id
    const file = async () => {
      const { body } = await receiving.submit(claim(id, [(await receiving.upload()).body.id]))
      return { id: String(body.id), task: await as('unit.second').task(body.id) }
    }
    const [approved, returned] = [await file(), await file()]
    const { status } = await as('unit.second').decide(returned.task, 'return', { reason: '看不清' })
    expect(status).toBe(200)
    await reaches('unit.admin', returned.id, 'returned')
    const body = { version: 1, reason: '划转', institutionId: LUMING }
    expect((await region.post(`/api/persons/${id}`, body)).status).toBe(200)

    expect((await as('unit.second').decide(approved.task, 'approve')).status).toBe(200)
    const last = await city.task(approved.id, 0)
    expect((await city.decide(last, 'approve')).status).toBe(200)
    await reaches('unit.admin', approved.id, 'approved')
    expect((await registrar.get(`/api/requests/${approved.id}`)).status).toBe(404)
    const { body: ledger } = await registrar.get(`/api/staff/${id}/ledger?year=2026`)
    expect(ledger.assessment.annual.hours.public).toBe(40)

    const resubmitted = await receiving.post(
      `/api/requests/${returned.id}/resubmit`,
      claim(id, [(await receiving.upload()).body.id]),
    )
    expect([resubmitted.status, resubmitted.body.code]).toEqual([403, 'NOT_ALLOWED'])
    expect((await receiving.post(`/api/requests/${returned.id}/withdraw`)).status).toBe(200)
  })

  test('a registrar finds the receiving institution below its authority; others do not look there', async () => {
    const path = `/api/organisations?parent=${HOHHOT}&kind=institution`
    const { body } = await registrar.get(path)
    expect(body.items).toContainEqual({
      id: QINGCHENG,
      name: '青城实验中学',
      kind: 'institution',
      level: 'city',
    })
    expect((await registrar.get(`/api/organisations/${QINGCHENG}`)).status).toBe(404)
    expect((await as('staff.tuya').get(path)).status).toBe(404)
  })
})

describe('the register of organisations', () => {
  test('an authority registers an institution below it; others may not', async () => {
    const body = { name: `演示图书馆${unique()}`, kind: 'institution', level: 'city', authorityId: HOHHOT }
    expect((await county.post('/api/organisations', body)).status).toBe(403)
    expect((await registrar.post('/api/organisations', body)).status).toBe(403)
    const made = await city.post('/api/organisations', body)
    expect(made).toMatchObject({ status: 201, body: { authority: { name: '呼和浩特市人社局' }, version: 1 } })
    const path = `/api/organisations/${made.body.id}`
    expect((await county.get(path)).status).toBe(404)
    const moved = await region.post(path, {
      version: 1,
      reason: '划转',
      departmentId: 'department-1501-culture',
    })
    expect(moved).toMatchObject({
      status: 200,
      body: { department: { id: 'department-1501-culture' }, version: 2 },
    })
    expect((await as('auditor').get(path)).body.overseers.length).toBeGreaterThanOrEqual(3)
    const { items } = (await as('auditor').get(`/api/audit?organisation=${made.body.id}`)).body
    expect(items).toMatchObject([{ actor: 'hr.region', reason: '划转' }, { actor: 'hr.city' }])
    const fieldsOf = (place: number): string[] =>
      items[place].fields.map(({ field }: { field: string }) => field)
    expect(items[0].fields).toContainEqual({
      field: 'departmentId',
      before: null,
      after: 'department-1501-culture',
    })
    expect(fieldsOf(0)).not.toContain('name')
    expect(fieldsOf(1)).toEqual(expect.arrayContaining(['name', 'kind', 'level', 'authorityId']))
    expect([...fieldsOf(0), ...fieldsOf(1)]).not.toContain('version')
    expect(await city.post('/api/organisations', { ...body, authorityId: 'nowhere' })).toMatchObject({
      status: 403,
    })
  })

  test('one goes down from one’s own organisation', async () => {
    const { body: own } = await region.get('/api/organisations')
    expect(own.items).toMatchObject([{ kind: 'authority', level: 'region' }])
    const { body: below } = await region.get(`/api/organisations?parent=${own.items[0].id}`)
    expect(below.items.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['呼和浩特市人社局']),
    )
  })

  test('a head gives a colleague a seat and takes it back', async () => {
    const path = `/api/organisations/${LUMING}/seats`
    const seat = { accountId: 'staff.tuya', role: 'institution', reason: '登记员休假' }
    expect((await as('staff.tuya').post(path, { action: 'add', ...seat })).status).toBe(403)
    const given = await registrar.post(path, { action: 'add', ...seat })
    expect(given.body.items.map(({ accountId }: { accountId: string }) => accountId)).toEqual([
      'staff.tuya',
      'unit.luming',
    ])
    expect((await as('staff.tuya').get('/api/me')).body.roles).toHaveLength(1)
    const taken = await registrar.post(path, { action: 'remove', ...seat })
    expect(taken.body.items).toMatchObject([{ accountId: 'unit.luming', head: true }])
    const { reason: _, ...without } = seat
    expect((await registrar.post(path, { action: 'add', ...without })).status).toBe(400)
    const found = (await as('auditor').get('/api/audit?account=staff.tuya')).body.items
    expect(found.map(({ actor, act, reason }: Record<string, string>) => [actor, act, reason])).toEqual([
      ['unit.luming', 'seat_taken', '登记员休假'],
      ['unit.luming', 'seat_given', '登记员休假'],
    ])
  })
})

describe('the region’s registers', () => {
  test('listed providers by date (Art. 41)', async () => {
    const body = { name: `演示网络学院${unique()}`, listedFrom: '2026-01-01', reason: '公布名单' }
    expect((await city.post('/api/providers', body)).status).toBe(403)
    const made = await region.post('/api/providers', body)
    expect(made.status).toBe(201)
    const ended = await region.post(`/api/providers/${made.body.id}`, {
      version: 1,
      reason: '到期',
      listedUntil: '2026-06-30',
    })
    expect(ended.body.listedUntil).toBe('2026-06-30')
    const on = async (day: string) =>
      (await as('staff.li').get(`/api/providers?on=${day}`)).body.items.some(
        ({ id }: { id: string }) => id === made.body.id,
      )
    expect([await on('2026-06-30'), await on('2026-07-01')]).toEqual([true, false])
  })

  test('rates (Art. 37) are an example until the region sets its own; readings stand with their reasons', async () => {
    const { body: rates } = await as('staff.li').get('/api/rates')
    expect(rates.items.at(-1)).toMatchObject({ example: true, rates: { lecture: { unit: 'session' } } })
    const { body: parameters } = await as('staff.li').get('/api/parameters')
    expect(parameters.edition).toMatchObject({ name: '2024', inForceFrom: '2024-01-25' })
    expect(parameters.readings).toHaveLength(18)
    expect(parameters.providerCheck).toBe('advise')
    const past = { effectiveFrom: '2025-01-01', reason: 'x', providerCheck: 'refuse' }
    expect((await city.post('/api/parameters', past)).status).toBe(403)
    expect((await region.post('/api/parameters', past)).status).toBeGreaterThanOrEqual(409)
  })
})
