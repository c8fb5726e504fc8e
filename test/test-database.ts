import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { inject } from 'vitest'
import { sealWith } from '../functions/platform/seal.ts'
import type { Table } from '../functions/platform/table.ts'
import { openTable } from '../local/table.ts'

const START_SECONDS = 30

const answers = (endpoint: string): Promise<boolean> =>
  fetch(endpoint).then(
    (response) => response.headers.has('x-amzn-requestid'),
    () => false,
  )

/** Tables on a database that may still be starting. */
export const testTables = (endpoint: string) => ({
  endpoint,
  /** A table that no other test knows. */
  async newTable(): Promise<Table> {
    const deadline = Date.now() + START_SECONDS * 1000
    while (!(await answers(endpoint))) {
      if (Date.now() > deadline) throw new Error(`The test database did not answer at ${endpoint}.`)
      await wait(50)
    }
    return openTable(endpoint, `test-${randomUUID()}`, { seal: sealWith(Buffer.alloc(32, 7)) })
  },
})

/** The database of this test run: vitest's `globalSetup` names `test/database-setup.ts`, which starts it. */
export const withTestDatabase = () => testTables(inject('databaseEndpoint'))
