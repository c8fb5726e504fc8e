import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { writeTypes } from '../../scripts/web-types.ts'

const WEB = resolve(import.meta.dirname, '../../web')
const DIST = join(WEB, 'dist')

/** Every script that a page loads before it can be used. */
const scriptsOf = (html: string): string[] =>
  [...html.matchAll(/<(?:script|link)[^>]*(?:src|href)="\/(static\/[^"]+\.js)"/g)].map(
    ([, file]) => file ?? '',
  )

test.each([
  ['verify', 15],
  ['task', 80],
  ['index', 260],
  ['signed-in', 5],
])('%s loads at most %i KB of script', (page, kilobytes) => {
  const scripts = scriptsOf(readFileSync(join(DIST, `${page}.html`), 'utf8'))
  expect(scripts.length).toBeGreaterThan(0)
  const bytes = scripts.map((file) => brotliCompressSync(readFileSync(join(DIST, file))).length)
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(kilobytes * 1024)
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
