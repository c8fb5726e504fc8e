import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { catalog } from '../functions/catalog.ts'
import { fontFiles } from '../functions/certificates/sheet/font-files.ts'
import fonts from '../functions/certificates/sheet/fonts.json' with { type: 'json' }
import type { Lambda } from '../functions/platform/lambda.ts'

const ROOT = resolve(import.meta.dirname, '..')

/** The folder beside a bundle with the fonts of certificates, as `functions/certificates/sheet/font-files.ts` reads it. */
export const FONTS = 'fonts'

const FONT_FILES: readonly string[] = [
  fontFiles.text(),
  ...Object.keys(fonts.rare).map(fontFiles.rare),
  fontFiles.mongolian(),
]

/** HarfBuzz looks for its program beside the file that asks for it: the bundle. */
const HARFBUZZ = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz.wasm')

const copyFonts = (folder: string): void => {
  mkdirSync(join(folder, FONTS), { recursive: true })
  for (const file of FONT_FILES) copyFileSync(file, join(folder, FONTS, basename(file)))
  copyFileSync(HARFBUZZ, join(folder, basename(HARFBUZZ)))
}

/** Globals that CommonJS packages need and modules do not have. */
const COMMONJS = `import { createRequire as commonJsRequire } from 'node:module';
const require = commonJsRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;`

/**
 * Credential providers of the SDK that Lambda never reaches, where credentials are in the environment. They
 * are imported on demand, so they are left out: a fifth of a small function's bytes.
 */
const NEVER_REACHED = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-login',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
]

export interface Bundle {
  /** The folder that is uploaded: `index.mjs` exports `handler`. */
  readonly directory: string
  /** Bytes of minified JavaScript, the AWS SDK included, the fonts not. */
  readonly bytes: number
}

/**
 * Bundles every function of the catalog, all in one run, so that what they share is parsed once. The AWS SDK is
 * bundled too: the version that was tested is the version that runs.
 */
export const bundle = (directory: string, entries: readonly Lambda[] = catalog): Map<string, Bundle> => {
  rmSync(directory, { recursive: true, force: true })
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: entries.map(({ name, entry }) => ({ in: entry, out: `${name}/index` })),
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    external: NEVER_REACHED,
    // Node's own Brotli in place of a package with 450 KB of tables.
    alias: { 'brotli/decompress.js': './infra/brotli.ts' },
    banner: { js: COMMONJS },
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  })
  return new Map(
    entries.map(({ name, font }) => {
      const folder = join(directory, name)
      mkdirSync(folder, { recursive: true })
      if (font) copyFonts(folder)
      return [name, { directory: folder, bytes: statSync(join(folder, 'index.mjs')).size }]
    }),
  )
}
