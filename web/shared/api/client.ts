import { accessToken } from '../session.ts'
import type { Evidence, Problem as ProblemDocument, UploadEvidenceResponse } from './types.gen.ts'

/** What the API answered instead of what was asked for (RFC 9457). Status 0: it did not answer at all. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: number
  readonly code: string
  /** What is wrong with the input, field by field: `pointer` as in RFC 6901. */
  readonly faults: readonly { readonly pointer: string; readonly detail: string }[]
  readonly details: readonly string[]
  /** The number to give to the operator; empty where there is none. */
  readonly tracking: string
  readonly document: Readonly<Record<string, unknown>>

  constructor(status: number, document: Partial<ProblemDocument>) {
    super(document.title ?? '')
    this.status = status
    this.code = document.code ?? ''
    this.faults = document.errors ?? []
    this.details = this.faults.map(({ detail }) => detail)
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
export const post = async <T>(
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> =>
  (
    await send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  ).json()

interface Sent {
  readonly status: number
  readonly body: object
}

/** As `fetch`, which can't tell how much has gone (0 to 1). @throws Problem there was no answer */
const sendTelling = (
  url: string,
  { method = 'POST', headers, body }: { method?: string; headers: Headers; body: FormData | Blob },
  onProgress: (part: number) => void,
): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    for (const [name, value] of headers) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
    request.onerror = () => reject(new Problem(0, {}))
    request.onload = () => resolve({ status: request.status, body: bodyOf(request.responseText) })
    request.send(body)
  })

/** Sends a file to the API itself (a list to import), telling how much of it has gone. @throws Problem */
export const postFile = async <T>(
  path: string,
  file: Blob,
  onProgress: (part: number) => void,
): Promise<T> => {
  const form = new FormData()
  form.append('file', file)
  const headers = new Headers({ 'accept-language': document.documentElement.lang })
  const token = accessToken()
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  const { status, body } = await sendTelling(`/api${path}`, { headers, body: form }, onProgress)
  if (status >= 200 && status < 300) return body as T
  throw new Problem(status, body)
}

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Sends a proof straight to the object store: announced, sent to the address that was signed for it, taken.
 * @throws Problem
 */
export const sendProof = async (file: File, onProgress: (part: number) => void): Promise<Evidence> => {
  const sha256 = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  const { id, upload } = await post<UploadEvidenceResponse>('/evidence', {
    size: file.size,
    sha256,
    type: file.type,
  })
  if (upload !== undefined) {
    const { status, body } = await sendTelling(
      upload.url,
      { method: upload.method, headers: new Headers(upload.headers), body: file },
      onProgress,
    )
    if (status >= 300) throw new Problem(status, body)
  }
  return post<Evidence>(`/evidence/${encodeURIComponent(id)}`, {})
}

const bodyOf = (text: string): object => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** What a browser may show; anything else is only ever saved to disk. */
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg']

/** Fetches a file with the session and gives it an address within this page. @throws Problem */
export const fetchFile = async (path: string): Promise<{ readonly url: string; readonly type: string }> => {
  const blob = await (await send(path)).blob()
  const type = SHOWN.find((one) => blob.type === one) ?? 'application/octet-stream'
  return { url: URL.createObjectURL(new Blob([blob], { type })), type }
}

/** Saves a file of the API's to the reader's disk, by the name that the API gives it. @throws Problem */
export const saveFile = async (path: string, name: string): Promise<void> => {
  const answer = await send(path)
  const said = /filename\*=UTF-8''([^;]+)|filename="([^"]+)"/i.exec(
    answer.headers.get('content-disposition') ?? '',
  )
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = said?.[1] === undefined ? (said?.[2] ?? name) : decodeURIComponent(said[1])
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
