import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Page } from './web.ts'

const packers: readonly [name: string, pack: (body: Uint8Array) => Uint8Array][] = [
  // The best quality takes seconds for a large file and saves little.
  ['br', (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })],
  ['gzip', (body) => gzipSync(body)],
]

const packed = new WeakMap<Page, Map<string, Page>>()

/** Whether a browser takes an encoding: named in its `accept-encoding`, and not refused there by `q=0`. */
const takes = (accepted: string, name: string): boolean =>
  accepted
    .split(',')
    .map((one) =>
      one
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .some(([encoding, weight = '']) => encoding === name && !/^q=0(\.0*)?$/.test(weight))

/** A page as small as the browser takes it, as CloudFront sends it; each is made once. */
export const compressed = (page: Page, accepted = ''): Page => {
  const headers = { ...page.headers, vary: 'accept-encoding' }
  const packer = packers.find(([name]) => takes(accepted, name))
  if (packer === undefined) return { ...page, headers }
  const [name, pack] = packer
  const made = packed.get(page) ?? new Map<string, Page>()
  packed.set(page, made)
  const known = made.get(name) ?? {
    ...page,
    headers: { ...headers, 'content-encoding': name },
    body: pack(page.body),
  }
  made.set(name, known)
  return known
}
