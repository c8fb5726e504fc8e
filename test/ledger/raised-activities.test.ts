import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requireFacts } from '../../functions/staff/due-obligations.ts'
import { currentFacts, factAbout } from '../../functions/staff/facts-in-force.ts'
import {
  type LedgerCredit,
  type LedgerEntry,
  nextEntry,
  type StatedFact,
} from '../../functions/staff/ledger.ts'
import { raisedBy } from '../../functions/staff/raised.ts'
import { factsFromStanding, standingOf } from '../../functions/staff/standing.ts'
import { assessYear } from '../../rules/assess.ts'
import { dateOf } from '../../rules/calendar.ts'
import { always2024, edition2024 } from '../../rules/edition.ts'
import { countCredits } from '../../rules/half-days.ts'
import { person as personWith } from '../person.ts'
import { credit, ledger } from './people.ts'

const person = personWith({ id: 'staff.li', institutionId: 'unit', hiredOn: '2019-08-01' })

/** Days of visits in a month: four hours each, 24 of a year (the table's example). */
const visit = (quantity: number, month = 5): LedgerCredit => ({
  id: '',
  subject: month % 2 === 0 ? 'professional' : 'public',
  category: 'in_service',
  mode: 'offline',
  from: `2026-0${month}-01`,
  to: `2026-0${month}-28`,
  activity: { kind: 'visit', quantity },
  hours: quantity * 4,
})

const appended = (entries: readonly LedgerEntry[], fact: LedgerEntry['fact']): LedgerEntry[] => [
  ...entries,
  nextEntry(entries, {
    staffId: 'staff.li',
    recordedAt: '2026-10-01T09:00:00.000+08:00',
    recordedBy: 'hr',
    source: `e${entries.length}`,
    fact,
  }),
]

const enter = (entries: readonly LedgerEntry[], one: LedgerCredit) =>
  appended(entries, { kind: 'credit', credit: { ...one, id: `c${entries.length + 1}` } })

/** Corrects the training that first came in with an entry: to a training, or to nothing. */
const correct = (entries: readonly LedgerEntry[], of: number, becomes: LedgerCredit | null) => {
  const about = factAbout(entries, of)
  const stated: StatedFact | null = becomes && { kind: 'credit', credit: { ...becomes, id: `c${of}` } }
  const fact = stated && raisedBy(about?.fact, stated, entries.length + 1)
  return appended(entries, { kind: 'correction', of, reason: '更正', fact })
}

const factsOf = (entries: readonly LedgerEntry[]) =>
  requireFacts({ person, entries, certificates: [] }, 2026, '2027-01-01', always2024)

/** The hours of each training that count. */
const counting = (entries: readonly LedgerEntry[]) =>
  new Map(countCredits(factsOf(entries), edition2024).credits.map(({ id, tenths }) => [id, tenths / 10]))

describe('Art. 35, 37: a correction of an activity takes no cap from another one', () => {
  const full = enter(enter([], visit(3)), visit(3, 6))

  test('of its quantity: the increase gets what is left', () => {
    expect([...counting(correct(full, 1, visit(6))).values()]).toEqual([12, 12])
    const room = correct(enter(enter([], visit(3)), visit(2, 6)), 1, visit(6))
    expect([...counting(room).values()]).toEqual([16, 8])
  })

  test('of its dates: all of it is new', () => {
    const moved = correct(enter(enter([], visit(6)), visit(3, 6)), 1, visit(6, 7))
    expect([...counting(moved).values()]).toEqual([12, 12])
  })

  test('of its kind: the other kind has a cap of its own', () => {
    const conference = { ...visit(5), activity: { kind: 'conference' as const, quantity: 5 } }
    expect([...counting(correct(full, 1, conference)).values()]).toEqual([20, 12])
  })

  test('made void and restored, it comes after what was recognised since', () => {
    const voided = correct(enter([], visit(6)), 1, null)
    const since = enter(voided, visit(4, 6))
    expect([...counting(since)]).toEqual([['c3', 16]])
    expect([...counting(correct(since, 1, visit(6)))]).toEqual([
      ['c1', 8],
      ['c3', 16],
    ])
  })

  test('lowered, what was cut since grows; lowered after a rise, the rise goes first', () => {
    const cut = enter(enter([], visit(4)), visit(4, 6))
    expect([...counting(cut).values()]).toEqual([16, 8])
    expect([...counting(correct(cut, 1, visit(2))).values()]).toEqual([8, 16])
    const raised = correct(correct(full, 1, visit(6)), 1, visit(4.5))
    expect(factAbout(raised, 1)?.fact).toMatchObject({ credit: { raised: [{ quantity: 1.5, entry: 3 }] } })
    expect(factAbout(correct(raised, 1, visit(3)), 1)?.fact).not.toHaveProperty('credit.raised')
  })

  const events = fc.array(
    fc.record({
      act: fc.constantFrom('enter', 'enter', 'correct', 'void'),
      which: fc.nat(8),
      half: fc.integer({ min: 1, max: 14 }),
      month: fc.integer({ min: 4, max: 8 }),
      move: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )

  test('whatever is entered, raised, lowered, moved, made void or restored: no other entry loses an hour', () => {
    let rose = 0
    fc.assert(
      fc.property(events, (list) => {
        let entries: LedgerEntry[] = ledger([credit('first', { hours: 4 })])
        for (const { act, which, half, month, move } of list) {
          const known = currentFacts(entries).filter(({ sequence }) => sequence > 1)
          const about = known[which % Math.max(1, known.length)]
          const before = counting(entries)
          if (act === 'enter' || about === undefined) entries = enter(entries, visit(half / 2, month))
          else if (act === 'void') entries = correct(entries, about.sequence, null)
          else {
            const was = about.fact?.kind === 'credit' ? Number(about.fact.credit.from.slice(6, 7)) : month
            entries = correct(entries, about.sequence, visit(half / 2, move ? month : was))
            rose += 1
          }
          const after = counting(entries)
          for (const [id, hours] of before)
            if (id !== `c${about?.sequence}` || act === 'enter')
              expect(after.get(id)).toBeGreaterThanOrEqual(hours)
        }
        const standing = standingOf({ person, entries, certificates: [] })
        const short = factsFromStanding(standing, 2026, dateOf(2027, 1, 1))
        expect(assessYear(short, always2024).annual).toEqual(assessYear(factsOf(entries), always2024).annual)
      }),
      { numRuns: 500 },
    )
    expect(rose).toBeGreaterThan(100)
  })
})
