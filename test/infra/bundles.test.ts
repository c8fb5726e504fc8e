import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { catalog } from '../../functions/catalog.ts'
import { budgetFor } from '../../infra/budget.ts'
import { bundledOnce } from '../../infra/bundled-once.ts'
import { FONTS } from '../../infra/bundles.ts'

const execute = promisify(execFile)

const bundles = bundledOnce()
const folderOf = (name: string): string => bundles.get(name)?.directory ?? ''

describe('what is uploaded', () => {
  test('every bundle loads by itself, away from this project’s packages, and exports its handler', async () => {
    const away = mkdtempSync(join(tmpdir(), 'training-platform-bundles-'))
    for (const { name } of catalog) cpSync(folderOf(name), join(away, name), { recursive: true })
    // In a process of its own: a test's loader would take each bundle apart first.
    const files = catalog.map(({ name }) => pathToFileURL(join(away, name, 'index.mjs')).href)
    const script = `for (const file of ${JSON.stringify(files)})
      if (typeof (await import(file)).handler !== 'function') throw new Error(file)`
    try {
      await execute(process.execPath, ['--input-type=module', '--eval', script])
    } finally {
      rmSync(away, { recursive: true, force: true })
    }
  }, 120_000)

  test('the fonts, and what shapes Mongolian, lie beside the code of those that draw, and of no others', () => {
    for (const { name, font } of catalog)
      for (const file of [FONTS, 'harfbuzz.wasm'])
        expect(existsSync(join(folderOf(name), file)), name).toBe(font === true)
  })

  test('an open route that may not read the table carries no client of it', () => {
    const open = catalog.filter(({ work }) => work.kind === 'routes' && work.access === 'open')
    for (const { name, grants } of open)
      expect(readFileSync(join(folderOf(name), 'index.mjs'), 'utf8').includes('DynamoDBClient'), name).toBe(
        grants.includes('table:read'),
      )
  })

  test('who deals with sealed ledgers was granted the seal, and nobody else', () => {
    // Said by whoever holds a ledger to its seal, by whoever looks at a broken one, and by whoever writes what is sealed.
    const dealing = catalog.filter(({ name }) =>
      /A ledger is not what was sealed\.|A signed root of ledgers|sealed:!0/.test(
        readFileSync(join(folderOf(name), 'index.mjs'), 'utf8'),
      ),
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
