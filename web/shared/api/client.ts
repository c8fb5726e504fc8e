import { accessToken } from '../session.ts'
import type { Problem as ProblemDocument } from './types.gen.ts'

/** What the API answered instead of what was asked for (RFC 9457). Status 0: it did not answer at all. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: number
  readonly code: string
  readonly details: readonly string[]
  /** The number to give to the operator; empty where there is none. */
  readonly tracking: string
  readonly document: Readonly<Record<string, unknown>>

  constructor(status: number, document: Partial<ProblemDocument>) {
    super(document.title ?? '')
    this.status = status
    this.code = document.code ?? ''
    this.details = (document.errors ?? []).map(({ detail }) => detail)
    this.tracking = (document.instance ?? '').replace('urn:training-platform:call:', '')
    this.document = document
  }
}

const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
  const headers = new Headers(init.headers)
  headers.set('accept-language', document.documentElement.lang)
  const token = accessToken()
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  const answer = await fetch(`/api${path}`, { ...init, headers }).catch(() => {
    throw new Problem(0, {})
  })
  if (answer.ok) return answer
  throw new Problem(answer.status, await answer.json().catch(() => ({})))
}

/** @throws Problem */
export const get = async <T>(path: string): Promise<T> => (await send(path)).json()

/** @throws Problem */
export const post = async <T>(path: string, body: unknown): Promise<T> =>
  (
    await send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).json()

/** What a browser may show; anything else is only ever saved to disk. */
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg']

/** Fetches a file with the session and gives it an address within this page. @throws Problem */
export const fetchFile = async (path: string): Promise<{ readonly url: string; readonly type: string }> => {
  const blob = await (await send(path)).blob()
  const type = SHOWN.find((one) => blob.type === one) ?? 'application/octet-stream'
  return { url: URL.createObjectURL(new Blob([blob], { type })), type }
}
