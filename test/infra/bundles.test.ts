import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '../../functions/catalog.ts'
import { budgetFor } from '../../infra/budget.ts'
import { type Bundle, bundle, FONT_NAME } from '../../infra/bundles.ts'

let directory = ''
let bundles: Map<string, Bundle> = new Map()

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-platform-bundles-'))
  bundles = bundle(directory)
}, 120_000)
afterAll(() => rm(directory, { recursive: true, force: true }))

describe('what is uploaded', () => {
  test('every bundle loads by itself, away from this project’s packages, and exports its handler', async () => {
    for (const { name } of catalog) {
      const module: { handler?: unknown } = await import(
        pathToFileURL(join(directory, name, 'index.mjs')).href
      )
      expect(typeof module.handler, name).toBe('function')
    }
  })

  test('the font lies beside the code of those that draw, and of no others', () => {
    for (const { name, font } of catalog)
      expect(existsSync(join(directory, name, FONT_NAME)), name).toBe(font === true)
  })

  test.each(catalog.map((entry) => [entry.name, entry] as const))(
    '%s is within its budget',
    (name, entry) => {
      expect(Math.ceil((bundles.get(name)?.bytes ?? Infinity) / 1024)).toBeLessThanOrEqual(budgetFor(entry))
    },
  )
})
