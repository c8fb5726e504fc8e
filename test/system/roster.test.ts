import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mapConcurrently } from '../../functions/platform/map-concurrently.ts'
import { freePort } from '../../local/free-port.ts'
import { type RunningSystem, startSystem } from './start.ts'

/** A class of 2,000 on the whole system: previewed, filed, decided, killed while it is credited, and through. */

const PEOPLE = Number(process.env.ROSTER_PEOPLE ?? 2_000)
let directory = ''
let port = 0
let running: RunningSystem
let client: typeof import('../acceptance/client.ts')

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-platform-roster-'))
  port = await freePort()
  process.env.SYSTEM_URL = `http://127.0.0.1:${port}`
  running = await startSystem({
    directory,
    port,
    arguments: ['--demo', 'accounts', '--now', '2026-06-15T09:00:00+08:00'],
  })
  client = await import('../acceptance/client.ts')
}, 300_000)
afterAll(async () => {
  delete process.env.SYSTEM_URL
  await running.kill()
  await rm(directory, { recursive: true, force: true })
})

const REGISTRAR = 'unit.luming'
const send = async (query: string, content: string, fields: Record<string, string> = {}) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([content]), '名单.csv')
  const begun = performance.now()
  const answer = await client.as(REGISTRAR).send(`/api/imports?${query}`, { method: 'POST', body: form })
  return { ...answer, seconds: (performance.now() - begun) / 1000 }
}
const creditsOf = async (staffId: string): Promise<unknown[]> => {
  const { body } = await client.as(REGISTRAR).get(`/api/staff/${staffId}/ledger?year=2026`)
  return body.facts.credits
}
/** Seconds until something is there. */
const until = async (what: string, isThere: () => Promise<boolean>, seconds = 900): Promise<number> => {
  const begun = performance.now()
  await client.until(what, async () => ((await isThere()) ? true : undefined), seconds)
  return (performance.now() - begun) / 1000
}

test(`Art. 34, 39(1): a class of ${PEOPLE} is filed by one file, and each has its hours once`, async () => {
  const numbers = Array.from({ length: PEOPLE }, (_, nth) => `R${String(nth).padStart(5, '0')}`)
  // Five hundred at a time, and as its page does it: again, until nothing is left.
  for (let from = 0; from < PEOPLE; from += 500) {
    const rows = numbers.slice(from, from + 500).map((one) => `${one},萨仁${one},专业技术,2024-03-01`)
    for (let left = rows.length; left > 0; ) {
      const register = `工号*,姓名*,岗位类型*,聘用日期*\r\n${rows.join('\r\n')}\r\n`
      const { status, body } = await send('kind=persons&mode=apply', register)
      expect(status).toBe(200)
      left = body.remaining
    }
  }
  const list = `工号,半天数\n${numbers.map((number) => `${number},10`).join('\n')}\n`
  const fields = {
    title: '骨干教师集中培训',
    provider: '包头市教师进修学院',
    subject: 'public',
    category: 'in_service',
    trainingMode: 'offline',
    from: '2026-05-18',
    to: '2026-05-22',
    halfDays: '10',
    evidence: (await client.as(REGISTRAR).upload()).body.id,
  }
  const preview = await send('kind=roster', list, fields)
  expect([preview.status, preview.body.new, preview.body.failed]).toEqual([200, PEOPLE, 0])
  let filed = await send('kind=roster&mode=apply', list, fields)
  let applied = filed.body.applied
  const calls = [filed.seconds]
  // On a machine that has no time it takes a further call.
  while (filed.status === 200 && filed.body.remaining > 0) {
    filed = await send('kind=roster&mode=apply', list, fields)
    applied += filed.body.applied
    calls.push(filed.seconds)
  }
  expect([filed.status, applied]).toEqual([200, PEOPLE])
  const { id } = filed.body.request
  const again = await send('kind=roster&mode=apply', list, fields)
  expect([again.status, again.body.request.id]).toEqual([200, id])

  const { body: request } = await client.as(REGISTRAR).get(`/api/requests/${id}`)
  const people: string[] = request.participants.map(({ staffId }: { staffId: string }) => staffId)
  expect(new Set(people).size).toBe(PEOPLE)
  const task = await client.as('hr.county').task(id, 0)
  expect((await client.as('hr.county').decide(task, 'approve')).status).toBe(200)

  const [first = ''] = people
  await until('the first credit', async () => (await creditsOf(first)).length > 0)
  await running.kill()
  running = await startSystem({ directory, port })
  const crediting = await until(`${id} to be approved`, async () => {
    const { body } = await client.as(REGISTRAR).get(`/api/requests/${id}`)
    return body.status === 'approved'
  })
  const credits = await mapConcurrently(people, 4, creditsOf)
  expect(credits.filter((list) => list.length !== 1)).toEqual([])
  expect(new Set(credits.map((list) => JSON.stringify(list)))).toHaveLength(1)
  expect(credits[0]).toMatchObject([{ halfDays: 10, from: '2026-05-18', to: '2026-05-22' }])
  const seconds = { preview: preview.seconds, filing: calls, repeat: again.seconds, crediting }
  console.log(JSON.stringify(seconds))
}, 1_800_000)
