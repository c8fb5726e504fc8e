import { describe, expect, test } from 'vitest'
import { createPages } from '../../local/pages/pages.ts'

const serve = createPages({
  issuer: 'http://127.0.0.1:3000/oidc',
  clientId: 'web',
  audience: 'urn:example:api',
  accounts: [{ id: 'staff.li', name: '李<b>晓"梅', title: "青城实验中学 & 'x'" }],
})

const html = (path: string, acceptLanguage?: string): string => {
  const page = serve(path, acceptLanguage)
  if (typeof page?.body !== 'string') throw new Error(`${path} answers with no page.`)
  return page.body
}

const paths = ['/', '/zh', '/en', '/signed-in', '/my', '/docs', '/request/r1', '/certificate/NM-1']

describe('every page', () => {
  test.each(paths)('%s is HTML under the strict policy', (path) => {
    const page = serve(path, undefined)
    expect(page?.status).toBe(200)
    expect(page?.headers['content-type']).toBe('text/html; charset=utf-8')
    const policy = page?.headers['content-security-policy']?.split('; ')
    expect(policy).toEqual([
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      'frame-src blob:',
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ])
    expect(page?.headers['x-content-type-options']).toBe('nosniff')
  })

  test.each(paths)('%s holds no inline script or style, and asks nothing of anyone else', (path) => {
    const body = html(path)
    for (const [, attributes, content] of body.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
      expect(attributes).toContain('src="/assets/')
      expect(content).toBe('')
    }
    expect(body).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i)
    for (const [, address] of body.matchAll(/\s(?:src|href|action)="([^"]*)"/g))
      expect(address).toMatch(/^[/#]/)
  })

  test.each(paths)('%s asks only for scripts and styles that are there', (path) => {
    const assets = [...html(path).matchAll(/"(\/assets\/[^"]*)"/g)].map(([, asset]) => asset ?? '')
    expect(assets.length).toBeGreaterThanOrEqual(3)
    for (const asset of assets) expect(serve(asset, undefined)?.status).toBe(200)
  })

  test('has a skip link to its content, a language and a title', () => {
    expect(html('/my')).toMatch(/<html lang="zh-CN"/)
    expect(html('/my')).toContain('<a class="skip" href="#main">')
    expect(html('/my')).toContain('<main class="frame" id="main"')
    expect(html('/my')).toMatch(/<title>我的培训 · /)
  })
})

describe('what is asked for in a path', () => {
  test.each(['/', '/my/x', '/task', '/task/', '/task/a/b', '/nothing', '/api/me', '/local/mail', ''])(
    '%j is a page or nothing',
    (path) => {
      expect(serve(path, undefined)?.status).toBe(path === '/' ? 200 : undefined)
    },
  )

  test.each([
    '/assets/',
    '/assets/../pages.ts',
    '/assets/%2e%2e/pages.ts',
    '/assets/..%2fpages.ts',
    '/assets/..\\pages.ts',
    '/assets//etc/passwd',
    '/assets/tsconfig.json',
    '/assets/style.css%00',
    '/assets/__proto__',
  ])('%s leads to no file', (path) => {
    expect(serve(path, undefined)).toBeUndefined()
  })

  test('is never written into a page', () => {
    const plain = html('/request/r1')
    for (const id of ['%3Cscript%3Ealert(1)%3C%2Fscript%3E', '"><img src=x onerror=alert(1)>', "';alert(1)"])
      expect(html(`/request/${id}`)).toBe(plain)
  })

  test('with a broken percent-encoding names no page', () => {
    expect(serve('/request/%E0%A4%A', undefined)).toBeUndefined()
  })
})

describe('the start page', () => {
  test('lists the demo accounts, escaped', () => {
    expect(html('/')).toContain('李&lt;b&gt;晓&quot;梅')
    expect(html('/')).toContain('青城实验中学 &amp; &#39;x&#39;')
    expect(html('/')).not.toContain('<b>晓')
  })

  test('is Chinese unless English is asked for first', () => {
    expect(html('/')).toContain('<html lang="zh-CN"')
    expect(html('/', 'zh-CN,zh;q=0.9,en;q=0.8')).toContain('<html lang="zh-CN"')
    expect(html('/', 'en-GB,en;q=0.9')).toContain('<html lang="en"')
    expect(html('/zh', 'en')).toContain('<html lang="zh-CN"')
    expect(html('/en', 'zh')).toContain('<html lang="en"')
  })

  test('leads to signing in, the inbox, the API, the calculator and the verification', () => {
    for (const part of [
      'href="/my"',
      'href="/local/mail"',
      'href="/docs"',
      'href="/api/openapi.json"',
      'id="calculator-form"',
      'action="/verify"',
    ])
      expect(html('/')).toContain(part)
  })
})

test('the scripts learn from the page where to sign in', () => {
  expect(html('/my')).toContain(
    'data-issuer="http://127.0.0.1:3000/oidc" data-client="web" data-audience="urn:example:api"',
  )
})
