// What every npm script needs before it begins (scripts/run.mjs), on whatever Node there is (20 or newer) and before
// anything is installed: plain JavaScript without dependencies. Installs the packages where they are missing or not
// those of package-lock.json, and says what else the machine lacks.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { javaMissing, prepareJava } from './prepare-java.mjs'
import { doOnce } from './prepare-lock.mjs'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const PREPARED = join(ROOT, 'node_modules', '.prepared')
const OLDEST_NODE = 20

/** Ends the whole command with one sentence for its reader. */
export const fail = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

/** The npm that runs this script as a JavaScript file, where one does: it may not be on the search path. */
export const npmProgram = () => {
  const { npm_execpath: npm } = process.env
  return npm !== undefined && /\.c?js$/.test(npm) ? npm : undefined
}

const wanted = () => {
  const lock = readFileSync(join(ROOT, 'package-lock.json'))
  // Packages with native builds (esbuild, node) fit one platform: on another machine the folder is not
  // prepared.
  return createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex')
}

const isPrepared = (hash) => {
  try {
    return readFileSync(PREPARED, 'utf8') === hash
  } catch {
    return false
  }
}

const install = (hash) => {
  console.error(
    '正在安装所需的软件包，第一次需要几分钟…… Installing packages; the first time takes a few minutes.',
  )
  const npm = npmProgram()
  const command = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, error } = spawnSync(
    npm === undefined ? 'npm' : process.execPath,
    npm === undefined ? command : [npm, ...command],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  if (error || status !== 0) return false
  const draft = `${PREPARED}.${process.pid}`
  writeFileSync(draft, hash)
  renameSync(draft, PREPARED)
  return true
}

const checkNode = () => {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return
  const command =
    process.platform === 'darwin' ? 'brew install node@24' : 'sudo apt-get install -y nodejs npm'
  fail(
    `需要 Node.js ${OLDEST_NODE} 或更新版本（现在是 ${process.versions.node}），请运行：${command} （或从 https://nodejs.org 下载）。 Node.js ${OLDEST_NODE} or newer is needed: run ${command}, or download it from https://nodejs.org`,
  )
}

/** Prepares this folder, or ends the command with what to do. Answers JAVA_HOME; undefined: unchanged. */
export const prepare = ({ needsJava }) => {
  checkNode()
  // Checked before the long installation, so that a missing Java is said at once.
  const javaHome = needsJava ? prepareJava() : process.env.JAVA_HOME
  if (needsJava && javaHome === undefined) fail(javaMissing())
  const hash = wanted()
  const isDone = doOnce(
    () => isPrepared(hash),
    () => install(hash),
  )
  if (!isDone)
    fail(
      '软件包没有装好，请检查网络后再运行一次。 The packages could not be installed: check the network and run the command again.',
    )
  return javaHome
}
