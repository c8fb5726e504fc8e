import { expect, test } from 'vitest'
import { as } from './client.ts'

const region = as('hr.region')
const city = as('hr.city')
const unit = as('unit.admin')

/** The cells of one line of an export, of which none is quoted. */
const cellsOf = (text: string, name: string): string[] =>
  text
    .split('\r\n')
    .find((row) => row.startsWith(name))
    ?.split(',') ?? []

test('Art. 8: an organisation’s year in numbers, which its parts and its export add up to', async () => {
  const year = 2025
  const { body: all } = await region.get(`/api/statistics/${year}`)
  expect(all.total.persons).toBeGreaterThan(0)
  expect(all.total.complete + all.total.short).toBe(all.total.persons)
  const sum = (rows: readonly { hours: number }[]) =>
    rows.reduce((total, { hours }) => total + Math.round(hours * 10), 0) / 10
  for (const part of ['subjects', 'categories', 'modes', 'postTypes', 'quota', 'levels', 'providers'])
    expect([part, sum(all[part])]).toEqual([part, all.total.hours])
  const ofLevels = all.levels.map(({ persons }: { persons: number }) => persons)
  expect(ofLevels.reduce((total: number, persons: number) => total + persons, 0)).toBe(all.total.persons)
  const { body: below } = await region.get(`/api/statistics/${year}/organisations`)
  const persons = below.items.reduce(
    (total: number, { figures }: { figures: { persons: number } }) => total + figures.persons,
    0,
  )
  expect(persons).toBe(all.total.persons)
  const file = await region.get(`/api/statistics/${year}/export?format=csv`)
  const text = new TextDecoder().decode(file.bytes)
  const [, , summed, , , hours] = cellsOf(text, '各行合计')
  expect([Number(summed), Number(hours)]).toEqual([all.total.persons, all.total.hours])
  const excel = await region.get(`/api/statistics/${year}/export`)
  expect([excel.status, Buffer.from(excel.bytes.subarray(0, 2)).toString()]).toEqual([200, 'PK'])
})

test('Art. 35: each sees what is theirs and below', async () => {
  const own = (await unit.get('/api/statistics/2025')).body
  expect(own.organisation.kind).toBe('institution')
  const path = `/api/statistics/2025?organisation=${own.organisation.id}`
  expect((await city.get(path)).body.total).toEqual(own.total)
  expect((await as('auditor').get(path)).status).toBe(200)
  expect((await as('hr.county').get(path)).status).toBe(404)
  expect((await as('staff.li').get(path)).status).toBe(403)
  // Before the first day nothing had been recorded.
  expect((await unit.get('/api/statistics/2025?asOf=2024-12-31')).body.total.hours).toBe(0)
})
