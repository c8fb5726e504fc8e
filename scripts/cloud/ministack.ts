import type { ChildProcess } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { endOf, ProgramFailedError, run, start } from './child.ts'
import { type Ground, ROOT } from './ground.ts'

/** The emulator, and what it checks signatures and makes keys with. */
const PACKAGES = ['ministack==1.5.33', 'cryptography==50.0.2']
const CORRECTED = join(ROOT, 'scripts/cloud/corrected_ministack.py')
const READY_WITHIN_MS = 60_000

/** Installs the emulator into a Python environment of its own, once for these versions. Answers its Python. */
const install = async ({ cache, logs, environment }: Ground): Promise<string> => {
  const home = join(cache, `ministack-${PACKAGES.join('-').replaceAll(/[^\w.]+/g, '-')}`)
  const python = join(home, 'bin', 'python')
  if (existsSync(join(home, 'bin', 'ministack'))) return python
  rmSync(home, { recursive: true, force: true })
  const log = join(logs, 'install.log')
  try {
    await run({ command: 'python3', arguments: ['-m', 'venv', home], environment, log })
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES]
    await run({ command: python, arguments: pip, environment, log })
  } catch (error) {
    // An interrupted installation must not be taken for a whole one.
    rmSync(home, { recursive: true, force: true })
    throw error
  }
  return python
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/_ministack/health`, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  )

/** Starts the emulator on its port of this machine and waits until it answers. */
export const startEmulator = async (ground: Ground): Promise<ChildProcess> => {
  const { logs, environment, emulatorPort, emulatorUrl } = ground
  const log = join(logs, 'ministack.log')
  const child = start({
    command: await install(ground),
    // `UNCORRECTED=1` runs it as it comes.
    arguments: process.env.UNCORRECTED ? ['-m', 'ministack'] : [CORRECTED],
    environment: { ...environment, GATEWAY_PORT: String(emulatorPort), BIND_HOST: '127.0.0.1' },
    log,
  })
  const end = Date.now() + READY_WITHIN_MS
  while (!(await answers(emulatorUrl))) {
    if (child.exitCode !== null || Date.now() > end)
      throw new ProgramFailedError(`The emulator did not answer within a minute.\n${endOf(log)}`)
    await wait(200)
  }
  return child
}
