import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Item } from '../../functions/platform/table.ts'
import type { Certificate } from '../../functions/staff/certificate.ts'
import { requireFacts } from '../../functions/staff/due-obligations.ts'
import { type Fact, type LedgerCredit, nextEntry } from '../../functions/staff/ledger.ts'
import type { Person } from '../../functions/staff/person.ts'
import type { StaffRecord } from '../../functions/staff/staff-record.ts'
import {
  covers,
  factsFromStanding,
  putStanding,
  standingFrom,
  standingOf,
} from '../../functions/staff/standing.ts'
import { assessYear } from '../../rules/assess.ts'
import { dateOf } from '../../rules/calendar.ts'
import { type Edition, edition2024 } from '../../rules/edition.ts'
import { person as personWith } from '../person.ts'

const person = (more: Partial<Person> = {}): Person =>
  personWith({ id: 'staff.000123', name: '巴特尔', institutionId: 'institution-00123', ...more })

const record = (
  one: Person,
  facts: readonly Fact[],
  certificates: readonly Certificate[] = [],
): StaffRecord => {
  const entries: StaffRecord['entries'][number][] = []
  for (const [place, fact] of facts.entries())
    entries.push(
      nextEntry(entries, {
        staffId: one.id,
        recordedAt: '2026-03-01T09:00:00.000+08:00',
        recordedBy: 'hr.city',
        source: `r${place}`,
        fact,
      }),
    )
  return { person: one, entries, certificates }
}

/** As DynamoDB counts: names and values in UTF-8, numbers by their digits, a list or map 3 bytes and 1 each. */
const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1
  if (typeof value === 'boolean' || value === null) return 1
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + 1 + sizeOf(one), 3)
  return Object.entries(value as object).reduce(
    (sum, [name, one]) => sum + 1 + Buffer.byteLength(name) + sizeOf(one),
    3,
  )
}
const itemSize = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOf(value), 0)

const written = (staff: StaffRecord): Item => {
  const write = putStanding(staff)
  if (!('put' in write)) throw new Error('A standing is put.')
  return write.put
}

const credit = (year: number, month: number, more: Partial<LedgerCredit> = {}): Fact => {
  const at = `${year}-${String(month).padStart(2, '0')}`
  return {
    kind: 'credit',
    credit: {
      id: `c${year}${month}`,
      subject: 'public',
      category: 'in_service',
      mode: 'offline',
      from: `${at}-11`,
      to: `${at}-15`,
      halfDays: 10,
      ...more,
    },
  }
}

const years = [2024, 2025, 2026, 2027] as const
const online = fc
  .record({
    year: fc.constantFrom(...years),
    month: fc.integer({ min: 1, max: 12 }),
    tenths: fc.integer({ min: 1, max: 700 }),
    subject: fc.constantFrom('public' as const, 'professional' as const),
    category: fc.constantFrom('in_service' as const, 'special' as const, 'induction' as const),
    passed: fc.constantFrom(true, true, false),
    makesUp: fc.boolean(),
  })
  .map(({ year, month, tenths, makesUp, ...more }) =>
    credit(year, month, {
      ...more,
      mode: 'online',
      hours: tenths / 10,
      halfDays: undefined,
      ...(makesUp && year > 2024 ? { makeUpFor: year - 1 } : {}),
    }),
  )
const offline = fc
  .record({
    year: fc.constantFrom(...years),
    month: fc.integer({ min: 1, max: 12 }),
    halfDays: fc.integer({ min: 1, max: 10 }),
    subject: fc.constantFrom('public' as const, 'professional' as const),
    category: fc.constantFrom('in_service' as const, 'special' as const, 'induction' as const),
    makesUp: fc.boolean(),
  })
  .map(({ year, month, makesUp, ...more }) =>
    credit(year, month, { ...more, ...(makesUp && year > 2024 ? { makeUpFor: year - 1 } : {}) }),
  )
const deemed = fc
  .record({
    year: fc.constantFrom(...years),
    ground: fc.constantFrom(
      { kind: 'degree_course' as const },
      { kind: 'skill_grade_exam' as const },
      { kind: 'entrepreneurship_leave' as const },
      { kind: 'discretionary' as const, scope: 'all' as const },
      { kind: 'discretionary' as const, scope: { public: 12.5, professional: 20 } },
    ),
  })
  .map(({ year, ground }): Fact => ({ kind: 'deemed', deemed: { ...ground, year } }))

/** Every year may be delayed, so that whatever makes up for one has something to rest on. */
const delays = years.map((year): Fact => ({ kind: 'delay', year, approvedOn: `${year + 1}-01-08` }))

