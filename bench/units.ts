/**
 * Counts what one recognition of one level costs, from the submission to the ledger, with the real functions, state
 * machine and database: state transitions, history events, write and read units. Counts are exact, not timed.
 * Beside them the floor: the same in raw calls; and the same as it is often written, with the whole request rewritten and
 * a record of idempotency at each step. Both are counted in the same run.
 * Run: `node bench/units.ts`; `--calls` lists every call with what it consumed.
 */
import { decideTask } from '../functions/desks/decide-task.ts'
import { type Account, readAccount } from '../functions/organisations/account.ts'
import { keys } from '../functions/platform/keys.ts'
import { readPartition } from '../functions/platform/table.ts'
import { readRequest } from '../functions/requests/stored-request.ts'
import { submitRequest } from '../functions/requests/submit-request.ts'
import { taskId } from '../functions/requests/task.ts'
import { startDatabase } from '../local/database.ts'
import { seedDemo } from '../local/demo/seed.ts'
import { openEngine } from '../local/engine/engine.ts'
import { fillSubstitutions } from '../local/engine/read-definition.ts'
import { engineWorkflows } from '../local/engine-workflows.ts'
import { openFunctions } from '../local/functions.ts'
import { loadMachines } from '../local/machines.ts'
import { openBenchTable } from './bench-table.ts'
import { countCapacity, countedSoFar, resetCapacity } from './capacity.ts'
import { countFloor } from './units-floor.ts'
import { countNaive } from './units-naive.ts'

process.env.POWERTOOLS_LOG_LEVEL ??= 'ERROR'
process.env.POWERTOOLS_METRICS_DISABLED ??= 'true'

class AccountMissingError extends Error {
  override name = 'AccountMissingError'
}

/** State transitions, history and capacity units of one recognition of one level. */
export const benchUnits = async () => {
  const database = await startDatabase()
  const counted = await openBenchTable(database)
  await seedDemo(counted, { persons: 10 })
  const units = countCapacity(counted, await openBenchTable(database))

  const functions = openFunctions(() => ({
    ...deps,
    mailer: { send: async () => undefined },
    publicUrl: 'http://127.0.0.1',
  }))
  const engine = openEngine({
    file: ':memory:',
    clock: { now: () => Date.now() },
    machines: (await loadMachines()).map(({ name, definition, substitutions }) => ({
      name,
      definition: fillSubstitutions(definition, substitutions),
    })),
    invoke: (name, payload) => functions.invoke(name, payload),
  })
  engine.resume()
  const deps = {
    table: counted,
    workflows: engineWorkflows(engine),
    clock: { now: () => Date.now() },
    mailer: { send: async () => {} },
    publicUrl: 'http://127.0.0.1',
  }

  const accountOf = async (id: string): Promise<Account> => {
    const account = await readAccount(counted, id)
    if (account === undefined) throw new AccountMissingError(id)
    return account
  }

  const [zhao, admin, city] = await Promise.all(['staff.zhao', 'unit.admin', 'hr.city'].map(accountOf))
  if (!zhao || !admin || !city) throw new AccountMissingError('the demo')
  resetCapacity(units)
  const submitted = await submitRequest(deps)(
    {
      type: 'recognition',
      staffId: 'staff.zhao',
      title: '公共科目集中培训',
      provider: '内蒙古自治区党校',
      certificateNo: 'A-2026-0001',
      lines: [
        {
          subject: 'public',
          category: 'in_service',
          mode: 'offline',
          from: '2026-05-11',
          to: '2026-05-15',
          halfDays: 10,
        },
      ],
      evidence: [],
    },
    'bench',
    zhao,
  )
  if (!submitted.ok) throw new AccountMissingError(submitted.code)
  const { id } = submitted.value
  for (const actor of [admin, city]) {
    await engine.settled()
    const { read, readOfNothing } = units
    const open = (await readRequest(counted, id))?.tasks.find(({ status }) => status === 'open')
    // Looking for the task is the benchmark's own reading.
    Object.assign(units, { read, readOfNothing })
    units.calls.pop()
    if (open === undefined) throw new AccountMissingError(`no open task for ${actor.id}`)
    const decided = await decideTask(deps)({ taskId: taskId(open), decision: 'approve' }, actor)
    if (!decided.ok) throw new AccountMissingError(decided.code)
  }
  await engine.settled()
  const execution = engine.list().executions.find(({ name }) => name === `${id}-1-0`)
  const { transitionCount, historyEventCount, historyBytes, status } = engine.describe(
    execution?.executionArn ?? '',
  )
  const recognition = countedSoFar(units)
  const calls = [...units.calls]
  const floor = await countFloor(counted, units, [
    ['a', 'b', 'c'],
    ['d', 'e'],
  ])
  const naive = await countNaive(counted, units, await readPartition(counted, keys.request(id).pk))
  await engine.close()
  await database.stop()
  return {
    status,
    ...{ transitionCount, historyEventCount, historyBytes },
    ...recognition,
    floor,
    naive,
    calls,
  }
}

if (import.meta.main) {
  const { calls, ...counted } = await benchUnits()
  console.log(JSON.stringify(counted, null, 2))
  if (process.argv.includes('--calls')) console.log(calls.join('\n'))
}
