import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import hosting from '../web/hosting.json' with { type: 'json' }

const DIST = resolve(import.meta.dirname, '../web/dist')

export interface Page {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/**
 * Everything comes from here, no script or style stands in a page, and nobody may frame one. The pages ask the issuer
 * for tokens, where it is another origin.
 */
const policyFor = ({ issuer, origin }: Config): string => {
  const other = new URL(issuer).origin
  return Object.entries(hosting.policy)
    .map(([what, from]) => `${what} ${from}${what === 'connect-src' && other !== origin ? ` ${other}` : ''}`)
    .join('; ')
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
}

class WebNotBuiltError extends Error {
  override name = 'WebNotBuiltError'
}

const entries = hosting.entries.map(({ path, page }) => ({ path: new RegExp(path), page }))

const read = (path: string): Buffer => {
  try {
    return readFileSync(join(DIST, path))
  } catch (cause) {
    throw new WebNotBuiltError(
      '网页还没有构建，请运行 npm run web:build。 The pages are not built: run npm run web:build.',
      { cause },
    )
  }
}

const pagesUnder =
  (policy: string) =>
  (body: Uint8Array, type: string, caching: string): Page => ({
    status: 200,
    headers: {
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-type': type,
      'cache-control': caching,
    },
    body,
  })

/** What a browser has to know to sign people in (`web/shared/config.ts`). */
interface Config {
  readonly issuer: string
  readonly clientId: string
  readonly audience?: string
  readonly origin: string
  readonly inbox: string
}

/**
 * The built web application, read once. A path is only ever looked up and never opened, so none leads out of the
 * folder. Hashed files are kept by browsers for ever, pages are asked for anew each time.
 * @throws WebNotBuiltError it has not been built yet
 */
export const readWeb = (config: Config): ((path: string) => Page | undefined) => {
  const page = pagesUnder(policyFor(config))
  const html = new Map(
    entries.map((entry) => [entry.page, page(read(entry.page), 'text/html; charset=utf-8', 'no-cache')]),
  )
  const files: ReadonlyMap<string, Page> = new Map(
    readdirSync(join(DIST, 'static')).flatMap((name) => {
      const type = types[extname(name)]
      const found = type && page(read(`static/${name}`), type, 'public, max-age=31536000, immutable')
      return found ? [[`/static/${name}`, found] as const] : []
    }),
  )
  const settings = page(Buffer.from(JSON.stringify(config)), 'application/json', 'no-cache')
  return (path) => {
    if (path === '/config.json') return settings
    const shown = entries.find((entry) => entry.path.test(path))
    return shown ? html.get(shown.page) : files.get(path)
  }
}
