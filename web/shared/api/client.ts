import { oneOf } from '../one-of.ts'
import { accessToken } from '../session.ts'
import { withQuery } from '../with-query.ts'
import type { Gets, Posts } from './routes.gen.ts'
import type { Evidence, Problem as ProblemDocument } from './types.gen.ts'

/** A problem document of the API (RFC 9457). Status 0: there was no answer. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly status: number
  /** The code of an API refusal; undefined without an answer, or where the answer is not the API's. */
  readonly code: ProblemDocument['code'] | undefined
  /** What is wrong with the input, field by field: `pointer` as in RFC 6901. */
  readonly faults: readonly { readonly pointer: string; readonly detail: string }[]
  readonly details: readonly string[]
  /** The number to give to the operator; empty where there is none. */
  readonly tracking: string
  readonly document: Readonly<Record<string, unknown>>

  constructor(status: number, document: Partial<ProblemDocument>) {
    super(document.title ?? '')
    this.status = status
    this.code = document.code
    this.faults = document.errors ?? []
    this.details = this.faults.map(({ detail }) => detail)
    this.tracking = (document.instance ?? '').replace('urn:training-platform:call:', '')
    this.document = document
  }
}

type Names = Readonly<Record<string, unknown>>

/** The parts that a call may have. */
interface Call {
  readonly path?: Names | undefined
  readonly query?: Names | undefined
  readonly body?: unknown
  readonly key?: string | undefined
}

/** A query as pages have it: an optional parameter that is empty, null or undefined is left out. */
type Query<Data> = {
  [Name in keyof Data]: Record<never, never> extends Pick<Data, Name>
    ? Data[Name] | null | undefined
    : Data[Name]
}

/** A body as forms have it: an optional field that is undefined is left out. */
type Body<Data> = {
  [Name in keyof Data]: Record<never, never> extends Pick<Data, Name> ? Data[Name] | undefined : Data[Name]
}

/** The Idempotency-Key, where the operation takes one: a call that is repeated with it does nothing twice. */
type Key<Data> = Data extends { headers: object }
  ? { readonly key: string }
  : 'headers' extends keyof Data
    ? { readonly key?: string }
    : unknown

/** Whether the API answered, and refused: asking once more would be refused again. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof ProblemError && error.status >= 400 && error.status < 500

/** What a route takes: the parts of its path, its query, its body and its key. */
export type Input<Data> = {
  readonly [Part in keyof Data as Part extends 'path' | 'query' | 'body' ? Part : never]: Part extends 'query'
    ? Query<Data[Part]>
    : Part extends 'body'
      ? Body<Data[Part]>
      : Data[Part]
} & Key<Data>

/** Routes that need nothing may be asked without anything. */
type Arguments<Data> = Record<never, never> extends Input<Data> ? [input?: Input<Data>] : [input: Input<Data>]

/** A route's address; the one place where parts of a path are encoded. */
const addressOf = (route: string, { path = {}, query = {} }: Call): string => {
  const address = route.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])))
  return withQuery(`/api${address}`, query)
}

const headersOf = ({ body, key }: Call): Headers => {
  const headers = new Headers({ 'accept-language': document.documentElement.lang })
  const token = accessToken()
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (key !== undefined) headers.set('idempotency-key', key)
  return headers
}

const send = async (method: 'GET' | 'POST', route: string, call: Call): Promise<Response> => {
  const body = call.body === undefined ? null : JSON.stringify(call.body)
  const init = { method, headers: headersOf(call), body }
  const answer = await fetch(addressOf(route, call), init).catch(() => {
    throw new ProblemError(0, {})
  })
  if (answer.ok) return answer
  throw new ProblemError(answer.status, await answer.json().catch(() => ({})))
}

// The calls differ only in their types, by path: hence overloads of one function.

/** Reads what a path answers. @throws ProblemError */
export function get<Path extends keyof Gets>(
  path: Path,
  ...input: Arguments<Gets[Path]['data']>
): Promise<Gets[Path]['answer']>
export async function get(path: string, input: Call = {}) {
  return (await send('GET', path, input)).json()
}

/** Asks a path to do something. @throws ProblemError */
export function post<Path extends keyof Posts>(
  path: Path,
  ...input: Arguments<Posts[Path]['data']>
): Promise<Posts[Path]['answer']>
export async function post(path: string, input: Call = {}) {
  return (await send('POST', path, input)).json()
}

/** Paths that answer a list, page by page. */
export type ListPath = {
  [Path in keyof Gets]: Gets[Path]['answer'] extends { items: unknown[]; cursor: string | null }
    ? Path
    : never
}[keyof Gets]

export type ItemOf<Path extends ListPath> = Gets[Path]['answer']['items'][number]

