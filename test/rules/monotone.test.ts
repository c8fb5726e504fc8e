import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess } from '../../rules/assess.ts'
import { addDays, daysFrom, formatDate } from '../../rules/calendar.ts'
import { toDate } from '../../rules/credit-reading.ts'
import { edition2024 } from '../../rules/edition.ts'
import { countCredits } from '../../rules/half-days.ts'
import { prove, times } from '../proving.ts'
import { drawnCredit, drawnFacts } from './drawn.ts'
import { assessed, type Credit, factsOf } from './people.ts'

type Answer = ReturnType<typeof assessed>

/** How good a status or a verdict is: the higher the better. */
const ANNUAL = {
  short: 0,
  overdue: 0,
  deferred: 1,
  open: 2,
  inducting: 2,
  met: 3,
  deemed: 3,
  not_applicable: 4,
}
const INDUCTION = { overdue: 0, after_limit: 1, open: 2, late: 3, met: 4, not_applicable: 5 }
const TRANSFER = { overdue: 0, after_limit: 1, open: 2, met: 3 }
const TERM = { short: 0, open: 1, met: 2 }
const VERDICT = { refuse: 0, review: 1, hold: 2, allow: 3 }

const rowsOf = ({ eligibility }: Answer) =>
  new Map(
    eligibility.map(({ business, changeId, verdict }) => [`${business} ${changeId ?? ''}`, VERDICT[verdict]]),
  )

const expectNoWorse = (before: Answer, after: Answer): void => {
  expect(ANNUAL[after.annual.status]).toBeGreaterThanOrEqual(ANNUAL[before.annual.status])
  expect(INDUCTION[after.induction.status]).toBeGreaterThanOrEqual(INDUCTION[before.induction.status])
  for (const [place, { status }] of before.transfers.entries())
    expect(TRANSFER[after.transfers[place]?.status ?? 'overdue']).toBeGreaterThanOrEqual(TRANSFER[status])
  for (const [place, { status }] of before.terms.entries())
    expect(TERM[after.terms[place]?.status ?? 'short']).toBeGreaterThanOrEqual(TERM[status])
  expect(after.certificates).toEqual(expect.arrayContaining(before.certificates))
  const rows = rowsOf(after)
  for (const [name, verdict] of rowsOf(before))
    expect([name, rows.get(name) ?? -1]).toEqual([name, expect.toSatisfy((now: number) => now >= verdict)])
  for (const side of ['public', 'professional'] as const)
    expect(after.annual.missing[side]).toBeLessThanOrEqual(before.annual.missing[side])
}

/** What each credit is worth, once all that find no room are cut. */
const worths = (json: object) => {
  const facts = factsOf(json)
  return new Map(
    countCredits(facts, edition2024).credits.map(({ id, tenths, halfDays }) => [id, [tenths, halfDays]]),
  )
}

/** A correction of one of the credits, on its own dates: so many half-days, hours, days or sessions more. */
const drawnRaise = fc.record({ place: fc.nat(13), more: fc.integer({ min: 1, max: 16 }) })
type DrawnRaise = typeof drawnRaise extends fc.Arbitrary<infer Value> ? Value : never
type DrawnFacts = typeof drawnFacts extends fc.Arbitrary<infer Value> ? Value : never

const daysBetween = ({ from, to }: Credit): number => daysFrom(toDate(from), toDate(to))

const raisedBy = (credit: Credit, { more }: DrawnRaise, after: number, turn: number): Credit | null => {
  const days = daysBetween(credit)
  if (credit.hours !== undefined) return { ...credit, hours: Math.min(credit.hours + more, days * 24) }
  if (credit.activity !== undefined) {
    const { kind, quantity } = credit.activity
    const most = kind === 'lecture' ? days * edition2024.activities.sessionsPerDay : days
    const added = Math.min(more, Math.floor(most - quantity))
    if (added < 1) return null
    const raised = [...(credit.raised ?? []), { quantity: added, after, turn }]
    return { ...credit, activity: { kind, quantity: quantity + added }, raised }
  }
  if (credit.halfDays === undefined) return null
  const added = Math.min(more, days * edition2024.halfDaysPerDay - credit.halfDays)
  if (added < 1) return null
  const raised = [...(credit.raised ?? []), { halfDays: added, after, turn }]
  return { ...credit, halfDays: credit.halfDays + added, raised }
}

