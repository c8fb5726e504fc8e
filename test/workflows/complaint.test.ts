import { describe, expect, test } from 'vitest'
import { openBench } from './bench.ts'

const DAYS = 86_400
const STANDS = 'See where the complaint stands'
const WHAT = 'What is waited for'

/** A complaint that stands where the test says. */
const openComplaint = () => {
  const at = { stage: 'received', days: 7 }
  const bench = openBench('complaint', ({ name }) =>
    name === 'complaint-stands' ? { stage: at.stage, patienceSeconds: at.days * DAYS } : null,
  )
  return { at, bench }
}

const tokenOf = (bench: ReturnType<typeof openBench>): string =>
  String(bench.invocations.findLast(({ name }) => name === 'open-complaint')?.payload.token)

describe('complaint (Art. 36), path by path', () => {
  test('accepted, found, reported back', async () => {
    const { at, bench } = openComplaint()
    const execution = await bench.start({ complaintId: 'c1' })
    for (const stage of ['inquiry', 'found', 'over']) {
      at.stage = stage
      await bench.engine.sendTaskSuccess(tokenOf(bench), {})
      await bench.engine.settled()
    }
    expect(bench.path(execution)).toEqual([
      ...[STANDS, WHAT, 'Accept it, or pass it on'],
      ...[STANDS, WHAT, 'Inquire into it'],
      ...[STANDS, WHAT, 'Report back'],
      ...[STANDS, WHAT, 'It is over'],
    ])
    expect(bench.engine.describe(execution).status).toBe('SUCCEEDED')
  })

  test('whose time has passed is reminded, the one above is told, and it waits on', async () => {
    const { at, bench } = openComplaint()
    at.stage = 'inquiry'
    const execution = await bench.start({ complaintId: 'c1' })
    await bench.pass(7 * DAYS + 1)
    const late = bench.invocations.filter(({ name }) => name === 'complaint-late')
    expect(late.map(({ payload }) => payload)).toEqual([{ complaintId: 'c1', stage: 'inquiry' }])
    expect(bench.path(execution).at(-1)).toBe('Inquire into it')
    await bench.pass(7 * DAYS + 1)
    expect(bench.invocations.filter(({ name }) => name === 'complaint-late')).toHaveLength(2)
  })

  test('its history says which complaint, and nothing else of it', async () => {
    const { bench } = openComplaint()
    await bench.start({ complaintId: 'c1' })
    for (const { payload } of bench.invocations)
      expect(Object.keys(payload).sort().join()).toMatch(
        /^complaintId(,execution,stage,token)?$|^complaintId,stage$/,
      )
  })
})
