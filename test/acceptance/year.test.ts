import { describe, expect, test } from 'vitest'
import { as } from './client.ts'

/** By the system's own clock: the year that is running is never over. */
const runningYear = async (): Promise<number> =>
  Number(String((await as('hr.region').get('/api/health')).body.time).slice(0, 4))

describe('Art. 32: the year', () => {
  test('a year that is not over is not closed, and one before 2024 never', async () => {
    const region = as('hr.region')
    const early = await region.post(`/api/years/${await runningYear()}/close`)
    expect(early).toMatchObject({ status: 422, body: { code: 'YEAR_NOT_OVER', article: '32' } })
    for (const act of ['close', 'rehearsal'])
      expect(await region.post(`/api/years/2023/${act}`)).toMatchObject({
        status: 422,
        body: { code: 'YEAR_BEFORE_EDITION' },
      })
    expect((await region.get(`/api/years/${await runningYear()}`)).body).toMatchObject({
      status: 'open',
      counts: { met: 0, deemed: 0, deferred: 0, short: 0 },
      provisional: 0,
    })
  })

  test.each(['hr.city', 'hr.county', 'dept.chen', 'unit.admin', 'staff.li', 'auditor'])(
    '%s neither closes nor rehearses a year, nor redrives one',
    async (account) => {
      const year = await runningYear()
      for (const act of ['close', 'rehearsal', 'redrive'])
        expect((await as(account).post(`/api/years/${year}/${act}`)).status, act).toBe(403)
    },
  )

  test('each sees its own part: the region all, a city not another, a person none', async () => {
    const path = `/api/years/${await runningYear()}`
    expect((await as('auditor').get(path)).body.organisation.level).toBe('region')
    expect((await as('hr.city').get(path)).body.organisation.name).toBe('呼和浩特市人社局')
    expect((await as('dept.chen').get(path)).body.organisation.name).toBe('呼和浩特市教育局')
    expect((await as('unit.admin').get(path)).body.organisation.name).toBe('青城实验中学')
    expect((await as('staff.li').get(path)).status).toBe(403)
    const foreign = `organisation=${(await as('unit.admin').get(path)).body.organisation.id}`
    for (const list of ['', '/results', '/export', '/rehearsal'])
      expect((await as('hr.county').get(`${path}${list}?${foreign}`)).status, list).toBe(404)
    const parent = (await as('hr.region').get(`${path}/organisations`)).body.items
    expect(parent.map(({ organisation }: { organisation: { name: string } }) => organisation.name)).toContain(
      '呼和浩特市人社局',
    )
  })

  test('by competent department: below one’s own authorities alone, and an open year has none', async () => {
    const path = `/api/years/${await runningYear()}/organisations`
    const own = (await as('hr.city').get(`/api/years/${await runningYear()}`)).body.organisation.id
    const empty = { status: 200, body: { items: [], cursor: null } }
    expect(await as('hr.city').get(`${path}?by=department`)).toMatchObject(empty)
    expect(await as('hr.region').get(`${path}?parent=${own}&by=department`)).toMatchObject(empty)
    expect((await as('hr.county').get(`${path}?parent=${own}&by=department`)).status).toBe(404)
    expect((await as('hr.city').get(`${path}?by=level`)).status).toBe(400)
    // A region's department stands under nobody by its record; the region looks after it.
    const sector = 'organisation=department-15-education'
    expect((await as('hr.region').get(`/api/years/${await runningYear()}?${sector}`)).status).toBe(200)
    expect((await as('hr.city').get(`/api/years/${await runningYear()}?${sector}`)).status).toBe(404)
  })

  test('an export is a table that opens in Excel', async () => {
    const path = `/api/years/${await runningYear()}/export`
    const csv = await as('hr.city').get(`${path}?format=csv`)
    expect(csv.type).toContain('text/csv')
    expect([...csv.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const xlsx = await as('hr.city').get(`${path}?format=xlsx`)
    expect(xlsx.headers.get('content-disposition')).toContain('.xlsx')
    expect([...xlsx.bytes.slice(0, 2)]).toEqual([0x50, 0x4b])
    expect((await as('hr.city').get(`${path}?format=pdf`)).status).toBe(400)
    expect((await as('hr.city').get(`/api/years/2026/results?cursor=none`)).status).toBe(400)
  })
})