export interface Page<Item> {
  readonly items: Item[]
  readonly cursor: string | null
}

/** Reads a page of a list: the first one, or the one that a cursor leads to. @throws ProblemError */
export function getPage<Path extends ListPath>(
  path: Path,
  input: Input<Gets[Path]['data']>,
  cursor: string | undefined,
): Promise<Page<ItemOf<Path>>>
export async function getPage(path: string, input: Call, cursor: string | undefined) {
  return (await send('GET', path, { ...input, query: { ...input.query, cursor } })).json()
}

interface Sent {
  readonly status: number
  readonly body: object
}

/**
 * Sends as `fetch` does, and tells how much has gone (0 to 1), which `fetch` can't.
 * @throws ProblemError there was no answer
 */
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
    request.onerror = () => reject(new ProblemError(0, {}))
    request.onload = () => resolve({ status: request.status, body: bodyOf(request.responseText) })
    request.send(body)
  })

/** Paths that take a file, and what describes it, as a form. */
type FormPath = {
  [Path in keyof Posts]: Posts[Path]['data'] extends { body: { file: Blob } } ? Path : never
}[keyof Posts]

/** Sends a file to the API itself (a list to import), telling how much of it (0 to 1) has gone. @throws ProblemError */
export function postFile<Path extends FormPath>(
  path: Path,
  input: Input<Posts[Path]['data']>,
  onProgress: (part: number) => void,
): Promise<Posts[Path]['answer']>
export async function postFile(
  path: string,
  { body: fields, ...call }: Call,
  onProgress: (part: number) => void,
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields ?? {}))
    if (value instanceof Blob) form.append(name, value)
    else if (value !== undefined && value !== '') form.append(name, String(value))
  const sending = { headers: headersOf(call), body: form }
  const { status, body } = await sendTelling(addressOf(path, call), sending, onProgress)
  if (status >= 200 && status < 300) return body
  throw new ProblemError(status, body)
}

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Sends a proof straight to the object store, in three steps: announces it, uploads it to the signed address,
 * and completes it.
 * @throws ProblemError
 */
export const sendProof = async (file: File, onProgress: (part: number) => void): Promise<Evidence> => {
  const sha256 = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  const type = oneOf(SHOWN, file.type)
  if (type === undefined) throw new ProblemError(0, { code: 'FILE_TYPE_REFUSED' })
  // Characters that no name may have would refuse the whole file.
  const name = file.name.replaceAll(/\p{C}/gu, '').trim().slice(-200)
  const body = { size: file.size, sha256, type, ...(name === '' ? {} : { name }) }
  const { id, upload } = await post('/evidence', { body })
  if (upload !== undefined) {
    const { status, body } = await sendTelling(
      upload.url,
      { method: upload.method, headers: new Headers(upload.headers), body: file },
      onProgress,
    )
    if (status >= 300) throw new ProblemError(status, body)
  }
  return post('/evidence/{id}', { path: { id } })
}

const bodyOf = (text: string): object => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** Content types that a browser may show; others are only saved to disk. */
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg'] as const

/** Paths that answer a file. */
type FilePath = { [Path in keyof Gets]: Gets[Path]['answer'] extends Blob ? Path : never }[keyof Gets]

const shown = async (answer: Response): Promise<{ readonly url: string; readonly type: string }> => {
  const blob = await answer.blob()
  const type = oneOf(SHOWN, blob.type) ?? 'application/octet-stream'
  return { url: URL.createObjectURL(new Blob([blob], { type })), type }
}

/** Paths that answer a file once it is on record who reads it, and why. */
type RecordedFilePath = {
  [Path in keyof Posts]: Posts[Path]['answer'] extends Blob ? Path : never
}[keyof Posts]

/** Opens such a file, at an address within this page. @throws ProblemError */
export function openFile<Path extends RecordedFilePath>(
  path: Path,
  input: Input<Posts[Path]['data']>,
): Promise<{ readonly url: string; readonly type: string }>
export async function openFile(path: string, input: Call) {
  return shown(await send('POST', path, input))
}

/** Fetches a file with the session and gives it an address within this page. @throws ProblemError */
export function fetchFile<Path extends FilePath>(
  path: Path,
  input: Input<Gets[Path]['data']>,
): Promise<{ readonly url: string; readonly type: string }>
export async function fetchFile(path: string, input: Call) {
  return shown(await send('GET', path, input))
}

/** Saves a file of the API's to the reader's disk, by the name that the API gives it. @throws ProblemError */
export function saveFile<Path extends FilePath>(
  path: Path,
  input: Input<Gets[Path]['data']>,
  name: string,
): Promise<void>
export async function saveFile(path: string, input: Call, name: string) {
  const answer = await send('GET', path, input)
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
