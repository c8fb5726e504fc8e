import { beforeEach, expect, test } from 'vitest'
import { markEndedCloses } from '../../functions/operations/ended-closes.ts'
import type { ExecutionStatus } from '../../functions/operations/execution-status.ts'
import type { Executions } from '../../functions/operations/executions.ts'
import type { Table } from '../../functions/platform/table.ts'
import { freezeYear } from '../../functions/year/close-freeze.ts'
import { redriveClose, startClose } from '../../functions/year/close-start.ts'
import { readClose } from '../../functions/year/year.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { seedSmall } from './small-organisation.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
let status: ExecutionStatus | undefined
const clock = { now: () => Date.parse('2027-01-01T09:00:00+08:00') }
const executions = {
  describe: async (_, name) =>
    status && {
      ...{ name, status, startedAt: new Date(0), stoppedAt: new Date(1), redrives: 0 },
      ...{ error: undefined, cause: undefined, redrivable: true },
    },
} as Executions
const host = () => ({ ...recordingHost(table, clock, asked), executions })

beforeEach(async () => {
  table = await database.newTable()
  await seedSmall(table)
  asked = nothingAsked()
  status = undefined
  await startClose(host())('close', 2026, 'hr.region')
  await freezeYear(host())({ year: 2026, mode: 'close', run: 1 })
})

test.each(['TIMED_OUT', 'ABORTED'] as const)(
  'a close whose execution is %s says that it failed, once, and is redriven',
  async (ended) => {
    status = ended
    expect(await markEndedCloses(host())).toBe(1)
    expect(await readClose(table, 'close', 2026)).toMatchObject({ status: 'closing', failed: { shards: 64 } })
    expect(await markEndedCloses(host())).toBe(0)
    expect(await redriveClose(host())('close', 2026, 'hr.region')).toMatchObject({
      ok: true,
      value: { execution: 'close-2026.2' },
    })
    // The execution that now works is another one.
    status = 'RUNNING'
    expect(await markEndedCloses(host())).toBe(0)
    expect((await readClose(table, 'close', 2026))?.failed).toBeUndefined()
  },
)

test.each(['RUNNING', 'SUCCEEDED', 'FAILED', undefined] as const)(
  'one that is %s is left as it is: a machine that fails has said so itself',
  async (now) => {
    status = now
    expect(await markEndedCloses(host())).toBe(0)
    expect((await readClose(table, 'close', 2026))?.failed).toBeUndefined()
  },
)
