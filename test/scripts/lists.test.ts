import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

test('several of a kind are listed as the language does: no page joins them by hand', () => {
  const web = resolve(import.meta.dirname, '../../web')
  const byHand = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/^(?:dist|node_modules)\b/.test(name))
    .filter((name) => /join\('[、，]'\)|'、' : ', '/.test(readFileSync(join(web, name), 'utf8')))
  expect(byHand).toEqual([])
})
