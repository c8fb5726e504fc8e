import { generateKeyPairSync } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keyFileSigner } from '../../functions/certificates/key-file-signer.ts'
import { openClock } from '../../local/clock.ts'
import { checkDataFolder, closeToOthers, rememberDataFolder } from '../../local/data-folder.ts'
import { databaseKey } from '../../local/database-key.ts'
import { openPublicKeys } from '../../local/public-keys.ts'

let directory = ''
const at = (...names: string[]) => join(directory, ...names)
const made = (file: string) => {
  const database = new DatabaseSync(at(file))
  database.exec('CREATE TABLE one (a TEXT)')
  database.close()
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-data-'))
  await mkdir(at('database'))
  await mkdir(at('objects'))
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  await writeFile(at('signing-key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
  await writeFile(
    at('identity-keys.json'),
    JSON.stringify({ signing: { kty: 'EC', kid: 'a', alg: 'ES256' }, cookie: 'c'.repeat(40) }),
  )
  await writeFile(at('objects', 'upload-secret'), Buffer.alloc(32))
  await writeFile(at('schedules.json'), '{}')
  for (const file of ['engine.sqlite', 'mail.sqlite', 'identity.sqlite', 'database/shared-local-instance.db'])
    made(file)
})
afterEach(() => rm(directory, { recursive: true, force: true }))

/** A folder that has been opened once by this version. */
const opened = async () => {
  checkDataFolder(directory)
  await openPublicKeys(at('public-keys.json'), keyFileSigner(at('signing-key.pem')))
  databaseKey(at('database'))
  openClock(at('clock'))
  rememberDataFolder(directory)
}

const sentence = (work: () => unknown): string => {
  try {
    return `went on: ${JSON.stringify(work())}`
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  }
}

describe('a folder of the version before', () => {
  test('opens unchanged; its database is renamed once and keeps its key', async () => {
    expect(checkDataFolder(directory)).toEqual([])
    const before = await readFile(at('database', 'shared-local-instance.db'))
    const key = databaseKey(at('database'))
    expect(key).toMatch(/^[a-z0-9]{32}$/)
    expect((await readdir(at('database'))).sort()).toEqual([`${key}_local.db`, 'access-key'].sort())
    expect(await readFile(at('database', `${key}_local.db`))).toEqual(before)
    expect(databaseKey(at('database'))).toBe(key)
    await opened()
    expect(checkDataFolder(directory)).toEqual([])
  })

  test.each(['signing-key.pem', 'identity-keys.json', 'objects/upload-secret'])(
    'without its %s does not start',
    async (name) => {
      await rm(at(name))
      expect(sentence(() => checkDataFolder(directory))).toMatch(
        new RegExp(`^DataFolderDamagedError: .*${name}.*--fresh`),
      )
    },
  )

  test('whose first start was ended half-way begins where it stood', async () => {
    for (const name of ['identity.sqlite', 'engine.sqlite', 'schedules.json', 'mail.sqlite'])
      await rm(at(name))
    expect(checkDataFolder(directory)).toEqual([])
  })
})

describe('what is missing or damaged is said in one sentence', () => {
  test('a signing key that is not the published one stops the start', async () => {
    await opened()
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    await writeFile(at('signing-key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
    expect(sentence(() => checkDataFolder(directory))).toMatch(
      /^DataFolderDamagedError: .*signing-key\.pem.*public-keys\.json.*--fresh/,
    )
  })

  test.each([
    'signing-key.pem',
    'public-keys.json',
    'identity-keys.json',
    'objects/upload-secret',
    'clock',
    'database',
  ])('missing: %s stops the start, and nothing is made anew', async (name) => {
    await opened()
    await rm(at(name), { recursive: true })
    const said = sentence(() => checkDataFolder(directory))
    expect(said).toMatch(new RegExp(`^DataFolderDamagedError: .*${name}.*--fresh`))
    expect(said).not.toContain('\n')
    await expect(stat(at(name))).rejects.toThrow()
  })

  test.each(['engine.sqlite', 'mail.sqlite', 'identity.sqlite', 'schedules.json'])(
    'missing: %s is said, and it goes on',
    async (name) => {
      await opened()
      await rm(at(name))
      expect(checkDataFolder(directory)).toEqual([expect.stringContaining(name)])
    },
  )

  test.each([
    'signing-key.pem',
    'identity-keys.json',
    'objects/upload-secret',
    'clock',
    'schedules.json',
    'engine.sqlite',
    'mail.sqlite',
    'identity.sqlite',
    'contents.json',
  ])('damaged, emptied or cut: %s', async (name) => {
    await opened()
    const whole = await readFile(at(name))
    for (const bytes of [
      Buffer.from('{"not": what it was'),
      Buffer.alloc(0),
      whole.subarray(0, Math.floor(whole.length / 3)),
    ]) {
      if (name === 'clock' && bytes.length === 0) continue
      await writeFile(at(name), name === 'clock' && bytes.length > 0 ? 'soon' : bytes)
      const said = sentence(() => checkDataFolder(directory))
      expect(said).toMatch(new RegExp(`^DataFolderDamagedError: .*${name}`))
      expect(said).not.toContain('\n')
    }
  })

  test('an empty clock is no clock', async () => {
    await opened()
    await writeFile(at('clock'), '')
    expect(sentence(() => checkDataFolder(directory))).toContain('clock')
  })
})

describe('the database’s key', () => {
  test('lost, it is read from the name of its file; of several files none is chosen', async () => {
    const key = databaseKey(at('database'))
    await rm(at('database', 'access-key'))
    expect(databaseKey(at('database'))).toBe(key)
    await rm(at('database', 'access-key'))
    await writeFile(at('database', 'guest_local.db'), '')
    expect(sentence(() => databaseKey(at('database')))).toContain('DatabaseUnavailableError')
  })

  test('another than that of the file, or a damaged one, opens no fresh database', async () => {
    databaseKey(at('database'))
    for (const text of ['abcd1234', '../x', '']) {
      await writeFile(at('database', 'access-key'), text)
      expect(
        sentence(() => databaseKey(at('database'))),
        text,
      ).toContain('DatabaseUnavailableError')
    }
  })

  test('what a stranger’s key has made beside it is never taken for ours', async () => {
    const key = databaseKey(at('database'))
    await writeFile(at('database', 'guest_local.db'), '')
    expect(databaseKey(at('database'))).toBe(key)
  })
})

test.skipIf(process.platform === 'win32')(
  'the files are the owner’s alone, those of before and those to come',
  async () => {
    const before = process.umask(0o022)
    try {
      for (const name of ['engine.sqlite', 'signing-key.pem', 'database/shared-local-instance.db'])
        await chmod(at(name), 0o644)
      closeToOthers(directory)
      await writeFile(at('later'), '')
      for (const name of [
        'engine.sqlite',
        'signing-key.pem',
        'database/shared-local-instance.db',
        'database',
        'objects',
        'later',
      ])
        expect((await stat(at(name))).mode & 0o077, name).toBe(0)
    } finally {
      process.umask(before)
    }
  },
)
