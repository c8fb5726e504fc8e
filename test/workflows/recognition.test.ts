import { describe, expect, test } from 'vitest'
import { openBench } from './bench.ts'

const PATIENCE = 7 * 86_400
const input = {
  requestId: 'r1',
  round: 1,
  line: 0,
  recognisedBy: 'authority',
  patienceSeconds: PATIENCE,
  waits: 0,
}
const approved = { patienceSeconds: PATIENCE, waits: 0 }
const late = ({ name }: { name: string }) => (name.endsWith('-desk') ? { patienceSeconds: PATIENCE } : null)

describe('recognition: one line, path by path', () => {
  test('Art. 38: public subject: institution, authority, ledger, in four transitions and thirty events at most', async () => {
    const bench = openBench('recognition')
    const execution = await bench.start(input)
    expect(bench.path(execution)).toEqual(['The institution confirms'])
    await bench.engine.sendTaskSuccess(bench.token('institution'), approved)
    await bench.engine.settled()
    await bench.engine.sendTaskSuccess(bench.token('authority'), approved)
    await bench.engine.settled()
    expect(bench.path(execution)).toEqual([
      'The institution confirms',
      'Which desk recognises',
      'The authority decides',
      'Credit the ledger',
    ])
    expect(bench.engine.describe(execution).status).toBe('SUCCEEDED')
    expect(bench.engine.history(execution).length).toBeLessThanOrEqual(30)
    expect(bench.invocations.at(-1)).toEqual({ name: 'credit-line', payload: { requestId: 'r1', line: 0 } })
  })

  test('Art. 38: professional subject: the department recognises, then the authority verifies', async () => {
    const bench = openBench('recognition')
    const execution = await bench.start({ ...input, recognisedBy: 'department' })
    for (const stage of ['institution', 'department', 'authority']) {
      await bench.engine.sendTaskSuccess(bench.token(stage), approved)
      await bench.engine.settled()
    }
    expect(bench.path(execution)).toEqual([
      'The institution confirms',
      'Which desk recognises',
      'The department recognises',
      'The authority decides',
      'Credit the ledger',
    ])
  })

  test.each([
    ['institution', 'Returned'],
    ['institution', 'Rejected'],
    ['institution', 'Withdrawn'],
    ['department', 'Returned'],
    ['authority', 'Rejected'],
  ])(
    'a %s that answers %s ends the line, and the person is told; nothing is credited or retried',
    async (stage, error) => {
      const bench = openBench('recognition')
      const execution = await bench.start({ ...input, recognisedBy: 'department' })
      for (const before of ['institution', 'department', 'authority']) {
        if (before === stage) {
          await bench.engine.sendTaskFailure(bench.token(stage), error, 'r1')
          await bench.engine.settled()
          break
        }
        await bench.engine.sendTaskSuccess(bench.token(before), approved)
        await bench.engine.settled()
      }
      expect(bench.path(execution).at(-1)).toBe('Tell the person how it ended')
      expect(bench.engine.describe(execution).status).toBe('SUCCEEDED')
      expect(bench.invocations.some(({ name }) => name === 'credit-line')).toBe(false)
      expect(
        bench.invocations.filter(({ name, payload }) => name === 'open-task' && payload.stage === stage),
      ).toHaveLength(1)
    },
  )

  test.each(['institution', 'department', 'authority'])(
    'a %s that lets its time pass is reminded once, then its head is asked, again and again',
    async (stage) => {
      const bench = openBench('recognition', late)
      const execution = await bench.start({ ...input, recognisedBy: 'department' })
      for (const before of ['institution', 'department', 'authority']) {
        if (before === stage) break
        await bench.engine.sendTaskSuccess(bench.token(before), approved)
        await bench.engine.settled()
      }
      const known = bench.path(execution).length
      await bench.pass(PATIENCE - 1)
      expect(bench.path(execution)).toHaveLength(known)
      await bench.pass(2)
      const desk = bench.path(execution)[known - 1]
      expect(bench.path(execution).slice(known)).toEqual([
        'Has the desk been reminded',
        'Remind the desk',
        'Go back to the desk',
        desk,
      ])
      await bench.pass(2 * PATIENCE)
      expect(bench.path(execution).filter((name) => name === "Escalate to the desk's head")).toHaveLength(2)
      expect(
        bench.invocations
          .filter(({ name }) => name.endsWith('-desk'))
          .map(({ name, payload }) => [name, payload.stage, payload.waits]),
      ).toEqual([
        ['remind-desk', stage, 1],
        ['escalate-desk', stage, 2],
        ['escalate-desk', stage, 3],
      ])
      await bench.engine.sendTaskFailure(bench.token(stage), 'Rejected', 'r1')
      await bench.engine.settled()
      expect(bench.engine.describe(execution).status).toBe('SUCCEEDED')
    },
  )

  test('after a late decision the next desk starts with a clean count', async () => {
    const bench = openBench('recognition', late)
    await bench.start(input)
    await bench.pass(PATIENCE + 1)
    await bench.engine.sendTaskSuccess(bench.token('institution'), approved)
    await bench.engine.settled()
    await bench.pass(PATIENCE + 1)
    expect(
      bench.invocations
        .filter(({ name }) => name === 'remind-desk')
        .map(({ payload }) => [payload.stage, payload.waits]),
    ).toEqual([
      ['institution', 1],
      ['authority', 1],
    ])
  })

  test('a step that fails in passing is tried again; one that keeps failing fails the execution', async () => {
    let failures = 2
    const flaky = openBench('recognition', () => {
      failures -= 1
      if (failures >= 0) throw new Error('the table is away')
      return null
    })
    const execution = await flaky.start(input)
    await flaky.pass(60)
    expect(flaky.engine.describe(execution).status).toBe('RUNNING')
    await flaky.engine.sendTaskSuccess(flaky.token('institution'), approved)

    const broken = openBench('recognition', () => {
      throw new Error('a defect')
    })
    const failing = await broken.start(input)
    await broken.pass(3600)
    expect(broken.engine.describe(failing).status).toBe('FAILED')
  })

  test('no personal data enters a history: ids, desks and counts alone', async () => {
    const bench = openBench('recognition')
    const execution = await bench.start(input)
    expect(Object.keys(bench.invocations[0]?.payload)).toEqual([
      'requestId',
      'round',
      'line',
      'stage',
      'token',
      'execution',
    ])
    expect(JSON.stringify(bench.engine.history(execution)).length).toBeLessThan(4096)
  })
})
