import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../local/free-port.ts'
import { startSystem } from '../system/start.ts'

/** Without an address to test, the suite tests the local system, started for it on a folder of its own. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.SYSTEM_URL) return undefined
  const directory = await mkdtemp(join(tmpdir(), 'training-platform-'))
  const system = await startSystem({ directory, port: await freePort() })
  process.env.SYSTEM_URL = system.url
  return async () => {
    delete process.env.SYSTEM_URL
    await system.stop()
    // What it had to complain of while it was tested explains what a test cannot see from outside.
    for (const line of system.output().split('\n')) if (line.startsWith('{"level"')) console.error(line)
    await rm(directory, { recursive: true, force: true })
  }
}
