import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where Homebrew keeps a Java that it puts on no search path. */
const HOMEBREW = ['/opt/homebrew/opt/openjdk@17/bin', '/usr/local/opt/openjdk@17/bin']

/** The search path that finds a Java: JAVA_HOME's first where there is one, then the ordinary one. */
export const javaPath = (environment: Readonly<Record<string, string | undefined>>): string => {
  const chosen = environment.JAVA_HOME ? join(environment.JAVA_HOME, 'bin') : undefined
  return [
    ...(chosen !== undefined && existsSync(join(chosen, 'java')) ? [chosen] : []),
    environment.PATH ?? '/usr/bin:/bin',
    ...HOMEBREW,
  ].join(delimiter)
}

/** What to do about a missing Java, for the machine at hand. */
export const installJava =
  process.platform === 'darwin'
    ? 'brew install openjdk@17'
    : 'sudo apt-get install -y openjdk-17-jre-headless'
