import { expect, test } from 'vitest'
import { isForCadreForm } from '../../rules/archive-forms.ts'
import { parseDate } from '../../rules/calendar.ts'

const day = (text: string): number => {
  const date = parseDate(text)
  if (date === undefined) throw new Error(`Not a day: ${text}`)
  return date
}

test.each([
  ['2026-03-01', '2026-04-30', true],
  ['2026-03-01', '2026-04-29', false],
  ['2026-03-02', '2026-05-01', true],
  ['2026-11-16', '2027-01-15', true],
  ['2026-11-16', '2027-01-14', false],
  // To the end of February: there is no 31st that it could last to.
  ['2026-12-31', '2027-02-27', true],
  ['2026-12-31', '2027-02-26', false],
  ['2027-12-31', '2028-02-28', true],
  ['2026-05-11', '2026-05-15', false],
])('Art. 34: full-time from %s to %s is for the cadre form: %s', (from, to, isFor) => {
  expect(isForCadreForm({ from: day(from), to: day(to) })).toBe(isFor)
})
