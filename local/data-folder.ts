import { createPrivateKey } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { publicKeyIn } from '../functions/certificates/key-file-signer.ts'
import { checkSqlite } from './database-files.ts'
import { hasLived } from './database-key.ts'
import { writeDurably } from './durable-file.ts'
import { FiredJson } from './fired-json.ts'
import { IdentityKeysJson } from './identity/keys-json.ts'
import { checkPublished, PublicKeysJson } from './public-keys.ts'
import { isSealKey } from './seal-key.ts'

/** A file of the data folder is missing or damaged; the message is one sentence that says what to do. */
export class DataFolderDamagedError extends Error {
  override name = 'DataFolderDamagedError'
}

/** Which files this folder has held since its first start was done. */
const MANIFEST = 'contents.json'
const Manifest = z.object({ version: z.literal(1), files: z.array(z.string()) })

const HOW_TO_GO_ON =
  '请从备份恢复，或用 npm start -- --fresh 重新开始（会清空全部数据）。 Restore it from a backup, or begin anew with npm start -- --fresh, which removes everything.'

class UnreadableError extends Error {
  override name = 'UnreadableError'
}

const requireThat = (fits: boolean): void => {
  if (!fits) throw new UnreadableError('The file does not hold what it should.')
}

interface Part {
  readonly name: string
  /** Throws where the file does not hold what it should. */
  readonly check: (file: string) => void
  /** What is lost without the file, where the system can go on; undefined: it cannot. */
  readonly lost?: string
}

