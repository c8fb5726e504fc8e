// Called first by every npm script, on whatever Node there is (20 or newer) and before anything is installed:
// plain JavaScript without dependencies. Installs the packages where they are missing or not those of
// package-lock.json, and says what else the machine lacks. Scripts that call node again say `hash -r` in between:
// the shell remembers where it found this one, and the project's own came only now. `--java`: also checks for a Java.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const PREPARED = join(ROOT, 'node_modules', '.prepared')
// Outside node_modules, which npm ci removes; the same place for everyone who prepares this folder.
const LOCK = join(ROOT, '.cache', 'prepare.lock')
const OLDEST_NODE = 20
const OLDEST_JAVA = 17
const isMac = process.platform === 'darwin'

const fail = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

const wanted = () => {
  const lock = readFileSync(join(ROOT, 'package-lock.json'))
  // Built packages (esbuild, node) are of one platform: a folder carried to another machine is not prepared.
  return createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex')
}

const isPrepared = (hash) => {
  try {
    return readFileSync(PREPARED, 'utf8') === hash
  } catch {
    return false
  }
}

const isRunning = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const holderOf = (lock) => {
  try {
    return Number(readFileSync(join(lock, 'pid'), 'utf8'))
  } catch {
    return 0
  }
}

/** The lock is a folder, which only one can make, with its holder's process number in it. */
const takeLock = () => {
  mkdirSync(dirname(LOCK), { recursive: true })
  try {
    mkdirSync(LOCK)
    writeFileSync(join(LOCK, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  return false
}

/** Removes a lock whose holder was killed. */
const dropLeftLock = () => {
  try {
    const holder = holderOf(LOCK)
    const isLeft = holder > 0 ? !isRunning(holder) : Date.now() - statSync(LOCK).mtimeMs > 10_000
    if (!isLeft) return
    const aside = `${LOCK}.${process.pid}`
    renameSync(LOCK, aside)
    // Another may have dropped it and taken a new one in between: that one goes back.
    if (holderOf(aside) === holder) rmSync(aside, { recursive: true, force: true })
    else renameSync(aside, LOCK)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

const pause = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

const install = (hash) => {
  console.error(
    '正在安装所需的软件包，第一次需要几分钟…… Installing packages; the first time takes a few minutes.',
  )
  const { npm_execpath: npm } = process.env
  const command = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  // The npm that runs this script, where one does: it may not be on the search path.
  const { status, error } =
    npm?.endsWith('.js') === true
      ? spawnSync(process.execPath, [npm, ...command], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
      : spawnSync('npm', command, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
  if (error || status !== 0) return false
  const draft = `${PREPARED}.${process.pid}`
  writeFileSync(draft, hash)
  renameSync(draft, PREPARED)
  return true
}

const prepare = () => {
  const hash = wanted()
  for (let waited = 0; !isPrepared(hash); waited += 1) {
    if (takeLock()) {
      // Another may have finished between the look and the lock.
      const done = isPrepared(hash) || install(hash)
      rmSync(LOCK, { recursive: true, force: true })
      if (!done)
        fail(
          '软件包没有装好，请检查网络后再运行一次。 The packages could not be installed: check the network and run the command again.',
        )
    } else {
      dropLeftLock()
      if (waited === 4)
        console.error('另一个进程正在安装，等它完成…… Another process is installing; waiting for it.')
      pause(500)
    }
  }
}

/** The major version of the Java that the database would run on; 0 where there is none. */
const javaVersion = () => {
  const chosen = process.env.JAVA_HOME ? [join(process.env.JAVA_HOME, 'bin', 'java')] : []
  const places = ['java', '/opt/homebrew/opt/openjdk@17/bin/java', '/usr/local/opt/openjdk@17/bin/java']
  for (const java of [...chosen, ...places]) {
    const { status, stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' })
    if (status !== 0) continue
    const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(stderr) ?? []
    return Number(first === '1' ? second : first) || 0
  }
  return 0
}

const checkNode = () => {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return
  const command = isMac ? 'brew install node@24' : 'sudo apt-get install -y nodejs npm'
  fail(
    `需要 Node.js ${OLDEST_NODE} 或更新版本（现在是 ${process.versions.node}），请运行：${command} （或从 https://nodejs.org 下载）。 Node.js ${OLDEST_NODE} or newer is needed: run ${command}, or download it from https://nodejs.org`,
  )
}

const checkJava = () => {
  if (javaVersion() >= OLDEST_JAVA) return
  const command = isMac ? 'brew install openjdk@17' : 'sudo apt-get install -y openjdk-17-jre-headless'
  fail(
    `需要 Java ${OLDEST_JAVA} 或更新版本，请运行：${command} 。 Java ${OLDEST_JAVA} or newer is needed: run ${command}`,
  )
}

checkNode()
// Before the long wait: what is missing is said at once.
if (process.argv.includes('--java')) checkJava()
prepare()
