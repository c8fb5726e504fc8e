import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'

/** The system under test: an address is all that is known of it. */
const systemUrl = () => (process.env.SYSTEM_URL ?? 'http://127.0.0.1:3000').replace(/\/$/, '')

export interface Answer {
  readonly status: number
  readonly type: string
  readonly headers: Headers
  // What the system answered is what these tests are about: each looks at the parts that it names.
  // biome-ignore lint/suspicious/noExplicitAny: a test reads deep into answers and fails where they differ
  readonly body: any
  readonly bytes: Uint8Array
}

const Token = z.object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.number() })
/** By system and account. */
const tokens = new Map<string, string>()

const tokenOf = async (
  asked: { readonly account: string } | { readonly client: string },
): Promise<string> => {
  const key = `${systemUrl()} ${JSON.stringify(asked)}`
  const known = tokens.get(key)
  if (known) return known
  const response = await fetch(`${systemUrl()}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  })
  const { access_token } = Token.parse(await response.json())
  tokens.set(key, access_token)
  return access_token
}

const parse = (text: string, type: string): unknown =>
  /json/.test(type) && text !== '' ? JSON.parse(text) : text

export const call = async (path: string, init: RequestInit = {}): Promise<Answer> => {
  const response = await fetch(`${systemUrl()}${path}`, { redirect: 'manual', ...init })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const type = response.headers.get('content-type') ?? ''
  return {
    status: response.status,
    type,
    headers: response.headers,
    bytes,
    body: parse(new TextDecoder().decode(bytes), type),
  }
}

/** A PDF that no other run has uploaded: its bytes are unique. */
export const pdf = (): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n% ${randomUUID()}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
    ),
  )

/** Someone who is signed in. */
export const as = (account: string) => {
  const authorised = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${await tokenOf({ account })}`)
    return call(path, { ...init, headers })
  }
  const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return {
    get: (path: string, headers: Record<string, string> = {}) => authorised(path, { headers }),
    post: (path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
      authorised(path, json(body, headers)),
    send: authorised,
    submit: (body: unknown, key: string = randomUUID()) =>
      authorised('/api/requests', json(body, { 'idempotency-key': key })),
    async upload(bytes: Uint8Array<ArrayBuffer> = pdf(), name = 'proof.pdf') {
      const form = new FormData()
      form.set('file', new Blob([bytes]), name)
      return authorised('/api/evidence', { method: 'POST', body: form })
    },
    decide: (task: string, decision: string, more: object = {}) =>
      authorised(`/api/tasks/${task}/decision`, json({ decision, ...more })),
    /** The task of a request on this person's to-do list, once it is there. */
    async task(requestId: string, line: number | null = null): Promise<string> {
      return until(`a task of ${requestId} for ${account}`, async () => {
        let cursor = ''
        do {
          const page = await authorised(
            `/api/tasks?box=todo${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
          )
          const items: { id: string; requestId: string; line: number | null }[] = page.body.items
          const task = items.find((one) => one.requestId === requestId && one.line === line)
          if (task) return task.id
          cursor = page.body.cursor ?? ''
        } while (cursor !== '')
        return undefined
      })
    },
  }
}

/** Another system (a provider's program, one of HR), by its client id. */
export const program = (client: string) => {
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${await tokenOf({ client })}`)
    return call(path, { ...init, headers })
  }
  return {
    get: (path: string) => send(path),
    post: (path: string, body: unknown) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    deliver: (records: readonly object[], provider = client) =>
      send(`/api/feeds/${provider}/completions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ records }),
      }),
  }
}

/** Waits until `look` finds something: the workflow goes on behind the API. */
export const until = async <T>(
  what: string,
  look: () => Promise<T | undefined>,
  seconds = 120,
): Promise<T> => {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(`Waited ${seconds} seconds in vain for ${what}.`)
    await wait(100)
  }
}

/** A claim with one line of five full days of the public subject, unless told otherwise. */
export const claim = (
  staffId: string,
  evidence: string[],
  lines: object[] = [publicWeek('2026-05-11', '2026-05-15')],
) => ({
  type: 'recognition',
  staffId,
  title: '公共科目集中培训',
  provider: '内蒙古自治区党校',
  certificateNo: randomUUID(),
  lines,
  evidence,
})

export const publicWeek = (from: string, to: string, halfDays = 10) => ({
  subject: 'public',
  category: 'in_service',
  mode: 'offline',
  from,
  to,
  halfDays,
  fullTime: true,
})

export const online = (from: string, to: string, hours: number) => ({
  subject: 'professional',
  category: 'in_service',
  mode: 'online',
  from,
  to,
  hours,
})

/** Waits until a request has a status. */
export const reaches = (account: string, requestId: string, status: string) =>
  until(`${requestId} to be ${status}`, async () => {
    const { body } = await as(account).get(`/api/requests/${requestId}`)
    return body.status === status ? body : undefined
  })

/** Sets a local system's clock to a moment, with its zone: what falls due by then is done on the way. */
export const moveClock = async (now: string): Promise<void> => {
  const { status } = await call('/local/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now }),
  })
  if (status !== 200) throw new Error(`The clock was not moved to ${now}: ${status}.`)
}
