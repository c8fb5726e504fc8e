import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../local/free-port.ts'
import { type RunningSystem, startSystem } from './start.ts'

/**
 * The law at its edges, on a system that lives from June to the March after next: whoever is hired in September, a
 * change of post whose training lies at a desk, a leader from mid-year, a certificate got by fraud, an objection.
 * Chapters on one system, in order.
 */

let directory = ''
let running: RunningSystem
let client: typeof import('../acceptance/client.ts')

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-platform-law-'))
  const port = await freePort()
  process.env.SYSTEM_URL = `http://127.0.0.1:${port}`
  running = await startSystem({
    directory,
    port,
    arguments: ['--demo', 'accounts', '--now', '2026-06-01T09:00:00+08:00'],
  })
  client = await import('../acceptance/client.ts')
})
afterAll(async () => {
  delete process.env.SYSTEM_URL
  await running.kill()
  await rm(directory, { recursive: true, force: true })
})

const moveTo = (now: string) => client.moveClock(now)
const file = async (account: string, body: object): Promise<string> => {
  const filed = await client.as(account).submit(body)
  expect([filed.status, filed.body.code, filed.body.errors]).toEqual([201, undefined, undefined])
  return filed.body.id
}
const approve = async (request: string, account: string, line: number | null = 0) => {
  const desk = client.as(account)
  const decided = await desk.decide(await desk.task(request, line), 'approve')
  expect([decided.status, decided.body.code]).toEqual([200, undefined])
}
const proof = async (account: string): Promise<string> => (await client.as(account).upload()).body.id
const region = () => client.as('hr.region')
const assessment = async (staff: string, year: number) =>
  (await region().get(`/api/staff/${staff}/ledger?year=${year}`)).body.assessment
const annualOf = async (staff: string, year: number): Promise<string> =>
  (await assessment(staff, year)).annual.status
const check = async (staff: string, business: string, more = '') => {
  const { body } = await region().get(`/api/staff/${staff}/eligibility?business=${business}${more}`)
  return { verdict: body.verdict, articles: body.articles }
}
const resultOf = async (staff: string, year: number) => {
  const { body } = await region().get(
    `/api/years/${year}/results?organisation=institution-qingcheng&limit=100`,
  )
  return body.items.find(({ staffId }: { staffId: string }) => staffId === staff)
}
const closed = (year: number) =>
  client.until(`${year} to be closed`, async () => {
    const { body } = await region().get(`/api/years/${year}`)
    return body.status === 'closed' ? body : undefined
  })
const certificates = async (
  staff: string,
): Promise<{ kind: string; year: number; status: string; number: string }[]> =>
  (await region().get(`/api/certificates?staff=${staff}`)).body.items
const holds = (staff: string, kind: string, year: number) =>
  client.until(`the ${kind} of ${year} of ${staff} to be valid`, async () =>
    (await certificates(staff)).find(
      (one) => one.kind === kind && one.year === year && one.status === 'valid',
    ),
  )
const line = (
  category: string,
  subject: string,
  from: string,
  to: string,
  halfDays: number,
  more: object = {},
) => ({
  ...{ subject, category, mode: 'offline', from, to, halfDays },
  ...more,
})
/** Offline training of both subjects, recognised by every desk. */
const recognised = async (staff: string, lines: readonly object[]): Promise<string> => {
  const id = await file('unit.admin', client.claim(staff, [await proof('unit.admin')], [...lines]))
  await approve(id, 'unit.second', null)
  for (const [at, one] of lines.entries()) {
    const { subject } = one as { subject: string }
    if (subject === 'professional') await approve(id, 'dept.chen', at)
    await approve(id, 'hr.city', at)
  }
  await client.reaches('unit.admin', id, 'approved')
  return id
}

let hired = ''

test('June: a leader from mid-year is filed with a document and holds once the authority confirms it', async () => {
  expect(await annualOf('staff.zhao', 2026)).toBe('open')
  const filed = await file('unit.admin', {
    type: 'record_change',
    staffId: 'staff.zhao',
    fact: 'leader',
    from: '2026-07-01',
    reason: '任副校长。',
    evidence: [await proof('unit.admin')],
  })
  expect(await annualOf('staff.zhao', 2026)).toBe('open')
  await approve(filed, 'hr.city')
  await client.reaches('unit.admin', filed, 'approved')
  expect(await annualOf('staff.zhao', 2026)).toBe('open')
  await moveTo('2026-07-01T09:00:00+08:00')
  expect(await annualOf('staff.zhao', 2026)).toBe('not_applicable')
})

test('September: a change of post waits while its training lies at a desk (Art. 21, 45)', {
  timeout: 600_000,
}, async () => {
  const change = await file('unit.admin', {
    type: 'post_change',
    staffId: 'unit.second',
    kind: 'duties',
    effectiveOn: '2026-06-15',
    reason: '轮岗到财务室。',
    evidence: [],
  })
  const held = await client.reaches('unit.admin', change, 'on_hold')
  await moveTo('2026-09-14T09:00:00+08:00')
  const training = await file(
    'unit.admin',
    client.claim(
      'unit.second',
      [await proof('unit.admin')],
      [line('transfer', 'public', '2026-09-07', '2026-09-11', 10, { forChange: held.changeId })],
    ),
  )
  for (const day of ['2026-09-16T09:00:00+08:00', '2026-10-15T09:00:00+08:00']) {
    await moveTo(day)
    expect((await client.as('unit.admin').get(`/api/requests/${change}`)).body.status).toBe('on_hold')
    expect(await check('unit.second', 'transfer_appointment')).toEqual({
      verdict: 'hold',
      articles: [35, 45],
    })
  }
  await approve(training, 'unit.head', null)
  await approve(training, 'hr.city')
  await client.reaches('unit.admin', training, 'approved')
  await approve(change, 'hr.city')
  const done = await client.reaches('unit.admin', change, 'approved')
  expect(done.timeline.map(({ act }: { act: string }) => act)).toEqual([
    'submit',
    'hold',
    'resume',
    'approve',
    'record',
  ])
  expect((await check('unit.second', 'transfer_appointment')).verdict).toBe('allow')
  expect((await assessment('unit.second', 2026)).transfers).toMatchObject([
    { status: 'met', hours: 40, days: 5, dueOn: '2026-09-15' },
  ])
})

