import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { writeTypes } from '../../scripts/web-types.ts'

const WEB = resolve(import.meta.dirname, '../../web')
const DIST = join(WEB, 'dist')

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}
const manifest: Readonly<Record<string, Chunk>> = JSON.parse(
  readFileSync(join(DIST, 'manifest.json'), 'utf8'),
)

/** A module of the build with all that it loads before it can run. */
const filesOf = (module: string, seen: Set<string> = new Set()): Set<string> => {
  const chunk = manifest[module]
  if (chunk === undefined) throw new Error(`The build has no ${module}.`)
  if (seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const inner of chunk.imports ?? []) filesOf(inner, seen)
  return seen
}

const sent = new Map<string, number>()
/** A file as it is sent: Brotli, in bytes. Most pages share most files. */
const bytesOf = (file: string): number => {
  const bytes = sent.get(file) ?? brotliCompressSync(readFileSync(join(DIST, file))).length
  sent.set(file, bytes)
  return bytes
}

/** The script that a browser loads for a page, in KB. */
const weightOf = (...modules: readonly string[]): number => {
  const files = new Set(modules.flatMap((module) => [...filesOf(module)]))
  return [...files].reduce((sum, file) => sum + bytesOf(file), 0) / 1024
}

/** Any of the workbench's pages may be the first that is opened: from a mail, a bookmark, after the sign-in. */
const pages = Object.keys(manifest).filter((module) => /^workbench\/.*-page\.tsx$/.test(module))

test.each([
  ['verify.html', 15],
  ['task.html', 80],
  ['signed-in.html', 5],
])('%s loads at most %i KB of script', (entry, kilobytes) => {
  expect(weightOf(entry)).toBeLessThanOrEqual(kilobytes)
})

test('every page of the workbench loads at most 260 KB of script, when it is the first', () => {
  const weights = pages.map((page) => [page, Math.round(weightOf('index.html', page))] as const)
  expect(weights.length).toBeGreaterThan(30)
  expect(weights.filter(([, kilobytes]) => kilobytes > 260)).toEqual([])
})

test.each(readdirSync(DIST).filter((name) => name.endsWith('.html')))(
  '%s holds no script or style of its own, and asks nothing of anyone else',
  (page) => {
    const html = readFileSync(join(DIST, page), 'utf8')
    for (const [, content] of html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)) expect(content).toBe('')
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i)
    for (const [, address] of html.matchAll(/\s(?:src|href|action)="([^"]*)"/g))
      expect(address).toMatch(/^[/#]/)
  },
)

test('the types of the API and of its routes are those of its document: otherwise run npm run web:types', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'training-platform-types-'))
  await writeTypes(folder)
  for (const file of ['types.gen.ts', 'routes.gen.ts']) {
    const said = readFileSync(join(WEB, 'shared/api', file), 'utf8')
    expect(readFileSync(join(folder, file), 'utf8')).toBe(said)
  }
})
