import { expect, onTestFailed, test } from 'vitest'
import { as, claim, online, until } from './client.ts'

const runningYear = async (): Promise<number> =>
  Number(String((await as('hr.region').get('/api/health')).body.time).slice(0, 4))

test('a rehearsal says who would be complete, and whose desk keeps whom; it closes nothing', async () => {
  const year = await runningYear()
  const region = as('hr.region')
  const line = (subject: string, hours: number) => ({
    ...online(`${year}-02-01`, `${year}-02-20`, hours),
    subject,
  })
  const { id } = (
    await as('unit.admin').submit(claim('staff.000015', [], [line('public', 30), line('professional', 60)]))
  ).body
  const before = (await region.get(`/api/years/${year}/rehearsal`)).body
  expect((await region.post(`/api/years/${year}/rehearsal`)).status).toBe(202)
  let seen: unknown
  onTestFailed(() => console.error('The rehearsal as it was seen last:', JSON.stringify(seen)))
  const rehearsal = await until('the rehearsal', async () => {
    const { body } = await region.get(`/api/years/${year}/rehearsal`)
    seen = body
    return body.status === 'done' && body.run !== before.run ? body : undefined
  })
  expect(rehearsal.progress.done).toBe(rehearsal.progress.total)
  const { met, deemed, inducting, deferred, short } = rehearsal.counts
  const { overdue, notApplicable } = rehearsal
  expect(met + deemed + inducting + deferred + short + overdue + notApplicable).toBe(rehearsal.progress.done)
  const desks = (await as('unit.admin').get(`/api/years/${year}/rehearsal`)).body.blocking.items
  const requests = desks.flatMap((desk: { requests: { requestId: string }[] }) => desk.requests)
  expect(requests.map(({ requestId }: { requestId: string }) => requestId)).toContain(id)
  expect((await region.get(`/api/years/${year}`)).body.status).toBe('open')
  expect((await as('unit.admin').post(`/api/requests/${id}/withdraw`)).status).toBe(200)
})
