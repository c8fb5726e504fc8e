import type { ServerResponse } from 'node:http'
import type { Engine } from './engine/engine.ts'
import { sendJson } from './send.ts'

const STATUSES = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const
type Status = (typeof STATUSES)[number]
const isStatus = (value: string | null): value is Status => STATUSES.some((status) => status === value)

const wholeNumber = (value: string | null): number | undefined =>
  value !== null && /^\d{1,12}$/.test(value) ? Number(value) : undefined

/** A part of a path as it was meant; what is badly encoded names nothing. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/**
 * The executions with their histories, in the shapes of Step Functions' own API: `GET /local/executions` lists
 * (`status`, `stateMachine`, `max`, `before`), `GET /local/executions/{name or ARN}` describes one with its events.
 */
export const serveExecutions = (engine: Engine, response: ServerResponse, url: URL): void => {
  const asked = decoded(url.pathname.slice('/local/executions/'.length))
  const status = url.searchParams.get('status')
  const stateMachine = url.searchParams.get('stateMachine')
  const max = wholeNumber(url.searchParams.get('max'))
  const before = wholeNumber(url.searchParams.get('before'))
  if (asked === '') {
    const { executions, next } = engine.list({
      ...(isStatus(status) ? { status } : {}),
      ...(stateMachine === null ? {} : { stateMachine }),
      ...(max === undefined ? {} : { max }),
      ...(before === undefined ? {} : { before }),
    })
    const withHistories = executions.map((execution) => ({
      ...execution,
      events: engine.history(execution.executionArn ?? ''),
    }))
    sendJson(response, 200, { executions: withHistories, nextToken: next ?? null })
    return
  }
  try {
    sendJson(response, 200, { ...engine.describe(asked), events: engine.history(asked) })
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ExecutionDoesNotExist')) throw error
    sendJson(response, 404, { code: 'NOT_FOUND', title: '没有这个执行。 There is no such execution.' })
  }
}
