import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { WorkflowName } from '../../workflows/contract.ts'
import { openBench } from './bench.ts'

const PATIENCE = 7 * 86_400
const start = { requestId: 'r1', round: 1, line: 0, patienceSeconds: PATIENCE, waits: 0 }
const approved = { patienceSeconds: PATIENCE, waits: 0 }

const State = z.looseObject({
  Type: z.string(),
  Comment: z.string().optional(),
  Next: z.string().optional(),
  Arguments: z.unknown().optional(),
})
const statesOf = (workflow: WorkflowName) =>
  z
    .object({ States: z.record(z.string(), State) })
    .parse(JSON.parse(readFileSync(`workflows/${workflow}/${workflow}.asl.json`, 'utf8'))).States

const deskWorkflows = ['recognition', 'make-up-delay', 'post-change', 'deemed'] as const

describe('the human step is the same in every workflow', () => {
  const model = statesOf('recognition')

  test.each(deskWorkflows)('%s: opening, waiting, refusing and timing out', (workflow) => {
    const plain = (state: unknown) =>
      JSON.stringify(state, (key, value) =>
        key === 'Comment' || key === 'Next' ? undefined : value,
      ).replaceAll(/"stage":"\w+"/g, '"stage":"…"')
    const desks = Object.values(statesOf(workflow)).filter((state) =>
      JSON.stringify(state.Arguments ?? '').includes('${OpenTask}'),
    )
    expect(desks.length).toBeGreaterThan(0)
    for (const desk of desks) expect(plain(desk)).toBe(plain(model['The authority decides']))
  })

  test.each(deskWorkflows)('%s: reminding, escalating and telling how it ended', (workflow) => {
    const states = statesOf(workflow)
    for (const name of ['Remind the desk', "Escalate to the desk's head"])
      expect({ ...states[name], Next: '' }).toEqual({ ...model[name], Next: '' })
    expect(states['Tell the person how it ended']).toEqual(model['Tell the person how it ended'])
  })
})

describe('make-up-delay (Art. 32)', () => {
  test.each(['department', 'authority'])('one approval of the %s suffices', async (desk) => {
    const bench = openBench('make-up-delay')
    const execution = await bench.start({ ...start, decidedBy: desk })
    await bench.engine.sendTaskSuccess(bench.token(desk), approved)
    await bench.engine.settled()
    expect(bench.path(execution)).toEqual(['Who decides', `The ${desk} decides`, 'Record the delay'])
    expect(bench.invocations.at(-1)).toMatchObject({ name: 'record-delay', payload: { requestId: 'r1' } })
    expect(bench.engine.describe(execution).status).toBe('SUCCEEDED')
  })

  test.each(['Returned', 'Rejected', 'Withdrawn'])('%s: nothing is recorded', async (error) => {
    const bench = openBench('make-up-delay')
    const execution = await bench.start({ ...start, decidedBy: 'department' })
    await bench.engine.sendTaskFailure(bench.token('department'), error, 'r1')
    await bench.engine.settled()
    expect(bench.path(execution).at(-1)).toBe('Tell the person how it ended')
    expect(bench.invocations.some(({ name }) => name === 'record-delay')).toBe(false)
  })

  test.each(['department', 'authority'])('a late %s is reminded and goes on', async (desk) => {
    const bench = openBench('make-up-delay', ({ name }) =>
      name.endsWith('-desk') ? { patienceSeconds: PATIENCE } : null,
    )
    const execution = await bench.start({ ...start, decidedBy: desk })
    await bench.pass(2 * PATIENCE + 2)
    expect(bench.invocations.filter(({ name }) => name.endsWith('-desk')).map(({ name }) => name)).toEqual([
      'remind-desk',
      'escalate-desk',
    ])
    expect(bench.path(execution).at(-1)).toBe(`The ${desk} decides`)
  })
})

describe('deemed (Art. 39)', () => {
  test.each([
    ['department', ['institution', 'department', 'authority']],
    ['authority', ['institution', 'authority']],
  ])('recognised first by the %s', async (recognisedBy, desks) => {
    const bench = openBench('deemed')
    const execution = await bench.start({ ...start, recognisedBy })
    for (const desk of desks) {
      await bench.engine.sendTaskSuccess(bench.token(desk), approved)
      await bench.engine.settled()
    }
    expect(bench.path(execution).at(-1)).toBe('Record that the year is deemed complete')
    expect(bench.invocations.map(({ name }) => name)).toEqual([
      ...desks.map(() => 'open-task'),
      'record-deemed',
    ])
    expect(bench.engine.describe(execution).status).toBe('SUCCEEDED')
  })

  test.each(['institution', 'department', 'authority'])('refused by the %s', async (refusing) => {
    const bench = openBench('deemed')
    const execution = await bench.start({ ...start, recognisedBy: 'department' })
    for (const desk of ['institution', 'department', 'authority']) {
      if (desk === refusing) await bench.engine.sendTaskFailure(bench.token(desk), 'Rejected', 'r1')
      else await bench.engine.sendTaskSuccess(bench.token(desk), approved)
      await bench.engine.settled()
      if (desk === refusing) break
    }
    expect(bench.path(execution).at(-1)).toBe('Tell the person how it ended')
    expect(bench.invocations.some(({ name }) => name === 'record-deemed')).toBe(false)
  })
})

describe('post-change (Art. 18–21, 45)', () => {
  /** Plays the training: how it stands at each look. */
  const training = (...standings: string[]) => {
    let looks = 0
    return ({ name }: { name: string }) => {
      if (name.endsWith('-desk')) return { patienceSeconds: PATIENCE }
      if (name !== 'judge-change') return null
      const standing = standings[Math.min(looks, standings.length - 1)]
      looks += 1
      return {
        training: standing,
        secondsLeft: 1,
        patienceSeconds: PATIENCE,
        waits: 0,
      }
    }
  }
  test('with its training complete, the authority decides and the post is recorded', async () => {
    const bench = openBench('post-change', training('complete'))
    const execution = await bench.start(start)
    await bench.engine.sendTaskSuccess(bench.token('authority'), approved)
    await bench.engine.settled()
    expect(bench.path(execution)).toEqual([
      'Look at the transfer training',
      'How does the training stand',
      'The authority decides',
      'Record the change',
    ])
  })

  test('without it the filing is put on hold, and nothing waits: the wait is a date on record', async () => {
    const bench = openBench('post-change', training('awaited'))
    const execution = await bench.start(start)
    expect(bench.path(execution).at(-1)).toBe('Put the filing on hold')
    expect(bench.invocations.at(-1)).toMatchObject({ name: 'hold-change', payload: { requestId: 'r1' } })
    expect(bench.engine.describe(execution).status).toBe('SUCCEEDED')
  })

  test('filed too late, it is refused by Article 45', async () => {
    const bench = openBench('post-change', training('missing'))
    const execution = await bench.start(start)
    expect(bench.path(execution).at(-1)).toBe('Refuse the filing')
    expect(bench.invocations.at(-1)).toMatchObject({ name: 'refuse-change' })
    expect(bench.engine.describe(execution).status).toBe('SUCCEEDED')
  })
})
