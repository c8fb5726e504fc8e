import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseUnavailableError } from './database-fault.ts'
import { writeDurably } from './durable-file.ts'

/** The region that clients name; with the access key it names the file. */
export const REGION = 'local'

const KEY = 'access-key'
/** The file of the version before, which every access key saw. */
const SHARED = 'shared-local-instance.db'

const fileOf = (key: string): string => `${key}_${REGION}.db`
const keyIn = (name: string): string | undefined => /^([A-Za-z0-9]+)_local\.db$/.exec(name)?.[1]
const namesIn = (directory: string): string[] => (existsSync(directory) ? readdirSync(directory) : [])

/** Whether a folder holds a database of ours. */
export const hasLived = (directory: string): boolean =>
  namesIn(directory).some((name) => name === SHARED || keyIn(name) !== undefined)

const damaged = (zh: string, en: string) => new DatabaseUnavailableError('DATA_DAMAGED', `${zh} ${en}`)

const readKey = (directory: string): string | undefined => {
  const file = join(directory, KEY)
  if (!existsSync(file)) return undefined
  const key = readFileSync(file, 'utf8').trim()
  if (/^[A-Za-z0-9]{4,64}$/.test(key)) return key
  throw damaged(
    `数据库的访问密钥文件 ${file} 已损坏，请从备份恢复。`,
    'The file with the key of the database is damaged: restore it from a backup.',
  )
}

/** The key in the name of the database's one file, which replaces a lost key file. */
const keyOfTheFile = (directory: string): string | undefined => {
  const keys = namesIn(directory).flatMap((name) => keyIn(name) ?? [])
  if (keys.length <= 1) return keys[0]
  throw damaged(
    `数据目录缺少数据库的访问密钥文件 ${KEY}，请从备份恢复。`,
    'The file with the key of the database is missing: restore it from a backup.',
  )
}

/**
 * The access key of this system's database. Each key sees a file of its own, so whoever reaches the port with
 * another finds nothing. Made at the first start; the file of the version before is checked and then renamed,
 * once.
 */
export const databaseKey = (directory: string): string => {
  const key = readKey(directory) ?? keyOfTheFile(directory) ?? randomBytes(16).toString('hex')
  writeDurably(join(directory, KEY), `${key}\n`)
  const [shared, own] = [join(directory, SHARED), join(directory, fileOf(key))]
  if (existsSync(shared) && existsSync(own))
    throw damaged(
      `数据目录里同时有 ${SHARED} 和 ${fileOf(key)}，请移走其中不要的一个。`,
      'Two databases lie in the data folder: move the one away that you do not want.',
    )
  if (existsSync(shared)) renameSync(shared, own)
  else if (!existsSync(own) && hasLived(directory))
    throw damaged(
      `访问密钥 ${KEY} 与数据库文件不符，请从备份恢复。`,
      'The key does not belong to the database file: restore both from one backup.',
    )
  return key
}
