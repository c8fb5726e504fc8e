import { beforeEach, describe, expect, test } from 'vitest'
import { answerEnrolment } from '../../functions/classes/answer-enrolment.ts'
import { recordAttendance } from '../../functions/classes/attend.ts'
import { closeClass } from '../../functions/classes/close-class.ts'
import { enrol } from '../../functions/classes/enrol.ts'
import { listUntrained } from '../../functions/classes/untrained.ts'
import type { UntrainedQuery } from '../../functions/classes/untrained-api.ts'
import type { Account } from '../../functions/organisations/account.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { newProgramme, type Programme } from '../../functions/programmes/programme.ts'
import { settling } from '../../functions/settlement/settling.ts'
import { nextEntry } from '../../functions/staff/ledger.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { readStaff, recordEntry } from '../../functions/staff/staff.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, personOf, seedRegisters } from './registers-ground.ts'

/** Who was not trained: those for whom a class, a row of a plan or a year was meant, by what came of it. */

const database = withTestDatabase()
let table: Table
let asked: Asked
let now = 0
const clock = { now: () => now }
const deps = () => settling(recordingHost(table, clock, asked))

const pupils = ['p.failed', 'p.absent', 'p.left', 'p.waiting', 'p.none', 'p.passed', 'p.worker'] as const
const DAY = '2026-06-10'
const programme = (more: Partial<Programme> = {}): Programme => ({
  ...{ id: 'c1', year: 2026, title: '研修班', organiserId: 'd', organiserName: '市教育局' },
  courses: [
    {
      ...{ title: '课', subject: 'public', category: 'in_service', mode: 'offline', kind: 'theory' },
      ...{ feeFen: 0, minutes: 180, lecturers: [] },
    },
  ],
  sessions: [{ day: DAY, half: 'morning', course: 0 }],
  ...{ firstDay: DAY, lastDay: DAY, place: '礼堂', capacity: 3 },
  audience: { organisations: ['d'], postTypes: ['professional'] },
  plan: { year: 2026, item: '研修', row: '1' },
  ...{ budget: '本级', filedBy: 'dept', filedAt: '2026-05-01T09:00:00.000+08:00', acts: [], version: 1 },
  ...{ state: 'accepted', acceptedAt: '2026-05-02T09:00:00.000+08:00' },
  ...more,
})

beforeEach(async () => {
  asked = nothingAsked()
  table = await database.newTable()
  now = Date.parse('2026-06-01T09:00:00+08:00')
  await seedRegisters(table)
  for (const id of pupils)
    await write(
      table,
      registerPerson(
        personOf(id, {
          ...{ institutionId: 'j', staffNo: id, postType: id === 'p.worker' ? 'worker' : 'professional' },
        }),
        { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: 'x' },
      ),
    )
  await write(table, [newProgramme(programme())])
})

const of = async (query: Partial<UntrainedQuery>, who: Account = people.sibling, id = 'j') => {
  const found: (string | null)[][] = []
  let cursor: string | undefined
  do {
    const page = await listUntrained(deps())(id, { limit: 2, ...(cursor ? { cursor } : {}), ...query }, who)
    if (!page.ok) return page.code
    found.push(...page.value.page.items.map(({ staffId, state }) => [staffId, state]))
    cursor = page.value.page.cursor ?? undefined
  } while (cursor !== undefined)
  return found.filter(([staffId]) => staffId?.startsWith('p.')).toSorted()
}

/** Three come, one too late for a seat, one is taken out again; the class is held and closed. */
const hold = async () => {
  const seated = ['p.left', 'p.failed', 'p.absent', 'p.passed'] as const
  for (const id of ['p.failed', 'p.absent', 'p.left'] as const)
    await enrol(deps())('c1', [id], people.sibling)
  await answerEnrolment(deps())('c1', { staffId: 'p.left', action: 'leave' }, people.sibling)
  await enrol(deps())('c1', ['p.passed'], people.sibling)
  await enrol(deps())('c1', ['p.waiting'], people.sibling)
  now = Date.parse('2026-06-10T10:00:00+08:00')
  const entries = seated
    .filter((id) => id !== 'p.left')
    .map((staffId) => ({ staffId, present: staffId !== 'p.absent' }))
  await recordAttendance(deps())('c1', { session: `${DAY}.morning.0`, entries }, people.department)
  const results = (['p.failed', 'p.passed'] as const).map((staffId) => ({
    ...{ staffId, passed: staffId === 'p.passed' },
  }))
  const closed = await closeClass(deps())('c1', results, people.department)
  expect(closed.ok).toBe(true)
}

