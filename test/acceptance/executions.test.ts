import { expect, test } from 'vitest'
import { as, claim, until } from './client.ts'

const li = as('staff.li')
const operator = as('operator')

const submitted = async (): Promise<string> => {
  const id: string = (await li.submit(claim('staff.li', [(await li.upload()).body.id]))).body.id
  await as('unit.admin').task(id)
  return id
}

test('an operator finds the execution of a request, sees where it stands, and reads no one’s data in it', async () => {
  const id = await submitted()
  const listed = await until('the execution of the request', async () => {
    const found = await operator.get(`/api/executions?request=${id}`)
    return found.body.items.length === 1 ? found : undefined
  })
  const [execution] = listed.body.items
  expect(execution).toMatchObject({
    workflow: 'recognition',
    status: 'RUNNING',
    requestId: id,
    stoppedAt: null,
    redrives: 0,
  })
  const path = `/api/executions/recognition/${execution.name}`
  const detail = await until('the desk’s state', async () => {
    const read = await operator.get(path)
    return read.body.states?.length > 0 ? read : undefined
  })
  expect(detail.body).toMatchObject({
    states: ['The institution confirms'],
    failure: null,
    redrivable: false,
    redriven: [],
  })
  expect(Object.keys(detail.body.definition.States)).toContain('The institution confirms')
  const events = await operator.get(`${path}/events`)
  expect(events.body.items.length).toBeGreaterThan(2)
  expect(events.body.items[0]).toMatchObject({ id: 1, type: 'ExecutionStarted' })
  for (const personal of ['李静怡', 'staff.li', '@'])
    expect(JSON.stringify(events.body)).not.toContain(personal)

  const refused = await operator.post(`${path}/redrive`, { reason: '试一试' })
  expect([refused.status, refused.body.code]).toEqual([409, 'NOT_REDRIVABLE'])
})

test('the counters say how many run and wait', async () => {
  await submitted()
  const counted = await operator.get('/api/executions/counters')
  expect(counted.status).toBe(200)
  expect(counted.body.running.count).toBeGreaterThanOrEqual(1)
  for (const counter of ['running', 'waiting', 'failed', 'timedOut', 'aborted'])
    expect(counted.body[counter]).toMatchObject({ count: expect.any(Number), more: expect.any(Boolean) })
})

test('a list is paged, and filtered by workflow and status', async () => {
  await submitted()
  await submitted()
  const first = await operator.get('/api/executions?workflow=recognition&status=RUNNING&limit=1')
  expect(first.body.items).toHaveLength(1)
  const next = await operator.get(
    `/api/executions?workflow=recognition&status=RUNNING&limit=1&cursor=${encodeURIComponent(first.body.cursor)}`,
  )
  expect(next.body.items).toHaveLength(1)
  expect(next.body.items[0].name).not.toBe(first.body.items[0].name)
})

test('auditors may look and not act; everyone else is refused; bad input is told by its place', async () => {
  const id = await submitted()
  const auditor = as('auditor')
  const [execution] = (await auditor.get(`/api/executions?request=${id}`)).body.items
  const path = `/api/executions/recognition/${execution.name}`
  expect((await auditor.get(path)).status).toBe(200)
  expect((await auditor.post(`${path}/redrive`, { reason: '不行' })).status).toBe(403)
  for (const account of ['staff.li', 'unit.admin', 'hr.region'])
    for (const asked of ['/api/executions', '/api/executions/counters', path, `${path}/events`])
      expect((await as(account).get(asked)).status, `${account} ${asked}`).toBe(403)
  for (const [asked, pointer] of [
    ['/api/executions?status=LOST', '/status'],
    ['/api/executions?workflow=none', '/workflow'],
  ]) {
    const wrong = await operator.get(asked ?? '')
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, pointer])
  }
  expect((await operator.get('/api/executions?cursor=x')).status).toBe(400)
  expect((await operator.get('/api/executions/recognition/no-such')).status).toBe(404)
  const empty = await operator.post(`${path}/redrive`, { reason: ' ' })
  expect([empty.status, empty.body.errors[0].pointer]).toEqual([400, '/reason'])
})
