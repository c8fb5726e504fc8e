import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { as, call, program } from './client.ts'

const PROVIDER = 'provider-xuexi'
const provider = program(PROVIDER)

const record = (more: object = {}) => ({
  recordNo: randomUUID(),
  staffNo: 'staff.tuya',
  name: '图雅',
  course: '信息化教学能力提升',
  subject: 'professional',
  from: '2026-03-02',
  to: '2026-03-03',
  hours: 6,
  passed: true,
  ...more,
})
const states = async (records: readonly object[]) => {
  const { status, body } = await provider.deliver(records)
  expect([status, body.code]).toEqual([200, undefined])
  return body.results.map(({ state, code }: { state: string; code?: string }) =>
    code === undefined ? state : `${state} ${code}`,
  )
}

/** Texts that have broken programs before, and whatever a record may hold instead of them. */
const odd = fc.oneof(
  fc.constantFrom(
    '',
    '\u0000',
    '__proto__',
    'constructor',
    '‮李',
    '𠮷',
    '1e9',
    '2026-02-30',
    '9999-12-31',
    'a'.repeat(300),
  ),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.jsonValue({ maxDepth: 2 }),
)
const oddRecord = fc.record(
  {
    ...{ recordNo: odd, staffNo: odd, name: odd, course: odd, subject: odd, from: odd, to: odd },
    ...{ hours: odd, passed: odd, more: odd },
  },
  { requiredKeys: [] },
)
const oddCall = fc.oneof(
  fc.record({ records: fc.array(fc.oneof(oddRecord, fc.jsonValue({ maxDepth: 1 })), { maxLength: 5 }) }),
  fc.jsonValue({ maxDepth: 3 }),
)

describe('Art. 41: a listed provider delivers completions', () => {
  test('whatever a program sends, it is answered: never a fault of the platform', async () => {
    await fc.assert(
      fc.asyncProperty(oddCall, async (body) => {
        const { status, body: said } = await provider.post(`/api/feeds/${PROVIDER}/completions`, body)
        expect([200, 400], JSON.stringify(said)).toContain(status)
        if (status === 200)
          // Blanks around a number are nothing of it.
          expect(said.results.map(({ recordNo }: { recordNo: string }) => recordNo)).toEqual(
            (body as { records: { recordNo: string }[] }).records.map(({ recordNo }) => recordNo.trim()),
          )
      }),
      { numRuns: 150 },
    )
    for (const query of ['recordNo=%00', 'recordNo=', 'cursor=x', 'limit=0', `recordNo=${'a'.repeat(500)}`]) {
      const { status } = await provider.get(`/api/feeds/${PROVIDER}/completions?${query}`)
      expect(status, query).toBeLessThan(500)
    }
  })

  test('answered row by row, in order; the same again is known; another content is a correction', async () => {
    const day = [
      record(),
      record({ staffNo: 'nobody' }),
      record({ hours: 20 }),
      record({ subject: 'public' }),
      { recordNo: randomUUID() },
    ]
    expect(await states(day)).toEqual([
      'accepted',
      'held PERSON_UNKNOWN',
      'held UNLIKELY_HOURS',
      'refused NOT_PROFESSIONAL',
      'refused ROW_INVALID',
    ])
    expect(await states(day)).toEqual([
      'known',
      'known PERSON_UNKNOWN',
      'known UNLIKELY_HOURS',
      'refused NOT_PROFESSIONAL',
      'refused ROW_INVALID',
    ])
    expect(await states([{ ...day[0], hours: 4 }])).toEqual(['accepted'])
    const { recordNo = '' } = day[0] ?? {}
    const read = await provider.get(`/api/feeds/${PROVIDER}/completions?recordNo=${recordNo}`)
    expect(read.body.items).toMatchObject([{ recordNo, state: 'accepted', hours: 4, version: 2 }])
  })

  test('a provider whose listing has ended is refused by the article', async () => {
    const ended = program('provider-shifan')
    const { status, body } = await ended.deliver([record()])
    expect(status).toBe(200)
    expect(body.results).toMatchObject([{ state: 'refused', code: 'PROVIDER_NOT_LISTED', article: '41' }])
    expect(
      (await ended.deliver([record({ from: '2025-12-30', to: '2025-12-31' })])).body.results,
    ).toMatchObject([{ state: 'accepted' }])
  })

  test('an unknown program gets 401, another provider’s path 403, a person’s session 403, nobody 401', async () => {
    expect((await program('nobody').deliver([record()], PROVIDER)).status).toBe(401)
    expect((await program('provider-ganbu').deliver([record()], PROVIDER)).status).toBe(403)
    const path = `/api/feeds/${PROVIDER}/completions`
    expect((await as('hr.region').post(path, { records: [record()] })).status).toBe(403)
    expect((await call(path, { method: 'POST', body: '{}' })).status).toBe(401)
    // Nor does a program get in anywhere else.
    expect((await provider.get('/api/me')).status).toBe(403)
    expect((await provider.get('/api/feeds/held')).status).toBe(403)
  })

  test('a call of nothing, of too much, or of what is no record is refused as a whole', async () => {
    for (const body of [
      {},
      { records: [] },
      { records: [{}] },
      { records: [null] },
      { records: [{ recordNo: '' }] },
    ])
      expect((await provider.post(`/api/feeds/${PROVIDER}/completions`, body)).status).toBe(400)
    const many = Array.from({ length: 1001 }, () => ({ recordNo: randomUUID() }))
    expect((await provider.deliver(many)).status).toBe(400)
  })

  test('what is held is looked at by the authority of its person, or by the region', async () => {
    const [unlikely, unknown] = [record({ hours: 30 }), record({ staffNo: 'nobody' })]
    await states([unlikely, unknown])
    const county = as('hr.county')
    const region = as('hr.region')
    const heldBy = async (desk: ReturnType<typeof as>) =>
      (await desk.get('/api/feeds/held')).body.items.map((row: { recordNo: string }) => row.recordNo)
    expect(await heldBy(county)).toContain(unlikely.recordNo)
    expect(await heldBy(county)).not.toContain(unknown.recordNo)
    expect(await heldBy(region)).toContain(unknown.recordNo)
    const resolution = { providerId: PROVIDER, version: 1, reason: '已与机构核对' }
    const refused = await county.post('/api/feeds/resolutions', {
      ...resolution,
      recordNo: unlikely.recordNo,
      action: 'refuse',
    })
    expect([refused.status, refused.body.state]).toEqual([200, 'refused'])
    const accepted = await region.post('/api/feeds/resolutions', {
      ...resolution,
      recordNo: unknown.recordNo,
      action: 'accept',
      staffId: 'staff.tuya',
    })
    expect([accepted.status, accepted.body.state]).toEqual([200, 'accepted'])
    expect((await as('staff.tuya').get('/api/feeds/held')).status).toBe(403)
  })

  test('a code of the person’s own binds the provider’s learner', async () => {
    const tuya = as('staff.tuya')
    const given = await tuya.post('/api/staff/staff.tuya/learner-codes')
    expect(given.status).toBe(201)
    expect((await as('unit.luming').post('/api/staff/staff.tuya/learner-codes')).status).toBe(403)
    const learner = `u-${randomUUID()}`
    const bind = () => provider.post(`/api/feeds/${PROVIDER}/bindings`, { code: given.body.code, learner })
    expect((await bind()).body).toEqual({ learner, bound: true })
    expect((await bind()).status).toBe(200)
    expect(await states([record({ staffNo: learner, name: 'Tuya' })])).toEqual(['accepted'])
  })
})