describe('Art. 7, 29: who was not trained', () => {
  test('of a class: those for whom it was meant, each with what came of it; for their institution and the organiser', async () => {
    expect(await of({ programme: 'c1' })).toEqual(
      ['p.absent', 'p.failed', 'p.left', 'p.none', 'p.passed', 'p.waiting'].map((id) => [id, 'not_enrolled']),
    )
    await hold()
    const after = [
      ['p.absent', 'absent'],
      ['p.failed', 'failed'],
      ['p.left', 'left'],
      ['p.none', 'not_enrolled'],
      ['p.waiting', 'waiting'],
    ]
    expect(await of({ programme: 'c1' })).toEqual(after)
    expect(await of({ programme: 'c1' }, people.department, 'd')).toEqual(after)
    expect(await of({ row: '1', organiser: 'd', year: 2026 })).toEqual(after)
    expect(await of({ row: '2', organiser: 'd', year: 2026 })).toEqual([])
  })

  test('another class of the same row mends it: what was nearest is said', async () => {
    await hold()
    now = Date.parse('2026-06-11T10:00:00+08:00')
    const later = { firstDay: '2026-07-10', lastDay: '2026-07-10' }
    await write(table, [
      newProgramme(
        programme({ id: 'c2', ...later, sessions: [{ day: '2026-07-10', half: 'morning', course: 0 }] }),
      ),
    ])
    await enrol(deps())('c2', ['p.failed', 'p.none'], people.sibling)
    expect(await of({ row: '1', organiser: 'd', year: 2026 })).toEqual([
      ['p.absent', 'absent'],
      ['p.left', 'left'],
      ['p.waiting', 'waiting'],
    ])
  })

  test('of a year, and for so many months: by what was recognised', async () => {
    const staff = await readStaff(table, 'p.passed')
    if (staff === undefined) throw new Error('nobody')
    const credit = {
      ...{ id: 'x', subject: 'public' as const, category: 'in_service' as const, mode: 'offline' as const },
      ...{ from: '2025-12-01', to: '2025-12-01', halfDays: 2 },
    }
    await write(
      table,
      recordEntry(
        staff,
        nextEntry(staff.entries, {
          ...{ staffId: 'p.passed', recordedAt: '2025-12-20T09:00:00.000+08:00', recordedBy: 'x' },
          ...{ source: 'x', fact: { kind: 'credit', credit } },
        }),
        'request',
      ),
    )
    const everybody = pupils.map((id) => [id, null]).toSorted()
    const others = everybody.filter(([id]) => id !== 'p.passed')
    expect(await of({ year: 2026 })).toEqual(everybody)
    expect(await of({ year: 2025 })).toEqual(others)
    // From 1 June 2026 back: six months reach 1 December; a day later they do not.
    expect(await of({ months: 6 })).toEqual(others)
    now = Date.parse('2026-06-02T09:00:00+08:00')
    expect(await of({ months: 6 })).toEqual(everybody)
    expect(await of({ months: 6 }, people.region, 'a')).toEqual(everybody)
  })

  test('nobody sees others’ people, or a class that is not public', async () => {
    expect(await of({ programme: 'c1' }, people.registrar)).toBe('NOT_FOUND')
    expect(await of({ programme: 'c9' })).toBe('NOT_FOUND')
    const { acceptedAt: _, ...filed } = programme({ id: 'c3', state: 'in_review' })
    await write(table, [newProgramme(filed)])
    expect(await of({ programme: 'c3' })).toBe('NOT_FOUND')
  })
})
