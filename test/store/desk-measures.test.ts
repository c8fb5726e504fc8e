import { beforeEach, expect, test } from 'vitest'
import { countCapacity, countedSoFar, resetCapacity } from '../../bench/capacity.ts'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { takeBackDecision } from '../../functions/desks/take-back-decision.ts'
import { creditLine } from '../../functions/outcomes/credit-line.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import type { Stage } from '../../functions/platform/terms.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { settling } from '../../functions/settlement/settling.ts'
import { type Fact, nextEntry } from '../../functions/staff/ledger.ts'
import { readStaff, recordEntry } from '../../functions/staff/staff.ts'
import { sumCells } from '../../functions/statistics/cells.ts'
import { countActs } from '../../functions/statistics/count-acts.ts'
import { readRows } from '../../functions/statistics/counted.ts'
import { deskFiguresOf } from '../../functions/statistics/figures.ts'
import { goOnRebuilding } from '../../functions/statistics/rebuild.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { accounts, seedSmall } from './small-organisation.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
let now = 0
const clock = { now: () => now }
const deps = () => recordingHost(table, clock, asked)
const FOREVER = Number.POSITIVE_INFINITY
const on = (day: string) => {
  now = Date.parse(`${day}T10:00:00+08:00`)
}

beforeEach(async () => {
  table = await database.newTable()
  await seedSmall(table)
  asked = nothingAsked()
  on('2026-06-15')
  // The walk over everyone goes by standings, which the first entry writes.
  await record({ kind: 'delay', year: 2025, approvedOn: '2026-01-05' }, 'hr.city', 'x.0')
})

const record = async (fact: Fact, recordedBy: string, source: string) => {
  const staff = await readStaff(table, 'staff.li')
  if (staff === undefined) throw new Error('gone')
  const made = { recordedAt: '2026-06-15T10:00:00.000+08:00', recordedBy, source, staffId: 'staff.li' }
  await write(table, recordEntry(staff, nextEntry(staff.entries, { ...made, fact })))
}

const submit = async (key: string) => {
  const submitted = await submitRequest(deps())(
    {
      ...{ type: 'recognition', staffId: 'staff.li', title: key, provider: '网院', certificateNo: key },
      lines: [
        {
          ...{ subject: 'public', category: 'in_service', mode: 'online', hours: 10 },
          ...{ from: '2026-03-01', to: '2026-03-20' },
        },
      ],
      evidence: [],
    },
    key,
    accounts.li,
  )
  if (!submitted.ok) throw new Error(submitted.code)
  return submitted.value.id
}
const open = (requestId: string, stage: Stage) =>
  openTask(deps())({
    ...{ requestId, round: 1, line: 0, stage, execution: `${requestId}-1-0` },
    token: `${requestId}.${stage}`,
  })
const decide = async (
  id: string,
  stage: 'institution' | 'authority',
  decision: 'approve' | 'return' | 'reject' = 'approve',
) => {
  const place = stage === 'institution' ? '1.institution' : '1.0.authority'
  const actor = stage === 'institution' ? accounts.registrar : accounts.authority
  const reason = decision === 'approve' ? undefined : '缺材料'
  const decided = await decideTask(deps())({ taskId: `${id}.${place}`, decision, reason }, actor)
  if (!decided.ok) throw new Error(decided.code)
}
const measures = async (desk: string, asOf?: string) =>
  deskFiguresOf(sumCells((await readRows(table, desk, 2026, asOf)).map(({ cells }) => cells)), desk, {
    open: 0,
    openLate: 0,
  })
const count = () => countActs({ table, clock })()

