import { describe, expect, test } from 'vitest'
import { as, call, reaches } from './client.ts'

const claim = (more: object) => ({
  type: 'recognition',
  staffId: 'staff.000004',
  title: '信息技术应用能力提升',
  lines: [
    {
      subject: 'professional',
      category: 'in_service',
      mode: 'online',
      from: '2026-02-02',
      to: '2026-02-06',
      hours: 8,
    },
  ],
  evidence: [],
  ...more,
})

const unit = as('unit.admin')
const department = as('dept.chen')
const city = as('hr.city')

describe('Art. 7, 35: remedies take their way through the desks', () => {
  test('an objection: the desk that decided looks again, then the one above, and the hours are entered', async () => {
    const li = as('staff.li')
    const filed = await li.submit(claim({ staffId: 'staff.li', evidence: [(await li.upload()).body.id] }))
    expect(filed.status).toBe(201)
    await unit.decide(await unit.task(filed.body.id), 'approve')
    await department.decide(await department.task(filed.body.id, 0), 'reject', { reason: '材料不清。' })
    await reaches('staff.li', filed.body.id, 'rejected')
    const body = { about: { requestId: filed.body.id }, reason: '证书清晰有效。', evidence: [] }
    expect((await as('staff.wang').post('/api/objections', body)).status).toBe(422)
    const objected = await li.post('/api/objections', body)
    expect([objected.status, objected.body.type]).toEqual([201, 'objection'])
    const again = await li.post('/api/objections', { ...body, reason: '再次提出。' })
    expect(again.status).toBe(409)
    await department.decide(await department.task(objected.body.id, 0), 'reject', { reason: '维持。' })
    await city.decide(await city.task(objected.body.id, 0), 'approve', { reason: '证书有效。' })
    const done = await reaches('staff.li', objected.body.id, 'approved')
    expect(done.timeline.map(({ act }: { act: string }) => act)).toEqual([
      'submit',
      'reject',
      'pass_on',
      'approve',
      'record',
    ])
    await reaches('staff.li', filed.body.id, 'approved')
  })

  test('a justified reason: the institution’s opinion, then the department', async () => {
    const { time } = (await call('/api/health')).body
    const person = as('staff.zhao')
    const filed = await person.submit({
      type: 'justified_reason',
      staffId: 'staff.zhao',
      year: Number(time.slice(0, 4)),
      ground: 'sick_leave',
      reason: '住院四个月。',
      evidence: [(await person.upload()).body.id],
    })
    expect(filed.status).toBe(201)
    await unit.decide(await unit.task(filed.body.id), 'reject', { reason: '单位不了解情况。' })
    await department.decide(await department.task(filed.body.id, 0), 'approve')
    await reaches('staff.zhao', filed.body.id, 'approved')
    const { facts } = (await person.get(`/api/staff/staff.zhao/ledger?year=${time.slice(0, 4)}`)).body
    expect(facts.justified).toContain(Number(time.slice(0, 4)))
  })

  test('a change of record: with a document, its effects shown, confirmed by the authority', async () => {
    const { time } = (await call('/api/health')).body
    const year = time.slice(0, 4)
    const change = {
      type: 'record_change',
      staffId: 'staff.000005',
      fact: 'leader',
      from: `${year}-01-01`,
      reason: '任副校长。',
      evidence: [] as string[],
    }
    const bare = await unit.submit(change)
    expect([bare.status, bare.body.errors[0].pointer]).toEqual([400, '/evidence'])
    const filed = await unit.submit({ ...change, evidence: [(await unit.upload()).body.id] })
    expect(filed.status).toBe(201)
    const task = await city.task(filed.body.id, 0)
    const { body } = await city.get(`/api/tasks/${task}`)
    expect(body.request.effects).toContainEqual({
      year: Number(year),
      closed: false,
      before: 'open',
      after: 'not_applicable',
    })
    await city.decide(task, 'approve')
    await reaches('unit.admin', filed.body.id, 'approved')
    const { facts } = (await unit.get(`/api/staff/staff.000005/ledger?year=${year}`)).body
    expect(facts.person.leaderPeriods).toEqual([{ from: `${year}-01-01` }])
  })
})
