import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { as } from './client.ts'

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
const keyed = () => ({ 'idempotency-key': randomUUID() })

/** Asks until the answer is as wanted: the frame is gathered in the background. */
const until = async <T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> => {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask()
    if (wanted(answer) || tries === 150) return answer
    await wait(200)
  }
}

describe('Art. 35: a draw, an order', () => {
  test('the seed is told when the sample is drawn, fits its commitment, and draws the same from the frame', async () => {
    const body = { deskId: 'authority-1501', from: '2026-01-01', to: '2026-12-31', bySign: 0, byLot: 2 }
    const draws = '/api/inspections/draws'
    const refused = await as('hr.city').post(draws, { ...body, reason: '抽查' }, keyed())
    expect(refused).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } })
    const { status, body: ordered } = await as('hr.region').post(draws, { ...body, reason: '抽查' }, keyed())
    expect(status).toBe(201)
    expect(ordered).not.toHaveProperty('seed')
    const { body: draw } = await until(
      () => as('hr.region').get(`${draws}/${ordered.id}`),
      (answer) => answer.body.status === 'drawn',
    )
    expect(sha(draw.seed)).toBe(draw.commitment)
    const { body: frame } = await as('hr.region').get(`${draws}/${ordered.id}/frame`)
    expect((await as('hr.city').get(`${draws}/${ordered.id}/frame`)).status).toBe(404)
    const names: string[] = frame.items.map(({ name }: { name: string }) => name)
    expect(names.length).toBe(Math.min(draw.frameSize, 100))
    const lot = (name: string) => sha(`${draw.seed}\n${name}`)
    if (frame.cursor === null)
      expect(draw.drawn.map(({ name }: { name: string }) => name)).toEqual(
        names.toSorted((one, other) => (lot(one) < lot(other) ? -1 : 1)).slice(0, 2),
      )
    for (const account of ['unit.admin', 'staff.li', 'auditor', 'operator'])
      expect((await as(account).get(`${draws}/${ordered.id}`)).status, account).toBeGreaterThanOrEqual(403)
  })

  test('an order is answered by the body, and verified by the authority that gave it alone', async () => {
    const today = (await as('hr.region').get('/api/me')).body.today
    const day = new Date(Date.parse(today) + 20 * 86_400_000).toISOString().slice(0, 10)
    const order = {
      bodyId: 'authority-1501',
      text: `清理逾期事项 ${randomUUID()}`,
      article: '38',
      until: day,
    }
    const upward = await as('hr.city').post(
      '/api/inspections/orders',
      { ...order, bodyId: 'authority-15' },
      keyed(),
    )
    expect(upward.status).toBe(403)
    const { body } = await as('hr.region').post('/api/inspections/orders', order, keyed())
    const at = `/api/inspections/${body.id}`
    expect((await as('unit.admin').get(at)).status).toBe(404)
    expect((await as('hr.city').post(`${at}/answers`, { text: '已清' })).body.status).toBe('answered')
    expect((await as('hr.city').post(`${at}/checks`, { act: 'verify', text: 'x' })).status).toBe(404)
    const verified = await as('hr.region').post(`${at}/checks`, { act: 'verify', text: '已核' })
    expect(verified.body.status).toBe('closed')
    const { body: seen } = await as('hr.city').get(at)
    expect(seen).toMatchObject({ outcome: 'verified', may: { answer: false, check: false } })
  })
})
