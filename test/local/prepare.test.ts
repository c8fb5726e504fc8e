import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const SCRIPT = resolve(import.meta.dirname, '../../scripts/prepare.mjs')

let clone = ''
beforeEach(async () => {
  clone = await mkdtemp(join(tmpdir(), 'training-clone-'))
  await mkdir(join(clone, 'scripts'))
  await copyFile(SCRIPT, join(clone, 'scripts/prepare.mjs'))
  await writeFile(join(clone, 'package-lock.json'), '{}')
})
afterEach(() => rm(clone, { recursive: true, force: true }))

/** A stand-in for npm that says when it was called, takes a while, and ends as it is told. */
const fakeNpm = (exitCode: number, milliseconds = 0) =>
  writeFile(
    join(clone, 'npm.js'),
    `const { appendFileSync, mkdirSync, rmSync } = require('node:fs')
    appendFileSync(${JSON.stringify(join(clone, 'calls'))}, process.argv[2] + '\\n')
    rmSync('node_modules', { recursive: true, force: true })
    mkdirSync('node_modules')
    setTimeout(() => process.exit(${exitCode}), ${milliseconds})`,
  )

const start = (argv: string[] = [], environment: Record<string, string> = {}) =>
  spawn(process.execPath, [join(clone, 'scripts/prepare.mjs'), ...argv], {
    env: { ...process.env, npm_execpath: join(clone, 'npm.js'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

const run = async (...given: Parameters<typeof start>) => {
  const child = start(...given)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  const [code] = await once(child, 'close')
  return { code, said }
}

const calls = async () =>
  (await readFile(join(clone, 'calls'), 'utf8').catch(() => '')).split('\n').filter(Boolean)

test('installs on a fresh clone, once; and again when package-lock.json changes', async () => {
  await fakeNpm(0)
  expect((await run()).code).toBe(0)
  expect((await run()).code).toBe(0)
  expect(await calls()).toEqual(['ci'])
  await writeFile(join(clone, 'package-lock.json'), '{"changed":true}')
  await run()
  expect(await calls()).toEqual(['ci', 'ci'])
})

test('an installation that failed is said in one sentence, and is done again', async () => {
  await fakeNpm(1)
  const failed = await run()
  expect(failed).toMatchObject({ code: 1, said: expect.stringContaining('检查网络') })
  await fakeNpm(0)
  expect((await run()).code).toBe(0)
  expect(await calls()).toHaveLength(2)
})

test('two at once install once', async () => {
  await fakeNpm(0, 800)
  const both = await Promise.all([run(), run()])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(await calls()).toHaveLength(1)
})

test('an installation killed in the middle is done again, and its lock is nobody else’s', async () => {
  await fakeNpm(0, 3000)
  const child = start()
  const ended = once(child, 'close')
  while ((await calls()).length === 0) await new Promise((next) => setTimeout(next, 20))
  child.kill('SIGKILL')
  await ended
  await fakeNpm(0)
  expect((await run()).code).toBe(0)
  expect(await calls()).toHaveLength(2)
})

test.each([
  ['missing', undefined],
  ['too old', 'openjdk version "11.0.2" 2019-01-15'],
  ['much too old', 'java version "1.8.0_402"'],
])('a Java that is %s is named with the command that installs it', async (_, version) => {
  await fakeNpm(0)
  if (version !== undefined) {
    await writeFile(join(clone, 'java'), `#!/bin/sh\necho '${version}' >&2\n`)
    await chmod(join(clone, 'java'), 0o755)
  }
  const { code, said } = await run(['--java'], { PATH: clone, JAVA_HOME: '' })
  expect(code).toBe(1)
  expect(said).toMatch(/sudo apt-get install -y openjdk-17-jre-headless|brew install openjdk@17/)
  expect(said.trim().split('\n')).toHaveLength(1)
})

test('a Java that is new enough passes', async () => {
  await fakeNpm(0)
  await writeFile(join(clone, 'java'), `#!/bin/sh\necho 'openjdk version "17.0.15" 2025-04-15' >&2\n`)
  await chmod(join(clone, 'java'), 0o755)
  expect((await run(['--java'], { PATH: clone, JAVA_HOME: '' })).code).toBe(0)
})

test('no script calls node after the installation by a path that the shell remembers', async () => {
  const { scripts } = JSON.parse(
    await readFile(resolve(import.meta.dirname, '../../package.json'), 'utf8'),
  ) as { scripts: Record<string, string> }
  const remembered = Object.entries(scripts)
    .filter(([, script]) => /prepare\.mjs(?: --java)? && (?!hash -r\b).*\bnode /.test(script))
    .map(([name]) => name)
  expect(remembered).toEqual([])
})
