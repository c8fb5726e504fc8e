/**
 * Counts what one participant of a class costs in write units, from enrolment to the hours in the ledger, with the real
 * acts and database: the class has one half-day session for each of `SESSIONS`. Counts are exact, not timed.
 * Run: `node bench/class-units.ts`.
 */
import { answerEnrolment } from '../functions/classes/answer-enrolment.ts'
import { attend } from '../functions/classes/attend.ts'
import { closeClass } from '../functions/classes/close-class.ts'
import { enrol } from '../functions/classes/enrol.ts'
import { codeAt } from '../functions/classes/session-code.ts'
import { creditPart } from '../functions/feeds/credit-part.ts'
import { readAccount } from '../functions/organisations/account.ts'
import { sealOf } from '../functions/platform/table.ts'
import { settling } from '../functions/settlement/settling.ts'
import { startDatabase } from '../local/database.ts'
import { seedDemo } from '../local/demo/seed.ts'
import { openBenchTable } from './bench-table.ts'
import { countCapacity, countedSoFar, resetCapacity } from './capacity.ts'

const SESSIONS = [
  '2026-06-15.morning.0',
  '2026-06-15.afternoon.0',
  '2026-06-16.morning.0',
  '2026-06-16.afternoon.0',
]
const CLASS = 'demo-public'
const now = Date.parse('2026-06-16T15:00:00+08:00')
class AccountMissing extends Error {
  override name = 'AccountMissing'
}

const database = await startDatabase()
const table = await openBenchTable(database)
await seedDemo(table, { persons: 10 })
const units = countCapacity(table, await openBenchTable(database))
const deps = settling({
  table,
  clock: { now: () => now },
  publicUrl: 'http://127.0.0.1',
  mailer: { send: async () => undefined },
  workflows: {
    start: async () => undefined,
    succeed: async () => 'taken' as const,
    fail: async () => 'taken' as const,
  },
})
const accountOf = async (id: string) => {
  const account = await readAccount(table, id)
  if (account === undefined) throw new AccountMissing(id)
  return account
}
const [li, unit, city] = await Promise.all(['staff.li', 'unit.admin', 'hr.city'].map(accountOf))
if (!li || !unit || !city) throw new AccountMissing('the demo')

const step = async (name: string, act: () => Promise<unknown>) => {
  resetCapacity(units)
  await act()
  console.log(name, countedSoFar(units))
}
await step('enrol', () => enrol(deps)(CLASS, ['staff.li'], li))
await step('agree', () => answerEnrolment(deps)(CLASS, { staffId: 'staff.li', action: 'agree' }, unit))
await step(`scan, ${SESSIONS.length} times`, async () => {
  for (const session of SESSIONS)
    await attend(deps)(CLASS, codeAt(await sealOf(table), CLASS, session, now).code, li)
})
let parts: readonly { readonly requestId: string }[] = []
await step('close, with the part filed', async () => {
  const closed = await closeClass(deps)(CLASS, [{ staffId: 'staff.li', passed: true }], city)
  parts = closed.ok ? closed.value.claim.parts : []
})
await step('credit', async () => {
  for (const { requestId } of parts) await creditPart(deps)({ requestId, line: 0, part: 1 })
})
await database.stop()
