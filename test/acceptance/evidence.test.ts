import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { as, call, claim, pdf, publicWeek } from './client.ts'

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

describe('a proof is used once, a paper that supports may recur (Art. 40)', () => {
  const proof = async () => (await li.upload()).body.id
  const of = (date: string, evidence: string[], more: object = {}) => {
    const {
      provider: _,
      certificateNo: __,
      ...rest
    } = claim('staff.li', evidence, [publicWeek(date, date, 1)])
    return { ...rest, title: `材料 ${date}`, ...more }
  }

  test('one notice serves two claims, and is shown for what it is', async () => {
    const notice = await proof()
    const filed = [
      await li.submit(of('2026-06-02', [await proof()], { supporting: [notice] })),
      await li.submit(of('2026-06-03', [await proof()], { supporting: [notice] })),
    ]
    expect(filed.map(({ status }) => status)).toEqual([201, 201])
    const { evidence } = (await li.get(`/api/requests/${filed[1]?.body.id}`)).body
    expect(evidence.map(({ kind }: { kind: string }) => kind)).toEqual(['proof', 'supporting'])
    const path = `/api/requests/${filed[1]?.body.id}/evidence/${notice}`
    expect((await as('unit.admin').get(path)).status).toBe(200)
  })

  test('a paper that supports is no proof: without one a claim is refused, with every other fault', async () => {
    const notice = await proof()
    const unasked = { lines: [{ ...publicWeek('2026-06-04', '2026-06-04', 1), makeUpFor: 2025 }] }
    const bare = await li.submit(
      of('2026-06-04', [], { supporting: [notice, notice, 'unknown'], ...unasked }),
    )
    const pointers = bare.body.errors.map(({ pointer }: { pointer: string }) => pointer)
    expect([bare.status, pointers]).toEqual([400, ['/lines/0/makeUpFor', '/supporting/2', '/evidence']])
    const twice = await li.submit(of('2026-06-04', [notice], { supporting: [notice] }))
    expect([twice.status, twice.body.errors[0].pointer]).toEqual([400, '/supporting/0'])
    // The number of a certificate and who issued it are a proof: nobody else may claim by it.
    const numbered = of('2026-06-04', [], { provider: '内蒙古自治区党校', certificateNo: `NO-${notice}` })
    expect((await li.submit(numbered)).status).toBe(201)
    const again = await li.submit({ ...numbered, title: '又一次' })
    expect([again.status, again.body.code, again.body.article]).toEqual([422, 'EVIDENCE_ALREADY_USED', '40'])
  })
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
