import { describe, expect, test } from 'vitest'
import { as } from './client.ts'

const li = as('staff.li')
const unit = as('unit.admin')
const city = as('hr.city')

const institutionOf = async (): Promise<string> => (await unit.get('/api/me')).body.roles[0].organisation.id
const head = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes.subarray(0, 4)).toString('latin1')

describe('paper that offices need', () => {
  test('a person’s year, for them and those above, and for nobody else', async () => {
    for (const someone of [li, unit, city]) {
      const sheet = await someone.get('/api/staff/staff.li/ledger/sheet?year=2025')
      expect([sheet.status, sheet.type, head(sheet)]).toEqual([200, 'application/pdf', '%PDF'])
    }
    expect((await as('hr.county').get('/api/staff/staff.li/ledger/sheet')).status).toBe(404)
  })

  test('an institution’s year as Excel and on paper, and its certificates in one file', async () => {
    const institution = await institutionOf()
    const excel = await unit.get(`/api/years/2025/list?institution=${institution}`)
    expect([excel.status, head(excel)]).toEqual([200, 'PK\u0003\u0004'])
    const paper = await unit.get(`/api/years/2025/list?institution=${institution}&format=pdf`)
    expect([paper.status, head(paper)]).toEqual([200, '%PDF'])
    const certificates = await city.get(`/api/years/2025/certificates?institution=${institution}`)
    expect([certificates.status, head(certificates)]).toEqual([200, '%PDF'])
    const behind = await city.get(`/api/years/2025/certificates?institution=${institution}&part=999`)
    expect([behind.status, behind.body.code]).toEqual([404, 'NOTHING_TO_PRINT'])
    expect((await li.get(`/api/years/2025/list?institution=${institution}`)).status).toBe(404)
  })
})

test('Art. 7: who is short is seen while the year runs', async () => {
  const institution = await institutionOf()
  const year = Number((await unit.get('/api/me')).body.today.slice(0, 4))
  const progress = (await unit.get(`/api/years/${year}/progress?institution=${institution}`)).body
  const { persons, complete, short, inducting, unsound } = progress
  expect(complete + short + inducting + unsound).toBe(persons)
  const page = (await city.get(`/api/years/${year}/short?institution=${institution}&limit=100`)).body
  expect(page.items.length).toBe(Math.min(short, 100))
  expect((await as('hr.county').get(`/api/years/${year}/short?institution=${institution}`)).status).toBe(404)
  expect((await as('auditor').post(`/api/years/${year}/reminders`, { institution })).status).toBe(403)
})

test('the bell and the calendar are one’s own', async () => {
  const { asOf, count, items } = (await unit.get('/api/news')).body
  expect(count).toBe(items.length)
  expect((await unit.post('/api/news/seen', { asOf })).status).toBe(200)
  expect((await unit.get('/api/news')).body.items.every((item: { at: string }) => item.at >= asOf)).toBe(true)
  const calendar = await li.get('/api/calendar')
  expect([calendar.status, calendar.type]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(calendar.body).toMatch(/^BEGIN:VCALENDAR\r\n/)
})
