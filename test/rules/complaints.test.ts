import { expect, test } from 'vitest'
import { quarterOf } from '../../rules/complaints.ts'

test.each([
  ['2026-01-01', '2026-Q1'],
  ['2026-03-31', '2026-Q1'],
  ['2026-04-01', '2026-Q2'],
  ['2026-12-31', '2026-Q4'],
])('Art. 36: figures of %s stand in %s', (date, quarter) => {
  expect(quarterOf(date)).toBe(quarter)
})
