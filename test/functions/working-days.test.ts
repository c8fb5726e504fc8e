import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, workingDaysLeft } from '../../functions/platform/working-days.ts'

describe('working days follow the State Council’s calendar', () => {
  test.each([
    ['over a weekend', '2026-06-05', 1, '2026-06-08'],
    ['five of them are a week', '2026-06-01', 5, '2026-06-08'],
    ['over the National Day holidays of 2025', '2025-09-30', 1, '2025-10-09'],
    ['a made-up Saturday counts', '2025-10-10', 1, '2025-10-11'],
    ['over a year’s end', '2026-12-31', 1, '2027-01-01'],
  ])('%s', (_, from, days, expected) => {
    expect(addWorkingDays(from, days)).toBe(expected)
  })

  test.each([
    ['none on the day itself', '2026-06-05', '2026-06-05', 0],
    ['a weekend does not count', '2026-06-05', '2026-06-08', 1],
    ['a week has five', '2026-06-01', '2026-06-08', 5],
    ['a day over is one less than none', '2026-06-08', '2026-06-05', -1],
    ['nor does a weekend count once it is over', '2026-06-07', '2026-06-05', 0],
  ])('left: %s', (_, from, to, expected) => {
    expect(workingDaysLeft(from, to)).toBe(expected)
  })
})

test('no year is left out that the package knows: name the new one in working-days.ts', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('chinese-days/dist/years/2026.json'))
  const known = readdirSync(folder).flatMap((name) => /^(\d{4})\.json$/.exec(name)?.[1] ?? [])
  expect(known.toSorted().at(-1)).toBe('2026')
})
