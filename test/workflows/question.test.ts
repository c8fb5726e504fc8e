import { describe, expect, test } from 'vitest'
import { openBench } from './bench.ts'

const DAYS = 86_400
const STANDS = 'See where the question stands'
const WHAT = 'What is waited for'

const openQuestion = () => {
  const at = { stage: 'received' }
  const bench = openBench('question', ({ name }) =>
    name === 'question-stands' ? { stage: at.stage, patienceSeconds: 5 * DAYS } : null,
  )
  return { at, bench }
}

const tokenOf = (bench: ReturnType<typeof openBench>): string =>
  String(bench.invocations.findLast(({ name }) => name === 'open-question')?.payload.token)

describe('question (Art. 8, 48), path by path', () => {
  test('passed on, then answered', async () => {
    const { at, bench } = openQuestion()
    const execution = await bench.start({ questionId: 'q1' })
    await bench.engine.sendTaskSuccess(tokenOf(bench), {})
    await bench.engine.settled()
    at.stage = 'over'
    await bench.engine.sendTaskSuccess(tokenOf(bench), {})
    await bench.engine.settled()
    expect(bench.path(execution)).toEqual([
      ...[STANDS, WHAT, 'Answer it'],
      ...[STANDS, WHAT, 'Answer it'],
      ...[STANDS, WHAT, 'It is over'],
    ])
    expect(bench.engine.describe(execution).status).toBe('SUCCEEDED')
  })

  test('whose time has passed: the desk is reminded, the one above is told, and it waits on', async () => {
    const { bench } = openQuestion()
    const execution = await bench.start({ questionId: 'q1' })
    await bench.pass(5 * DAYS + 1)
    const late = bench.invocations.filter(({ name }) => name === 'question-late')
    expect(late.map(({ payload }) => payload)).toEqual([{ questionId: 'q1', stage: 'received' }])
    expect(bench.path(execution).at(-1)).toBe('Answer it')
  })

  test('its history says which question, and nothing else of it', async () => {
    const { bench } = openQuestion()
    await bench.start({ questionId: 'q1' })
    for (const { payload } of bench.invocations)
      expect(Object.keys(payload).sort().join()).toMatch(/^(execution,questionId,stage,token|questionId)$/)
  })
})
