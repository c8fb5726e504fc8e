import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDatabase } from '../../local/database.ts'
import { databaseFault } from '../../local/database-fault.ts'
import { endLeftover } from '../../local/database-files.ts'
import { freePort } from '../../local/free-port.ts'
import { openTable } from '../../local/table.ts'

const MODULE = resolve(import.meta.dirname, '../../local/database.ts')

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-database-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const gone = async (pid: number): Promise<boolean> => {
  for (let attempt = 0; attempt < 200 && isRunning(pid); attempt += 1) await wait(50)
  return !isRunning(pid)
}

const tables = async (endpoint: string, accessKeyId: string) => {
  const credentials = { accessKeyId, secretAccessKey: 'local' }
  const client = new DynamoDBClient({ endpoint, region: 'local', credentials })
  return (await client.send(new ListTablesCommand())).TableNames
}

/** Another process that has started a database, with Java's process id. */
const startInAnotherProcess = async (folder: string): Promise<{ parent: ChildProcess; java: number }> => {
  const script = `
    import { startDatabase } from ${JSON.stringify(MODULE)}
    const database = await startDatabase({ directory: process.argv[1] })
    console.log(database.pid)
    setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(parent.stdout, 'data')
  return { parent, java: Number(String(line)) }
}

test('what was written on disk is there after a restart; stopping ends Java', async () => {
  const folder = join(directory, 'kept')
  const first = await startDatabase({ directory: folder })
  expect(readFileSync(join(folder, 'database.pid'), 'utf8').trim()).toBe(String(first.pid))
  await openTable(first.endpoint, 'kept', first)
  await first.stop()
  expect(isRunning(first.pid)).toBe(false)
  expect(existsSync(join(folder, 'database.pid'))).toBe(false)
  await first.stop()
  const second = await startDatabase({ directory: folder })
  expect(await tables(second.endpoint, second.accessKey)).toEqual(['kept'])
  await second.stop()
})

test('the database of the version before is renamed once, and what it holds is there', async () => {
  const folder = join(directory, 'before')
  const first = await startDatabase({ directory: folder })
  await openTable(first.endpoint, 'kept', first)
  await first.stop()
  const own = join(folder, `${first.accessKey}_local.db`)
  await rename(own, join(folder, 'shared-local-instance.db'))
  await rm(join(folder, 'access-key'))
  const second = await startDatabase({ directory: folder })
  expect(second.accessKey).not.toBe(first.accessKey)
  expect(await tables(second.endpoint, second.accessKey)).toEqual(['kept'])
  await second.stop()
  expect(await readdir(folder)).not.toContain('shared-local-instance.db')
})

test('whoever reaches the port without the key finds an empty database', async () => {
  const folder = join(directory, 'keyed')
  const database = await startDatabase({ directory: folder })
  await openTable(database.endpoint, 'kept', database)
  for (const key of ['local', 'guest', database.accessKey.slice(1)])
    expect(await tables(database.endpoint, key), key).toEqual([])
  expect(await tables(database.endpoint, database.accessKey)).toEqual(['kept'])
  await database.stop()
  // What the strangers left there changes nothing about whose file is whose.
  const again = await startDatabase({ directory: folder })
  expect(await tables(again.endpoint, again.accessKey)).toEqual(['kept'])
  await again.stop()
})

test('a folder with Chinese in its name is one like any other, also where the machine has no locale', async () => {
  const { LC_ALL } = process.env
  process.env.LC_ALL = 'C'
  try {
    const folder = join(directory, '培训 数据')
    const database = await startDatabase({ directory: folder })
    await openTable(database.endpoint, 'kept', database)
    await database.stop()
    expect(await readdir(folder)).toContain(`${database.accessKey}_local.db`)
  } finally {
    if (LC_ALL === undefined) delete process.env.LC_ALL
    else process.env.LC_ALL = LC_ALL
  }
})

test('killed with SIGKILL, the process that started it takes Java with it within seconds', async () => {
  const { parent, java } = await startInAnotherProcess(join(directory, 'orphaned'))
  expect(isRunning(java)).toBe(true)
  parent.kill('SIGKILL')
  expect(await gone(java)).toBe(true)
})

test('Java is asked to end, and made to when it does not listen: killed at once, it loses what it has acknowledged', async () => {
  const home = join(directory, 'java-home')
  const mark = join(directory, 'asked')
  await mkdir(join(home, 'bin'), { recursive: true })
  await writeFile(
    join(home, 'bin', 'java'),
    `#!/bin/sh\ntrap 'echo asked >> "${mark}"' TERM\necho started > "${mark}"\nwhile :; do sleep 0.1; done\n`,
    { mode: 0o755 },
  )
  const script = `
    import { startDatabase } from ${JSON.stringify(MODULE)}
    await startDatabase({ directory: process.argv[1] })`
  const folder = join(directory, 'stubborn')
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
    env: { ...process.env, JAVA_HOME: home },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (!existsSync(mark)) await wait(20)
  const java = Number(readFileSync(join(folder, 'database.pid'), 'utf8'))
  parent.kill('SIGKILL')
  await expect.poll(() => readFileSync(mark, 'utf8'), { timeout: 30_000 }).toBe('started\nasked\n')
  expect(isRunning(java)).toBe(true)
  expect(await gone(java)).toBe(true)
  expect(readFileSync(mark, 'utf8')).toBe('started\nasked\n')
})