const people = fc.record({
  facts: fc.array(fc.oneof(online, online, offline, offline, deemed), { maxLength: 14 }),
  delayed: fc.boolean(),
  voided: fc.integer({ min: 0, max: 30 }),
  hiredOn: fc.constantFrom('2019-08-01', '2024-03-01', '2024-11-15', '2025-06-20', '2026-03-16'),
  postType: fc.constantFrom('management' as const, 'professional' as const, 'worker' as const),
  leader: fc.constantFrom(false, false, false, true),
  onRegister: fc.constantFrom(true, true, true, false),
  changedOn: fc.constantFrom('2024-05-01', '2026-02-01', undefined),
  dropped: fc.boolean(),
})

const recordOf = (drawn: typeof people extends fc.Arbitrary<infer T> ? T : never): StaffRecord => {
  const { facts, delayed, voided, changedOn, dropped, ...more } = drawn
  const named = facts.map((fact, place) =>
    fact.kind === 'credit' ? { ...fact, credit: { ...fact.credit, id: `c${place}` } } : fact,
  )
  const withDelays = delayed
    ? [...delays, ...named]
    : named.filter((fact) => fact.kind !== 'credit' || fact.credit.makeUpFor === undefined)
  const first = delayed ? delays.length : 0
  const corrections: Fact[] =
    voided >= first && voided < withDelays.length
      ? [{ kind: 'correction', of: voided + 1, reason: '重复登记', fact: null }]
      : []
  return record(
    person({
      ...more,
      postChanges:
        changedOn === undefined
          ? []
          : [{ id: 'pc1', kind: 'post_type', effectiveOn: changedOn, ...(dropped ? { dropped } : {}) }],
    }),
    [...withDelays, ...corrections],
  )
}

const editions: readonly Edition[] = [
  edition2024,
  {
    ...edition2024,
    readings: {
      ...edition2024.readings,
      minimaHoldUnderEitherTotal: false,
      onlineTenthsPerHalfDay: 40,
      inductionCountsForTheYear: false,
    },
  },
  {
    ...edition2024,
    readings: { ...edition2024.readings, inductionDeemsYearOf: 'hiring', makeUpRunsFrom: 'approval' },
  },
]

describe('a standing holds what a close needs', () => {
  test('of every year that it covers it says what the whole ledger says', () => {
    let left = 0
    fc.assert(
      fc.property(people, (drawn) => {
        const staff = recordOf(drawn)
        const standing = standingFrom(written(staff))
        expect(standing).toEqual(standingOf(staff))
        for (const year of years) {
          if (!covers(standing, year)) {
            left += 1
            continue
          }
          for (const edition of editions)
            for (const asOf of [`${year + 1}-01-01`, `${year + 2}-01-01`]) {
              const full = assessYear(
                requireFacts(staff, year, asOf, () => edition),
                () => edition,
              )
              const on = dateOf(Number(asOf.slice(0, 4)), 1, 1)
              const short = assessYear(factsFromStanding(standing, year, on, edition), () => edition)
              expect(short.annual).toEqual(full.annual)
              const complete = ({ induction }: typeof full) =>
                induction.status !== 'not_applicable' && induction.completedOn !== null
              expect(complete(short)).toBe(complete(full))
            }
        }
      }),
      { numRuns: 600 },
    )
    // Years that lie behind it were drawn as well: the test is no tautology.
    expect(left).toBeGreaterThan(100)
  })

  test('the year that a close is about is always covered, while it is one of the two latest with an entry', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const standing = standingOf(recordOf({ ...drawn, facts: [...drawn.facts, credit(2027, 2)] }))
        expect(covers(standing, 2026)).toBe(true)
      }),
    )
  })

  test('an average person takes less than 600 bytes', () => {
    const facts = [2025, 2026].flatMap((year) =>
      [2, 4, 6, 8].map((month) =>
        credit(year, month, month > 4 ? { mode: 'online', hours: 32.5, subject: 'professional' } : {}),
      ),
    )
    const certified = ['annual:2025', 'annual:2026'].map(
      (obligation) =>
        ({ content: { obligation }, status: 'valid', history: [], version: 1 }) as unknown as Certificate,
    )
    const item = written(record(person(), facts, certified))
    expect(standingFrom(item)).toMatchObject({ certified: ['annual:2025', 'annual:2026'] })
    expect(standingFrom(item).credits).toHaveLength(8)
    expect(itemSize(item)).toBeLessThan(600)
  })
})
