import { describe, expect, test } from 'vitest'
import { assess } from '../../rules/assess.ts'
import type { Obligation } from '../../rules/obligations.ts'
import { owingOf } from '../../rules/owing.ts'
import { factsOf, offline, online, staff } from './people.ts'

/** How the obligation of a name stands; what else an obligation says does not matter here. */
const owing = (kind: Obligation['kind'], name: string, json: unknown) =>
  owingOf({ kind, name, article: '7', year: 2026, dueOn: 0, limitOn: 0 }, assess(factsOf(json)))

describe('Art. 9, 16, 21, 32: whether an obligation is still owed on a day', () => {
  const delayed = (asOf: string, credits: unknown[] = []) =>
    staff({}, { asOf, credits, delays: [{ year: 2026, approvedOn: '2026-12-08' }] })
  const madeUp = ['public', 'professional'].map((subject) =>
    online(subject === 'public' ? 'public' : 'professional', 60, '2027-03-02', { makeUpFor: 2026 }),
  )

  test.each([
    ['2027-12-31', [], 'open'],
    ['2028-01-01', [], 'overdue'],
    ['2027-12-31', madeUp, 'complete'],
  ] as const)('a make-up on %s', (asOf, credits, how) => {
    expect(owing('make_up', 'make_up:2026', delayed(asOf, [...credits]))).toBe(how)
  })

  const hired = (asOf: string, credits: unknown[] = []) => staff({ hiredOn: '2025-01-06' }, { asOf, credits })

  test.each([
    [hired('2026-01-06'), 'open'],
    [hired('2026-01-07'), 'overdue'],
    [hired('2026-02-01', [online('public', 40, '2025-03-01', { category: 'induction' })]), 'complete'],
    [staff({ hiredOn: '2010-01-01' }), 'complete'],
  ] as const)('an induction %#', (json, how) => {
    expect(owing('induction', 'induction', json)).toBe(how)
  })

  const changed = (asOf: string, credits: unknown[] = []) =>
    staff(
      {
        postChanges: [
          { id: 'pc1', kind: 'post_type', effectiveOn: '2026-03-01' },
          { id: 'pc2', kind: 'duties', effectiveOn: '2026-06-20' },
        ],
      },
      { asOf, credits },
    )
  const served = online('professional', 40, '2026-04-01', { category: 'transfer', forChange: 'pc1' })

  test.each([
    ['transfer:pc1', changed('2026-06-01'), 'open'],
    ['transfer:pc1', changed('2026-06-02'), 'overdue'],
    ['transfer:pc2', changed('2026-06-25'), 'open'],
    ['transfer:pc1', changed('2026-06-25', [served]), 'complete'],
    ['transfer:pc2', changed('2026-06-25', [served]), 'open'],
    ['transfer:gone', changed('2026-06-25'), 'complete'],
  ] as const)('%s %#', (name, json, how) => {
    expect(owing('transfer', name, json)).toBe(how)
  })

  const manager = (asOf: string, credits: unknown[] = []) =>
    staff({ postType: 'management', terms: [{ from: '2024-01-01', to: '2026-06-30' }] }, { asOf, credits })
  const session = offline('public', 10, '2026-03-02', '2026-03-06', { fullTime: true })

  test.each([
    ['term:2024-01-01', manager('2026-06-30'), 'open'],
    ['term:2024-01-01', manager('2026-07-01'), 'overdue'],
    ['term:2024-01-01', manager('2026-07-01', [session]), 'complete'],
    ['term:2023-01-01', manager('2026-07-01'), 'complete'],
  ] as const)('%s %#', (name, json, how) => {
    expect(owing('term', name, json)).toBe(how)
  })
})