test('what an earlier run left on the same folder is ended at the next start', async () => {
  const folder = join(directory, 'leftover')
  const { parent, java } = await startInAnotherProcess(folder)
  try {
    const database = await startDatabase({ directory: folder })
    expect(isRunning(java)).toBe(false)
    expect(await tables(database.endpoint, database.accessKey)).toEqual([])
    await database.stop()
  } finally {
    parent.kill('SIGKILL')
  }
})

test('a process that merely has the number of an earlier database is let alone', async () => {
  const folder = join(directory, 'reused')
  await mkdir(folder)
  const stranger = spawn('/bin/sleep', ['60'])
  await writeFile(join(folder, 'database.pid'), String(stranger.pid))
  await endLeftover(folder)
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
  stranger.kill()
})

test('a port in use is named', async () => {
  const port = await freePort()
  const holder = createServer().listen(port)
  await once(holder, 'listening')
  await expect(startDatabase({ port })).rejects.toMatchObject({
    name: 'DatabaseUnavailableError',
    code: 'PORT_IN_USE',
    message: expect.stringContaining(String(port)),
  })
  holder.close()
})

test.each([
  ['missing on macOS', 'Unable to locate a Java Runtime.'],
  ['too old', 'java.lang.UnsupportedClassVersionError: has been compiled by a more recent version'],
])('a Java that is %s is named with the command that installs it', async (_, words) => {
  // In JAVA_HOME, which is asked first: the project may have brought a Java of its own to this machine.
  const home = join(directory, 'no-java')
  await mkdir(join(home, 'bin'), { recursive: true })
  await writeFile(join(home, 'bin', 'java'), `#!/bin/sh\necho '${words}' >&2\nexit 1\n`, { mode: 0o755 })
  const { JAVA_HOME } = process.env
  process.env.JAVA_HOME = home
  try {
    await expect(startDatabase()).rejects.toMatchObject({
      code: 'JAVA_MISSING',
      message: expect.stringMatching(/apt-get install|brew install/),
    })
  } finally {
    if (JAVA_HOME === undefined) delete process.env.JAVA_HOME
    else process.env.JAVA_HOME = JAVA_HOME
  }
})

test('a machine without any Java is told so', async () => {
  const said = await new Promise<string>((resolve) => {
    spawn('java', { env: { PATH: directory } }).once('error', ({ message }) => resolve(message))
  })
  expect(databaseFault(said, 1)).toMatchObject({
    code: 'JAVA_MISSING',
    message: expect.stringMatching(/apt-get install|brew install/),
  })
})

test('a file in the place of the folder, and a damaged database file, are said in one sentence', async () => {
  const file = join(directory, 'a-file')
  await writeFile(file, '')
  await expect(startDatabase({ directory: file })).rejects.toMatchObject({ code: 'DIRECTORY_UNUSABLE' })
  const folder = join(directory, 'damaged')
  await mkdir(folder)
  await writeFile(join(folder, 'shared-local-instance.db'), Buffer.alloc(8192, 'not a database '))
  await expect(startDatabase({ directory: folder })).rejects.toMatchObject({
    code: 'DATA_DAMAGED',
    message: expect.stringContaining('--fresh'),
  })
})
