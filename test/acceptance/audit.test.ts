import { expect, test } from 'vitest'
import { as, claim } from './client.ts'

const li = as('staff.li')
const auditor = as('auditor')

const returned = async (): Promise<string> => {
  const { id } = (await li.submit(claim('staff.li', [(await li.upload()).body.id]))).body
  await as('unit.admin').decide(await as('unit.admin').task(id), 'return', { reason: '请补充证书编号。' })
  return id
}

interface Entry {
  readonly at: string
  readonly actor: string
  readonly act: string
  readonly about: { readonly kind: string; readonly id: string }
  readonly reason: string | null
  readonly fields: readonly { readonly field: string }[]
}

test('an auditor finds who did what, by request, person and actor, the latest first', async () => {
  const id = await returned()
  const byRequest = await auditor.get(`/api/audit?request=${id}`)
  expect(byRequest.body.items.map((entry: Entry) => `${entry.actor} ${entry.act}`)).toEqual([
    'unit.admin return',
    'staff.li submit',
  ])
  expect(byRequest.body.items[0]).toMatchObject({
    reason: '请补充证书编号。',
    about: { kind: 'request', id },
  })

  const byActor = await auditor.get('/api/audit?actor=unit.admin&act=return')
  expect(byActor.body.items.map((entry: Entry) => entry.about.id)).toContain(id)
  expect(new Set(byActor.body.items.map((entry: Entry) => entry.act))).toEqual(new Set(['return']))

  const byPerson: Entry[] = (await auditor.get('/api/audit?person=staff.li')).body.items
  const kinds = new Set(byPerson.map((entry) => entry.about.kind))
  for (const kind of ['request', 'ledger', 'certificate']) expect(kinds).toContain(kind)
  expect(byPerson.map((entry) => entry.at)).toEqual(
    byPerson
      .map((entry) => entry.at)
      .toSorted()
      .toReversed(),
  )
})

test('what a record was before and after is told; a period and pages narrow the search', async () => {
  const admin = as('unit.admin')
  const { version } = (await admin.get('/api/persons/staff.wang')).body
  const changed = await admin.post('/api/persons/staff.wang', {
    version,
    disability: true,
    reason: '已核验残疾人证',
  })
  expect(changed.status).toBe(200)
  const found: Entry[] = (await auditor.get('/api/audit?person=staff.wang&act=changed')).body.items
  expect(found[0]).toMatchObject({
    actor: 'unit.admin',
    reason: '已核验残疾人证',
    fields: [{ field: 'disability', before: null, after: true }],
  })
  expect((await auditor.get('/api/audit?person=staff.wang&to=2020-01-01')).body.items).toEqual([])
  const first = (await auditor.get('/api/audit?person=staff.wang&limit=1')).body
  const second = (await auditor.get(`/api/audit?person=staff.wang&limit=1&cursor=${first.cursor}`)).body
  expect(second.items).toHaveLength(1)
  expect(second.items).not.toEqual(first.items)
  const organisation = await auditor.get('/api/audit?organisation=institution-qingcheng')
  expect(organisation.status).toBe(200)
})

test('only auditors and the region look into it, and one thing at a time', async () => {
  expect((await as('hr.region').get('/api/audit?person=staff.li')).status).toBe(200)
  for (const account of ['staff.li', 'unit.admin', 'hr.city', 'operator'])
    expect((await as(account).get('/api/audit?person=staff.li')).status, account).toBe(403)
  for (const query of ['', '?person=staff.li&actor=unit.admin', '?person=staff.li&from=yesterday'])
    expect((await auditor.get(`/api/audit${query}`)).status, query).toBe(400)
  expect((await auditor.get('/api/audit?person=nobody')).status).toBe(404)
})

test('the operator sees which mails wait, and nobody else does', async () => {
  const waiting = await as('operator').get('/api/mails')
  expect(waiting.status).toBe(200)
  expect(Array.isArray(waiting.body.items)).toBe(true)
  expect(Array.isArray(waiting.body.resent)).toBe(true)
  expect((await auditor.get('/api/mails')).status).toBe(200)
  expect((await li.get('/api/mails')).status).toBe(403)
  expect((await auditor.post('/api/mails/any/resend')).status).toBe(403)
  expect((await as('operator').post('/api/mails/no-such/resend')).status).toBe(404)
})