test('hired in September, inducted in February: nobody is blamed for New Year (Art. 12, 39(5))', {
  timeout: 600_000,
}, async () => {
  const { body } = await client.as('unit.admin').post('/api/persons', {
    institutionId: 'institution-qingcheng',
    name: '高娃',
    postType: 'professional',
    hiredOn: '2026-09-01',
  })
  hired = body.id
  await moveTo('2026-11-02T09:00:00+08:00')
  await recognised('staff.li', [
    line('in_service', 'public', '2026-10-12', '2026-10-16', 10),
    line('in_service', 'professional', '2026-10-19', '2026-10-30', 20),
  ])
  expect(await annualOf('staff.li', 2026)).toBe('met')
  await holds('staff.li', 'annual', 2026)
  await moveTo('2027-01-01T08:00:00+08:00')
  const year = await closed(2026)
  expect([year.counts.inducting, year.provisional]).toEqual([1, 1])
  expect(await resultOf(hired, 2026)).toMatchObject({ status: 'inducting', provisional: true })
  // No term is on record: somebody has to look, nobody is refused.
  expect((await check(hired, 'contract_renewal')).verdict).toBe('review')
  expect((await check(hired, 'appraisal_excellent', '&year=2026')).verdict).toBe('hold')
  expect((await check(hired, 'regularization')).verdict).toBe('hold')
  expect(await resultOf('staff.zhao', 2026)).toBeUndefined()
  expect(await annualOf('staff.zhao', 2026)).toBe('not_applicable')
  await moveTo('2027-02-22T09:00:00+08:00')
  await recognised(hired, [line('induction', 'public', '2027-02-15', '2027-02-19', 10)])
  await holds(hired, 'annual', 2026)
  await client.until('the result to follow', async () =>
    (await resultOf(hired, 2026))?.status === 'deemed' ? true : undefined,
  )
  expect(await resultOf(hired, 2026)).toMatchObject({ provisional: false, missing: { hours: 0 } })
  expect((await check(hired, 'regularization')).verdict).toBe('allow')
  await holds(hired, 'induction', 2027)
})

test('a certificate got by fraud is revoked, and the promotion that follows is refused (Art. 32, 44)', {
  timeout: 600_000,
}, async () => {
  expect(await check('staff.li', 'grade_promotion')).toEqual({ verdict: 'allow', articles: [7, 44] })
  const { number } = await holds('staff.li', 'annual', 2026)
  const revoked = await region().post(`/api/certificates/${number}/revocation`, { reason: '伪造结业证明' })
  expect(revoked.status).toBe(201)
  await client.until('the promotion to be refused', async () =>
    (await check('staff.li', 'grade_promotion')).verdict === 'refuse' ? true : undefined,
  )
  // The hours stand, and so does the year's result: it is the certificate that is gone.
  expect(await annualOf('staff.li', 2026)).toBe('met')
  expect((await resultOf('staff.li', 2026)).status).toBe('met')
  expect((await check('staff.li', 'contract_renewal')).verdict).toBe('allow')
})

test('an objection is heard by the desk that decided and then by the one above', {
  timeout: 600_000,
}, async () => {
  const claim = await file(
    'staff.wang',
    client.claim(
      'staff.wang',
      [await proof('staff.wang')],
      [line('in_service', 'professional', '2027-02-08', '2027-02-12', 10)],
    ),
  )
  await approve(claim, 'unit.admin', null)
  const department = client.as('dept.chen')
  await department.decide(await department.task(claim, 0), 'reject', { reason: '材料不清。' })
  await client.reaches('staff.wang', claim, 'rejected')
  const wang = client.as('staff.wang')
  const objected = await wang.post('/api/objections', {
    about: { requestId: claim },
    reason: '证书清晰有效。',
    evidence: [],
  })
  expect(objected.status).toBe(201)
  await department.decide(await department.task(objected.body.id, 0), 'reject', { reason: '维持。' })
  await approve(objected.body.id, 'hr.city')
  await client.reaches('staff.wang', objected.body.id, 'approved')
  await client.reaches('staff.wang', claim, 'approved')
  expect((await assessment('staff.wang', 2027)).annual.hours.professional).toBe(40)
})

test('March after next: the years before stand as they were', { timeout: 600_000 }, async () => {
  await moveTo('2028-03-01T09:00:00+08:00')
  const year = await closed(2027)
  expect(year.provisional).toBe(0)
  const statuses = async (staff: string) => [
    (await resultOf(staff, 2026))?.status,
    (await resultOf(staff, 2027))?.status,
    (await check(staff, 'grade_promotion')).verdict,
  ]
  expect(await statuses(hired)).toEqual(['deemed', 'short', 'refuse'])
  expect(await statuses('staff.li')).toEqual(['met', 'short', 'refuse'])
  expect(await statuses('unit.second')).toEqual(['short', 'short', 'refuse'])
  expect(await statuses('staff.wang')).toEqual(['short', 'short', 'refuse'])
  expect(await statuses('staff.zhao')).toEqual([undefined, undefined, undefined])
})
