import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { groups, together } from './web/together.ts'

test('no file of tests in a browser is left out', () => {
  const there = readdirSync(resolve(import.meta.dirname, 'web')).flatMap(
    (name) => /^(.*)\.test\.ts$/.exec(name)?.[1] ?? [],
  )
  expect(there.filter((name) => name !== 'build').sort()).toEqual(Object.values(groups).flat().sort())
})

together(groups.people)
