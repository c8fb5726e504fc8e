import { describe, expect, test } from 'vitest'
import { as, call, claim, publicWeek, reaches } from './client.ts'

const online = {
  subject: 'public',
  category: 'in_service',
  mode: 'online',
  from: '2026-02-02',
  to: '2026-02-06',
  hours: 2,
}

const submitted = async (): Promise<string> =>
  (await as('staff.li').submit(claim('staff.li', [], [online]))).body.id

describe('Art. 38: a desk’s tasks can be lent and handed on, and stay the desk’s', () => {
  test('powers are lent between two dates; the timeline says for whom', async () => {
    const today: string = (await call('/api/health')).body.time.slice(0, 10)
    const head = as('dept.head')
    const stranger = await as('dept.chen').post('/api/delegations', {
      to: 'hr.city',
      startsOn: today,
      endsOn: today,
    })
    expect([stranger.status, stranger.body.errors[0].pointer]).toEqual([422, '/to'])
    const past = await as('hr.city').post('/api/delegations', {
      to: 'hr.head',
      startsOn: '2025-01-01',
      endsOn: '2025-01-31',
    })
    expect([past.status, past.body.errors[0].pointer]).toEqual([422, '/endsOn'])
    const lent = await as('unit.admin').post('/api/delegations', {
      to: 'unit.second',
      startsOn: today,
      endsOn: today,
      reason: '外出学习',
    })
    expect([lent.status, lent.body.inForce]).toEqual([201, true])
    const given = (await as('unit.admin').get('/api/delegations')).body.items
    expect(given.map(({ id }: { id: string }) => id)).toContain(lent.body.id)
    expect((await head.get('/api/delegations')).body.items).toEqual([])
    const received = await as('unit.second').get('/api/delegations?side=received')
    expect(received.body.items).toContainEqual(
      expect.objectContaining({ id: lent.body.id, from: expect.objectContaining({ id: 'unit.admin' }) }),
    )
    expect(
      (await as('staff.li').post('/api/delegations', { to: 'staff.wang', startsOn: today, endsOn: today }))
        .status,
    ).toBe(403)
    expect((await as('unit.admin').post(`/api/delegations/${lent.body.id}/revocation`)).body.inForce).toBe(
      false,
    )
  })

  test('whoever holds a desk’s tasks without a seat is shown the desk, while the loan runs', async () => {
    const today: string = (await call('/api/health')).body.time.slice(0, 10)
    const holds = async () => (await as('staff.li').get('/api/me')).body.holdsTasks
    expect([await holds(), (await as('unit.admin').get('/api/me')).body.holdsTasks]).toEqual([false, true])
    const lent = await as('unit.admin').post('/api/delegations', {
      ...{ to: 'staff.li', startsOn: today, endsOn: today, reason: '外出学习' },
    })
    expect([lent.status, await holds()]).toEqual([201, true])
    await as('unit.admin').post(`/api/delegations/${lent.body.id}/revocation`)
    expect(await holds()).toBe(false)
  })

  test('a head’s powers used by a colleague are named; the colleague’s own seat goes first', async () => {
    const today: string = (await call('/api/health')).body.time.slice(0, 10)
    const lent = await as('hr.head').post('/api/delegations', {
      to: 'hr.city',
      startsOn: today,
      endsOn: today,
    })
    const id = await submitted()
    const registrar = as('unit.admin')
    await registrar.decide(await registrar.task(id), 'approve')
    const task = await as('hr.city').task(id, 0)
    // Handed to the head: the one who stands in for the head may decide it, and it says so.
    expect(
      (await as('hr.city').post(`/api/tasks/${task}/reassignment`, { to: 'hr.head', reason: '请负责人定' }))
        .status,
    ).toBe(200)
    expect((await as('hr.city').decide(task, 'approve')).status).toBe(200)
    const done = await reaches('staff.li', id, 'approved')
    expect(
      done.timeline.find(
        ({ act, stage }: { act: string; stage: string }) => act === 'approve' && stage === 'authority',
      ),
    ).toMatchObject({
      actor: 'hr.city',
      for: 'hr.head',
    })
    await as('hr.head').post(`/api/delegations/${lent.body.id}/revocation`)
  })

  test('a task that was handed on is the colleague’s; others are told to whom', async () => {
    const { body } = await as('staff.wang').submit(
      claim('staff.wang', [], [publicWeek('2026-01-05', '2026-01-05', 1)]),
    )
    const task = await as('unit.admin').task(body.id)
    const wrong = await as('unit.admin').post(`/api/tasks/${task}/reassignment`, { to: 'dept.chen' })
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/to'])
    expect(
      (await as('unit.admin').post(`/api/tasks/${task}/reassignment`, { to: 'unit.second' })).status,
    ).toBe(200)
    const mine = await as('unit.admin').decide(task, 'approve')
    expect([mine.status, mine.body.code, mine.body.assignee.id]).toEqual([
      403,
      'TASK_REASSIGNED',
      'unit.second',
    ])
    expect((await as('unit.second').decide(task, 'return', { reason: '请补充通知' })).status).toBe(200)
    await reaches('staff.wang', body.id, 'returned')
  })
})
