import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requireFacts } from '../../functions/staff/due-obligations.ts'
import { currentFacts, factAbout, factsInForce } from '../../functions/staff/facts-in-force.ts'
import { type Fact, type LedgerEntry, nextEntry } from '../../functions/staff/ledger.ts'
import { raisedBy } from '../../functions/staff/raised.ts'
import { covers, factsFromStanding, standingOf } from '../../functions/staff/standing.ts'
import { assessYear } from '../../rules/assess.ts'
import { dateOf } from '../../rules/calendar.ts'
import { always2024, edition2024 } from '../../rules/edition.ts'
import { countCredits } from '../../rules/half-days.ts'
import { placeHalfDays } from '../../rules/placing.ts'
import { person as personWith } from '../person.ts'

const person = personWith({ id: 'staff.li', institutionId: 'unit', hiredOn: '2019-08-01' })

/** What happens to a ledger: a training of some days of May 2026 is entered, or an entry corrected to so many half-days. */
type Event =
  | { readonly enter: { readonly from: number; readonly days: number; readonly halfDays: number } }
  | { readonly correct: number; readonly to: number }

const day = (number: number) => `2026-05-${String(number).padStart(2, '0')}`

const appended = (entries: readonly LedgerEntry[], fact: Fact): LedgerEntry[] => [
  ...entries,
  nextEntry(entries, {
    staffId: 'staff.li',
    recordedAt: '2026-06-01T09:00:00.000+08:00',
    recordedBy: 'hr',
    source: `e${entries.length}`,
    fact,
  }),
]

const after = (entries: readonly LedgerEntry[], event: Event): readonly LedgerEntry[] => {
  if ('enter' in event) {
    const { from, days, halfDays } = event.enter
    return appended(entries, {
      kind: 'credit',
      credit: {
        id: `c${entries.length + 1}`,
        subject: entries.length % 2 === 0 ? 'public' : 'professional',
        category: 'in_service',
        mode: 'offline',
        from: day(from),
        to: day(from + days - 1),
        halfDays: 1 + (halfDays % (2 * days)),
      },
    })
  }
  const credits = currentFacts(entries).filter(
    ({ fact }) => fact?.kind === 'credit' && fact.credit.mode === 'offline',
  )
  const about = credits[event.correct % Math.max(credits.length, 1)]
  if (about?.fact?.kind !== 'credit') return entries
  const { credit } = about.fact
  const days = Number(credit.to.slice(8)) - Number(credit.from.slice(8)) + 1
  const halfDays = 1 + (event.to % (2 * days))
  if (halfDays === credit.halfDays) return entries
  const fact = raisedBy(about.fact, { kind: 'credit', credit: { ...credit, halfDays } }, entries.length + 1)
  return appended(entries, { kind: 'correction', of: about.sequence, reason: '更正', fact })
}

const factsOf = (entries: readonly LedgerEntry[]) =>
  requireFacts({ person, entries, certificates: [] }, 2026, '2027-01-01', always2024)

/** How many half-days of each training count. */
const counting = (entries: readonly LedgerEntry[]) =>
  new Map(countCredits(factsOf(entries), edition2024).credits.map(({ id, halfDays }) => [id, halfDays]))

const stated = (entries: readonly LedgerEntry[]) =>
  new Map(
    factsInForce(entries).flatMap((fact) =>
      fact.kind === 'credit' ? [[fact.credit.id, fact.credit.halfDays ?? 0] as const] : [],
    ),
  )

const events = fc.array(
  fc.oneof(
    fc.record({
      enter: fc.record({
        from: fc.integer({ min: 1, max: 7 }),
        days: fc.integer({ min: 1, max: 3 }),
        halfDays: fc.nat(6),
      }),
    }),
    fc.record({ correct: fc.nat(8), to: fc.nat(6) }),
  ),
  { maxLength: 14 },
)

const enter = (from: number, days: number, halfDays: number): Event => ({
  enter: { from, days, halfDays: halfDays - 1 },
})

const ledger = (...list: readonly Event[]) => list.reduce<readonly LedgerEntry[]>(after, [])

