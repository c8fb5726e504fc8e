import { resolve } from 'node:path'
import { afterAll, describe } from 'vitest'
import { shareWeb } from './running.ts'

/** Which files of tests share a system and a browser; in this order, for who files and decides comes after who counts. */
export const groups = {
  people: ['verify', 'year', 'staff', 'requests'],
  desks: ['desk', 'institution', 'registers', 'task'],
} as const

/**
 * Runs files of tests one after the other on one system and in one browser, which would otherwise be started for each.
 * Any of them runs alone too: `vitest run --config vitest.web.config.ts staff`.
 */
export const together = (files: readonly string[]): void => {
  const stop = shareWeb()
  afterAll(stop)
  for (const file of files)
    describe(file, async () => {
      await import(resolve(import.meta.dirname, `${file}.test.ts`))
    })
}
