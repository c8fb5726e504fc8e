import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../functions/platform/identifiers.ts'
import type { ObjectStore } from '../functions/platform/objects-port.ts'
import type { MovableClock } from './clock.ts'
import { writeDurably } from './durable-file.ts'

class KeyInvalidError extends Error {
  override name = 'KeyInvalidError'
}

/** What an upload to a signed address came to. */
export type UploadOutcome = 'kept' | 'not_signed' | 'expired' | 'differs'

export interface LocalObjects extends ObjectStore {
  /** Takes the bytes that were sent to an address of `uploadUrl`. */
  takeUpload(url: URL, bytes: Uint8Array): Promise<UploadOutcome>
}

const absent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Segments of letters, digits and `-_.`, none of them only dots: no key leads out of the folder. */
const isKey = (key: string): boolean => /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(key)

const secretOf = (file: string): Buffer => {
  if (!existsSync(file)) writeDurably(file, randomBytes(32))
  return readFileSync(file)
}

/**
 * Objects as files below a folder, each with its content type in a file beside it. `publicUrl` is the address of
 * this system, which uploads are sent to.
 */
export const openObjects = (
  directory: string,
  publicUrl: string,
  clock: Pick<MovableClock, 'now'>,
): LocalObjects => {
  const secret = secretOf(join(directory, 'upload-secret'))
  const fileOf = (key: string): string => {
    if (!isKey(key)) throw new KeyInvalidError(`${key} is no object key.`)
    return join(directory, 'objects', key)
  }
  const typeFileOf = (key: string): string => `${join(directory, 'types', key)}`
  const read = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      if (absent(error)) return undefined
      throw error
    }
  }
  const put: ObjectStore['put'] = async (key, bytes, { contentType, ifAbsent }) => {
    const file = fileOf(key)
    if (ifAbsent && existsSync(file)) return
    // The type first: an object that is there always has one.
    writeDurably(typeFileOf(key), contentType)
    writeDurably(file, bytes)
  }
  const sign = (key: string, query: URLSearchParams): string =>
    createHmac('sha256', secret).update(`${key}\n${query}`).digest('base64url')
  return {
    put,
    get: (key) =>
      read(async () => ({
        bytes: new Uint8Array(await readFile(fileOf(key))),
        contentType: await readFile(typeFileOf(key), 'utf8'),
      })),
    head: (key) =>
      read(async () => ({
        size: (await stat(fileOf(key))).size,
        contentType: await readFile(typeFileOf(key), 'utf8'),
      })),
    async delete(key) {
      await rm(fileOf(key), { force: true })
      await rm(typeFileOf(key), { force: true })
    },
    async uploadUrl(key, { contentType, size, sha256, expiresInSeconds }) {
      const query = new URLSearchParams({
        contentType,
        size: String(size),
        sha256,
        expires: String(clock.now() + expiresInSeconds * 1000),
      })
      const signature = sign(key, query)
      return {
        url: `${publicUrl}/local/objects/${key}?${query}&signature=${signature}`,
        method: 'PUT',
        headers: { 'content-type': contentType },
      }
    },
    async takeUpload(url, bytes) {
      const key = url.pathname.slice('/local/objects/'.length)
      const query = new URLSearchParams(url.search)
      const signature = Buffer.from(query.get('signature') ?? '')
      query.delete('signature')
      const expected = Buffer.from(sign(key, query))
      if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return 'not_signed'
      if (Number(query.get('expires')) < clock.now()) return 'expired'
      if (bytes.length !== Number(query.get('size')) || sha256(bytes) !== query.get('sha256'))
        return 'differs'
      await put(key, bytes, { contentType: query.get('contentType') ?? 'application/octet-stream' })
      return 'kept'
    },
  }
}
