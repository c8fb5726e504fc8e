import { expect, test } from 'vitest'
import { openBench } from './bench.ts'

const PATIENCE = 7 * 86_400
const approved = { patienceSeconds: PATIENCE, waits: 0 }
const input = { requestId: 'p1', round: 1, line: 0, stage: 'authority', patienceSeconds: PATIENCE, waits: 0 }
const steps =
  (accepted: boolean) =>
  ({ name }: { name: string }) => {
    if (name === 'accept-unanswered') return { accepted }
    return name.endsWith('-desk') ? { patienceSeconds: PATIENCE } : null
  }

test('Art. 8: accepted, the filing is followed', async () => {
  const bench = openBench('programme-filing', steps(false))
  const execution = await bench.start(input)
  await bench.engine.sendTaskSuccess(bench.token('authority'), approved)
  await bench.engine.settled()
  expect(bench.path(execution)).toEqual(['The desk looks at the filing', 'Follow the decision'])
})

test('Art. 8: returned, the filing is followed', async () => {
  const bench = openBench('programme-filing', steps(false))
  const execution = await bench.start(input)
  await bench.engine.sendTaskFailure(bench.token('authority'), 'Returned')
  await bench.engine.settled()
  expect(bench.path(execution)).toEqual(['The desk looks at the filing', 'Tell the person how it ended'])
})
