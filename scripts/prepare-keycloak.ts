// Brings Keycloak, an identity provider that others wrote, into .cache/ by Maven, from whatever repository this
// machine's Maven is set up with, held to the hash below. For `npm run test:identity` alone.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { KEYCLOAK, KEYCLOAK_HOME } from './keycloak-home.ts'

const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1'
const ARTIFACT = `org.keycloak:keycloak-quarkus-dist:${KEYCLOAK.version}:zip`

const fail = (sentence: string): never => {
  console.error(sentence)
  process.exit(1)
}

const maven = (goal: string, directory: string): void => {
  const { status, error } = spawnSync(
    'mvn',
    ['-B', '-q', `${PLUGIN}:${goal}`, `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${directory}`],
    // The plugin leaves a marker where it runs: in the draft, which goes.
    { cwd: directory, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' },
  )
  if (error !== undefined)
    fail(
      '没有找到 Maven，请运行：sudo apt-get install -y maven （或 brew install maven）。 Maven is needed: install it, then run this again.',
    )
  if (status !== 0)
    fail(
      'Maven 没有取到 Keycloak，请检查网络；用镜像时在 ~/.m2/settings.xml 里设置。 Maven could not bring Keycloak: look at the network, or set up a mirror in ~/.m2/settings.xml.',
    )
}

const hashOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

if (!existsSync(KEYCLOAK_HOME)) {
  console.error(
    '正在用 Maven 取 Keycloak 到 .cache/（177 MB）…… Maven brings Keycloak into .cache/ (177 MB).',
  )
  const draft = `${KEYCLOAK_HOME}.${process.pid}`
  try {
    mkdirSync(draft, { recursive: true })
    maven('copy', draft)
    const file = join(draft, `keycloak-quarkus-dist-${KEYCLOAK.version}.zip`)
    if ((await hashOf(file)) !== KEYCLOAK.sha256)
      fail(
        '取到的 Keycloak 与记录的校验值不符，未使用。 What came is not the file that is pinned; it was not used.',
      )
    maven('unpack', draft)
    renameSync(join(draft, `keycloak-${KEYCLOAK.version}`), KEYCLOAK_HOME)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}
