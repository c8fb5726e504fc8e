import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessed, type Credit, staff } from './people.ts'

const months = fc.integer({ min: 1, max: 12 })
const base = {
  category: fc.constantFrom('in_service', 'special', 'induction', 'transfer'),
  subject: fc.constantFrom('public', 'professional'),
  passed: fc.boolean(),
  makesUp: fc.boolean(),
} as const
const onlineCredit = fc
  .record({
    ...base,
    month: months,
    year: fc.constantFrom(2025, 2026),
    tenths: fc.integer({ min: 1, max: 700 }),
  })
  .map(({ month, year, tenths, makesUp, ...more }): Omit<Credit, 'id'> => {
    const on = `${year}-${String(month).padStart(2, '0')}-10`
    return {
      ...more,
      mode: 'online',
      from: on,
      to: on,
      hours: tenths / 10,
      ...(makesUp && year === 2026 ? { makeUpFor: 2025 } : {}),
    }
  })
const offlineCredit = fc
  .record({
    ...base,
    month: months,
    year: fc.constantFrom(2025, 2026),
    halfDays: fc.integer({ min: 1, max: 10 }),
    fullTime: fc.boolean(),
  })
  .map(({ month, year, makesUp, ...more }): Omit<Credit, 'id'> => {
    const at = `${year}-${String(month).padStart(2, '0')}`
    return {
      ...more,
      mode: 'offline',
      from: `${at}-11`,
      to: `${at}-15`,
      ...(makesUp && year === 2026 ? { makeUpFor: 2025 } : {}),
    }
  })

const credits = fc
  .array(fc.oneof(onlineCredit, offlineCredit), { maxLength: 10 })
  .map((list) => list.map((credit, index) => ({ ...credit, id: `c${index}` })))

const people = fc.record({
  asOf: fc.constantFrom('2026-06-30', '2026-12-31', '2027-01-01', '2028-01-01'),
  year: fc.constantFrom(2025, 2026),
  credits,
  postType: fc.constantFrom('management', 'professional', 'worker'),
  hiredOn: fc.constantFrom('2019-08-01', '2025-03-31', '2026-03-16'),
  delays: fc.constant([{ year: 2025, approvedOn: '2026-01-08' }]),
  justified: fc.subarray([2024, 2025]),
})

const factsOf = ({
  postType,
  hiredOn,
  ...more
}: typeof people extends fc.Arbitrary<infer Value> ? Value : never) =>
  staff({ postType, hiredOn, terms: [{ from: '2025-01-01', to: '2026-12-31' }] }, more)

const BETTER = ['not_applicable', 'short', 'overdue', 'open', 'deferred', 'met', 'deemed']

describe('laws of the assessment', () => {
  test('sums agree: subjects, modes, days, and what is missing', () => {
    fc.assert(
      fc.property(people, (person) => {
        const { annual } = assessed(factsOf(person))
        const { hours, missing, deemed, days } = annual
        const tenths = (value: number) => Math.round(value * 10)
        expect(tenths(hours.total)).toBe(tenths(hours.public) + tenths(hours.professional))
        expect(tenths(hours.total)).toBe(tenths(hours.online) + tenths(hours.offline))
        expect(hours.offline).toBe(days * 8)
        expect(missing.public).toBe(deemed.public ? 0 : Math.max(0, 300 - tenths(hours.public)) / 10)
        expect(missing.professional).toBe(
          deemed.professional ? 0 : Math.max(0, 600 - tenths(hours.professional)) / 10,
        )
        expect(tenths(missing.hours)).toBe(tenths(missing.public) + tenths(missing.professional))
        if (annual.status !== 'not_applicable')
          expect(['met', 'deemed'].includes(annual.status)).toBe(missing.hours === 0)
      }),
    )
  })

  test('one more passed training never worsens the year of whoever has no induction to do', () => {
    fc.assert(
      fc.property(people, onlineCredit, (anyone, more) => {
        const person = { ...anyone, hiredOn: '2019-08-01' as const }
        const before = assessed(factsOf(person))
        const after = assessed(
          factsOf({ ...person, credits: [...person.credits, { ...more, id: 'more', passed: true }] }),
        )
        expect(after.annual.missing.public).toBeLessThanOrEqual(before.annual.missing.public)
        expect(after.annual.missing.professional).toBeLessThanOrEqual(before.annual.missing.professional)
        expect(BETTER.indexOf(after.annual.status)).toBeGreaterThanOrEqual(
          BETTER.indexOf(before.annual.status),
        )
        expect(after.certificates).toEqual(expect.arrayContaining(before.certificates))
      }),
    )
  })

  test('where no day is shared, the order of the list does not matter', () => {
    fc.assert(
      fc.property(people, (person) => {
        const seen = new Set<string>()
        const apart = person.credits.filter(({ mode, from }) => {
          const fresh = mode === 'online' || !seen.has(from)
          if (mode === 'offline') seen.add(from)
          return fresh
        })
        const { ignored: _, ...one } = assessed(factsOf({ ...person, credits: apart }))
        const { ignored: __, ...other } = assessed(factsOf({ ...person, credits: apart.toReversed() }))
        expect(other).toEqual(one)
      }),
    )
  })

  test('an assessment changes nothing: asked twice, it answers the same, and the facts stay as they were', () => {
    fc.assert(
      fc.property(people, (person) => {
        const facts = factsOf(person)
        const kept = structuredClone(facts)
        expect(assessed(facts)).toEqual(assessed(facts))
        expect(facts).toEqual(kept)
      }),
    )
  })

  test('what was not passed could as well not be there', () => {
    fc.assert(
      fc.property(people, (person) => {
        const passed = {
          ...person,
          asOf: '2028-01-01' as const,
          credits: person.credits.filter((credit) => credit.passed),
        }
        expect(assessed(factsOf({ ...person, asOf: '2028-01-01' }))).toEqual(assessed(factsOf(passed)))
      }),
    )
  })
})
