import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createPages } from '../../local/pages/pages.ts'

const folder = join(import.meta.dirname, '../../local/pages/assets')
const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
const load = (name: string): Promise<unknown> => import(pathToFileURL(join(folder, name)).href)

const AnyFunction = z.custom<(given: unknown) => unknown>((value) => typeof value === 'function')

describe('the scripts', () => {
  test.each(scripts)('%s reads no text as HTML or code, and calls nobody else', (name) => {
    const source = readFileSync(join(folder, name), 'utf8')
    expect(source).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser/,
    )
    expect(source).not.toMatch(/https?:\/\//)
    expect(source).not.toContain('localStorage')
  })

  test('are whole: every import is there and exports what is taken from it', async () => {
    const built = await build({
      entryPoints: scripts.map((name) => join(folder, name)),
      bundle: true,
      write: false,
      format: 'esm',
      outdir: 'out',
      logLevel: 'silent',
    })
    expect([...built.errors, ...built.warnings]).toEqual([])
  })

  test('agree with their types', () => {
    const compiler = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc')
    expect(spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' }).stdout).toBe('')
  })

  test('are served as they are', () => {
    const serve = createPages({ issuer: '', clientId: '', audience: '', accounts: [] })
    for (const name of scripts) {
      const page = serve(`/assets/${name}`, undefined)
      expect(page?.headers['content-type']).toBe('text/javascript; charset=utf-8')
      expect(page?.body).toEqual(readFileSync(join(folder, name)))
    }
  })
})

describe('signing in', async () => {
  const { challengeOf, ownPath } = z
    .object({ challengeOf: AnyFunction, ownPath: AnyFunction })
    .parse(await load('session.js'))

  test('proves itself by the S256 challenge (RFC 7636, appendix B)', async () => {
    expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    )
  })

  test.each(['/task/r1.1.institution', '/my?year=2025', '/'])('returns to %s', (place) => {
    expect(ownPath(place)).toBe(place)
  })

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    null,
    '/signed-in?code=x',
  ])('never leads to %j', (place) => {
    expect(ownPath(place)).toBe('/my')
  })
})

test('the readable API description writes a schema down as its shape', async () => {
  const { shapeOf } = z.object({ shapeOf: AnyFunction }).parse(await load('schema-text.js'))
  const schema = {
    type: 'object',
    required: ['id', 'lines'],
    properties: {
      id: { type: 'string', description: 'Its number.' },
      lines: { type: 'array', items: { $ref: '#/components/schemas/Line' } },
      stage: { anyOf: [{ enum: ['department', 'authority'] }, { type: 'null' }] },
      ways: { type: 'array', items: { enum: ['online', 'offline'] } },
    },
  }
  expect(shapeOf(schema)).toBe(
    [
      '{',
      '  id: string  // Its number.',
      '  lines: Line[]',
      '  stage?: "department" | "authority" | null',
      '  ways?: ("online" | "offline")[]',
      '}',
    ].join('\n'),
  )
})
