import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { readLedger } from '../../functions/ledger/read-ledger.ts'
import { currentForm } from '../../functions/operations/forms.ts'
import { creditLine } from '../../functions/outcomes/credit-line.ts'
import { changePerson } from '../../functions/persons/change-person.ts'
import type { Table } from '../../functions/platform/table.ts'
import { write } from '../../functions/platform/table.ts'
import { walkTable } from '../../functions/platform/walk.ts'
import { readRequest } from '../../functions/requests/stored-request.ts'
import { viewRequest } from '../../functions/requests/view-request.ts'
import { settling } from '../../functions/settlement/settling.ts'
import { requireStaff } from '../../functions/staff/require-staff.ts'
import { recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { everyItem } from './every-item.ts'
import { accounts } from './small-organisation.ts'

/**
 * A table as the version of form 5 left it on 30 November 2026 at ten to three (71995ef), and what that version
 * said of everybody in it: corrected days of hiring, terms and leaves entered plainly, someone taken off the register
 * by one person alone, filings confirmed and waiting, claims credited, refused and at a desk, a certificate revoked.
 */

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/form-5/${name}.json`, import.meta.url), 'utf8'))

const items = z.array(z.record(z.string(), z.unknown())).parse(fixture('items'))
const Said = z.record(z.string(), z.unknown())
const expected = z
  .object({
    now: z.string(),
    ledgers: z.record(z.string(), z.object({ facts: Said, assessment: Said })),
    requests: z.record(
      z.string(),
      z.object({ status: z.string(), lines: z.array(Said), acts: z.array(Said) }),
    ),
    certificates: z.array(z.object({ number: z.string(), obligation: z.string(), status: z.string() })),
  })
  .parse(fixture('expected'))

const database = withTestDatabase()
let table: Table
const clock = { now: () => Date.parse(expected.now) }
const host = () => settling(recordingHost(table, clock))

beforeEach(async () => {
  table = await database.newTable()
  const when = { expression: 'attribute_not_exists(pk)' }
  for (const item of items) await write(table, [{ put: item, when }])
  await walkTable(table, currentForm)
})

/** What an assessment comes to. Its words are those of the rules of the day. */
const outcome = z.object({
  annual: Said,
  induction: Said,
  terms: z.array(Said),
  transfers: z.array(Said),
  certificates: z.array(z.string()),
  ignored: z.array(Said),
  eligibility: z.array(z.object({ business: z.string(), verdict: z.string() })),
})

const ledgerOf = async (id: string, year: number) => {
  const read = await readLedger(host())(id, { year }, accounts.authority, 'zh')
  if (!read.ok) throw new Error(read.code)
  return read.value
}

const viewOf = async (id: string) => {
  const found = await readRequest(table, id)
  if (found === undefined) throw new Error(`${id} is on record.`)
  return viewRequest(table, found, 'zh')
}

describe('a table of the version before', () => {
  test('is sealed by the walk once, and no item is added or lost', async () => {
    expect(await walkTable(table, currentForm)).toMatchObject({ rewritten: 0 })
    const keyOf = ({ pk, sk }: Readonly<Record<string, unknown>>) => `${pk} ${sk}`
    const [kept, before] = [new Set((await everyItem(table)).map(keyOf)), items.map(keyOf)]
    expect(before.filter((key) => !kept.has(key))).toEqual([])
    // Beside them stands how far the walk came, and nothing else.
    expect([...kept].filter((key) => !before.includes(key) && !key.startsWith('WALK'))).toEqual([])
  })

  test.each(Object.entries(expected.ledgers))('reads as before: %s', async (name, before) => {
    const [id = '', year] = name.split(' ')
    const { facts, assessment } = await ledgerOf(id, Number(year))
    expect(facts).toEqual(before.facts)
    expect(outcome.parse(assessment)).toEqual(outcome.parse(before.assessment))
  })

  test('its requests stand where they stood, its certificates say what they said', async () => {
    for (const [id, before] of Object.entries(expected.requests)) {
      const { status, lines, timeline } = await viewOf(id)
      expect([id, status, lines]).toEqual([id, before.status, before.lines])
      expect(timeline.map(({ act, at, actor }) => ({ act, at, actor }))).toEqual(before.acts)
    }
    const people = await Promise.all(['staff.li', 'staff.new'].map((id) => requireStaff(table, id)))
    expect(
      people.flatMap(({ certificates }) =>
        certificates.map(({ content: { number, obligation }, status }) => ({ number, obligation, status })),
      ),
    ).toEqual(expected.certificates)
  })

  test('and goes on: what lies at a desk is decided, and a day of hiring is corrected from above', async () => {
    const [open] = Object.entries(expected.requests).find(
      ([, { status, lines }]) => status === 'in_review' && lines.length > 0,
    ) ?? ['']
    const at = async (stage: 'department' | 'authority') => {
      await openTask(host())({ requestId: open, round: 1, line: 0, stage, token: `again-${stage}` })
      return decideTask(host())({ taskId: `${open}.1.0.${stage}`, decision: 'approve' }, accounts[stage])
    }
    expect(await at('department')).toMatchObject({ ok: true })
    expect(await at('authority')).toMatchObject({ ok: true })
    await creditLine(host())({ requestId: open, line: 0 })
    expect((await viewOf(open)).status).toBe('approved')
    const { person } = await requireStaff(table, 'staff.new')
    const corrected = { version: person.version, reason: '更正', hiredOn: '2025-09-15' }
    expect(await changePerson(host())('staff.new', corrected, accounts.authority)).toMatchObject({ ok: true })
    const { facts } = await ledgerOf('staff.new', 2025)
    expect(facts.person).toMatchObject({ hiredOn: '2025-09-15', registerPeriods: [{ from: '2025-09-15' }] })
  })
})