describe('Art. 35, 39(1): a correction places only its increase anew, last', () => {
  test('what was entered since keeps its days; what finds no room of the increase is cut', () => {
    const full = ledger(enter(1, 1, 1), enter(1, 1, 1), { correct: 0, to: 1 })
    expect([...stated(full)]).toEqual([
      ['c1', 2],
      ['c2', 1],
    ])
    expect([...counting(full)]).toEqual([
      ['c1', 1],
      ['c2', 1],
    ])
  })

  test('where days are free it counts, by earlier ones moving too', () => {
    const found = ledger(enter(1, 1, 1), enter(1, 2, 1), { correct: 0, to: 1 })
    expect([...counting(found).values()]).toEqual([2, 1])
  })

  test('what came after the correction comes after the increase', () => {
    const found = ledger(enter(1, 1, 1), { correct: 0, to: 1 }, enter(1, 1, 1))
    expect([...counting(found).values()]).toEqual([2, 0])
  })

  test('lowered and raised again, it has lost its place', () => {
    const found = ledger(enter(1, 1, 2), { correct: 0, to: 0 }, enter(1, 1, 1), { correct: 0, to: 1 })
    expect([...counting(found).values()]).toEqual([1, 1])
    expect([...counting(ledger(enter(1, 1, 1), { correct: 0, to: 1 }, { correct: 0, to: 0 }))]).toEqual([
      ['c1', 1],
    ])
  })

  test('a credit or an increase costs no other training anything; a reduction none either', () => {
    let raised = 0
    fc.assert(
      fc.property(events, (list) => {
        let entries: readonly LedgerEntry[] = []
        for (const event of list) {
          const [before, was] = [counting(entries), stated(entries)]
          entries = after(entries, event)
          const is = stated(entries)
          for (const [id, counted] of counting(entries)) {
            const lowered = (is.get(id) ?? 0) < (was.get(id) ?? 0)
            if ((is.get(id) ?? 0) > (was.get(id) ?? 0) && was.has(id)) raised += 1
            if (!lowered) expect(counted).toBeGreaterThanOrEqual(before.get(id) ?? 0)
          }
        }
      }),
      { numRuns: 500 },
    )
    expect(raised).toBeGreaterThan(100)
  })

  test('neither the order nor corrections change the sum', () => {
    fc.assert(
      fc.property(events, (list) => {
        const entries = ledger(...list)
        const sum = (found: Iterable<number>) => [...found].reduce((one, other) => one + other, 0)
        const wishes = factsOf(entries).credits
        expect(sum(counting(entries).values())).toBe(sum(placeHalfDays(wishes, 2)))
      }),
      { numRuns: 500 },
    )
  })

  test('the standing says what the ledger says', () => {
    fc.assert(
      fc.property(events, fc.boolean(), (list, failed) => {
        const first: Event[] = [enter(1, 1, 1)]
        const entries = failed
          ? [...first, ...list].reduce<readonly LedgerEntry[]>(
              after,
              // A training that was not passed: it is left out of the standing, and every place behind it moves.
              appended([], {
                kind: 'credit',
                credit: {
                  id: 'failed',
                  subject: 'public',
                  category: 'in_service',
                  mode: 'online',
                  from: day(1),
                  to: day(2),
                  hours: 4,
                  passed: false,
                },
              }),
            )
          : ledger(...first, ...list)
        const standing = standingOf({ person, entries, certificates: [] })
        expect(covers(standing, 2026)).toBe(true)
        const short = factsFromStanding(standing, 2026, dateOf(2027, 1, 1))
        expect(assessYear(short, always2024).annual).toEqual(assessYear(factsOf(entries), always2024).annual)
      }),
      { numRuns: 300 },
    )
  })

  test('on other dates all of it is new; hours online have no days to find', () => {
    const fact = factAbout(ledger(enter(1, 1, 2)), 1)?.fact
    if (fact?.kind !== 'credit') throw new Error('A credit was expected.')
    const moved = { ...fact, credit: { ...fact.credit, from: day(2), to: day(2) } }
    expect(raisedBy(fact, moved, 2)).toEqual({
      kind: 'credit',
      credit: { ...moved.credit, raised: [{ halfDays: 2, entry: 2 }] },
    })
    const { halfDays: _, ...rest } = fact.credit
    const online = { kind: 'credit' as const, credit: { ...rest, mode: 'online' as const, hours: 3 } }
    expect(raisedBy(fact, online, 2)).toEqual(online)
  })
})
