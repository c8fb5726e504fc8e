import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { as, call, claim, online, publicWeek, reaches, until } from './client.ts'

const wang = as('staff.wang')

const recognise = async (
  line: ReturnType<typeof online> | ReturnType<typeof publicWeek>,
  desks: string[],
) => {
  const evidence = (await wang.upload()).body.id
  const submitted = await wang.submit(claim('staff.wang', [evidence], [line]))
  const { id } = submitted.body
  const admin = as('unit.admin')
  await admin.decide(await admin.task(id), 'approve')
  for (const desk of desks) await as(desk).decide(await as(desk).task(id, 0), 'approve')
  await reaches('staff.wang', id, 'approved')
}

test('Art. 35: when the hours suffice the certificate arises by itself, once, and anyone can verify it', async () => {
  await recognise(publicWeek('2026-05-18', '2026-05-21', 8), ['hr.city'])
  await recognise(online('2026-06-01', '2026-06-30', 60), ['dept.chen', 'hr.city'])
  const certificate = await until('the certificate of 2026', async () => {
    const { body } = await wang.get('/api/certificates?staff=staff.wang')
    return body.items.find(
      (item: { kind: string; year: number }) => item.kind === 'annual' && item.year === 2026,
    )
  })
  expect(certificate).toMatchObject({ kind: 'annual', year: 2026, status: 'valid' })
  expect((await wang.get('/api/staff/staff.wang/ledger?year=2026')).body.assessment.annual).toMatchObject({
    status: 'met',
    hours: { public: 32, professional: 60 },
  })

  const sheet = await until('its sheet', async () => {
    const answer = await wang.get(`/api/certificates/${certificate.number}/pdf`)
    return answer.status === 200 ? answer : undefined
  })
  expect(sheet.type).toBe('application/pdf')
  expect(Buffer.from(sheet.bytes.subarray(0, 5)).toString()).toBe('%PDF-')
  // Whoever has the sheet verifies it without us, by the keys that are published.
  const folder = await mkdtemp(join(tmpdir(), 'sheet-'))
  await writeFile(join(folder, 'sheet.pdf'), sheet.bytes)
  await writeFile(join(folder, 'jwks.json'), JSON.stringify((await call('/api/jwks.json')).body))
  const script = ['docs/verify-certificate.mjs', join(folder, 'sheet.pdf'), join(folder, 'jwks.json')]
  const checked = spawnSync(process.execPath, script, { encoding: 'utf8' })
  await rm(folder, { recursive: true })
  expect(checked).toMatchObject({ status: 0, stdout: expect.stringContaining(certificate.number) })

  const verified = await call(`/api/verify/${certificate.verifyCode}`)
  expect(verified.body).toMatchObject({
    status: 'valid',
    number: certificate.number,
    kind: 'annual',
    institution: '青城实验中学',
    year: 2026,
  })
  expect(verified.body.name).toMatch(/^.\*+$/)
  const sloppy = certificate.verifyCode.toLowerCase().replaceAll('-', '')
  expect((await call(`/api/verify/${sloppy}`)).body.number).toBe(certificate.number)

  await recognise(online('2026-07-01', '2026-07-31', 5), ['dept.chen', 'hr.city'])
  const { items } = (await wang.get('/api/certificates?staff=staff.wang')).body
  expect(items.filter((item: { obligation: string }) => item.obligation === 'annual:2026')).toHaveLength(1)
  expect((await as('hr.county').get(`/api/certificates/${certificate.number}`)).status).toBe(404)
})
