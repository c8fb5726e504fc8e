import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../functions/platform/clock.ts'
import { type ParametersVersion, parametersOn, setSince } from '../../functions/registers/parameters.ts'
import { edition2024, type Readings } from '../../rules/edition.ts'

const some = fc.record(
  {
    annualAppliesBy: fc.constantFrom('last_day' as const, 'any_day' as const),
    termSessionMonths: fc.constantFrom(6, 12),
    leadersExcepted: fc.boolean(),
  },
  { requiredKeys: [] },
)
const watched = ['annualAppliesBy', 'termSessionMonths', 'leadersExcepted'] as const
const dayOf = (nth: number): string => addDays('2026-01-01', nth)
const made = (nth: number, readings: Readings) => ({
  ...{ effectiveFrom: dayOf(nth * 5), at: '', by: '', reason: '', providerCheck: 'advise' as const },
  readings,
})

test('versions from before say on every day what they have always said', () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 6 }), fc.nat(40), (changes, nth) => {
      const versions: ParametersVersion[] = []
      for (const change of changes)
        versions.push(
          made(versions.length, { ...(versions.at(-1)?.readings ?? edition2024.readings), ...change }),
        )
      const day = dayOf(nth)
      const latest = versions.findLast(({ effectiveFrom }) => effectiveFrom <= day)
      expect(parametersOn(versions, day).readings).toEqual(latest?.readings ?? edition2024.readings)
    }),
  )
})

test('a reading is what the latest version in force says that names it; ended or replaced, what it was without', () => {
  const change = fc.record({ set: some, until: fc.option(fc.nat(20)), ends: fc.option(fc.nat(5)) })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), fc.nat(50), (changes, nth) => {
      const versions: ParametersVersion[] = []
      for (const { set, until, ends } of changes) {
        const place = versions.length
        const ended = ends === null ? undefined : versions[ends]?.effectiveFrom
        const held = parametersOn(versions, dayOf(place * 5), ended).readings
        const names = watched.filter((name) => set[name] !== undefined)
        versions.push({
          ...made(place, { ...held, ...set }),
          names,
          ...(until === null ? {} : { until: dayOf(place * 5 + until) }),
          ...(ended === undefined ? {} : { ends: ended }),
        })
      }
      const day = dayOf(nth)
      for (const name of watched) {
        const by = versions.findLast(
          ({ effectiveFrom, names = [], until }) =>
            effectiveFrom <= day &&
            names.includes(name) &&
            (until === undefined || day <= until) &&
            !versions.some((one) => one.ends === effectiveFrom && one.effectiveFrom <= day),
        )
        expect(parametersOn(versions, day).readings[name]).toEqual(
          (by?.readings ?? edition2024.readings)[name],
        )
        expect(setSince(versions, name, day)).toBe(by?.effectiveFrom)
      }
    }),
  )
})
