import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { Advisories, affectedBy, packagesOf } from '../../scripts/advisories.ts'

const ROOT = join(import.meta.dirname, '../..')
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
const lock = readJson('package-lock.json')

/** Licences that this project, of Apache-2.0, may ship or build with. */
const ALLOWED = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC-BY-4.0', 'CC0-1.0', 'ISC'],
  ...['MIT', 'MIT-0', 'MPL-2.0', 'OFL-1.1', 'Python-2.0', 'Unlicense', 'Zlib'],
])

/** Whether a licence expression leaves a choice, or asks for all, that is allowed. */
const isAllowed = (expression: string): boolean =>
  expression
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => ALLOWED.has(one)))

/** A package without a licence in its manifest has one as a file; only those that say MIT's words are let pass. */
const saysMit = (place: string): boolean => {
  const folder = join(ROOT, place)
  if (!existsSync(folder)) return false
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name))
  return (
    file !== undefined &&
    /Permission is hereby granted, free of charge/.test(readFileSync(join(folder, file), 'utf8'))
  )
}

test('every package of the lock file has a licence that this project may build on', () => {
  const packages = z
    .object({ packages: z.record(z.string(), z.looseObject({ license: z.string().optional() })) })
    .parse(lock).packages
  const refused = Object.entries(packages).filter(
    ([place, { license }]) => place !== '' && !(license === undefined ? saysMit(place) : isAllowed(license)),
  )
  expect(refused.map(([place, { license }]) => `${place}: ${license}`)).toEqual([])
  expect(isAllowed('GPL-3.0-or-later')).toBe(false)
  expect(isAllowed('(MIT OR GPL-3.0-or-later)')).toBe(true)
})

test('no package is affected by an advisory of our own list, and one that is would be named', () => {
  const list = Advisories.parse(readJson('security/advisories.json'))
  expect(affectedBy(list, lock)).toEqual([])
  const old = { packages: { '': {}, 'node_modules/a/node_modules/nanoid': { version: '3.3.7' } } }
  expect(affectedBy(list, old)).toEqual([expect.stringContaining('nanoid 3.3.7: GHSA-mwcw-c2x4-8c55')])
  expect(packagesOf(lock).length).toBeGreaterThan(100)
})
