import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Mail } from '../../functions/platform/mail.ts'
import { type Inbox, openInbox } from '../../local/mail/inbox.ts'
import { serveInbox } from '../../local/mail/page.ts'
import { type Receiver, startReceiver } from '../../local/mail/receiver.ts'

const AT = '2026-12-31T09:00:00.000+08:00'

let directory = ''
let inbox: Inbox
let receiver: Receiver
let server: Server
let address = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-mail-'))
  inbox = openInbox(join(directory, 'mail.sqlite'))
  receiver = await startReceiver(inbox, () => AT)
  server = createServer((request, response) =>
    serveInbox(inbox)(request, response, new URL(request.url ?? '/', 'http://127.0.0.1')),
  ).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/local/mail`
})
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await receiver.close()
  inbox.close()
  await rm(directory, { recursive: true, force: true })
})

const send = async ({ id, to, subject, text, html }: Mail, port = receiver.port) => {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false })
  const from = 'noreply@platform.example'
  await transport.sendMail({ from, to: [...to], subject, text, html, messageId: `<${id}@platform.example>` })
  transport.close()
}
const mail = (id: string, more: Partial<Mail> = {}): Mail => ({
  id,
  to: ['unit.admin@demo.example'],
  subject: '有一件学时认定事项待办理',
  text: '您好：请查看。',
  html: '<p>您好：<a href="http://127.0.0.1:3000/task/t1">查看并办理</a></p>',
  ...more,
})
const page = async (query = '') => {
  const response = await fetch(address + query, { headers: { accept: 'text/html,*/*;q=0.8' } })
  return { html: await response.text(), headers: response.headers }
}

test('what SMTP has acknowledged is on disk, and listed as JSON in the order of arrival', async () => {
  await send(mail('first'))
  await send(mail('second', { to: ['dept.chen@demo.example', 'dept.head@demo.example'], subject: '催办' }))
  const reopened = openInbox(join(directory, 'mail.sqlite'))
  expect(reopened.all()).toHaveLength(2)
  reopened.close()
  const response = await fetch(address)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await response.json()).toMatchObject([
    {
      messageId: '<first@platform.example>',
      at: AT,
      from: 'noreply@platform.example',
      to: 'unit.admin@demo.example',
      subject: '有一件学时认定事项待办理',
      text: expect.stringContaining('您好：请查看。'),
      html: expect.stringContaining('查看并办理'),
    },
    { to: 'dept.chen@demo.example, dept.head@demo.example', subject: '催办' },
  ])
})

test('a mail that is delivered twice shows once, with its count', async () => {
  await send(mail('twice'))
  await send(mail('twice'))
  expect(inbox.all()).toMatchObject([{ times: 2 }])
  expect((await page()).html).toContain('送达 2 次')
})

test('a message that cannot be kept is not acknowledged, and is taken when it comes again', async () => {
  const full = (): never => {
    throw new Error('The disk is full.')
  }
  const failing = await startReceiver({ ...inbox, add: full }, () => AT)
  await expect(send(mail('late'), failing.port)).rejects.toThrow(/450/)
  await failing.close()
  expect(inbox.all()).toEqual([])
  await send(mail('late'))
  expect(inbox.all()).toMatchObject([{ messageId: '<late@platform.example>', times: 1 }])
})

test('the page lists the newest first, and one recipient’s alone where asked', async () => {
  await send(mail('first', { subject: '甲' }))
  await send(mail('second', { subject: '乙', to: ['hr.city@demo.example'] }))
  const { html, headers } = await page()
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(html.indexOf('<b>乙</b>')).toBeGreaterThan(0)
  expect(html.indexOf('<b>甲</b>')).toBeGreaterThan(html.indexOf('<b>乙</b>'))
  const filtered = (await page('?to=hr.city%40demo.example')).html
  expect(filtered).toContain('<b>乙</b>')
  expect(filtered).not.toContain('<b>甲</b>')
  expect(filtered).toContain('value="hr.city@demo.example" selected')
})

test('a letter stands in a frame that runs nothing, and nothing in it escapes', async () => {
  const hostile = '"><script>alert(1)</script>'
  await send(mail('hostile', { subject: hostile, text: hostile, html: `<p>${hostile}</p>` }))
  const { html, headers } = await page('?message=1')
  expect(html).not.toContain('<script')
  const sandbox = /<iframe[^>]*sandbox="([^"]*)"/.exec(html)?.[1]?.split(' ')
  expect(sandbox).toEqual(['allow-popups', 'allow-popups-to-escape-sandbox'])
  expect(html).toContain('srcdoc="&lt;!doctype html&gt;&lt;base target=&quot;_blank&quot;&gt;')
  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'unsafe-inline'; img-src data:;/,
  )
})

test('a letter without HTML is shown as its text', async () => {
  inbox.add({ messageId: 'plain', at: AT, from: 'a', to: ['b'], subject: 'c', text: '一 < 二', html: '' })
  const { html } = await page('?message=1')
  expect(html).toContain('<pre>一 &lt; 二</pre>')
  expect(html).not.toContain('<iframe')
})

test.each(['?message=99', '?message=x', '?message=', '?to=nobody&message=1'])(
  'an address that leads to no letter (%s) says so',
  async (query) => {
    await send(mail('one'))
    expect((await page(query)).html).toContain('没有这封邮件')
  },
)

test('an empty inbox says what will appear here', async () => {
  expect((await page()).html).toContain('还没有邮件')
  expect(await (await fetch(address)).json()).toEqual([])
})
