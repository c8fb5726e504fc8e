import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { freePort } from '../../local/free-port.ts'
import { prove } from '../proving.ts'
import { type RunningSystem, startSystem } from './start.ts'

/** What is personal of one person's matter: each is a text that nothing else in the system holds. */
const canaries = {
  name: '金丝雀娜仁',
  staffNo: 'KANARIE7731',
  title: '金丝雀研修班',
  provider: '金丝雀学院',
  certificateNo: 'KANARIE-CERT-91',
  returned: '金丝雀退回理由',
  rejected: '金丝雀不予认定',
  file: 'kanarie-beweis.pdf',
  email: 'kanarie.naren@people.example',
} as const

let directory = ''
let port = 0
let running: RunningSystem | undefined

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-platform-canary-'))
  port = await freePort()
  process.env.SYSTEM_URL = `http://127.0.0.1:${port}`
  running = await startSystem({ directory, port, arguments: ['--demo', 'accounts'], logLevel: 'DEBUG' })
})
afterAll(async () => {
  await running?.kill()
  delete process.env.SYSTEM_URL
  await rm(directory, { recursive: true, force: true })
})

const Mails = z.array(z.object({ subject: z.string(), text: z.string() }))

test('what is personal is in no log, no history, no address and no subject, whatever way a matter goes', {
  timeout: 240_000,
}, async () => {
  const { as, call, online, until } = await import('../acceptance/client.ts')
  const addresses: string[] = []
  const admin = as('unit.admin')
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    addresses.push(path)
    return admin.post(path, body, headers)
  }

  // Registered, invited, filed for, returned, corrected, refused, approved.
  const registered = await post('/api/persons', {
    ...{ institutionId: 'institution-qingcheng', name: canaries.name, staffNo: canaries.staffNo },
    ...{ postType: 'professional', hiredOn: '2020-03-01' },
  })
  expect(registered.status).toBe(201)
  const staffId: string = registered.body.id
  const invited = await post(
    '/api/accounts',
    { name: canaries.name, email: canaries.email, staffId },
    { 'idempotency-key': 'canary' },
  )
  expect(invited.status).toBe(201)
  const evidence = (await admin.upload(undefined, canaries.file)).body.id
  const claim = (day: string) => ({
    ...{ type: 'recognition', staffId, title: canaries.title, provider: canaries.provider },
    ...{ certificateNo: `${canaries.certificateNo}${day}`, evidence: day === '2026-03-02' ? [evidence] : [] },
    lines: [online(day, day, 4)],
  })
  const decide = async (account: string, request: string, decision: string, reason?: string) => {
    const actor = as(account)
    const task = await actor.task(request, account.startsWith('unit') ? null : 0)
    addresses.push(`/api/tasks/${task}`)
    expect((await actor.decide(task, decision, reason === undefined ? {} : { reason })).status).toBe(200)
  }
  const filed = await admin.submit(claim('2026-03-02'))
  expect(filed.status).toBe(201)
  await decide('unit.head', filed.body.id, 'return', canaries.returned)
  const again = await post(`/api/requests/${filed.body.id}/resubmit`, claim('2026-03-02'))
  expect(again.status).toBe(200)
  await decide('unit.head', filed.body.id, 'approve')
  await decide('dept.chen', filed.body.id, 'approve')
  await decide('hr.city', filed.body.id, 'approve')
  const refused = await admin.submit(claim('2026-03-03'))
  await decide('unit.head', refused.body.id, 'approve')
  await decide('dept.chen', refused.body.id, 'reject', canaries.rejected)
  await until('both to end', async () => {
    const { status } = (await admin.get(`/api/requests/${refused.body.id}`)).body
    return status === 'rejected' ? true : undefined
  })
  // Words that a form never sends, in an address that nobody builds: refused, and not repeated in a log.
  await admin.get(`/api/persons?institution=institution-qingcheng&name=${encodeURIComponent(canaries.name)}`)
  await call(`/api/verify/${encodeURIComponent(canaries.certificateNo)}`)

  const all = Object.values(canaries)
  const found: string[] = []
  const look = (where: string, text: string) => {
    for (const canary of all) if (text.includes(canary)) found.push(`${canary} in ${where}`)
  }
  const mails = Mails.parse((await call('/local/mail', { headers: { accept: 'application/json' } })).body)
  // The texts of mails say whom they are about: the test sees what it looks for.
  expect(mails.some(({ text }) => text.includes(canaries.name))).toBe(true)
  for (const { subject } of mails) look('a subject', subject)
  const executions = await call('/local/executions')
  expect(executions.status).toBe(200)
  look('an execution', JSON.stringify(executions.body))
  look('the log', running?.output() ?? '')
  for (const address of addresses) look('an address', decodeURIComponent(address))
  const objects = await readdir(join(directory, 'objects'), { recursive: true })
  expect(objects.length).toBeGreaterThan(0)
  look('the name of an object', objects.join('\n'))
  expect(found).toEqual([])
  prove(9, { canaries: all.length, 'mails looked at': mails.length, 'objects looked at': objects.length })
})
