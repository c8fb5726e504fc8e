import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '../../functions/catalog.ts'
import { budgetFor } from '../../infra/budget.ts'
import { type Bundle, bundle, FONT_NAME } from '../../infra/bundles.ts'

const execute = promisify(execFile)

let directory = ''
let bundles: Map<string, Bundle> = new Map()

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-platform-bundles-'))
  bundles = bundle(directory)
}, 120_000)
afterAll(() => rm(directory, { recursive: true, force: true }))

describe('what is uploaded', () => {
  test('every bundle loads by itself, away from this project’s packages, and exports its handler', async () => {
    // In a process of its own: a test's loader would take each bundle apart first.
    const files = catalog.map(({ name }) => pathToFileURL(join(directory, name, 'index.mjs')).href)
    const script = `for (const file of ${JSON.stringify(files)})
      if (typeof (await import(file)).handler !== 'function') throw new Error(file)`
    await execute(process.execPath, ['--input-type=module', '--eval', script])
  }, 120_000)

  test('the font lies beside the code of those that draw, and of no others', () => {
    for (const { name, font } of catalog)
      expect(existsSync(join(directory, name, FONT_NAME)), name).toBe(font === true)
  })

  test('an open route that may not read the table carries no client of it', () => {
    const open = catalog.filter(({ work }) => work.kind === 'routes' && work.access === 'open')
    for (const { name, grants } of open)
      expect(
        readFileSync(join(directory, name, 'index.mjs'), 'utf8').includes('DynamoDBClient'),
        name,
      ).toBe(grants.includes('table:read'))
  })

  test('who deals with sealed ledgers was granted the seal, and nobody else', () => {
    const dealing = catalog.filter(({ name }) =>
      readFileSync(join(directory, name, 'index.mjs'), 'utf8').includes('A ledger is not what was sealed.'),
    )
    const granted = catalog.filter(({ grants }) => grants.includes('ledger:seal'))
    expect(dealing.map(({ name }) => name)).toEqual(granted.map(({ name }) => name))
  })

  test.each(catalog.map((entry) => [entry.name, entry] as const))(
    '%s is within its budget',
    (name, entry) => {
      expect(Math.ceil((bundles.get(name)?.bytes ?? Infinity) / 1024)).toBeLessThanOrEqual(budgetFor(entry))
    },
  )
})
