import { describe, expect, test } from 'vitest'
import { as, call, reaches } from './client.ts'

const day = (time: string, days: number): string =>
  new Date(Date.parse(`${time.slice(0, 10)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const filing = (more: object) => ({
  type: 'post_change',
  staffId: 'unit.second',
  kind: 'duties',
  reason: '轮岗到财务室。',
  evidence: [],
  ...more,
})

describe('Art. 18–21, 45: a change of post', () => {
  test('is filed by the institution; what does not fit is said by field', async () => {
    const { time } = (await call('/api/health')).body
    const own = await as('staff.li').submit(filing({ staffId: 'staff.li', effectiveOn: day(time, -1) }))
    expect(own.status).toBe(403)
    const far = await as('unit.admin').submit(filing({ effectiveOn: day(time, 200) }))
    expect([far.status, far.body.errors[0].pointer]).toEqual([400, '/effectiveOn'])
    const typeless = await as('unit.admin').submit(filing({ kind: 'post_type', effectiveOn: day(time, -1) }))
    expect([typeless.status, typeless.body.errors[0].pointer]).toEqual([400, '/toPostType'])
  })

  test('waits for its training, goes on by the ledger, and the post is recorded', async () => {
    const { time } = (await call('/api/health')).body
    const effectiveOn = day(time, -20)
    const body = filing({ staffId: 'staff.000003', kind: 'post_type', toPostType: 'management', effectiveOn })
    const filed = await as('unit.admin').submit(body)
    expect(filed.status).toBe(201)
    const held = await reaches('unit.admin', filed.body.id, 'on_hold')
    expect(held.holdUntil > day(time, 60)).toBe(true)
    const twice = await as('unit.admin').submit(body)
    expect([twice.status, twice.body.code, twice.body.article]).toEqual([422, 'POST_CHANGE_UNDER_WAY', '45'])
    const eligibility = async () =>
      (await as('unit.admin').get('/api/staff/staff.000003/eligibility?business=transfer_appointment')).body
    expect(await eligibility()).toMatchObject({ verdict: 'hold' })

    const claim = await as('unit.admin').submit({
      type: 'recognition',
      staffId: 'staff.000003',
      title: '转岗培训',
      lines: [
        {
          subject: 'public',
          category: 'transfer',
          mode: 'offline',
          from: day(time, -10),
          to: day(time, -6),
          halfDays: 10,
          forChange: held.changeId,
        },
      ],
      evidence: [],
    })
    expect(claim.status).toBe(201)
    const registrar = as('unit.second')
    await registrar.decide(await registrar.task(claim.body.id), 'approve')
    const authority = as('hr.city')
    await authority.decide(await authority.task(claim.body.id, 0), 'approve')
    await reaches('unit.admin', claim.body.id, 'approved')

    const task = await authority.task(filed.body.id, 0)
    expect(await eligibility()).toMatchObject({ verdict: 'allow' })
    await authority.decide(task, 'approve')
    const done = await reaches('unit.admin', filed.body.id, 'approved')
    expect(done.timeline.map(({ act }: { act: string }) => act)).toEqual([
      'submit',
      'hold',
      'resume',
      'approve',
      'record',
    ])
    const { facts } = (await as('unit.admin').get('/api/staff/staff.000003/ledger')).body
    expect(facts.person.postType).toBe('management')
  })

  test('filed when its time is over, it is refused by Article 45; taken back, its obligation goes', async () => {
    const { time } = (await call('/api/health')).body
    const late = await as('unit.admin').submit(filing({ effectiveOn: day(time, -120) }))
    const refused = await reaches('unit.admin', late.body.id, 'rejected')
    expect(refused.timeline.at(-1)).toMatchObject({ actor: 'system', act: 'refuse', article: '45' })

    const { body } = await as('unit.admin').submit(filing({ effectiveOn: day(time, -3) }))
    await reaches('unit.admin', body.id, 'on_hold')
    expect((await as('unit.admin').post(`/api/requests/${body.id}/withdraw`)).status).toBe(200)
    await reaches('unit.admin', body.id, 'withdrawn')
    const { facts } = (await as('unit.second').get('/api/staff/unit.second/ledger')).body
    expect(facts.person.postChanges.map(({ id }: { id: string }) => id)).not.toContain(body.id)
  })
})
