import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { as } from '../acceptance/client.ts'
import { type Visit, visit } from './browser.ts'
import { type Running, startWeb } from './running.ts'

let running: Running
let code = ''
let number = ''
let one: Visit

beforeAll(async () => {
  running = await startWeb()
  const [certificate] = (await as('staff.li').get('/api/certificates')).body.items
  code = certificate.verifyCode
  number = certificate.number
})
afterAll(() => running?.stop())

beforeEach(async () => {
  one = await visit(running.browser)
})
afterEach(async () => {
  expect(one.faults).toEqual([])
  await one.close()
})

describe('Art. 35: anyone can verify a certificate', () => {
  test('by its QR code: what is printed on it is shown to compare, the name masked', async () => {
    const { page } = one
    await page.goto(`${running.url}/verify/${code}`)
    await page.getByRole('heading', { name: '证书有效' }).waitFor()
    const shown = await page.locator('dl').innerText()
    for (const printed of [number, '李', '青城实验中学', '年度培训合格证书', '学时'])
      expect(shown).toContain(printed)
    expect(shown).not.toContain('李静怡')
  })

  test('Mongolian script is set in a font of ours, which pages without it do not fetch', async () => {
    const { page } = one
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
    await page.goto(`${running.url}/verify/${code}`)
    await page.getByRole('heading', { name: '证书有效' }).waitFor()
    const fonts = () => fetched.filter((path) => path.includes('Mongolian'))
    expect(fonts()).toEqual([])
    await page.locator('h1').evaluate((heading) => heading.append('ᠪᠠᠲᠤ'))
    await expect.poll(fonts).toHaveLength(1)
  })

  test('typed as people type, by keyboard alone', async () => {
    const { page } = one
    await page.goto(`${running.url}/verify`)
    await page.keyboard.type(` ${code.toLowerCase().replaceAll('-', ' ')} `)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '证书有效' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/verify/${code}`)
    expect(await page.getByLabel('验证码').inputValue()).toBe(code)
  })

  test('unknown and malformed look alike; an empty field is told of', async () => {
    const { page } = one
    const told: string[] = []
    for (const wrong of ['ABCD-EFGH-JKLM', '!']) {
      await page.goto(`${running.url}/verify/${encodeURIComponent(wrong)}`)
      await page.getByRole('heading', { name: '没有找到这张证书' }).waitFor()
      told.push(await page.locator('#result').innerText())
    }
    expect(told[0]).toBe(told[1])
    await page.getByLabel('验证码').fill('  ')
    await page.getByRole('button', { name: '验证', exact: true }).click()
    await page.getByRole('alert').getByText('请输入证书上的验证码或证书编号。').waitFor()
  })

  test('in English, in large letters, at 360 px; both are remembered', async () => {
    const { page } = one
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${running.url}/verify/${code}`)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'The certificate is valid' }).waitFor()
    await page.getByRole('button', { name: 'Large text' }).click()
    await page.reload()
    await page.getByRole('heading', { name: 'The certificate is valid' }).waitFor()
    expect(await page.evaluate('document.documentElement.lang + document.documentElement.className')).toBe(
      'enlarge',
    )
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  })

  test('without a network nothing that was typed is lost; a fault gives its tracking number', async () => {
    const { page } = one
    await page.goto(`${running.url}/verify`)
    await page.route('**/api/verify/**', (route) => route.abort())
    await page.getByLabel('验证码').fill(code)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '网络不通' }).waitFor()
    expect(await page.getByLabel('验证码').inputValue()).toBe(code)
    await page.unroute('**/api/verify/**')
    await page.route('**/api/verify/**', (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({ instance: 'urn:training-platform:call:1234' }),
      }),
    )
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByText('urn:training-platform:call:1234').waitFor()
    await page.unroute('**/api/verify/**')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByRole('heading', { name: '证书有效' }).waitFor()
  })
})
