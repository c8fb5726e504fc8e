import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { shareWeb } from './web/running.ts'

/**
 * Everything that is tried in a browser, as one of this project's test files: on one system and in one browser, which
 * would otherwise be started for each. What looks at people as the demonstration has them comes first, for those
 * after it file and decide. Any of them runs alone too: `vitest run --config vitest.web.config.ts staff`.
 */
const files = [
  'verify',
  'staff',
  'year',
  'requests',
  'desk',
  'institution',
  'registers',
  'task',
  'onboarding',
]

const directory = resolve(import.meta.dirname, 'web')
const stop = shareWeb()
afterAll(stop)

test('no file of tests is left out', () => {
  const there = readdirSync(directory).flatMap((name) => /^(.*)\.test\.ts$/.exec(name)?.[1] ?? [])
  expect(there.filter((name) => name !== 'build').sort()).toEqual(files.toSorted())
})

for (const file of files)
  describe(file, async () => {
    await import(resolve(directory, `${file}.test.ts`))
  })
