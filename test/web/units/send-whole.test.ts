import { expect, test } from 'vitest'
import { sendWhole } from '../../../web/workbench/imports/send-whole.ts'

const answering = (...answers: readonly (readonly [applied: number, remaining: number])[]) => {
  const queue = answers.values()
  return async () => {
    const [applied, remaining] = queue.next().value ?? [0, 0]
    return { applied, remaining }
  }
}

test('a file is sent until all of it is entered, and tells how far it is', async () => {
  const told: number[] = []
  const done = await sendWhole(answering([20, 80], [30, 50], [50, 0]), (share) => told.push(share))
  expect(done).toEqual({ applied: 100, remaining: 0 })
  expect(told).toEqual([0.2, 0.5, 1])
})

test('a call that gets no further ends it, with what is left', async () => {
  expect(await sendWhole(answering([20, 80], [0, 80], [80, 0]), () => {})).toEqual({
    applied: 20,
    remaining: 80,
  })
})

test('a file with nothing to enter is done at once', async () => {
  const told: number[] = []
  await sendWhole(answering([0, 0]), (share) => told.push(share))
  expect(told).toEqual([1])
})
