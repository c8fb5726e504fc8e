import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { as, call, pdf } from './client.ts'

const li = as('staff.li')

const announce = (bytes: Uint8Array) =>
  li.post('/api/evidence', {
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    type: 'application/pdf',
  })

test('a large proof goes straight to the object store: announced, sent to the signed address, taken', async () => {
  const bytes = pdf()
  const announced = await announce(bytes)
  expect(announced.status).toBe(201)
  const { id, upload } = announced.body
  expect((await li.post(`/api/evidence/${id}`)).body.code).toBe('UPLOAD_INCOMPLETE')
  const sent = await fetch(upload.url, { method: upload.method, headers: upload.headers, body: bytes })
  expect(sent.status).toBe(200)
  const taken = await li.post(`/api/evidence/${id}`)
  expect(taken.body).toMatchObject({ id, size: bytes.length, type: 'application/pdf' })
  expect((await as('staff.wang').post(`/api/evidence/${id}`)).status).toBe(404)
})

test('the signed address takes no other bytes than those announced', async () => {
  const { upload } = (await announce(pdf())).body
  const other = await fetch(upload.url, { method: upload.method, headers: upload.headers, body: pdf() })
  expect(other.status).toBeGreaterThanOrEqual(400)
})

test('an upload without a session, and an announcement that is too large, are refused', async () => {
  expect((await call('/api/evidence', { method: 'POST' })).status).toBe(401)
  const large = await li.post('/api/evidence', {
    size: 10 * 1024 * 1024 + 1,
    sha256: 'a'.repeat(64),
    type: 'application/pdf',
  })
  expect([large.status, large.body.errors[0].pointer]).toEqual([400, '/size'])
})
