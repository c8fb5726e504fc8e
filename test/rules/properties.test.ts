import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawnFacts } from './drawn.ts'
import { assessed, factsOf } from './people.ts'

const tenths = (value: number) => Math.round(value * 10)

describe('laws of the assessment', () => {
  test('sums agree: subjects, modes, and what is missing', () => {
    fc.assert(
      fc.property(drawnFacts, (facts) => {
        const { annual } = assessed(facts)
        const { hours, missing, deemed } = annual
        expect(tenths(hours.total)).toBe(tenths(hours.public) + tenths(hours.professional))
        expect(tenths(hours.total)).toBe(tenths(hours.online) + tenths(hours.offline))
        expect(tenths(missing.hours)).toBe(tenths(missing.public) + tenths(missing.professional))
        if (deemed.public) expect(missing.hours).toBe(0)
        if (deemed.professional) expect(missing.professional).toBe(0)
        if (annual.status !== 'not_applicable')
          expect(['met', 'deemed'].includes(annual.status)).toBe(missing.hours === 0)
      }),
    )
  })

  test('offline hours are four a half-day, where no activity and no make-up is among them (Art. 39(1))', () => {
    fc.assert(
      fc.property(drawnFacts, (facts) => {
        const credits = facts.credits.filter(
          ({ activity, makeUpFor }) => !activity && makeUpFor === undefined,
        )
        const { hours, days } = assessed({ ...facts, credits }).annual
        expect(hours.offline).toBe(days * 8)
      }),
    )
  })

  test('where no day is shared, the order of the list does not matter', () => {
    fc.assert(
      fc.property(drawnFacts, (facts) => {
        const seen = new Set<number>()
        const days = (from: string, to: string) =>
          Array.from(
            { length: Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1 },
            (_, place) => Date.parse(from) + place * 86_400_000,
          )
        const apart = facts.credits.filter(({ mode, from, to, activity, makeUpFor }) => {
          if (activity || makeUpFor !== undefined) return false
          const own = mode === 'offline' ? days(from, to) : []
          if (own.some((day) => seen.has(day))) return false
          for (const day of own) seen.add(day)
          return true
        })
        const { ignored: _, ...one } = assessed({ ...facts, credits: apart })
        const { ignored: __, ...other } = assessed({ ...facts, credits: apart.toReversed() })
        expect(other).toEqual(one)
      }),
    )
  })

  test('an assessment changes nothing: asked twice, it answers the same, and the facts stay as they were', () => {
    fc.assert(
      fc.property(drawnFacts, (facts) => {
        const kept = structuredClone(facts)
        expect(assessed(facts)).toEqual(assessed(facts))
        expect(facts).toEqual(kept)
      }),
    )
  })

  test('what was not passed could as well not be there, but for an induction (Art. 39(5))', () => {
    fc.assert(
      fc.property(drawnFacts, (drawn) => {
        const credits = drawn.credits.filter(({ category, passed }) => category !== 'induction' || passed)
        const facts = { ...drawn, asOf: '2028-01-01', credits }
        const passed = { ...facts, credits: credits.filter((credit) => credit.passed) }
        expect(assessed(facts)).toEqual(assessed(passed))
      }),
    )
  })

  test('nobody off the register has a verdict, and nothing revoked is a certificate', () => {
    fc.assert(
      fc.property(drawnFacts, (facts) => {
        const off = {
          ...facts,
          person: { ...facts.person, registerPeriods: [{ from: '2010-01-01', to: '2011-01-01' }] },
        }
        expect(assessed(off).eligibility).toEqual([])
        const { certificates } = assessed(facts)
        for (const name of factsOf(facts).revoked ?? []) expect(certificates).not.toContain(name)
      }),
    )
  })
})
