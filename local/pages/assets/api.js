// @ts-check
import { accessToken } from './session.js'

/** What the API answered instead of what was asked for (RFC 9457). Status 0: it did not answer at all. */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {Record<string, any>} document
   */
  constructor(status, document) {
    super(document.title)
    this.name = 'Problem'
    this.status = status
    /** @type {string} */
    this.code = document.code ?? ''
    /** @type {string | undefined} */
    this.article = document.article
    /** @type {{ pointer: string, detail: string }[]} */
    this.errors = document.errors ?? []
    /** The number to give to the operator. */
    this.tracking = String(document.instance ?? '').replace('urn:training-platform:call:', '')
    this.document = document
  }
}

/** @param {Response} answer */
const problemOf = async (answer) => {
  const document = await answer.json().catch(() => ({}))
  return new Problem(answer.status, { title: '系统没有给出可读的答复，请稍后重试。', ...document })
}

/**
 * @param {string} path below `/api`
 * @param {RequestInit} [init]
 * @returns {Promise<Response>}
 * @throws {Problem}
 */
const send = async (path, init = {}) => {
  const token = accessToken()
  const headers = new Headers(init.headers)
  headers.set('accept-language', document.documentElement.lang)
  if (token) headers.set('authorization', `Bearer ${token}`)
  let answer
  try {
    answer = await fetch(`/api${path}`, { ...init, headers })
  } catch {
    throw new Problem(0, { title: '连接不上系统，请检查网络后重试。您填写的内容还在。' })
  }
  if (!answer.ok) throw await problemOf(answer)
  return answer
}

/** @param {string} path @returns {Promise<any>} */
export const get = async (path) => (await send(path)).json()

/**
 * @param {string} path
 * @param {unknown} [body]
 * @param {Record<string, string>} [headers]
 * @returns {Promise<any>}
 */
export const post = async (path, body, headers = {}) =>
  (
    await send(path, {
      method: 'POST',
      ...(body === undefined
        ? { headers }
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }),
    })
  ).json()

/** @param {File} file @returns {Promise<{ id: string, size: number, type: string }>} */
export const upload = async (file) => {
  const body = new FormData()
  body.append('file', file)
  return (await send('/evidence', { method: 'POST', body })).json()
}

/** What a browser may show; anything else is only ever saved to disk. */
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg']

/**
 * Fetches a file with the session and gives it an address within this page.
 * @param {string} path
 */
export const fetchFile = async (path) => {
  const blob = await (await send(path)).blob()
  const type = SHOWN.find((one) => blob.type === one) ?? 'application/octet-stream'
  return { url: URL.createObjectURL(new Blob([blob], { type })), type }
}
