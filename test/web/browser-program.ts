import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium, { inflate } from '@sparticuz/chromium'

const CACHE = resolve(import.meta.dirname, '../../.cache')
const PACKAGE = resolve(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..')

const paths = (home: string) => ({ program: join(home, 'chromium'), libraries: join(home, 'al2023', 'lib') })

/** The package unpacks where temporary files go: here that is a folder of its own, which then takes its place. */
const unpack = async (home: string): Promise<void> => {
  const { TMPDIR } = process.env
  await mkdir(CACHE, { recursive: true })
  const draft = await mkdtemp(join(CACHE, 'chromium-'))
  process.env.TMPDIR = draft
  try {
    await chromium.executablePath()
    // Libraries that a server often lacks; the package unpacks them by itself in Lambda alone.
    await inflate(join(PACKAGE, 'bin', 'al2023.tar.br'))
    await rename(draft, home)
  } catch (error) {
    // Of two that unpack at once, one comes second.
    if (!existsSync(home)) throw error
    await rm(draft, { recursive: true, force: true })
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}

/** Chromium from the project's own packages, unpacked once: no system browser is asked for. */
export const browserProgram = async (): Promise<ReturnType<typeof paths>> => {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'))
  const home = join(CACHE, `chromium-${version}`)
  if (!existsSync(home)) await unpack(home)
  return paths(home)
}
