import type { TestProject } from 'vitest/node'
import { startDatabase } from '../local/database.ts'
import { freePort } from '../local/free-port.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseEndpoint: string
  }
}

/**
 * One database in memory for the whole run. The tests begin while it starts: those that need it wait for it
 * themselves (`withTestDatabase`), the others never notice.
 */
export default async function setup(project: Pick<TestProject, 'provide'>): Promise<() => Promise<void>> {
  const port = await freePort()
  const starting = startDatabase({ port })
  // Said by the teardown, and before that by the tests that wait in vain.
  starting.catch(() => undefined)
  project.provide('databaseEndpoint', `http://127.0.0.1:${port}`)
  return async () => {
    await (await starting).stop()
  }
}
