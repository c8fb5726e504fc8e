import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { shareWeb } from './running.ts'

/**
 * What is tried in a browser, in two shares that take about as long: each on one system and in one browser, which would
 * otherwise be started for each file. What looks at people as the demonstration has them comes first, for those after
 * it file and decide. Any file runs alone too: `npx vitest run --config vitest.web.config.ts staff`.
 */
export const shards = {
  first: ['verify', 'staff', 'slow-network', 'year', 'registers', 'desk'],
  second: ['requests', 'institution', 'task', 'complaints'],
} as const

/** Files of this folder that are run elsewhere (`test/suites.ts`): they measure the build, or take long. */
const APART = ['build', 'onboarding', 'tour']

/** Makes one share of them the tests of the file that calls this. */
export const runShard = (name: keyof typeof shards): void => {
  afterAll(shareWeb())

  test('no file of tests is left out', () => {
    const there = readdirSync(import.meta.dirname).flatMap((file) => /^(.*)\.test\.ts$/.exec(file)?.[1] ?? [])
    expect(there.sort()).toEqual([...APART, ...shards.first, ...shards.second].toSorted())
  })

  for (const file of shards[name])
    describe(file, async () => {
      await import(resolve(import.meta.dirname, `${file}.test.ts`))
    })
}