test('Art. 35: a desk’s work is counted by its decisions: how long, late, returned, refused, taken back', async () => {
  await count()
  const first = await submit('A-1')
  await open(first, 'institution')
  // Monday to Thursday of the week after next: eight working days, but for the Dragon Boat Festival's Friday.
  on('2026-06-25')
  await decide(first, 'institution')
  await open(first, 'authority')
  on('2026-06-26')
  await decide(first, 'authority', 'reject')
  const second = await submit('A-2')
  await open(second, 'institution')
  await decide(second, 'institution', 'return')
  const third = await submit('A-3')
  await open(third, 'institution')
  await decide(third, 'institution')
  await count()
  expect(await measures('i')).toMatchObject({ decided: 3, waitedDays: 7, late: 1, returned: 1, refused: 0 })
  expect(await measures('a')).toMatchObject({ decided: 1, waitedDays: 1, late: 0, returned: 0, refused: 1 })
  expect(await measures('i', '2026-06-25')).toMatchObject({ decided: 1, waitedDays: 7, returned: 0 })
  expect(await measures('d')).toMatchObject({ decided: 0, waitedDays: 0 })
  // A second turn counts nothing again; what is taken back is not decided any more.
  await count()
  expect(await measures('i')).toMatchObject({ decided: 3, takenBack: 0 })
  const taken = await takeBackDecision(deps())(`${third}.1.institution`, accounts.registrar)
  expect(taken.ok).toBe(true)
  await count()
  expect(await measures('i')).toMatchObject({ decided: 2, waitedDays: 7, takenBack: 1 })
  // Counted anew, nothing is otherwise.
  await goOnRebuilding({ table, clock })(FOREVER)
  on('2026-07-10')
  expect(await goOnRebuilding({ table, clock })(FOREVER)).toMatchObject({ done: true, differed: 0 })
})

test('requests of before are counted by the walk over everyone, once', async () => {
  const id = await submit('A-1')
  await open(id, 'institution')
  on('2026-06-16')
  await decide(id, 'institution')
  on('2026-08-01')
  await count()
  expect(await measures('i')).toMatchObject({ decided: 0 })
  await goOnRebuilding({ table, clock })(FOREVER)
  expect(await measures('i')).toMatchObject({ decided: 1, waitedDays: 1 })
})

test('Art. 35: hours that another desk corrected are counted at the desk that recognised them', async () => {
  await count()
  const id = await submit('A-1')
  await open(id, 'institution')
  await decide(id, 'institution')
  await open(id, 'authority')
  await decide(id, 'authority')
  await creditLine(settling(deps()))({ requestId: id, line: 0 })
  const correct = (recordedBy: string, source: string) =>
    record({ kind: 'correction', of: 2, reason: 'x', fact: null }, recordedBy, source)
  // By the desk itself: its own error, put right by itself.
  await correct('hr.city', 'correction.1')
  await count()
  expect(await measures('a')).toMatchObject({ decided: 1, corrected: 0 })
  await correct('dept.chen', 'correction.2')
  await count()
  expect(await measures('a')).toMatchObject({ decided: 1, corrected: 1 })
  expect(await measures('i')).toMatchObject({ corrected: 0 })
})

test('what counting a recognition costs: the person’s years, the desks that decided, and their rows', async () => {
  await count()
  const id = await submit('A-1')
  await open(id, 'institution')
  await decide(id, 'institution')
  await open(id, 'authority')
  await decide(id, 'authority')
  await creditLine(settling(deps()))({ requestId: id, line: 0 })
  await count()
  // The rows are there now, as they are for everyone after the first of a day.
  const next = await submit('A-2')
  await open(next, 'institution')
  await decide(next, 'institution')
  await open(next, 'authority')
  await decide(next, 'authority')
  await creditLine(settling(deps()))({ requestId: next, line: 0 })
  const counted: Table = { ...table }
  const units = countCapacity(counted, table)
  resetCapacity(units)
  await countActs({ table: counted, clock })()
  const { write: first } = countedSoFar(units)
  resetCapacity(units)
  await countActs({ table: counted, clock })()
  const { write: again } = countedSoFar(units)
  expect(first).toBeLessThanOrEqual(30)
  expect(again).toBeLessThanOrEqual(2)
})
