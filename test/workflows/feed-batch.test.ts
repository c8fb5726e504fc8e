import { describe, expect, test } from 'vitest'
import { openBench } from './bench.ts'

const PATIENCE = 7 * 86_400
const approved = { patienceSeconds: PATIENCE, waits: 0 }
const input = { requestId: 'b1', round: 1, line: 0, patienceSeconds: PATIENCE, waits: 0 }
const parts =
  (last: number) =>
  ({ name, payload }: { name: string; payload: Record<string, unknown> }) => {
    if (name.endsWith('-desk')) return { patienceSeconds: PATIENCE }
    const part = Number(payload.part)
    if (name !== 'credit-part') return null
    return part < last ? { part: part + 1, finished: false } : { part, finished: true }
  }

describe('feed-batch: a day’s online hours, path by path', () => {
  test('Art. 38: the department recognises, the authority verifies, every part is credited', async () => {
    const bench = openBench('feed-batch', parts(3))
    const execution = await bench.start({ ...input, recognisedBy: 'department' })
    for (const stage of ['department', 'authority']) {
      await bench.engine.sendTaskSuccess(bench.token(stage), approved)
      await bench.engine.settled()
    }
    expect(bench.path(execution)).toEqual([
      'Which desk recognises',
      'The department recognises',
      'The authority verifies',
      'Credit the first part',
      'Are all parts credited',
      'Credit the next part',
      'Are all parts credited',
      'Credit the next part',
      'Are all parts credited',
      'The hours are credited',
    ])
    expect(
      bench.invocations.filter(({ name }) => name === 'credit-part').map(({ payload }) => payload),
    ).toEqual([1, 2, 3].map((part) => ({ requestId: 'b1', line: 0, part })))
  })

  test('Art. 41: no desk, where the region has the provider recognised at once', async () => {
    const bench = openBench('feed-batch', parts(1))
    const execution = await bench.start({ ...input, recognisedBy: 'nobody' })
    expect(bench.path(execution)).toEqual([
      'Which desk recognises',
      'Credit the first part',
      'Are all parts credited',
      'The hours are credited',
    ])
  })

  test('a late desk is reminded and keeps its task; a refusal credits nothing', async () => {
    const bench = openBench('feed-batch', parts(1))
    const execution = await bench.start({ ...input, recognisedBy: 'authority' })
    await bench.pass(PATIENCE + 1)
    expect(bench.path(execution).at(-1)).toBe('The authority verifies')
    await bench.engine.sendTaskFailure(bench.token('authority'), 'Rejected', 'b1')
    await bench.engine.settled()
    expect(bench.path(execution).at(-1)).toBe('Tell the person how it ended')
    expect(bench.invocations.map(({ name }) => name)).not.toContain('credit-part')
  })
})
