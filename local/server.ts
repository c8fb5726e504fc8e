import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import * as z from 'zod'
import { timestamp } from '../functions/platform/clock.ts'
import { compressed } from './compressed.ts'
import type { Engine } from './engine/engine.ts'
import { serveExecutions } from './executions.ts'
import { isJson, isOwn } from './own-origin.ts'
import { bodyOf, sendJson, sendReply } from './send.ts'
import type { Page } from './web.ts'

type Listener = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void

/** All that is served on one port, by the first part of the path. */
export interface Served {
  readonly api: Listener
  /** This machine's own provider, with its tokens for the asking; undefined where others say who someone is. */
  readonly identity: Listener | undefined
  /** A token for a login, whether or not it leads to an account, saying what else it is told to. */
  readonly issueToken: (
    account: string,
    claims?: Readonly<Record<string, string | boolean>>,
  ) => Promise<object | undefined>
  /** A token for a provider's program, as the client credentials of its own would lead to (Art. 41). */
  readonly issueClientToken: (client: string) => Promise<object>
  readonly mail: Listener
  readonly objects: Listener
  readonly clock: { now(): number }
  /** Moves the clock forward, firing what falls due on the way; false where that would be back. */
  readonly moveClock: (to: number) => Promise<boolean>
  readonly engine: Engine
  readonly web: (path: string) => Page | undefined
}

const SMALL_BODY = 64 * 1024

const problem = (response: ServerResponse, status: number, code: string, title: string) =>
  sendJson(response, status, { type: `urn:training-platform:problem:${code}`, status, code, title })

const wrongMethod = (response: ServerResponse, allowed: string) => {
  response.setHeader('allow', allowed)
  problem(
    response,
    405,
    'METHOD_NOT_ALLOWED',
    '该地址不支持这种请求方法。 This address does not take this method.',
  )
}

const jsonOf = async <S extends z.ZodType>(
  request: IncomingMessage,
  schema: S,
): Promise<z.infer<S> | undefined> => {
  try {
    return schema.safeParse(JSON.parse(String((await bodyOf(request, SMALL_BODY)) ?? ''))).data
  } catch {
    return undefined
  }
}

const TokenBody = z.union([
  z.object({
    account: z.string(),
    claims: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
  }),
  z.object({ client: z.string().min(1).max(200) }),
])
const ClockBody = z.object({ now: z.string().refine((text) => !Number.isNaN(Date.parse(text))) })

const noSuchAddress = (response: ServerResponse) =>
  problem(response, 404, 'NOT_FOUND', '没有这个地址。 There is no such address.')

const serveToken = async (served: Served, request: IncomingMessage, response: ServerResponse) => {
  if (served.identity === undefined) return noSuchAddress(response)
  const body = await jsonOf(request, TokenBody)
  const issue = (asked: z.infer<typeof TokenBody>) =>
    'client' in asked ? served.issueClientToken(asked.client) : served.issueToken(asked.account, asked.claims)
  const token = body && (await issue(body))
  if (token) sendJson(response, 200, token)
  else
    problem(
      response,
      400,
      'LOGIN_INVALID',
      '请用 {"account":"登录名"} 或 {"client":"客户端编号"} 的形式。 Send {"account":"a.login"}, or {"client":"a client’s id"}.',
    )
}

const serveClock = async (served: Served, request: IncomingMessage, response: ServerResponse) => {
  if (request.method === 'POST') {
    const body = await jsonOf(request, ClockBody)
    if (body === undefined)
      return problem(
        response,
        400,
        'CLOCK_INVALID',
        '请用 {"now":"2026-12-31T23:58:00+08:00"} 的形式。 Send {"now":"…"}.',
      )
    if (!(await served.moveClock(Date.parse(body.now))))
      return problem(response, 409, 'CLOCK_NEVER_BACK', '时钟只能向前拨。 The clock moves forward only.')
  }
  sendJson(response, 200, { now: timestamp(served.clock) })
}

