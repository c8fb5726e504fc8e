import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ending, fakeNpm, launch, makeClone, npmCalls, run } from './fresh-clone.ts'

let clone = ''
beforeEach(async () => {
  clone = await makeClone()
  await fakeNpm(clone, 0)
  await step('say', 'console.log(JSON.stringify(process.argv.slice(2)))')
  // Ends in order when it is told to, as the system does, and leaves a mark.
  await step(
    'serve',
    `const { writeFileSync } = await import('node:fs')
    for (const signal of ['SIGINT', 'SIGTERM'])
      process.on(signal, () => setTimeout(() => { writeFileSync('mark', signal); process.exit(0) }, 200))
    writeFileSync('pid', String(process.pid))
    setInterval(() => undefined, 1000)`,
  )
})
afterEach(() => rm(clone, { recursive: true, force: true }))

const step = async (name: string, script: string) => {
  await mkdir(join(clone, 'steps'), { recursive: true })
  await writeFile(join(clone, 'steps', `${name}.mjs`), script)
}

const isThere = async (name: string) => {
  for (let attempt = 0; attempt < 200 && !existsSync(join(clone, name)); attempt += 1) await wait(25)
  return existsSync(join(clone, name))
}

test('steps run one after the other; the last alone is given what follows, word for word', async () => {
  const given = ['--fresh', 'a b', '时钟', 'then', '--', '$HOME', '%PATH%', '"quoted"']
  const { code, said } = await run(clone, [
    ...['steps/say.mjs', 'one', 'then', 'turn', 'two', 'then', 'steps/say.mjs', 'three', '--', ...given],
  ])
  expect(code).toBe(0)
  expect(said.split('\n').slice(-4)).toEqual([
    '["one"]',
    'turned two',
    JSON.stringify(['three', ...given]),
    '',
  ])
})

test('a step `npm` is the npm that runs the command', async () => {
  expect((await run(clone, ['npm', 'run', 'check', 'then', 'steps/say.mjs', '--'])).code).toBe(0)
  expect(await npmCalls(clone)).toEqual([expect.stringMatching(/^ci /), 'run check'])
})

test('steps find the project’s own Node and programs first, and run in its folder, from wherever', async () => {
  await step('where', 'console.log(process.cwd(), process.env.PATH)')
  const child = spawn(process.execPath, [join(clone, 'scripts/run.mjs'), 'steps/where.mjs'], {
    cwd: '/',
    // Nothing but what the launcher itself needs: not even a search path.
    env: { npm_execpath: join(clone, 'npm.js') },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const { said } = await ending(child)
  const own = [join(clone, 'node_modules/node/bin'), join(clone, 'node_modules/.bin'), '/usr/bin', '/bin']
  expect(said).toContain(`${clone} ${own.join(':')}`)
})

test('a step that fails ends the command with its code, and none follows', async () => {
  await step('fail', 'process.exit(7)')
  const { code, said } = await run(clone, ['steps/fail.mjs', 'then', 'steps/say.mjs', 'unreached'])
  expect(code).toBe(7)
  expect(said).not.toContain('unreached')
})

test('a step ended by a signal ends the command by the same signal', async () => {
  await step('die', "process.kill(process.pid, 'SIGKILL'); setInterval(() => undefined, 1000)")
  expect(await run(clone, ['steps/die.mjs', 'then', 'steps/say.mjs'])).toMatchObject({
    code: null,
    signal: 'SIGKILL',
  })
})

test('what is typed reaches the step', async () => {
  await step('read', 'for await (const chunk of process.stdin) console.log(`read ${chunk}`)')
  const child = launch(clone, ['steps/read.mjs'])
  child.stdin.end('typed')
  expect((await ending(child)).said).toContain('read typed')
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s is handed on; the command waits until the step has ended in order',
  async (signal) => {
    const child = launch(clone, ['steps/serve.mjs', '--'])
    const ended = ending(child)
    await isThere('pid')
    child.kill(signal)
    expect(await ended).toMatchObject({ code: 0, signal: null })
    expect(readFileSync(join(clone, 'mark'), 'utf8')).toBe(signal)
  },
)

test('told to end during a step before the last, the command does not begin the next', async () => {
  const child = launch(clone, ['steps/serve.mjs', 'then', 'steps/say.mjs', 'unreached'])
  const ended = ending(child)
  await isThere('pid')
  child.kill('SIGTERM')
  const { signal, said } = await ended
  expect(signal).toBe('SIGTERM')
  expect(said).not.toContain('unreached')
})

/** A process in npm's place, above a shell that stays, as Debian's does, or becomes the launcher, as others do. */
test.each([
  ['stays', '"$0" scripts/run.mjs steps/serve.mjs; exit'],
  ['becomes the launcher', 'exec "$0" scripts/run.mjs steps/serve.mjs'],
])('when npm is killed above a shell that %s, the step is told to end', async (_, script) => {
  const npm = spawn(
    process.execPath,
    [
      '-e',
      `require('node:child_process').spawn('/bin/sh', ['-c', ${JSON.stringify(script)}, process.execPath], { stdio: 'inherit' })
      setInterval(() => undefined, 1000)`,
    ],
    {
      cwd: clone,
      env: { ...process.env, npm_lifecycle_event: 'start', npm_execpath: join(clone, 'npm.js') },
      stdio: 'ignore',
    },
  )
  const ended = once(npm, 'exit')
  expect(await isThere('pid')).toBe(true)
  npm.kill('SIGKILL')
  await ended
  expect(await isThere('mark')).toBe(true)
  // It is there a moment before it says something.
  await expect.poll(() => readFileSync(join(clone, 'mark'), 'utf8')).toBe('SIGTERM')
})

test('every npm script goes through the launcher, in words that no shell reads as its own', async () => {
  const { scripts } = JSON.parse(
    await readFile(resolve(import.meta.dirname, '../../package.json'), 'utf8'),
  ) as { scripts: Record<string, string> }
  const others = Object.entries(scripts).filter(
    // No operators, quotes, variables or words of a shell: `&&`, `exec` and `hash` are not understood everywhere.
    ([, script]) => !/^node scripts\/run\.mjs [\w./:=-]+(?: [\w./:=-]+)* --$/.test(script),
  )
  expect(others.map(([name]) => name)).toEqual([])
})
