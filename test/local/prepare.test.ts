import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeNpm, launch, makeClone, npmCalls, run } from './fresh-clone.ts'

const CI = 'ci --no-audit --no-fund --loglevel=error'

let clone = ''
beforeEach(async () => {
  clone = await makeClone()
})
afterEach(() => rm(clone, { recursive: true, force: true }))

test('installs on a fresh clone, once; and again when package-lock.json changes', async () => {
  await fakeNpm(clone, 0)
  expect((await run(clone)).code).toBe(0)
  expect((await run(clone)).code).toBe(0)
  expect(await npmCalls(clone)).toEqual([CI])
  await writeFile(join(clone, 'package-lock.json'), '{"changed":true}')
  await run(clone)
  expect(await npmCalls(clone)).toEqual([CI, CI])
})

test('an installation that failed is said in one sentence, and is done again', async () => {
  await fakeNpm(clone, 1)
  const failed = await run(clone)
  expect(failed).toMatchObject({ code: 1, said: expect.stringContaining('检查网络') })
  await fakeNpm(clone, 0)
  expect((await run(clone)).code).toBe(0)
  expect(await npmCalls(clone)).toHaveLength(2)
})

test('two at once install once', async () => {
  await fakeNpm(clone, 0, 800)
  const both = await Promise.all([run(clone), run(clone)])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(await npmCalls(clone)).toHaveLength(1)
})

test('an installation killed in the middle is done again, and its lock is nobody else’s', async () => {
  await fakeNpm(clone, 0, 3000)
  const child = launch(clone)
  const ended = once(child, 'exit')
  while ((await npmCalls(clone)).length === 0) await new Promise((next) => setTimeout(next, 20))
  child.kill('SIGKILL')
  await ended
  await fakeNpm(clone, 0)
  expect((await run(clone)).code).toBe(0)
  expect(await npmCalls(clone)).toHaveLength(2)
})
