import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll } from 'vitest'
import setup from './acceptance/setup.ts'

/**
 * The acceptance suite as one of this project's test files, beside all the others: its own files run one after the
 * other on one system, for what one of them submits must not be in another's way.
 */
const stop = await setup()
afterAll(() => stop?.())
const directory = resolve(import.meta.dirname, 'acceptance')
for (const file of readdirSync(directory).sort())
  if (file.endsWith('.test.ts')) await import(resolve(directory, file))
