import { describe, expect, test } from 'vitest'
import { assessStaff } from '../../functions/staff/due-obligations.ts'
import type { Fact } from '../../functions/staff/ledger.ts'
import { standingOf } from '../../functions/staff/standing.ts'
import { always2024 } from '../../rules/edition.ts'
import { person } from '../person.ts'
import { credit, ledger } from './people.ts'

const DAY = '2027-02-01'

const year = (of: number): Fact[] => [
  credit(`public ${of}`, { from: `${of}-02-01`, to: `${of}-02-20`, hours: 30 }),
  credit(`professional ${of}`, {
    ...{ subject: 'professional', from: `${of}-03-01`, to: `${of}-03-20`, hours: 60 },
  }),
]

const training = (halfDays: number) =>
  credit('for the change', {
    ...{ subject: 'professional', category: 'transfer', mode: 'offline', hours: undefined, halfDays },
    ...{ from: '2026-04-06', to: '2026-04-10', forChange: 'pc1' },
  })

const of = (facts: readonly Fact[], closed: { dropped?: boolean; refused?: boolean }) => {
  const who = person({
    postType: 'worker',
    hiredOn: '2019-01-01',
    postChanges: [
      { id: 'pc1', kind: 'post_type', toPostType: 'management', effectiveOn: '2026-03-01', ...closed },
    ],
  })
  return { person: who, entries: ledger(facts), certificates: [] }
}

const assessed = (facts: readonly Fact[], closed: { dropped?: boolean; refused?: boolean }) => {
  const { transfers, eligibility, annual, ignored } = assessStaff(of(facts, closed), 2026, DAY, always2024)
  return {
    transfers: transfers.map(({ status }) => status),
    verdicts: eligibility.map(({ business, verdict }) => [business, verdict]),
    hours: annual.professionalTenths,
    ignored: ignored.map(({ reason }) => reason),
  }
}

describe('Art. 45: a refused or withdrawn filing has closed its change', () => {
  const years = [2024, 2025, 2026].flatMap(year)

  test.each([{ dropped: true, refused: true }, { dropped: true }])(
    'training for it counts for its year, and brings no row back: %o',
    (closed) => {
      const before = assessed(years, closed)
      expect(before).toMatchObject({ transfers: [], hours: 600, ignored: [] })
      for (const halfDays of [2, 10]) {
        const after = assessed([...years, training(halfDays)], closed)
        expect(after).toEqual({
          ...before,
          hours: 600 + halfDays * 40,
          ignored: ['change_unnamed'],
        })
      }
      expect(standingOf(of([...years, training(10)], closed)).changedOn).toBeUndefined()
    },
  )

  test('a new filing that takes it over has its training', () => {
    expect(assessed([...years, training(10)], {}).transfers).toEqual(['met'])
    expect(assessed([...years, training(2)], {}).transfers).toEqual(['overdue'])
  })
})
