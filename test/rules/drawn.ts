import fc from 'fast-check'
import {
  addDays,
  dateOf,
  daysFrom,
  firstDayOf,
  formatDate,
  lastDayOf,
  parseDate,
  yearOf,
} from '../../rules/calendar.ts'
import { type Edition, edition2024, type Readings } from '../../rules/edition.ts'
import type { FactsJson } from '../../rules/facts.ts'
import { makeUpDueOn } from '../../rules/make-up.ts'
import type { Credit } from './people.ts'

/** Facts that the calculator takes, drawn at random: of every kind, close to each other and to the dates that matter. */

const YEARS = [2024, 2025, 2026, 2027] as const
const CHANGES = ['pc1', 'pc2'] as const
const DELAYED = [2024, 2025, 2026] as const

const dayIn = (year: number, place: number): number => addDays(firstDayOf(year), place)

/** Days around which much happens, and any other. */
const dayOfYear = fc.oneof(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 60, max: 75 }))

const training = fc.record({
  subject: fc.constantFrom('public', 'professional'),
  category: fc.constantFrom('induction', 'in_service', 'transfer', 'special'),
  mode: fc.constantFrom('online', 'offline', 'offline', 'activity'),
  year: fc.constantFrom(...YEARS),
  day: dayOfYear,
  days: fc.integer({ min: 1, max: 8 }),
  amount: fc.integer({ min: 1, max: 100 }),
  fullTime: fc.boolean(),
  passed: fc.constantFrom(true, true, true, false),
  change: fc.option(fc.constantFrom(...CHANGES), { nil: undefined }),
  makesUp: fc.constantFrom(true, false, false),
  training: fc.option(fc.constantFrom('t1', 't2'), { nil: undefined }),
  kind: fc.constantFrom('practice', 'conference', 'lecture', 'visit'),
})
type Training = typeof training extends fc.Arbitrary<infer Value> ? Value : never

const amountOf = ({ mode, amount, days, kind }: Training): Partial<Credit> => {
  if (mode === 'online') return { mode, hours: Math.min(amount / 2, days * 24) }
  if (mode === 'offline') return { mode, halfDays: 1 + (amount % (2 * days)) }
  return { mode: 'offline', activity: { kind, quantity: 1 + (amount % days) } }
}

/** As a credit that a strict reader takes. */
const toCredit = (drawn: Training): Omit<Credit, 'id'> => {
  const { year, day, subject, category, passed } = drawn
  const from = dayIn(year, day)
  const to = Math.min(addDays(from, drawn.days - 1), lastDayOf(year))
  const amount = amountOf({ ...drawn, days: daysFrom(from, to) })
  const makeUpFor = year - 1
  const due = makeUpDueOn([{ year: makeUpFor, approvedOn: lastDayOf(makeUpFor) }], makeUpFor, edition2024)
  const mayMakeUp =
    drawn.makesUp && DELAYED.some((delayed) => delayed === makeUpFor) && due !== null && to <= due
  return {
    subject,
    category,
    mode: amount.mode ?? 'offline',
    from: formatDate(from),
    to: formatDate(to),
    passed,
    ...(amount.hours === undefined ? {} : { hours: amount.hours }),
    ...(amount.halfDays === undefined ? {} : { halfDays: amount.halfDays }),
    ...(amount.activity === undefined ? {} : { activity: amount.activity }),
    ...(amount.halfDays !== undefined && drawn.fullTime ? { fullTime: true } : {}),
    ...(category === 'transfer' && drawn.change !== undefined ? { forChange: drawn.change } : {}),
    ...(mayMakeUp ? { makeUpFor } : {}),
    ...(drawn.training === undefined ? {} : { training: drawn.training }),
  }
}

export const drawnCredit = training.map(toCredit)

export const drawnCredits = fc
  .array(drawnCredit, { maxLength: 14 })
  .map((list) => list.map((credit, index): Credit => ({ ...credit, id: `c${index}` })))

const HIRINGS = ['2019-08-01', '2024-01-24', '2024-03-01', '2025-03-05', '2025-09-01', '2026-03-10']

