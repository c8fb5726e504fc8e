import { expect, test } from 'vitest'
import { as, claim } from './client.ts'

const li = as('staff.li')
const registrar = as('unit.admin')

const submitted = async (): Promise<string> =>
  (await li.submit(claim('staff.li', [(await li.upload()).body.id]))).body.id

interface Listed {
  readonly id: string
  readonly requestId: string
  readonly type: string
  readonly dueOn: string
  readonly late: boolean
}

test('a desk’s list is narrowed by type and by what is late, and stands by due date', async () => {
  const id = await submitted()
  await registrar.task(id)
  const listed = async (query: string): Promise<Listed[]> =>
    (await registrar.get(`/api/tasks?box=todo&${query}`)).body.items
  const claims = await listed('type=recognition&late=false')
  expect(claims.map(({ requestId }) => requestId)).toContain(id)
  expect(new Set(claims.map(({ type, late }) => `${type} ${late}`))).toEqual(new Set(['recognition false']))
  expect(claims.map(({ dueOn }) => dueOn)).toEqual(claims.map(({ dueOn }) => dueOn).toSorted())
  for (const query of ['type=deemed', 'late=true'])
    expect((await listed(query)).map(({ requestId }) => requestId)).not.toContain(id)
  for (const [query, pointer] of [
    ['type=none', '/type'],
    ['late=perhaps', '/late'],
  ]) {
    const wrong = await registrar.get(`/api/tasks?box=todo&${query}`)
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, pointer])
  }
})

test('whoever submitted sees who holds it while it is open, and finds it among what is done afterwards', async () => {
  const id = await submitted()
  await registrar.task(id)
  const mine = async (state: string) =>
    (await li.get(`/api/requests?box=mine&state=${state}`)).body.items.find((one: Listed) => one.id === id)
  expect(await mine('open')).toMatchObject({
    status: 'in_review',
    stage: 'institution',
    holder: { organisation: 'institution-qingcheng', role: 'institution', name: '青城实验中学' },
  })
  expect(await mine('done')).toBeUndefined()
  expect((await li.post(`/api/requests/${id}/withdraw`)).status).toBe(200)
  expect(await mine('open')).toBeUndefined()
  expect(await mine('done')).toMatchObject({ status: 'withdrawn', stage: null, holder: null })
  expect((await li.get('/api/requests?state=some')).body.errors[0].pointer).toBe('/state')
})

test('an office finds people of the institutions below it by the beginning of name or pinyin; one beside it does not', async () => {
  const found = async (who: string, text: string) =>
    (await as(who).post('/api/search', { text })).body.persons.filter(
      ({ id }: { id: string }) => id === 'staff.li' || id === 'staff.tuya',
    )
  const [li] = await found('hr.city', 'staff.li')
  expect(li).toMatchObject({ id: 'staff.li', institution: { name: '青城实验中学' } })
  // The city's school for the city and the region, a county's for the county: by name, by pinyin, by initials.
  for (const [text, who, id] of [
    [li.name, 'hr.city', 'staff.li'],
    [li.name, 'hr.region', 'staff.li'],
    ['图雅', 'hr.county', 'staff.tuya'],
    ['tuya', 'hr.county', 'staff.tuya'],
    ['Tu Ya', 'dept.kundulun', 'staff.tuya'],
    ['ty', 'unit.luming', 'staff.tuya'],
  ])
    expect([text, who, (await found(who ?? '', text ?? '')).map((one: Listed) => one.id)]).toEqual([
      text,
      who,
      [id],
    ])
  for (const who of ['hr.county', 'unit.luming']) expect(await found(who, li.name)).toEqual([])
  for (const who of ['hr.city', 'unit.admin', 'staff.li']) expect(await found(who, 'tuya')).toEqual([])
})
