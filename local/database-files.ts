import { accessSync, constants, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseUnavailableError } from './database-fault.ts'
import { commandOf } from './processes.ts'

const unusable = (directory: string, cause: unknown) =>
  new DatabaseUnavailableError(
    'DIRECTORY_UNUSABLE',
    `数据目录 ${directory} 不能写入，请检查权限，或用 DATA_DIR 换一个目录。 The data folder can't be written: check its permissions or choose another by DATA_DIR.`,
    { cause },
  )

const damaged = (file: string, cause: unknown) =>
  new DatabaseUnavailableError(
    'DATA_DAMAGED',
    `数据库文件 ${file} 已损坏，请从备份恢复，或用 npm start -- --fresh 重新开始。 The database file is damaged: restore a backup, or begin anew with npm start -- --fresh.`,
    { cause },
  )

/** Throws where a file is no SQLite database or a damaged one. Takes in what a kill left in its journal. */
export const checkSqlite = (file: string): void => {
  const database = new DatabaseSync(file)
  try {
    const found = database.prepare('PRAGMA quick_check(1)').get()
    if (found?.quick_check !== 'ok') throw new Error(String(found?.quick_check))
  } finally {
    database.close()
  }
}

/**
 * The engine starts on a damaged file without a word and then refuses every call, so the file is checked
 * first.
 */
const check = (file: string): void => {
  try {
    checkSqlite(file)
  } catch (cause) {
    throw damaged(file, cause)
  }
}

/** Makes the folder where it is missing and checks that it and what it holds can be used. */
export const prepareDirectory = (directory: string): void => {
  let files: string[]
  try {
    mkdirSync(directory, { recursive: true })
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
    files = readdirSync(directory)
  } catch (cause) {
    throw unusable(directory, cause)
  }
  for (const name of files.filter((one) => one.endsWith('.db'))) check(join(directory, name))
}

const readPid = (file: string): number | undefined => {
  try {
    const pid = Number(readFileSync(file, 'utf8').trim())
    return Number.isInteger(pid) && pid > 1 ? pid : undefined
  } catch {
    return undefined
  }
}

/**
 * Ends the database that an earlier run left on this folder; another process that has its number now is left
 * alone.
 */
export const endLeftover = async (directory: string): Promise<void> => {
  const file = join(directory, 'database.pid')
  const pid = readPid(file)
  if (pid === undefined) return
  const isOurs = () => {
    const command = commandOf(pid) ?? ''
    return command.includes('DynamoDBLocal.jar') && `${command} `.includes(` ${directory} `)
  }
  for (let attempt = 0; isOurs(); attempt += 1) {
    try {
      process.kill(pid, attempt < 50 ? 'SIGTERM' : 'SIGKILL')
    } catch {
      // It has gone in between.
    }
    await wait(100)
  }
  rmSync(file, { force: true })
}
