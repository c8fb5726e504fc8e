import { expect, test } from 'vitest'
import { as } from './client.ts'

test('who looked: the region’s look is on record for the person, once a day; their own desk’s is not', async () => {
  const pages = async () => (await as('staff.li').get('/api/persons/staff.li/looks')).body.pages
  const before = (await pages()).length
  for (const path of ['/api/persons/staff.li', '/api/staff/staff.li/ledger', '/api/staff/staff.li/entries'])
    for (const reader of ['hr.region', 'hr.city', 'unit.admin', 'staff.li'])
      expect((await as(reader).get(path)).status, `${reader} ${path}`).toBe(200)
  const after = await pages()
  expect(after.length - before).toBeLessThanOrEqual(1)
  expect(after[0]).toMatchObject({ office: '自治区人社厅' })
  expect(after.map(({ office }: { office: string }) => office)).not.toContain('呼和浩特市人社局')
  for (const other of ['unit.admin', 'hr.region', 'auditor'])
    expect((await as(other).get('/api/persons/staff.li/looks')).status, other).toBe(404)
})
