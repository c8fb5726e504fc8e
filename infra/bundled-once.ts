import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { catalog } from '../functions/catalog.ts'
import { type Bundle, bundle } from './bundles.ts'

const ROOT = resolve(import.meta.dirname, '..')

/** All files that a bundle depends on. */
const SOURCES = [
  'functions',
  'rules',
  'workflows',
  'infra/bundles.ts',
  'infra/brotli.ts',
  'package-lock.json',
] as const

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path]

const fingerprint = (): string => {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((name) => filesIn(join(ROOT, name))))
    hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

/**
 * Every function's bundle, in a folder that is kept and made anew only when a source has changed, so that
 * syntheses, a deployment and the tests share one run.
 */
export const bundledOnce = (directory = join(ROOT, '.cache', 'bundles')): Map<string, Bundle> => {
  const stamp = join(directory, 'bundled-from')
  const wanted = fingerprint()
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    bundle(directory)
    writeFileSync(stamp, wanted)
  }
  return new Map(
    catalog.map(({ name }) => {
      const folder = join(directory, name)
      return [name, { directory: folder, bytes: statSync(join(folder, 'index.mjs')).size }]
    }),
  )
}
