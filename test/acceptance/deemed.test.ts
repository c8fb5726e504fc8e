import { describe, expect, test } from 'vitest'
import { as, call, reaches, until } from './client.ts'

const deemed = (kind: string, more: object = {}) => ({
  type: 'deemed',
  staffId: 'unit.second',
  kind,
  year: 2026,
  reason: '本年度通过规定的课程考核。',
  evidence: [],
  ...more,
})

/** Takes a request through its desks. */
const approve = async (id: string, desks: readonly string[], last: object = {}) => {
  for (const [position, desk] of desks.entries()) {
    const task = await as(desk).task(id, position === 0 ? null : 0)
    const answer = await as(desk).decide(task, 'approve', position === desks.length - 1 ? last : {})
    expect(answer.status).toBe(200)
  }
}

describe('Art. 39(2)–(6): a year complete without hours', () => {
  test('a degree course: institution, department, authority; the public subject remains', async () => {
    const filed = await as('unit.second').submit(deemed('degree_course'))
    expect(filed.status).toBe(201)
    await approve(filed.body.id, ['unit.admin', 'dept.chen', 'hr.city'])
    await reaches('unit.second', filed.body.id, 'approved')
    const { assessment } = (await as('unit.second').get('/api/staff/unit.second/ledger?year=2026')).body
    expect(assessment.annual.deemed).toEqual({ public: false, professional: true })
    expect(assessment.annual.missing.professional).toBe(0)
    const again = await as('unit.second').submit(deemed('degree_course'))
    expect([again.status, again.body.code, again.body.article]).toEqual([
      422,
      'DEEMED_ALREADY_ASKED',
      '39(3)',
    ])
  })

  test('the grade examination is for workers', async () => {
    const answer = await as('staff.li').submit(deemed('skill_grade_exam', { staffId: 'staff.li' }))
    expect([answer.status, answer.body.code, answer.body.article]).toEqual([
      422,
      'DEEMED_WORKERS_ONLY',
      '39(4)',
    ])
  })

  test('a year that has not begun, a leader’s year, a scope where none belongs', async () => {
    const later = await as('staff.li').submit(deemed('degree_course', { staffId: 'staff.li', year: 2090 }))
    expect([later.status, later.body.errors[0].pointer]).toEqual([400, '/year'])
    const leader = await as('unit.head').submit(deemed('degree_course', { staffId: 'unit.head' }))
    expect([leader.status, leader.body.code]).toEqual([422, 'YEAR_NOT_APPLICABLE'])
    const scope = await as('staff.li').submit(deemed('degree_course', { staffId: 'staff.li', scope: 'all' }))
    expect([scope.status, scope.body.errors[0].pointer]).toEqual([400, '/scope'])
  })

  test('discretion: the authority says what it grants, the year is complete, a certificate arises', async () => {
    const { time } = (await call('/api/health')).body
    const year = Number(time.slice(0, 4))
    const filed = await as('unit.luming').submit(
      deemed('discretionary', {
        staffId: 'staff.tuya',
        year: 2025,
        ground: 'other_cause',
        reason: '产假超过三个月。',
        evidence: [(await as('unit.luming').upload()).body.id],
      }),
    )
    expect(year).toBeGreaterThanOrEqual(2025)
    expect(filed.status).toBe(201)
    // Entered for her by the only registrar: nobody decides on what they entered, so she files it herself.
    await as('unit.luming').post(`/api/requests/${filed.body.id}/withdraw`)
    const own = await as('staff.tuya').submit(
      deemed('discretionary', {
        staffId: 'staff.tuya',
        year: 2024,
        ground: 'other_cause',
        reason: '产假超过三个月。',
        evidence: [(await as('staff.tuya').upload()).body.id],
      }),
    )
    const registrar = as('unit.luming')
    await registrar.decide(await registrar.task(own.body.id), 'approve')
    const authority = as('hr.county')
    const task = await authority.task(own.body.id, 0)
    const silent = await authority.decide(task, 'approve')
    expect([silent.status, silent.body.code, silent.body.article, silent.body.errors[0].pointer]).toEqual([
      422,
      'SCOPE_MISSING',
      '39(6)',
      '/scope',
    ])
    expect((await authority.decide(task, 'approve', { scope: 'all' })).status).toBe(200)
    const done = await reaches('staff.tuya', own.body.id, 'approved')
    expect(done.scope).toBe('all')
    expect((await authority.decide(task, 'approve', { scope: 'all' })).status).toBe(409)
    await until('the ledger to say so', async () => {
      const { assessment } = (await as('staff.tuya').get('/api/staff/staff.tuya/ledger?year=2024')).body
      return assessment.annual.status === 'met' || assessment.annual.status === 'deemed' ? true : undefined
    })
  })
})
