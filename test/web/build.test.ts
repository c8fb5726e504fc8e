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

/** The script that a browser loads for a page, as it is sent: Brotli, in KB. */
const weightOf = (...modules: readonly string[]): number => {
  const files = new Set(modules.flatMap((module) => [...filesOf(module)]))
  const bytes = [...files].map((file) => brotliCompressSync(readFileSync(join(DIST, file))).length)
  return bytes.reduce((sum, one) => sum + one, 0) / 1024
}

test.each([
  ['verify', 15, ['verify.html']],
  ['task', 80, ['task.html']],
  ['signed-in', 5, ['signed-in.html']],
  ['workbench, at first', 260, ['index.html', 'workbench/visitor/start-page.tsx']],
  ['workbench, at home', 260, ['index.html', 'workbench/staff/home-page.tsx']],
  ['workbench, at the desk', 260, ['index.html', 'workbench/desk/tasks-page.tsx']],
])('%s loads at most %i KB of script', (_, kilobytes, modules) => {
  expect(weightOf(...modules)).toBeLessThanOrEqual(kilobytes)
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

test('the types of the API are those of its document: otherwise run npm run web:types', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'training-platform-types-'))
  await writeTypes(folder)
  const said = readFileSync(join(WEB, 'shared/api/types.gen.ts'), 'utf8')
  expect(readFileSync(join(folder, 'types.gen.ts'), 'utf8')).toBe(said)
})
