/** Builds the web application into `web/dist`, unless the sources are those of the last build. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
const WEB = join(ROOT, 'web')
const STAMP = join(WEB, 'dist', '.built-from')

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (!entry.isDirectory()) return [path]
    return path === join(WEB, 'dist') ? [] : sourcesIn(path)
  })

/** The `words.ts` files of the functions, which the pages import. */
const sharedWords = (): string[] =>
  sourcesIn(join(ROOT, 'functions')).filter((path) => basename(path) === 'words.ts')

const fingerprint = (): string => {
  const hash = createHash('sha256')
  for (const file of [join(ROOT, 'package-lock.json'), ...sourcesIn(WEB).sort(), ...sharedWords().sort()])
    hash.update(file.slice(ROOT.length)).update(readFileSync(file))
  return hash.digest('hex')
}

const wanted = fingerprint()
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== wanted) {
  // Loaded only when there is something to build: a start should not wait for it.
  const { build } = await import('vite')
  await build({ configFile: join(WEB, 'vite.config.ts'), logLevel: 'warn' })
  writeFileSync(STAMP, wanted)
}
