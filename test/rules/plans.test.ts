import { expect, test } from 'vitest'
import { isPlanLate } from '../../rules/plans.ts'

test.each([
  ['2026-03-30', false],
  ['2026-03-31', false],
  ['2026-04-01', true],
] as const)('Art. 8: a plan of 2026 that is filed on %s is late: %o', (filedOn, late) => {
  expect(isPlanLate(2026, filedOn)).toBe(late)
})