const person = fc
  .record({
    postType: fc.constantFrom('management', 'professional', 'worker'),
    hiredOn: fc.constantFrom(...HIRINGS),
    highLevelTalent: fc.constantFrom(false, false, true),
    leader: fc.constantFrom(false, false, false, true),
    from: fc.constantFrom('2024-01-01', '2025-03-06', '2026-03-08'),
    months: fc.constantFrom(1, 2, 3),
    secondPost: fc.boolean(),
    away: fc.boolean(),
    led: fc.boolean(),
    changes: fc.array(fc.constantFrom('2024-01-10', '2025-03-08', '2026-03-12', '2026-06-01'), {
      minLength: 2,
      maxLength: 2,
    }),
  })
  .map((drawn) => {
    const { hiredOn, from, months, secondPost, away, led, changes, ...flags } = drawn
    const start = parseDate(from) ?? dateOf(2024, 1, 1)
    const to = formatDate(addDays(dateOf(yearOf(start) + months, 3, 6), -1))
    return {
      ...flags,
      hiredOn,
      terms: [{ from, to }],
      postChanges: changes
        .map((effectiveOn) => (effectiveOn < hiredOn ? hiredOn : effectiveOn))
        .map((effectiveOn, place) => ({
          id: CHANGES[place] ?? 'pc1',
          kind: place === 0 ? ('post_type' as const) : ('duties' as const),
          effectiveOn,
        })),
      ...(secondPost
        ? {
            posts: [
              { postType: flags.postType, from: hiredOn },
              { postType: 'management' as const, from: '2025-03-06', to: '2026-09-30' },
            ],
          }
        : {}),
      ...(away ? { registerPeriods: [{ from: hiredOn, to: '2026-12-30' }, { from: '2027-02-01' }] } : {}),
      ...(led ? { leaderPeriods: [{ from: '2025-07-01', to: '2026-07-01' }] } : {}),
    }
  })

export const drawnFacts: fc.Arbitrary<FactsJson & { credits: Credit[] }> = fc.record({
  asOf: fc.constantFrom('2025-01-01', '2026-03-10', '2026-12-31', '2027-01-01', '2027-06-01', '2028-01-01'),
  year: fc.constantFrom(...YEARS),
  person,
  credits: drawnCredits,
  deemed: fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constantFrom(
          'degree_course' as const,
          'skill_grade_exam' as const,
          'entrepreneurship_leave' as const,
        ),
        year: fc.constantFrom(...YEARS),
      }),
      fc.record({
        kind: fc.constant('discretionary' as const),
        year: fc.constantFrom(...YEARS),
        scope: fc.constantFrom('all' as const, { public: 10, professional: 20 }, { professional: 60 }),
      }),
    ),
    { maxLength: 2 },
  ),
  delays: fc.constant(
    DELAYED.map((year) => ({ year, approvedOn: formatDate(addDays(lastDayOf(year), 10)) })),
  ),
  justified: fc.subarray([2024, 2025, 2026]),
  revoked: fc.subarray(['annual:2026', 'induction', 'transfer:pc1'], { maxLength: 1 }),
})

/** Readings that decide what a training is worth, and which year an induction completes. */
const drawnReadings: fc.Arbitrary<Partial<Readings>> = fc.record({
  minimaHoldUnderEitherTotal: fc.boolean(),
  onlineTenthsPerHalfDay: fc.constantFrom(null, 20, 40),
  inductionDeemsYearOf: fc.constantFrom('hiring' as const, 'completion' as const),
  inductionDeemsWithin: fc.constantFrom('limit' as const, 'due' as const),
  failedInductionStands: fc.boolean(),
  trainingBeforeHiring: fc.constantFrom('counts' as const, 'induction_only' as const),
  inductionMonthsBeforeHiring: fc.constantFrom(0, 3),
  inductionCountsForTheYear: fc.boolean(),
})

/** Readings of each year so far. */
export const drawnEditions = fc
  .tuple(drawnReadings, drawnReadings, drawnReadings, drawnReadings)
  .map((readings) =>
    readings.map((one): Edition => ({ ...edition2024, readings: { ...edition2024.readings, ...one } })),
  )
  .map((editions) => (year: number) => editions[year - YEARS[0]] ?? edition2024)
