import { describe, expect, test } from 'vitest'
import { currentFacts, factsInForce } from '../../functions/staff/facts-in-force.ts'
import { factsOf } from '../../functions/staff/facts-of.ts'
import { LedgerEntry } from '../../functions/staff/ledger.ts'
import { person } from '../person.ts'
import { correction, credit, ledger } from './people.ts'

const hoursOf = (entries: LedgerEntry[], day?: string) =>
  factsInForce(entries, day).map((fact) => (fact.kind === 'credit' ? fact.credit.hours : fact.kind))

describe('Art. 35: a correction is an entry of its own, and what it says holds', () => {
  test('it takes the place of the fact it names, in the order of the first entries', () => {
    const entries = ledger([
      credit('a'),
      credit('b', { hours: 7 }),
      correction(1, credit('a', { hours: 24 })),
    ])
    expect(hoursOf(entries)).toEqual([24, 7])
    expect(entries[0]?.fact).toEqual(credit('a'))
  })

  test('void: the fact is gone, and the entry still stands', () => {
    const entries = ledger([credit('a'), credit('b', { hours: 7 }), correction(1, null)])
    expect(hoursOf(entries)).toEqual([7])
    expect(currentFacts(entries)).toMatchObject([
      { sequence: 1, fact: null, statedBy: { sequence: 3 } },
      { sequence: 2, statedBy: { sequence: 2 } },
    ])
  })

  test.each([1, 2])(
    'the latest word about an entry holds, whether it names the entry or a correction (%i)',
    (of) => {
      const entries = ledger([
        credit('a'),
        correction(1, credit('a', { hours: 24 })),
        correction(of, credit('a', { hours: 28 })),
      ])
      expect(hoursOf(entries)).toEqual([28])
    },
  )

  test('a correction of an entry that is not there says nothing', () => {
    expect(hoursOf(ledger([credit('a'), correction(9, null)]))).toEqual([30])
  })

  test('as known on a past day: what was recorded later was not known, the day itself included', () => {
    const entries = ledger([credit('a'), credit('b', { hours: 7 }), correction(1, null)])
    expect(hoursOf(entries, '2026-05-31')).toEqual([])
    expect(hoursOf(entries, '2026-06-01')).toEqual([30])
    expect(hoursOf(entries, '2026-06-02')).toEqual([30, 7])
    expect(hoursOf(entries, '2026-06-03')).toEqual([7])
  })

  test('an entry of the first kind, without a reason, is still read', () => {
    const [entry] = ledger([{ kind: 'justified', year: 2024 }])
    expect(LedgerEntry.parse(entry).fact).toEqual({ kind: 'justified', year: 2024 })
    expect(
      factsOf({ person: person(), entries: ledger([{ kind: 'justified', year: 2024 }]) }, 2026, '2026-06-30')
        .justified,
    ).toEqual([2024])
  })
})
