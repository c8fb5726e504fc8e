import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listenLocally, openInstance } from '../../local/instance.ts'

const MODULE = resolve(import.meta.dirname, '../../local/instance.ts')

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-instance-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

/** Another process that holds the folder and does nothing else. */
const holder = async (): Promise<ChildProcess> => {
  const script = `
    import { openInstance } from ${JSON.stringify(MODULE)}
    openInstance(process.argv[1])
    let times = 0
    setInterval(() => {
      globalThis.gc()
      times += 1
      if (times === 5) console.log('held')
    }, 20)`
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', script, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

test('a second instance on the same data folder is refused in one sentence; one killed by SIGKILL is succeeded', async () => {
  const first = await holder()
  expect(() => openInstance(directory)).toThrow(
    expect.objectContaining({
      name: 'InstanceRefusedError',
      message: expect.stringContaining(`${first.pid}`),
    }),
  )
  const ended = once(first, 'exit')
  first.kill('SIGKILL')
  await ended
  const next = openInstance(directory)
  next.release()
})

test('an instance that is about to end is waited for', async () => {
  const first = await holder()
  // The wait stops this process: the kill comes from another.
  const killer = spawn('/bin/sh', ['-c', `sleep 0.5; kill -9 ${first.pid}`])
  openInstance(directory, 5000).release()
  killer.kill()
})

test('a released folder can be taken again; one taken in this process too is refused to it', () => {
  const first = openInstance(directory)
  expect(() => openInstance(directory)).toThrow(expect.objectContaining({ name: 'InstanceRefusedError' }))
  first.release()
  first.release()
  openInstance(directory).release()
})

test('beginning anew removes everything and keeps the folder to ourselves', async () => {
  await mkdir(join(directory, 'database'))
  await writeFile(join(directory, 'database', 'a.db'), 'a')
  await writeFile(join(directory, 'clock'), '0')
  const instance = openInstance(directory)
  instance.clear()
  expect(await readdir(directory)).not.toContain('database')
  expect(existsSync(join(directory, 'clock'))).toBe(false)
  expect(() => openInstance(directory)).toThrow(expect.objectContaining({ name: 'InstanceRefusedError' }))
  instance.release()
})

test('a folder that cannot be made is said in one sentence', async () => {
  await writeFile(join(directory, 'file'), '')
  expect(() => openInstance(join(directory, 'file'))).toThrow(
    expect.objectContaining({ name: 'InstanceRefusedError', message: expect.stringContaining('DATA_DIR') }),
  )
})

test('a port in use is named, with the way to choose another', async () => {
  const first = createServer()
  await listenLocally(first, 0)
  const address = first.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(listenLocally(createServer(), port)).rejects.toMatchObject({
    name: 'InstanceRefusedError',
    message: expect.stringContaining(`PORT=${port + 1}`),
  })
  first.close()
})

test.each([
  ['start', true],
  ['', false],
])('when its parent goes, a script run as npm %j shuts down: %s', async (event, shutsDown) => {
  const mark = join(directory, 'shut-down')
  const script = `
    import { writeFileSync } from 'node:fs'
    import { exitWithParent } from ${JSON.stringify(MODULE)}
    exitWithParent(() => { writeFileSync(${JSON.stringify(mark)}, ''); process.exit(0) }, 50)
    console.log(process.pid)
    setTimeout(() => process.exit(0), 5000)`
  const parent = spawn(
    '/bin/sh',
    ['-c', `"$0" --input-type=module -e "$1" & wait`, process.execPath, script],
    { env: { ...process.env, npm_lifecycle_event: event }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [line] = await once(parent.stdout, 'data')
  parent.kill('SIGKILL')
  for (let attempt = 0; attempt < 30 && !existsSync(mark); attempt += 1) await wait(50)
  expect(existsSync(mark)).toBe(shutsDown)
  if (!shutsDown) process.kill(Number(String(line)), 'SIGKILL')
})