const servePage = (served: Served, request: IncomingMessage, response: ServerResponse, url: URL) => {
  // `//name` is another host's address to whoever reads it as a link: no page of ours stands there.
  const page = url.pathname.startsWith('//') ? undefined : served.web(url.pathname)
  if (page !== undefined && request.method !== 'GET' && request.method !== 'HEAD')
    return wrongMethod(response, 'GET, HEAD')
  if (page === undefined) return problem(response, 404, 'NOT_FOUND', '没有这个页面。 There is no such page.')
  const { status, headers, body } = compressed(page, request.headers['accept-encoding'])
  sendReply(response, {
    statusCode: status,
    headers: { ...headers },
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  })
}

/** Refuses a call by another site's page, or by a name that was pointed at this machine. */
const foreign = (response: ServerResponse) =>
  problem(
    response,
    403,
    'ORIGIN_FOREIGN',
    '只接受本机页面和程序的请求。 Only pages and programs of this machine may call this.',
  )

interface LocalPlace {
  readonly at: string
  readonly methods: readonly string[]
  readonly serve: (served: Served, ...call: Parameters<Listener>) => Promise<void> | void
}

/** The routes of the local runtime alone; `POST` takes JSON, which no foreign page can send unasked. */
const LOCAL: readonly LocalPlace[] = [
  { at: '/local/token', methods: ['POST'], serve: serveToken },
  { at: '/local/clock', methods: ['GET', 'HEAD', 'POST'], serve: serveClock },
  { at: '/local/mail', methods: ['GET', 'HEAD'], serve: (served, ...call) => served.mail(...call) },
  { at: '/local/objects', methods: ['PUT'], serve: (served, ...call) => served.objects(...call) },
  {
    at: '/local/executions',
    methods: ['GET', 'HEAD'],
    serve: ({ engine }, _, response, url) => serveExecutions(engine, response, url),
  },
]

const serveLocal = (
  served: Served,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> | void => {
  const place = LOCAL.find(({ at }) => url.pathname === at || url.pathname.startsWith(`${at}/`))
  if (place === undefined) return noSuchAddress(response)
  if (!isOwn(request)) return foreign(response)
  if (!place.methods.includes(request.method ?? '')) return wrongMethod(response, place.methods.join(', '))
  if (request.method === 'POST' && !isJson(request))
    return problem(
      response,
      415,
      'BODY_NOT_JSON',
      '请以 content-type: application/json 发送。 Send it with content-type: application/json.',
    )
  return place.serve(served, request, response, url)
}

const serveIdentity: (served: Served, ...call: Parameters<Listener>) => Promise<void> | void = (
  { identity },
  request,
  response,
  url,
) => {
  if (identity === undefined) return noSuchAddress(response)
  return isOwn(request) ? identity(request, response, url) : foreign(response)
}

const route =
  (served: Served): Listener =>
  (request, response, url) => {
    const { pathname } = url
    const below = (prefix: string) => pathname === prefix || pathname.startsWith(`${prefix}/`)
    if (below('/api')) return served.api(request, response, url)
    if (below('/oidc')) return serveIdentity(served, request, response, url)
    if (below('/local')) return serveLocal(served, request, response, url)
    return servePage(served, request, response, url)
  }

/** The whole system on one port. A fault answers with a problem document and never ends the process. */
export const createLocalServer = (served: Served): Server => {
  const listen = route(served)
  return createServer(async (request, response) => {
    try {
      // Its path is put behind an address of ours as it is: `//` would be read as another host otherwise.
      const url = URL.parse(`http://127.0.0.1${request.url ?? '/'}`)
      if (url?.host === '127.0.0.1') await listen(request, response, url)
      else problem(response, 400, 'ADDRESS_INVALID', '请求地址无效。 This is no address.')
    } catch (error) {
      console.error(error)
      if (response.headersSent) response.destroy()
      else problem(response, 500, 'FAULT', '系统出现故障。 Something failed.')
    }
  })
}
