import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { type Page, securityHeaders } from './document.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/**
 * The scripts and styles by their path, read once. A path is only ever looked up here and never opened, so no
 * path, however written, leads out of the folder.
 */
export const readAssets = (): ReadonlyMap<string, Page> => {
  const folder = join(import.meta.dirname, 'assets')
  return new Map(
    readdirSync(folder).flatMap((name) => {
      const type = types[extname(name)]
      if (type === undefined) return []
      const headers = { ...securityHeaders, 'content-type': type }
      return [[`/assets/${name}`, { status: 200, headers, body: readFileSync(join(folder, name)) }] as const]
    }),
  )
}
