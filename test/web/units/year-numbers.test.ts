import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  assessedIn,
  completionOf,
  countOf,
  percent,
  resultStatuses,
} from '../../../web/workbench/year/year-query.ts'

const none = {
  counts: { met: 0, deemed: 0, inducting: 0, deferred: 0, short: 0, overdue: 0 },
  overdue: 0,
  provisional: 0,
}

test('nobody assessed is no part at all', () => {
  expect(completionOf(none)).toBeNull()
  expect(percent(null)).toBe('—')
})

test.each([
  [1, '100.0%'],
  [0.9999, '99.9%'],
  [0.99951, '99.9%'],
  [0.934, '93.4%'],
  [0.9345, '93.5%'],
  [2 / 3, '66.7%'],
  [0.0004, '0.0%'],
  [0.0005, '0.1%'],
  [0, '0.0%'],
])('%d is %s: rounded half up, but what says 100 % lacks nobody', (part, text) => {
  expect(percent(part)).toBe(text)
})

test('the six results make up all who were assessed, and completion never says 100 % too early', () => {
  const count = fc.nat(300_000)
  fc.assert(
    fc.property(
      count,
      count,
      count,
      count,
      count,
      count,
      (met, deemed, inducting, deferred, short, overdue) => {
        const counted = {
          counts: { met, deemed, inducting, deferred, short, overdue },
          overdue,
          provisional: 0,
        }
        const all = met + deemed + inducting + deferred + short + overdue
        expect(assessedIn(counted)).toBe(all)
        expect(resultStatuses.map((status) => countOf(counted, status))).toEqual([
          met,
          deemed,
          inducting,
          deferred,
          short,
          overdue,
        ])
        if (all > 0) expect(percent(completionOf(counted)) === '100.0%').toBe(met + deemed === all)
      },
    ),
  )
})
