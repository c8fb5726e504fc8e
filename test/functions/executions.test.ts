import { createServer, type Server } from 'node:http'
import { SFNClient } from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { stepFunctions } from '../../functions/operations/step-functions.ts'
import { freePort } from '../../local/free-port.ts'

/** Step Functions as it speaks on the wire: what it was asked, and what it shall answer next. */
let service: Server
let executions: ReturnType<typeof stepFunctions>
let asked: { action: string; body: Record<string, unknown> }[]
let answers: { status: number; body: object }[]

const machine = 'arn:aws-cn:states:cn-north-1:123456789012:stateMachine:training-platform-settle'
const execution = 'arn:aws-cn:states:cn-north-1:123456789012:execution:training-platform-settle:s-1'
const failing = (name: string) => ({ status: 400, body: { __type: name, message: 'x' } })
const answering = (body: object) => ({ status: 200, body })

beforeAll(async () => {
  process.env.MACHINE_SETTLE = machine
  service = createServer(async (request, response) => {
    let text = ''
    for await (const part of request) text += part
    asked.push({
      action: String(request.headers['x-amz-target']).replace('AWSStepFunctions.', ''),
      body: z.record(z.string(), z.unknown()).parse(JSON.parse(text)),
    })
    const { status, body } = answers.shift() ?? failing('NothingPrepared')
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body))
  })
  const port = await freePort()
  await new Promise<void>((listening) => service.listen(port, '127.0.0.1', listening))
  executions = stepFunctions(
    new SFNClient({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'cn-north-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
      maxAttempts: 1,
    }),
  )
})
beforeEach(() => {
  asked = []
  answers = []
})
afterAll(() => {
  delete process.env.MACHINE_SETTLE
  service.closeAllConnections()
  service.close()
})

test('a page of a machine’s executions, by status, with the host’s own cursor', async () => {
  answers = [
    answering({
      executions: [
        {
          executionArn: execution,
          stateMachineArn: machine,
          name: 's-1',
          status: 'FAILED',
          startDate: 1.5e9,
        },
      ],
      nextToken: 'more',
    }),
  ]
  expect(await executions.list('settle', { status: 'FAILED', cursor: 'token', limit: 20 })).toEqual({
    items: [
      {
        name: 's-1',
        status: 'FAILED',
        startedAt: new Date(1.5e12),
        stoppedAt: undefined,
        redrives: 0,
      },
    ],
    cursor: 'more',
  })
  expect(asked).toEqual([
    {
      action: 'ListExecutions',
      body: { stateMachineArn: machine, statusFilter: 'FAILED', maxResults: 20, nextToken: 'token' },
    },
  ])
})

test('one execution is found in the machine’s own partition; what went in and out stays with the host', async () => {
  answers = [
    answering({
      executionArn: execution,
      stateMachineArn: machine,
      name: 's-1',
      status: 'FAILED',
      startDate: 1.5e9,
      stopDate: 1.5e9 + 60,
      redriveCount: 2,
      redriveStatus: 'REDRIVABLE',
      error: 'States.TaskFailed',
      cause: 'gone',
      input: '{"name":"李静怡"}',
      output: '{"name":"李静怡"}',
    }),
    answering({ events: [{ id: 1, type: 'ExecutionStarted', timestamp: 1.5e9 }], nextToken: 'more' }),
    answering({ stateMachineArn: machine, definition: '{"States":{}}', name: 'x', roleArn: 'x' }),
  ]
  const found = await executions.describe('settle', 's-1')
  expect(found).toMatchObject({ redrivable: true, redrives: 2, error: 'States.TaskFailed', cause: 'gone' })
  expect(JSON.stringify(found)).not.toContain('李静怡')
  const history = await executions.history('settle', 's-1', { limit: 10, backwards: true })
  expect([history.items.length, history.cursor]).toEqual([1, 'more'])
  expect(await executions.definition('settle', 's-1')).toBe('{"States":{}}')
  expect(asked.map(({ action, body }) => [action, body.executionArn])).toEqual([
    ['DescribeExecution', execution],
    ['GetExecutionHistory', execution],
    ['DescribeStateMachineForExecution', execution],
  ])
  expect(asked[1]?.body).toMatchObject({ reverseOrder: true, includeExecutionData: false, maxResults: 10 })
})

test('no such execution is no fault; a cursor that is not the host’s is the caller’s', async () => {
  answers = [failing('ExecutionDoesNotExist'), failing('ExecutionDoesNotExist')]
  expect(await executions.describe('settle', 's-1')).toBeUndefined()
  expect(await executions.definition('settle', 's-1')).toBeUndefined()
  answers = [failing('InvalidToken'), failing('InvalidToken')]
  const wrong = { limit: 10, cursor: 'x' }
  await expect(executions.list('settle', wrong)).rejects.toMatchObject({ name: 'CursorInvalidError' })
  await expect(executions.history('settle', 's-1', wrong)).rejects.toMatchObject({
    name: 'CursorInvalidError',
  })
})

test('a redrive is done, or refused; any other fault is one', async () => {
  answers = [answering({ redriveDate: 1.5e9 }), failing('ExecutionNotRedrivable'), failing('AccessDenied')]
  expect(await executions.redrive('settle', 's-1')).toBe('redriven')
  expect(await executions.redrive('settle', 's-1')).toBe('refused')
  await expect(executions.redrive('settle', 's-1')).rejects.toMatchObject({ name: 'AccessDenied' })
  expect(asked[0]).toMatchObject({ action: 'RedriveExecution', body: { executionArn: execution } })
})
