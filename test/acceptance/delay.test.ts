import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { as, call, reaches } from './client.ts'

/** The suite runs by the system's own clock: what depends on the season asks for the season's answer. */
const windowOf = (now: string) => {
  const [year, month] = [Number(now.slice(0, 4)), Number(now.slice(5, 7))]
  if (month >= 10) return { year, open: true }
  return month === 1 ? { year: year - 1, open: true } : { year, open: false }
}

const delay = (more: object = {}) => ({
  type: 'make_up_delay',
  staffId: 'staff.000002',
  year: 2026,
  reason: '全年参加驻村工作，未能参加培训。',
  evidence: [],
  ...more,
})

describe('Art. 32: a year is delayed by one approval', () => {
  let season: ReturnType<typeof windowOf>
  beforeAll(async () => {
    season = windowOf((await call('/api/health')).body.time)
  })

  test('outside the window, and for a year that was complete, it is refused with its article', async () => {
    const li = as('staff.li')
    const complete = await li.submit(delay({ staffId: 'staff.li', year: 2025 }))
    expect([complete.status, complete.body.code, complete.body.article]).toEqual([422, 'YEAR_COMPLETE', '32'])
    const early = await li.submit(delay({ staffId: 'staff.li', year: season.year + 3 }))
    expect([early.status, early.body.article]).toEqual([422, '32'])
    expect(early.body.code).toBe('DELAY_OUTSIDE_WINDOW')
  })

  test('what is missing is said field by field', async () => {
    const answer = await as('staff.li').submit({ type: 'make_up_delay', staffId: 'staff.li', evidence: [] })
    expect(answer.status).toBe(400)
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/reason',
      '/year',
    ])
    const unknown = await as('staff.li').submit({ type: 'holiday', staffId: 'staff.li' })
    expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([400, '/type'])
  })

  test('the department decides; a second request for the year is refused; the ledger says when it is due', async () => {
    if (!season.open) {
      const refused = await as('unit.admin').submit(delay({ year: season.year }))
      expect([refused.status, refused.body.code]).toEqual([422, 'DELAY_OUTSIDE_WINDOW'])
      return
    }
    const registrar = as('unit.admin')
    const key = randomUUID()
    const filed = await registrar.submit(delay({ year: season.year }), key)
    expect([filed.status, filed.body.type, filed.body.status]).toEqual([201, 'make_up_delay', 'in_review'])
    expect((await registrar.submit(delay({ year: season.year }), key)).body.id).toBe(filed.body.id)
    const second = await registrar.submit(delay({ year: season.year }))
    expect([second.status, second.body.code, second.body.article]).toEqual([
      422,
      'YEAR_ALREADY_DELAYED',
      '32',
    ])

    const department = as('dept.chen')
    const task = await department.task(filed.body.id, 0)
    expect((await department.get(`/api/tasks/${task}`)).body).toMatchObject({
      type: 'make_up_delay',
      stage: 'department',
      request: { year: season.year, lines: [], holder: { role: 'department' } },
    })
    expect((await as('unit.second').decide(task, 'approve')).status).toBe(403)
    expect((await department.decide(task, 'approve')).status).toBe(200)
    const done = await reaches('unit.admin', filed.body.id, 'approved')
    expect(done.timeline.map(({ actor, act }: { actor: string; act: string }) => `${actor} ${act}`)).toEqual([
      'unit.admin submit',
      'dept.chen approve',
      'system record',
    ])
    const { facts, assessment } = (await registrar.get(`/api/staff/staff.000002/ledger?year=${season.year}`))
      .body
    expect(facts.delays).toContainEqual({ year: season.year, approvedOn: expect.any(String) })
    expect(assessment.annual.dueOn).toBe(`${season.year + 1}-12-31`)
    const third = await registrar.submit(delay({ year: season.year }))
    expect([third.status, third.body.code]).toEqual([422, 'YEAR_ALREADY_DELAYED'])
  })
})
