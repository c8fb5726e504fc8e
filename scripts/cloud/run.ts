import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { openInbox } from '../../local/mail/inbox.ts'
import { startReceiver } from '../../local/mail/receiver.ts'
import { stopAll } from './child.ts'
import { deploy } from './deploy.ts'
import { startFront } from './front.ts'
import { furnish } from './furnish.ts'
import { type Ground, prepareGround, ROOT } from './ground.ts'
import { AUDIENCE, startIssuer } from './issuer.ts'
import { liveVersions } from './live-versions.ts'
import { startEmulator } from './ministack.ts'

const begun = Date.now()
const say = (sentence: string): void =>
  console.log(`[${((Date.now() - begun) / 1000).toFixed(0).padStart(3)} s] ${sentence}`)

/** Needs a Distributed Map over JSONata items, which the emulator passes by (docs/cloud-emulator.md). */
const LOCAL_ENGINE_ALONE = 'test/acceptance/rehearsal.test.ts'

/** The same suite as the local system passes; what is given after the command narrows it (`-- health`). */
const runSuite = async ({ environment }: Ground, url: string): Promise<number> => {
  say(`Left to the local engine: ${LOCAL_ENGINE_ALONE}.`)
  const given = ['--exclude', LOCAL_ENGINE_ALONE, ...process.argv.slice(2)]
  const list = ['run', '--config', 'vitest.acceptance.config.ts', ...given]
  const suite = spawn(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...list], {
    cwd: ROOT,
    env: { ...environment, SYSTEM_URL: url },
    stdio: 'inherit',
  })
  const [code] = await once(suite, 'exit')
  return typeof code === 'number' ? code : 1
}

const main = async (): Promise<number> => {
  const ground = await prepareGround()
  const issuer = await startIssuer()
  const inbox = openInbox(join(ground.logs, 'mail.sqlite'))
  const receiver = await startReceiver(inbox, () => new Date().toISOString())
  const front = await startFront(issuer, inbox)
  try {
    say('Starting the emulator (MiniStack; the first time it is installed into .cache).')
    await startEmulator(ground)
    say('Deploying with cdk bootstrap and cdk deploy.')
    const deployed = await deploy(ground, {
      environment: 'test',
      oidcIssuer: issuer.url,
      oidcAudience: AUDIENCE,
      publicUrl: front.url,
    })
    const live = await liveVersions(new LambdaClient(ground.sdk), 'training-platform')
    say(`Callers reach ${Object.keys(live).length} functions by their alias.`)
    await furnish(ground, deployed, receiver.port)
    const [id] = new URL(deployed.apiUrl).host.split('.')
    front.aim({ port: ground.emulatorPort, host: `${id}.execute-api.localhost:${ground.emulatorPort}` })
    say(`Deployed; the API answers at ${front.url}/api. Logs: ${ground.logs}`)
    return await runSuite(ground, front.url)
  } finally {
    for (const server of [front, issuer]) server.close()
    await receiver.close()
    inbox.close()
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void stopAll().finally(() => process.exit(130)))

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await stopAll()
}
