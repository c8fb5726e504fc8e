// Runs an npm script's steps, one after the other, under any shell (sh, cmd.exe, PowerShell) and from a fresh clone:
//
//   node scripts/run.mjs [--java] STEP [then STEP]... -- ARGUMENTS
//
// It prepares the folder (--java: with a Java too), then runs each step on the project's own Node, whatever Node runs
// this one. A step is a file of the project, a program of one of its packages, or `npm`, with its arguments; the last
// is given what the person wrote after the command. A step that fails ends the command as it ended itself.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail, npmProgram, prepare } from './prepare.mjs'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const isWindows = process.platform === 'win32'
const OWN_NODE = join(ROOT, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node')

const readCommand = (argv) => {
  const end = argv.indexOf('--')
  const words = end < 0 ? argv : argv.slice(0, end)
  const needsJava = words[0] === '--java'
  const steps = [[]]
  for (const word of needsJava ? words.slice(1) : words)
    if (word === 'then') steps.push([])
    else steps.at(-1).push(word)
  if (end >= 0) steps.at(-1).push(...argv.slice(end + 1))
  return { needsJava, steps: steps.filter(({ length }) => length > 0) }
}

const readJson = (...path) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8'))

/** The file of a package's program: what node_modules/.bin links to, which on Windows are no links. */
const programOf = (name) => {
  const { dependencies, devDependencies } = readJson('package.json')
  for (const one of Object.keys({ ...dependencies, ...devDependencies })) {
    const { bin } = readJson('node_modules', one, 'package.json')
    if (typeof bin === 'object' && bin[name] !== undefined) return join(ROOT, 'node_modules', one, bin[name])
  }
  return fail(
    `没有叫 ${name} 的程序，请检查 package.json。 No package has a program ${name}: see package.json.`,
  )
}

const fileOf = (word) => {
  if (word.includes('/')) return word
  return word === 'npm' ? (npmProgram() ?? fail('请用 npm run 运行。 Run this by npm run.')) : programOf(word)
}

/** The project's own Node and programs come first, so that what a step starts by name is the same everywhere. */
const environmentFor = (javaHome) => {
  // Windows calls it Path, and must not get a second one in other case.
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const own = [dirname(OWN_NODE), join(ROOT, 'node_modules', '.bin')]
  const environment = {
    ...process.env,
    [name]: [...own, process.env[name] ?? '/usr/bin:/bin'].join(delimiter),
  }
  if (javaHome) environment.JAVA_HOME = javaHome
  else delete environment.JAVA_HOME
  // What Node compiled, types stripped, is kept: every start after the first loads its modules in half the time.
  environment.NODE_COMPILE_CACHE ??= join(ROOT, '.cache', 'compiled')
  return environment
}

let running
/** The signal that told this command to end; after it no further step begins. */
let told

const tell = (signal) => {
  told ??= signal
  // On Windows the console tells every process, and `kill` would leave a step no time to end in order.
  if (!isWindows) running?.kill(signal)
}

const runStep = ([word, ...list], environment) =>
  new Promise((done) => {
    running = spawn(OWN_NODE, [fileOf(word), ...list], { cwd: ROOT, env: environment, stdio: 'inherit' })
    running.once('error', ({ message }) =>
      fail(`${word} 没有启动，原因：${message}。请运行 npm ci。 It did not start: run npm ci.`),
    )
    running.once('exit', (code, signal) => done({ code, signal }))
  })

/** Ends as a step did: by its exit code or by the same signal, which npm and the shell tell apart. */
const endAs = ({ code, signal }) => {
  if (signal === null) process.exit(code)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
  setTimeout(() => process.exit(128 + (constants.signals[signal] ?? 0)), 500)
}

/** The process that ends with npm: this one's parent, or that of the shell in between, where known. */
const npmAbove = () => {
  try {
    const shell = `/proc/${process.ppid}`
    if (!readFileSync(`${shell}/cmdline`, 'utf8').includes('scripts/run.mjs')) return process.ppid
    return `${process.ppid} ${/^PPid:\t(\d+)$/m.exec(readFileSync(`${shell}/status`, 'utf8'))?.[1]}`
  } catch {
    return process.ppid
  }
}

/** npm's end does not reach its script, because a shell may stand between them. */
const endWithNpm = () => {
  if (!process.env.npm_lifecycle_event) return
  const above = npmAbove()
  const timer = setInterval(() => {
    if (npmAbove() === above) return
    clearInterval(timer)
    tell('SIGTERM')
  }, 100)
  timer.unref()
}

const { needsJava, steps } = readCommand(process.argv.slice(2))
const environment = environmentFor(prepare({ needsJava }))
if (steps.length > 0 && !existsSync(OWN_NODE))
  fail(
    '项目自带的 Node.js 没有装好，请运行 npm ci --ignore-scripts=false 。 The project’s own Node.js is missing: run npm ci --ignore-scripts=false',
  )
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, tell)
endWithNpm()
let ended = { code: 0, signal: null }
for (const [place, step] of steps.entries()) {
  ended = await runStep(step, environment)
  if (ended.code !== 0) break
  // A step that was told to end and did so succeeded; steps that never began did not.
  if (told !== undefined && place < steps.length - 1) ended = { code: null, signal: told }
  if (told !== undefined) break
}
endAs(ended)
