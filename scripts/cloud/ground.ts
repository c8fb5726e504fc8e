import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { freePort } from '../../local/free-port.ts'

export const ROOT = resolve(import.meta.dirname, '../..')
const REGION = 'us-east-1'

/** A run's folders, addresses, and the environment of everything it starts. */
export interface Ground {
  readonly cache: string
  readonly logs: string
  readonly emulatorPort: number
  readonly emulatorUrl: string
  readonly environment: NodeJS.ProcessEnv
  /** What the SDK of this process needs to reach the emulator. */
  readonly sdk: {
    readonly endpoint: string
    readonly region: string
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  }
}

/** Without the machine's own AWS settings, so that no call reaches a real account. */
const withoutAws = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(AWS|CDK)_/.test(name)))

export const prepareGround = async (): Promise<Ground> => {
  const cache = join(ROOT, '.cache')
  const logs = join(cache, 'cloud')
  rmSync(logs, { recursive: true, force: true })
  mkdirSync(logs, { recursive: true })
  const emulatorPort = await freePort()
  const emulatorUrl = `http://127.0.0.1:${emulatorPort}`
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  return {
    cache,
    logs,
    emulatorPort,
    emulatorUrl,
    environment: {
      ...withoutAws(process.env),
      // The emulator runs functions on the Node that Lambda has, which this process runs on too.
      PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
      AWS_ENDPOINT_URL: emulatorUrl,
      AWS_REGION: REGION,
      AWS_DEFAULT_REGION: REGION,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
      NO_PROXY: '127.0.0.1,localhost,.localhost',
      no_proxy: '127.0.0.1,localhost,.localhost',
    },
    sdk: { endpoint: emulatorUrl, region: REGION, credentials },
  }
}
