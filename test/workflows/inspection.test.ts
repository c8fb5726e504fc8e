import { describe, expect, test } from 'vitest'
import { openBench } from './bench.ts'

const DAYS = 86_400
const STANDS = 'See where the inspection stands'
const WHAT = 'What is waited for'

/** An inspection that stands where the test says. */
const openInspection = (stage: string) => {
  const at = { stage, days: 14 }
  const bench = openBench('inspection', ({ name }) =>
    name === 'inspection-stands' ? { stage: at.stage, patienceSeconds: at.days * DAYS } : null,
  )
  return { at, bench }
}

const tokenOf = (bench: ReturnType<typeof openBench>): string =>
  String(bench.invocations.findLast(({ name }) => name === 'open-inspection')?.payload.token)

describe('inspection (Art. 35), path by path', () => {
  test('a draw gathers its frame part by part, and is over', async () => {
    let parts = 0
    const bench = openBench('inspection', ({ name }) => {
      if (name === 'gather-frame') parts += 1
      return name === 'inspection-stands'
        ? { stage: parts < 3 ? 'gather' : 'over', patienceSeconds: DAYS }
        : null
    })
    const execution = await bench.start({ inspectionId: 'i1' })
    await bench.engine.settled()
    const part = [STANDS, WHAT, 'Gather a part of the frame']
    expect(bench.path(execution)).toEqual([...part, ...part, ...part, STANDS, WHAT, 'It is over'])
  })

  test('answered, to be rectified, answered again, verified', async () => {
    const { at, bench } = openInspection('answer')
    const execution = await bench.start({ inspectionId: 'i1' })
    for (const stage of ['check', 'answer', 'check', 'over']) {
      at.stage = stage
      await bench.engine.sendTaskSuccess(tokenOf(bench), {})
      await bench.engine.settled()
    }
    const [answers, looks] = ['Whoever was asked answers', 'The authority looks at it']
    expect(bench.path(execution)).toEqual([
      ...[STANDS, WHAT, answers, STANDS, WHAT, looks],
      ...[STANDS, WHAT, answers, STANDS, WHAT, looks],
      ...[STANDS, WHAT, 'It is over'],
    ])
    expect(bench.engine.describe(execution).status).toBe('SUCCEEDED')
  })

  test('each time its day passes the step hears of it, with the stage, and it waits on', async () => {
    const { at, bench } = openInspection('answer')
    const execution = await bench.start({ inspectionId: 'i1' })
    const late = () => bench.invocations.filter(({ name }) => name === 'inspection-late')
    await bench.pass(14 * DAYS + 1)
    at.days = 7
    await bench.pass(14 * DAYS + 1)
    expect(late().length).toBeGreaterThanOrEqual(2)
    expect(late()[0]?.payload).toEqual({ inspectionId: 'i1', stage: 'answer' })
    expect(bench.path(execution).at(-1)).toBe('Whoever was asked answers')
  })

  test('its history says which inspection, and nothing else of it', async () => {
    const { bench } = openInspection('check')
    await bench.start({ inspectionId: 'i1' })
    for (const { payload } of bench.invocations)
      expect(Object.keys(payload).sort().join()).toMatch(
        /^inspectionId$|^execution,inspectionId,stage,token$|^inspectionId,stage$/,
      )
  })
})