const json = (schema: z.ZodType) => (file: string) => {
  schema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

const sqlite = (file: string) => {
  // SQLite takes a file of nothing for an empty database.
  requireThat(statSync(file).size > 0)
  checkSqlite(file)
}

/** The files of a first start, besides the database. */
const PARTS: readonly Part[] = [
  {
    name: 'signing-key.pem',
    check: (file) =>
      requireThat(createPrivateKey(readFileSync(file)).asymmetricKeyDetails?.namedCurve === 'prime256v1'),
  },
  { name: 'public-keys.json', check: json(PublicKeysJson) },
  { name: 'seal-key', check: (file) => requireThat(isSealKey(readFileSync(file, 'utf8'))) },
  { name: 'form', check: (file) => requireThat(/^\d+$/.test(readFileSync(file, 'utf8'))) },
  { name: 'complaint-key', check: (file) => requireThat(isSealKey(readFileSync(file, 'utf8'))) },
  { name: 'identity-keys.json', check: json(IdentityKeysJson) },
  { name: 'objects/upload-secret', check: (file) => requireThat(statSync(file).size >= 32) },
  {
    name: 'clock',
    check: (file) => requireThat(/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(readFileSync(file, 'utf8').trim())),
  },
  {
    name: 'schedules.json',
    check: json(FiredJson),
    lost: '停机期间错过的定时任务不会补做。 Appointments that passed while it was off are not made up for.',
  },
  {
    name: 'engine.sqlite',
    check: sqlite,
    lost: '办理中的流程由平台按台账重新启动。 What was under way is started again from the records.',
  },
  {
    name: 'mail.sqlite',
    check: sqlite,
    lost: '此前的邮件不再显示。 Earlier messages are gone.',
  },
  {
    name: 'identity.sqlite',
    check: sqlite,
    lost: '请重新登录。 Everybody signs in anew.',
  },
]

/** The last file of a first start of the version before: a folder that has it once had all the others. */
const LAST_OF_BEFORE = 'identity.sqlite'
/** The version before wrote the clock when it was first moved, and published no keys and sealed nothing. */
const NOT_OF_BEFORE: readonly string[] = ['clock', 'public-keys.json', 'seal-key', 'form', 'complaint-key']

const expectedOf = (directory: string): readonly string[] => {
  const file = join(directory, MANIFEST)
  if (existsSync(file))
    try {
      return Manifest.parse(JSON.parse(readFileSync(file, 'utf8'))).files
    } catch (cause) {
      throw new DataFolderDamagedError(`数据目录的 ${MANIFEST} 已损坏，${HOW_TO_GO_ON}`, { cause })
    }
  if (!existsSync(join(directory, LAST_OF_BEFORE))) return []
  return [...PARTS.map(({ name }) => name).filter((name) => !NOT_OF_BEFORE.includes(name)), 'database']
}

/** Throws where the signing key is not the published one. */
const checkSigningKey = (directory: string): void => {
  const [key, published] = ['signing-key.pem', 'public-keys.json'].map((name) => join(directory, name))
  if (key === undefined || published === undefined || !existsSync(key) || !existsSync(published)) return
  try {
    checkPublished(published, publicKeyIn(key))
  } catch (cause) {
    throw new DataFolderDamagedError(
      `数据目录的签名密钥 signing-key.pem 与公布的公钥 public-keys.json 不符，密钥可能被更换过，${HOW_TO_GO_ON}`,
      { cause },
    )
  }
}

/** Whether a start of before was done with a file of this name. */
export const hasHeld = (directory: string, name: string): boolean => expectedOf(directory).includes(name)

/**
 * Checks every file of the folder before anything opens or replaces one, so that no lost file is made anew in
 * silence. Answers a sentence for each lost file that the system can go on without.
 * @throws DataFolderDamagedError, DatabaseUnavailableError
 */
export const checkDataFolder = (directory: string): string[] => {
  const expected = new Set(expectedOf(directory))
  if (expected.has('database') && !hasLived(join(directory, 'database')))
    throw new DataFolderDamagedError(`数据目录缺少数据库文件（database），${HOW_TO_GO_ON}`)
  const lost = PARTS.flatMap(({ name, check, lost }) => {
    const file = join(directory, name)
    if (!existsSync(file)) {
      if (!expected.has(name)) return []
      if (lost === undefined) throw new DataFolderDamagedError(`数据目录缺少文件 ${name}，${HOW_TO_GO_ON}`)
      return [`数据目录缺少文件 ${name}：${lost}`]
    }
    try {
      check(file)
    } catch (cause) {
      const otherwise =
        lost === undefined ? '' : `也可以移走该文件后重新启动：${lost} Or move it away and start again. `
      throw new DataFolderDamagedError(`数据目录的文件 ${name} 已损坏，${otherwise}${HOW_TO_GO_ON}`, {
        cause,
      })
    }
    return []
  })
  checkSigningKey(directory)
  return lost
}

/** Writes down which files the folder holds, once all have been opened. */
export const rememberDataFolder = (directory: string): void =>
  writeDurably(
    join(directory, MANIFEST),
    JSON.stringify({
      version: 1,
      files: [
        ...PARTS.map(({ name }) => name).filter((name) => existsSync(join(directory, name))),
        'database',
      ],
    }),
  )

/**
 * Lets only their owner read the files: old ones and those made from now on. Does nothing on a file system
 * without modes.
 */
export const closeToOthers = (directory: string): void => {
  process.umask(0o077)
  const own = (path: string, mode: number) => {
    try {
      if (existsSync(path)) chmodSync(path, mode)
    } catch {
      // The file belongs to someone else, or the file system has no modes.
    }
  }
  for (const name of ['objects', 'database', 'objects/objects', 'objects/types'])
    own(join(directory, name), 0o700)
  for (const folder of ['', 'database'])
    for (const entry of existsSync(join(directory, folder))
      ? readdirSync(join(directory, folder), { withFileTypes: true })
      : [])
      if (entry.isFile() && (folder !== '' || isOurs(entry.name)))
        own(join(directory, folder, entry.name), 0o600)
}

const isOurs = (name: string): boolean =>
  name.startsWith('instance.') || name === MANIFEST || PARTS.some((part) => name.startsWith(part.name))
