import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Context } from 'aws-lambda'
import { catalog, lambdaOfStep } from '../functions/catalog.ts'
import { type Lambda, timeoutOf } from '../functions/platform/lambda.ts'
import type { LocalHost } from './host.ts'

/** A function's handler, as Lambda calls it. */
type Handler = (event: unknown, context: Context) => Promise<unknown>

const ROOT = resolve(import.meta.dirname, '..')

class HandlerMissingError extends Error {
  override name = 'HandlerMissingError'
}

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function'

/** What `hosted` makes: a handler that another host may have for itself. */
const isHosted = (value: unknown): value is { on(host: object): Handler } =>
  isObject(value) && 'on' in value && typeof value.on === 'function'

const load = async ({ entry }: Lambda, host: object): Promise<Handler> => {
  const module: unknown = await import(pathToFileURL(resolve(ROOT, entry)).href)
  const handler = isObject(module) && 'handler' in module ? module.handler : undefined
  if (!isHosted(handler)) throw new HandlerMissingError(`${entry} exports no handler.`)
  return handler.on(host)
}

const contextFor = (lambda: Lambda): Context => {
  const awsRequestId = randomUUID()
  const ends = Date.now() + timeoutOf(lambda) * 1000
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: lambda.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${lambda.name}`,
    memoryLimitInMB: String(lambda.memory ?? 512),
    awsRequestId,
    logGroupName: lambda.name,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, ends - Date.now()),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  }
}

/** Runs the functions of the catalog in this process, each loaded when it is first called. */
export interface Functions {
  invoke(name: string, event: unknown): Promise<unknown>
  /** Loads every function now, so that the first caller does not wait for it. */
  warm(): Promise<void>
}

/**
 * `hostOf` is asked at a function's first call, because the parts of a host need one another to be made. It
 * answers a `LocalHost`, or as much of one as the called functions need.
 */
export const openFunctions = (hostOf: () => Partial<LocalHost>): Functions => {
  const handlers = new Map<string, Promise<Handler>>()
  const handlerOf = (lambda: Lambda): Promise<Handler> => {
    const known = handlers.get(lambda.name)
    if (known) return known
    const loading = load(lambda, hostOf())
    handlers.set(lambda.name, loading)
    return loading
  }
  const call = async (lambda: Lambda, event: unknown) => (await handlerOf(lambda))(event, contextFor(lambda))
  return {
    async invoke(name, event) {
      const lambda = catalog.find((one) => one.name === name)
      if (lambda !== undefined) return call(lambda, event)
      // An execution from before the groups calls a step by a function of its name, without `step`.
      const holder = lambdaOfStep(name)
      if (holder === undefined) throw new HandlerMissingError(`The catalog has no function ${name}.`)
      return call(holder, { ...(isObject(event) ? event : {}), step: name })
    },
    async warm() {
      await Promise.all(catalog.map(handlerOf))
    },
  }
}
