import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const { forbidden } = createRequire(import.meta.url)(`${ROOT}/.dependency-cruiser.cjs`)

test('README names the capabilities in the order in which they may import each other', () => {
  const order: string[] = forbidden.flatMap(({ name }: { name: string }) => {
    const [, capability] = /^(.+)-in-its-place$/.exec(name) ?? []
    return capability === undefined ? [] : [capability]
  })
  const [, row = ''] = /只准向前引用：(.*?)；每间里/.exec(readFileSync(`${ROOT}/README.md`, 'utf8')) ?? []
  expect(order.length).toBeGreaterThan(20)
  expect([...row.matchAll(/`([a-z]+)` /g)].map(([, capability]) => capability)).toEqual(order)
})