/** The facts after it; null where its credit holds no more. */
const raisedIn = (facts: DrawnFacts, raise: DrawnRaise, turn: number): DrawnFacts | null => {
  const { credits } = facts
  const place = raise.place % Math.max(1, credits.length)
  const credit = credits[place]
  const raised = credit && raisedBy(credit, raise, credits.length, turn)
  return raised ? { ...facts, credits: credits.with(place, raised) } : null
}

/** The same person, hired during their longest training, and trained elsewhere on its days since. */
const hiredDuring = (facts: DrawnFacts): DrawnFacts => {
  const [longest] = facts.credits.toSorted((one, other) => daysBetween(other) - daysBetween(one))
  if (longest === undefined || daysBetween(longest) < 2) return facts
  const hiredOn = formatDate(addDays(toDate(longest.from), Math.floor(daysBetween(longest) / 2)))
  const rival: Credit = {
    id: 'rival',
    subject: 'public',
    category: 'in_service',
    mode: 'offline',
    from: hiredOn,
    to: longest.to,
    halfDays: 1,
  }
  const halfDays = daysBetween(rival) * edition2024.halfDaysPerDay
  const { postChanges, ...person } = facts.person
  return {
    ...facts,
    credits: [...facts.credits, { ...rival, halfDays }],
    person: {
      ...person,
      hiredOn,
      postChanges: postChanges?.map((one) => ({
        ...one,
        effectiveOn: one.effectiveOn < hiredOn ? hiredOn : one.effectiveOn,
      })),
    },
  }
}

describe('more recognised training never makes anyone worse', () => {
  test('a further passed credit worsens no status and no verdict, and takes no certificate away', () => {
    fc.assert(
      fc.property(drawnFacts, drawnCredit, (facts, credit) => {
        const more = { ...credit, id: 'more', passed: true }
        expectNoWorse(assessed(facts), assessed({ ...facts, credits: [...facts.credits, more] }))
      }),
      { numRuns: times(1_000) },
    )
    prove(16, { 'random cases': times(1_000) })
  }, 1_200_000)

  test('a later credit costs an earlier one nothing', () => {
    fc.assert(
      fc.property(drawnFacts, drawnCredit, (facts, credit) => {
        const before = worths(facts)
        const after = worths({ ...facts, credits: [...facts.credits, { ...credit, id: 'more' }] })
        for (const [id, worth] of before) expect([id, after.get(id)]).toEqual([id, worth])
      }),
      { numRuns: 400 },
    )
  }, 60_000)

  test('a correction upward lowers no worth, worsens no status and no verdict, and takes no certificate away', () => {
    let raises = 0
    let clipped = 0
    fc.assert(
      fc.property(
        drawnFacts,
        fc.array(drawnRaise, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (drawn, up, during) => {
          let facts = during ? hiredDuring(drawn) : drawn
          for (const [turn, raise] of up.entries()) {
            const raised = raisedIn(facts, raise, turn)
            if (raised === null) continue
            raises += 1
            const { hiredOn } = facts.person
            const { credits } = raised
            if (credits.some(({ raised: added, from, to }) => added && from < hiredOn && to >= hiredOn))
              clipped += 1
            const [before, after] = [worths(facts), worths(raised)]
            for (const [id, [tenths = 0]] of before)
              expect([id, after.get(id)?.[0]]).toEqual([id, expect.toSatisfy((now: number) => now >= tenths)])
            expectNoWorse(assessed(facts), assessed(raised))
            facts = raised
          }
        },
      ),
      { numRuns: times(500), seed: 35 },
    )
    // The law speaks of what begins before the hiring too.
    expect(raises).toBeGreaterThan(clipped)
    expect(clipped).toBeGreaterThan(10)
  }, 1_200_000)

  test('what is drawn reaches each status and verdict: the laws above are no tautologies', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(drawnFacts, (facts) => {
        const { annual, induction, terms, transfers, eligibility } = assess(factsOf(facts))
        for (const word of [
          annual.status,
          `induction ${induction.status}`,
          ...terms.map(({ status }) => `term ${status}`),
          ...transfers.map(({ status }) => `transfer ${status}`),
          ...eligibility.map(({ business, verdict }) => `${business} ${verdict}`),
        ])
          seen.add(word)
      }),
      { numRuns: 800, seed: 12 },
    )
    for (const status of ['open', 'met', 'deemed', 'inducting', 'deferred', 'overdue', 'not_applicable'])
      expect(seen).toContain(status)
    for (const status of ['met', 'late', 'open', 'overdue', 'after_limit', 'not_applicable'])
      expect(seen).toContain(`induction ${status}`)
    for (const verdict of ['allow', 'hold', 'review', 'refuse'])
      expect(seen).toContain(`grade_promotion ${verdict}`)
  })
})
