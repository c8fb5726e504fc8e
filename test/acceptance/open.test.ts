import { describe, expect, test } from 'vitest'
import { as, call } from './client.ts'

describe('what is open to everyone', () => {
  test('health tells the time in Shanghai', async () => {
    const { status, body } = await call('/api/health')
    expect(status).toBe(200)
    expect(body).toEqual({ status: 'ok', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+\+08:00$/) })
  })

  test('the OpenAPI document describes every route', async () => {
    const { body } = await call('/api/openapi.json')
    expect(body.openapi).toMatch(/^3\.1/)
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/api/requests', '/api/tasks/{id}/decision', '/api/assessments']),
    )
  })

  test('the calculator assesses what it is given and stores nothing', async () => {
    const facts = {
      asOf: '2026-12-31',
      year: 2026,
      person: { postType: 'professional', hiredOn: '2019-08-01' },
      credits: [
        {
          id: 'c1',
          subject: 'public',
          category: 'in_service',
          mode: 'offline',
          from: '2026-05-11',
          to: '2026-05-14',
          halfDays: 8,
        },
        {
          id: 'c2',
          subject: 'professional',
          category: 'in_service',
          mode: 'online',
          from: '2026-06-01',
          to: '2026-06-30',
          hours: 60,
        },
      ],
    }
    const { status, body } = await call('/api/assessments', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(facts),
    })
    expect(status).toBe(200)
    expect(body.annual).toMatchObject({ status: 'met', hours: { total: 92, public: 32, professional: 60 } })
    expect(body.certificates).toEqual(['annual:2026'])
  })

  test('the accounts have their roles', async () => {
    expect((await as('staff.li').get('/api/me')).body).toMatchObject({ id: 'staff.li', staffId: 'staff.li' })
    expect((await as('hr.city').get('/api/me')).body.roles).toMatchObject([
      { role: 'authority', organisation: { name: '呼和浩特市人社局' } },
    ])
  })

  test('a code that is unknown and one that is malformed look alike', async () => {
    const [unknown, malformed] = [await call('/api/verify/ABCD-EFGH-JKLM'), await call('/api/verify/!!')]
    const { instance: _, ...a } = unknown.body
    const { instance: __, ...b } = malformed.body
    expect([unknown.status, a]).toEqual([malformed.status, b])
    expect(unknown.status).toBe(404)
  })
})
