import { describe, expect, test } from 'vitest'
import { as, call, claim, online, publicWeek } from './client.ts'

const li = as('staff.li')
const pointers = (answer: { body: { errors?: { pointer: string }[] } }) =>
  answer.body.errors?.map(({ pointer }) => pointer)

describe('bad input gets a problem document with a pointer, and nothing is written', () => {
  test.each<[string, object, string]>([
    ['a training over the year’s end', publicWeek('2025-12-29', '2026-01-02'), '/lines/0'],
    ['stated offline hours', { ...publicWeek('2026-05-11', '2026-05-15'), hours: 40 }, '/lines/0/hours'],
    ['more half-days than the dates hold', publicWeek('2026-05-11', '2026-05-12', 5), '/lines/0/halfDays'],
    ['an end before the beginning', publicWeek('2026-05-15', '2026-05-11'), '/lines/0/to'],
    ['a date that does not exist', online('2025-11-31', '2025-11-31', 2), '/lines/0/from'],
    ['two decimals', online('2026-04-01', '2026-04-02', 1.25), '/lines/0/hours'],
    ['an unknown subject', { ...online('2026-04-01', '2026-04-02', 1), subject: 'art' }, '/lines/0/subject'],
    [
      'a make-up without an approved delay',
      { ...online('2026-04-01', '2026-04-02', 1), makeUpFor: 2025 },
      '/lines/0/makeUpFor',
    ],
    [
      'a change that is not on record',
      { ...online('2026-04-01', '2026-04-02', 1), category: 'transfer', forChange: 'pc9' },
      '/lines/0/forChange',
    ],
  ])('%s', async (_, line, pointer) => {
    const answer = await li.submit(claim('staff.li', [], [line]))
    expect(answer.status).toBe(400)
    expect(answer.type).toContain('application/problem+json')
    expect(answer.body.code).toBe('INPUT_INVALID')
    expect(pointers(answer)?.some((found) => found.startsWith(pointer))).toBe(true)
  })

  test('every fault at once, in the reader’s language', async () => {
    const body = {
      type: 'recognition',
      staffId: 'staff.li',
      lines: [{ ...online('2026-04-01', '2026-04-02', 1), subject: 'art' }],
      evidence: ['no'],
    }
    const chinese = await li.submit(body)
    expect(pointers(chinese)).toEqual(expect.arrayContaining(['/title', '/lines/0/subject']))
    const english = await li.post('/api/requests', body, { 'accept-language': 'en', 'idempotency-key': 'x' })
    expect(english.body.title).toMatch(/^[\x20-\x7e]+$/)
  })

  test('broken JSON, an unknown path, no session, a file of another kind', async () => {
    const broken = await li.send('/api/requests', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
      body: '{"type"',
    })
    expect([broken.status, broken.body.code]).toEqual([400, 'BODY_NOT_JSON'])
    const nowhere = await call('/api/nowhere')
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'NOT_FOUND'])
    expect((await call('/api/me')).status).toBe(401)
    const file = await li.upload(new Uint8Array(Buffer.from('#!/bin/sh\necho not a pdf\n')), 'really.pdf')
    expect([file.status, file.body.code]).toEqual([415, 'FILE_TYPE_REFUSED'])
    expect((await li.get('/api/requests?cursor=abc')).status).toBe(400)
    expect((await li.get('/api/tasks/r0.1.institution')).status).toBe(404)
  })
})
