import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { compressed } from '../../local/compressed.ts'
import { type Page, readWeb } from '../../local/web.ts'

const address = 'http://127.0.0.1:3000'
const serve = readWeb({
  issuer: `${address}/oidc`,
  clientId: 'web',
  audience: 'urn:example:api',
  origin: address,
  inbox: '/local/mail',
})
const html = (path: string): string => String(Buffer.from(serve(path)?.body ?? ''))

describe('the web application on one machine', () => {
  test.each([
    ['/', 'workbench'],
    ['/my', 'workbench'],
    ['/request/r1', 'workbench'],
    ['/no/such/page', 'workbench'],
    ['/task/t1', 'task'],
    ['/verify', 'verify'],
    ['/verify/ABCD', 'verify'],
    ['/signed-in', 'signed-in'],
  ])('%s is answered by the %s entry, under the strict policy', (path, entry) => {
    const page = serve(path)
    expect(page?.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page?.headers['cache-control']).toBe('no-cache')
    expect(page?.headers['content-security-policy']).toBe(
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-src blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    )
    expect(page?.headers['x-content-type-options']).toBe('nosniff')
    const script = /src="\/static\/([\w-]+?)-[\w-]{8}\.js"/.exec(html(path))?.[1]
    expect(script).toBe(entry === 'workbench' ? 'index' : entry)
  })

  test('hashed files may be kept for ever', () => {
    const [file = ''] = /\/static\/[^"]+\.css/.exec(html('/')) ?? []
    expect(serve(file)?.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })

  test.each([
    '/static/',
    '/static/no-such.js',
    '/static/../index.html',
    '/static/%2e%2e/index.html',
    '/static//etc/passwd',
    '/static/__proto__',
    '/local/no-such',
  ])('%s is not there', (path) => {
    expect(serve(path)).toBeUndefined()
  })

  test('is sent as small as the browser takes it', () => {
    const whole = serve('/') as Page
    const small = compressed(whole, 'gzip, deflate, br, zstd')
    expect(small.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
    expect(Buffer.from(brotliDecompressSync(small.body))).toEqual(Buffer.from(whole.body))
    const older = compressed(whole, 'br;q=0, gzip;q=0.5')
    expect(older.headers['content-encoding']).toBe('gzip')
    expect(Buffer.from(gunzipSync(older.body))).toEqual(Buffer.from(whole.body))
    expect(compressed(whole)).toMatchObject({ body: whole.body, headers: { vary: 'accept-encoding' } })
    expect(compressed(whole).headers).not.toHaveProperty('content-encoding')
  })

  test('says where people sign in', () => {
    expect(JSON.parse(html('/config.json'))).toEqual({
      issuer: `${address}/oidc`,
      clientId: 'web',
      audience: 'urn:example:api',
      origin: address,
      inbox: '/local/mail',
    })
  })
})
