import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Context } from 'aws-lambda'
import { type CatalogEntry, catalog } from '../functions/catalog.ts'

/** A function's handler, as Lambda calls it. */
type Handler = (event: unknown, context: Context) => Promise<unknown>

const ROOT = resolve(import.meta.dirname, '..')

class HandlerMissing extends Error {
  override name = 'HandlerMissing'
}

const isHandler = (value: unknown): value is Handler => typeof value === 'function'

const load = async (entry: CatalogEntry): Promise<Handler> => {
  const module: unknown = await import(pathToFileURL(resolve(ROOT, entry.entry)).href)
  const handler =
    typeof module === 'object' && module !== null && 'handler' in module ? module.handler : undefined
  if (!isHandler(handler)) throw new HandlerMissing(`${entry.entry} exports no handler.`)
  return handler
}

const contextFor = (entry: CatalogEntry): Context => {
  const awsRequestId = randomUUID()
  const ends = Date.now() + (entry.timeout ?? 15) * 1000
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: entry.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${entry.name}`,
    memoryLimitInMB: String(entry.memory ?? 512),
    awsRequestId,
    logGroupName: entry.name,
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

export const openFunctions = (): Functions => {
  const handlers = new Map<string, Promise<Handler>>()
  const entryOf = (name: string): CatalogEntry => {
    const entry = catalog.find((one) => one.name === name)
    if (entry === undefined) throw new HandlerMissing(`The catalog has no function ${name}.`)
    return entry
  }
  const handlerOf = (entry: CatalogEntry): Promise<Handler> => {
    const known = handlers.get(entry.name)
    if (known) return known
    const loading = load(entry)
    handlers.set(entry.name, loading)
    return loading
  }
  return {
    async invoke(name, event) {
      const entry = entryOf(name)
      return (await handlerOf(entry))(event, contextFor(entry))
    },
    async warm() {
      await Promise.all(catalog.map(handlerOf))
    },
  }
}
